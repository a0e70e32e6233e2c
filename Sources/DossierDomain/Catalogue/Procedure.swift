import ReferenceData

/// A value of the catalogue that may not be known. Not known is shown as such and never guessed.
public enum Known<Value: Hashable & Sendable>: Hashable, Sendable {
  case known(Value)
  case unknown

  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}

/// How far a procedure can be done online.
public enum OnlineLevel: String, CaseIterable, Sendable {
  case full = "toàn trình"
  case partial = "một phần"
}

/// One version of a procedure; a dossier keeps the version of its reception.
public struct ProcedureVersion: Hashable, Sendable {
  /// Why a dossier of it is not received here.
  public enum Standing: Hashable, Sendable {
    case inForce
    /// Belongs to the commune police and their own system; shown so that citizens can be told.
    case guidanceOnly
    /// Abolished; `replacedBy` is the code to use instead.
    case ended(replacedBy: String?)
    /// Decided, and received from that day on.
    case notYet(from: CivilDate)
  }

  public var code: String
  public var name: String
  public var field: String
  public var standing: Standing
  public var validFrom: Known<CivilDate>
  public var validTo: Known<CivilDate>
  public var onlineLevel: Known<OnlineLevel>
  public var timeLimit: TimeLimit
  public var components: [String]
  /// In đồng.
  public var fee: Known<Int>
  /// Found in an audited list.
  public var isChecked: Bool
  public var note: String
  public var isConfidential: Bool

  public init(
    code: String, name: String, field: String, standing: Standing = .inForce, validFrom: Known<CivilDate> = .unknown,
    validTo: Known<CivilDate> = .unknown, onlineLevel: Known<OnlineLevel> = .unknown, timeLimit: TimeLimit = .unknown,
    components: [String] = [], fee: Known<Int> = .unknown, isChecked: Bool = false, note: String = "",
    isConfidential: Bool = false
  ) {
    self.code = code
    self.name = name
    self.field = field
    self.standing = standing
    self.validFrom = validFrom
    self.validTo = validTo
    self.onlineLevel = onlineLevel
    self.timeLimit = timeLimit
    self.components = components
    self.fee = fee
    self.isChecked = isChecked
    self.note = note
    self.isConfidential = isConfidential
  }

  public var isReceivable: Bool { standing == .inForce }

  /// A name that fits a list.
  public var shortName: String { Self.shortName(of: code) ?? name }

  /// Nil for a procedure whose own name has to do.
  public static func shortName(of code: String) -> String? { ShortNames.byCode[code] }
}
