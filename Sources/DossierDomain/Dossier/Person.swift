/// Whose matter a dossier is, or who hands it in.
public struct Person: Hashable, Sendable {
  /// LoaiDoiTuong of the national portal.
  public enum Kind: UInt8, CaseIterable, Sendable {
    case individual = 1
    case enterprise = 2
    case stateAgency = 3
    case other = 4
  }

  public var kind: Kind
  /// NFC, cleaned; never empty for a received dossier.
  public var name: String
  /// Digits and letters as normalised by `IdentityKind`; empty when not given.
  public var identityNumber: String
  public var identityKind: IdentityKind
  /// `dd/mm/yyyy`, `mm/yyyy`, `yyyy` or empty: civil-status papers know partial dates (domain facts 9).
  public var birth: String
  public var sex: Sex?
  /// Digits only, or as given when it could not be read as a phone number.
  public var phone: String
  public var address: String
  public var email: String

  public init(
    name: String, kind: Kind = .individual, identityNumber: String = "",
    identityKind: IdentityKind = .none, birth: String = "", sex: Sex? = nil, phone: String = "",
    address: String = "", email: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.identityNumber = identityNumber
    self.identityKind = identityKind
    self.birth = birth
    self.sex = sex
    self.phone = phone
    self.address = address
    self.email = email
  }
}

/// Which paper the number of a person was read from.
public enum IdentityKind: UInt8, CaseIterable, Sendable {
  case none = 0
  /// 12-digit citizen number (CCCD, thẻ căn cước, số định danh).
  case citizenNumber = 1
  /// 9-digit number, not valid for transactions since 1 January 2025, kept as a reference.
  case oldNumber = 2
  case passport = 3
  case other = 4
}

/// GioiTinh of the civil-status interchange.
public enum Sex: UInt8, CaseIterable, Sendable {
  case male = 1
  case female = 2
  case undetermined = 3
}
