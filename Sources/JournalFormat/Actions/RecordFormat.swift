import DossierDomain
import SwiftProtobuf

/// The byte form of notes, corrections and undos.
enum RecordFormat {
  /// A reason, with its legal basis or its subject.
  static func texts(_ first: String, _ second: String) -> PlainMessage {
    .with { ($0.text, $0.secondText) = (first, second) }
  }

  static func texts(_ message: PlainMessage, _ action: (String, String) -> DossierAction) -> DossierAction {
    action(message.text, message.secondText)
  }

  /// Decodes an empty message. The bytes are parsed too, so that bytes that are not a message are refused.
  static func empty(_ message: PlainMessage, _ action: DossierAction) -> DossierAction { action }

  static func correct(_ field: DossierAction.CorrectableField, _ value: String, _ reason: String) -> PlainMessage {
    .with { ($0.number, $0.text, $0.secondText) = (UInt32(field.rawValue), value, reason) }
  }

  static func correct(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .correct(field: try Wire.choice(message.number), value: message.text, reason: message.secondText)
  }
}
