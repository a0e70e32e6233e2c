import DossierDomain
import SwiftProtobuf

extension Wire {
  static func message(_ blanks: BlankReceipts, reason: String = "") -> Dossier_Journal_BlankReceipts {
    .with {
      $0.agency = blanks.agency
      $0.date = Int32(clamping: blanks.date.dayNumber)
      $0.numbers = blanks.numbers.map(number)
      $0.reason = reason
    }
  }

  static func blanks(_ message: Dossier_Journal_BlankReceipts) throws(EntryFormatError) -> BlankReceipts {
    guard message.numbers.count <= BlankReceipts.mostAtOnce,
      let blanks = BlankReceipts(
        agency: message.agency, date: try date(message.date), numbers: message.numbers.map { Int($0) })
    else { throw .malformed("blank receipts") }
    return blanks
  }

  static func reason(of message: Dossier_Journal_BlankReceipts) throws(EntryFormatError) -> String {
    guard !message.reason.isEmpty, message.reason.isWithin(BlankReceipts.longestReason) else {
      throw .malformed("reason")
    }
    return message.reason
  }
}
