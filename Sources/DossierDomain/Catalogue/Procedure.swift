import ReferenceData

/// A value of the catalogue that may be unknown. An unknown value is shown as such and never guessed.
public enum Known<Value: Hashable & Sendable>: Hashable, Sendable {
  case known(Value)
  case unknown

  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}

/// How much of a procedure can be done online.
public enum OnlineLevel: String, CaseIterable, Sendable {
  case full = "toàn trình"
  case partial = "một phần"
}

/// How often and how long the work on a dossier may be interrupted, as the law of the procedure's field says. More than
/// that needs the head of desk and a reason (domain facts 6).
public struct ProcedureBounds: Hashable, Sendable {
  /// Requests for papers.
  public var supplements: Known<Int> = .unknown
  /// The days that the citizen has for a supplement.
  public var waitingDays: Known<Int> = .unknown
  public var extensions: Known<Int> = .unknown
  /// The working days of one extension.
  public var extensionDays: Known<Int> = .unknown

  public init() {}

  /// These bounds, with the others where these are not known.
  public func otherwise(_ other: ProcedureBounds) -> ProcedureBounds {
    var bounds = self
    if supplements == .unknown { bounds.supplements = other.supplements }
    if waitingDays == .unknown { bounds.waitingDays = other.waitingDays }
    if extensions == .unknown { bounds.extensions = other.extensions }
    if extensionDays == .unknown { bounds.extensionDays = other.extensionDays }
    return bounds
  }

  /// Supplements, days for one, extensions, days of one.
  var all: [Known<Int>] { [supplements, waitingDays, extensions, extensionDays] }

  /// The last day for a supplement; nil if the days for it are not known. A period in days that ends on a day off ends
  /// with the next working day (Civil Code 2015, Đ.148).
  public func supplementUntil(requestedOn day: CivilDate, _ calendar: WorkingCalendar) -> CivilDate? {
    waitingDays.value.flatMap { try? calendar.nextWorkingDay(onOrAfter: day.adding(days: $0)) }
  }

  /// The last day for what was asked for last: by the version, otherwise as the office gave it.
  /// - Parameter bounds: nil if the version is not known.
  public static func supplementUntil(
    of dossier: Dossier, _ bounds: ProcedureBounds?, _ calendar: WorkingCalendar
  ) -> CivilDate? {
    let request = dossier.supplementRequests.last
    // A register says only since when a dossier waits.
    let day = (request?.requestedAt ?? dossier.pausedSince)?.civilDate
    return day.flatMap { bounds?.supplementUntil(requestedOn: $0, calendar) } ?? request?.until
  }
}

/// One version of a procedure. A dossier keeps the version of its reception.
public struct ProcedureVersion: Hashable, Sendable {
  /// Whether dossiers of the procedure are received here, and why not.
  public enum Standing: Hashable, Sendable {
    case inForce
    /// The commune police handle it in their own system; it is listed so that clerks can inform citizens.
    case guidanceOnly
    /// It was abolished; `replacedBy` is the code to use instead.
    case ended(replacedBy: String?)
    /// It was decided, and can be received from that day on.
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
  /// The version was found in an audited list.
  public var isChecked: Bool
  public var note: String
  public var isConfidential: Bool
  public var bounds = ProcedureBounds()
  /// False if the procedure gives the citizen no paper, so that nothing has to be digitised at its end (domain facts 14).
  public var hasPaperResult = true
  public var rules = ProcedureRules.none

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

  /// The fee is that of one page or one copy, so that what is paid may be several times as much.
  public var isFeePerUnit: Bool { UnitFees.codes.contains(code) }

  /// The owner is a child that has no number yet, so somebody else comes with the papers.
  public var isOfNewborn: Bool { NewbornProcedures.codes.contains(code) }

  /// A name short enough for a list.
  public var shortName: String { ownShortName ?? name }

  /// As the version says, or else as the program has it; nil if the procedure has no short name of its own.
  var ownShortName: String? { rules.names.short.isEmpty ? Self.shortName(of: code) : rules.names.short }

  /// What the program calls a procedure whose version says nothing of it; nil if it has no name for it.
  public static func shortName(of code: String) -> String? { ShortNames.byCode[code] }
}
