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
  case number
  case volume
  case sign
}

/// When a part of an attestation stands there. The raw value is its name in the text.
public enum AttestationCondition: String, CaseIterable, Sendable {
  case outside
}
