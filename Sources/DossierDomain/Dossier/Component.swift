/// One required paper of a dossier (thành phần hồ sơ) and how far it is.
public struct Component: Hashable, Sendable {
  /// In what form it was handed in; `missing` until it is.
  public enum Form: UInt8, CaseIterable, Sendable {
    case missing = 0
    case original = 1
    case certifiedCopy = 2
    case photocopy = 3
    case electronic = 4
    /// Taken over from another dossier or result; nothing was asked of the citizen.
    case reused = 5
    /// Replaced by a look-up in a registry (NĐ 104/2022, Đ.14; NĐ 224/2026, Đ.15).
    case replacedByLookup = 6
    /// Not needed in this case.
    case notApplicable = 7
  }

  /// Names the component within its dossier for its whole life; never used again.
  public var number: Int
  public var name: String
  public var form: Form
  /// How many sheets or copies were handed in.
  public var quantity: Int
  public var digitisation: Digitisation
  /// SHA-256 of the digitised file as hexadecimal, empty when there is none: the file itself is a sealed blob.
  public var blobHash: String
  /// The look-up method or the source dossier, when the component was reused or replaced.
  public var source: String
  public var lookupMethod: LookupMethod?

  public init(
    number: Int, name: String, form: Form = .missing, quantity: Int = 1,
    digitisation: Digitisation = .none, blobHash: String = "", source: String = "",
    lookupMethod: LookupMethod? = nil
  ) {
    self.number = number
    self.name = name
    self.form = form
    self.quantity = quantity
    self.digitisation = digitisation
    self.blobHash = blobHash
    self.source = source
    self.lookupMethod = lookupMethod
  }

  /// It was handed in, reused, replaced, or is not needed.
  public var isPresent: Bool { form != .missing }

  /// It counts towards the digitised share: present on paper or already electronic.
  public var countsForDigitisation: Bool { form != .missing && form != .notApplicable }

  public var isDigitised: Bool { digitisation != .none }
}

/// TrangThaiSoHoa (domain facts 3.4).
public enum Digitisation: UInt8, CaseIterable, Sendable {
  case none = 0
  case digitised = 1
  case reusedComponent = 2
  case reusedResult = 3
}

/// How residence and identity data were obtained instead of a paper (phuong_thuc_khai_thac, domain facts 1.4).
public enum LookupMethod: UInt8, CaseIterable, Sendable {
  case cardSeen = 1
  case cardQR = 2
  case cardChip = 3
  case populationDatabase = 4
  case vneid = 5
  case residenceConfirmation = 6
  case personalNumberNotice = 7
}
