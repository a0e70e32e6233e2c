import DossierDomain
import SwiftProtobuf

/// The byte form of actions on single papers.
enum PaperFormat {
  static func setComponentForm(_ number: Int, _ form: Component.Form, _ quantity: Int) -> PlainMessage {
    .with { ($0.number, $0.choice, $0.quantity) = (Wire.number(number), UInt32(form.rawValue), Wire.number(quantity)) }
  }

  static func setComponentForm(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .setComponentForm(
      number: Int(message.number), form: try Wire.choice(message.choice), quantity: Int(message.quantity))
  }

  static func digitise(_ number: Int, _ hash: String) -> PlainMessage {
    .with { ($0.number, $0.text) = (Wire.number(number), hash) }
  }

  static func digitise(_ message: PlainMessage) -> DossierAction {
    .digitise(number: Int(message.number), blobHash: message.text)
  }

  static func reuse(_ number: Int, _ source: String, _ digitisation: Digitisation) -> PlainMessage {
    .with { ($0.number, $0.text, $0.choice) = (Wire.number(number), source, UInt32(digitisation.rawValue)) }
  }

  static func reuse(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .reuse(number: Int(message.number), source: message.text, from: try Wire.choice(message.choice))
  }

  static func replaceByLookup(_ number: Int, _ method: LookupMethod, _ reference: String) -> PlainMessage {
    .with { ($0.number, $0.choice, $0.secondText) = (Wire.number(number), UInt32(method.rawValue), reference) }
  }

  static func replaceByLookup(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .replaceByLookup(
      number: Int(message.number), method: try Wire.choice(message.choice), reference: message.secondText)
  }
}
