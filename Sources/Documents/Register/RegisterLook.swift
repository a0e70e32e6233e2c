import DossierDomain
import VietnameseText

/// A file to take in, with what the clerk has decided about it.
public struct RegisterQuery: Hashable, Sendable {
  public var path: String
  public var choices: RegisterChoices
  /// Of a workbook the sheet to read; nil for the first one that has the headings of a register.
  public var sheet: String?
  /// Whether the choices that were made for an earlier file with the same headings are used if there are no others.
  public var usesRemembered = true
  /// What the clerk has agreed to besides.
  public var agreement: ImportAgreement = []
  /// Whether she has confirmed the machine's date.
  public var confirmsClock = false

  public init(path: String, choices: RegisterChoices = RegisterChoices()) {
    self.path = path
    self.choices = choices
  }
}

/// What becomes of a row of a register. The raw values are keys of the command line's JSON.
public enum RegisterOutcome: String, CaseIterable, Sendable {
  case imported
  case updated
  case unchanged
  case rejected
  case readDifferently
  case sameDossiers

  public func wording(_ language: Language) -> String {
    switch self {
    case .imported: language.pick("mới", "new")
    case .updated: language.pick("cập nhật", "updated")
    case .unchanged: language.pick("không đổi", "unchanged")
    case .rejected: language.pick("không đọc được", "rejected")
    case .readDifferently: language.pick("chỉ khác cách đọc", "only read differently")
    case .sameDossiers: language.pick("đã nhận ở đây", "received here")
    }
  }
}

/// The first dossier of those of which an import does the same.
public struct FirstDossier: Hashable, Sendable, Encodable {
  public var line: Int
  /// Nil where the cell cannot be read.
  public var code: String?
  /// Nil where the cell cannot be read, and of a dossier whose procedure is confidential.
  public var owner: String?

  public init(line: Int, code: String? = nil, owner: String? = nil) {
    (self.line, self.code, self.owner) = (line, code, owner)
  }

  /// "dòng 2: 000.19.45.H50-261105-0001, Hồ Thị Một"
  public func wording(_ language: Language) -> String {
    let names = [code, owner].compactMap { $0 }.joined(separator: ", ")
    return language.pick("dòng \(line)", "line \(line)") + (names.isEmpty ? "" : ": " + names)
  }
}

/// A sheet of a workbook.
public struct RegisterSheet: Hashable, Sendable {
  public var name: String
  public var isHidden: Bool

  public init(name: String, isHidden: Bool) { (self.name, self.isHidden) = (name, isHidden) }

  public func wording(_ language: Language) -> String {
    let shown = name.cleaned(maxLength: 60)
    return isHidden ? language.pick("\"\(shown)\" (ẩn)", "\"\(shown)\" (hidden)") : "\"\(shown)\""
  }

  /// The first of them by their names.
  public static func list(_ sheets: [RegisterSheet], _ language: Language) -> String {
    let most = 30
    return language.pick("Các trang của tệp: ", "The sheets of the file: ")
      + sheets.prefix(most).map { $0.wording(language) }.joined(separator: ", ")
      + (sheets.count > most ? ", … (\(sheets.count))" : "")
  }
}

/// How a file would be understood, and what its import would do.
public struct RegisterLook: Hashable, Sendable {
  /// Nil if the file cannot be read as a register; `sentences` say why.
  public var understanding: RegisterUnderstanding?
  public var imported = 0
  public var updated = 0
  public var unchanged = 0
  public var rejected = 0
  /// Rows that differ from the data only as two readings of the same cells do.
  public var readDifferently = 0
  /// Rows of dossiers that were received here and do not have the row's code yet.
  public var sameDossiers = 0
  /// The first dossier of each outcome that there is.
  public var firsts: [RegisterOutcome: FirstDossier] = [:]
  /// Of a workbook all its sheets, in their order, and the name of the one that was read.
  public var sheets: [RegisterSheet] = []
  public var sheet: String?
  /// Whether the file's encoding is not known, so that nothing of it can be said.
  public var isEncodingUnknown = false
  /// The choices for an earlier file with the same headings, if they were used.
  public var remembered: RegisterChoices?
  /// Words for statuses that are not known, each once, in the order of the file.
  public var unknownStatuses: [String] = []
  /// Why the machine's date has to be confirmed before anything is taken in.
  public var clockDoubt: ClockDoubt?
  /// What has to be answered first, then the first rows that need a look.
  public var sentences: [String] = []

  public init(understanding: RegisterUnderstanding? = nil, sentences: [String] = []) {
    self.understanding = understanding
    self.sentences = sentences
  }
}

/// What an import did.
public struct RegisterTaken: Hashable, Sendable {
  public var imported: Int
  public var updated: Int
  public var unchanged: Int
  public var rejected: Int
  /// Rows that differ only in how their cells are read, and were left as they are.
  public var readDifferently: Int
  /// Rows of dossiers that were received here, which did not get the row's code.
  public var sameDossiers: Int
  /// The file with the rejected rows; nil if there are none, or it could not be written.
  public var rejectsFile: String?
  /// Why it ended before the end of the file.
  public var fault: String?

  public init(
    imported: Int, updated: Int, unchanged: Int, rejected: Int, readDifferently: Int = 0, sameDossiers: Int = 0,
    rejectsFile: String?,
    fault: String? = nil
  ) {
    self.imported = imported
    self.updated = updated
    self.unchanged = unchanged
    self.rejected = rejected
    self.readDifferently = readDifferently
    self.sameDossiers = sameDossiers
    self.rejectsFile = rejectsFile
    self.fault = fault
  }
}
