import DossierDomain
import SwiftProtobuf

/// The byte form of payment requests and payments.
enum MoneyFormat {
  static func requestPayment(_ title: String, _ amount: Int?) -> PlainMessage {
    .with {
      $0.text = title
      if let amount { $0.amount = UInt64(clamping: amount) }
    }
  }

  static func requestPayment(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .requestPayment(title: message.text, amount: try message.optionalAmount())
  }

  static func recordPayment(_ amount: Int, _ method: PaymentMethod, _ appointment: AppointmentFact?) -> PlainMessage {
    .with {
      ($0.amount, $0.choice) = (UInt64(clamping: amount), UInt32(method.rawValue))
      $0.put(appointment)
    }
  }

  static func recordPayment(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .recordPayment(
      amount: try message.optionalAmount() ?? 0, method: try Wire.choice(message.choice),
      appointment: try message.optionalAppointment())
  }
}
