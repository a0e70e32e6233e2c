/// A value in the text of an attestation. The raw value is its name there.
public enum AttestationField: String, CaseIterable, Sendable {
  case day
  case month
  case year
  case dateWords = "date-words"
  /// Of signing, which stands there only outside of the office.
  case hour
  case minute
  case place
  case agency
  case signer
  case title
  /// Who received the dossier and before whom people signed, and how she is spoken of.
  case receiver
  case honorific
  case number
  case volume
  case sign
  /// In a `person` row of each person in turn, elsewhere of the first.
  case name
  case idKind = "id-kind"
  case idNumber = "id-number"
  case ordinal
  /// Whether they signed or gave fingerprints.
  case act
  /// The kind of transaction.
  case matter
  case fromLanguage = "from-language"
  case toLanguage = "to-language"
  case originals
  case sheets
  case pages
  /// Of a `recipient` row.
  case recipient
  case copies
  case interpreter
  case witnesses
  /// Always written by hand.
  case blank
}

/// When a part of an attestation stands there. The raw value is its name in the text.
public enum AttestationCondition: String, CaseIterable, Sendable {
  case outside
  case fingerprint
  case one
  case several
  case interpreter
  case witnesses
}
