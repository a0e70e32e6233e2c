import DossierDomain
import VietnameseText

/// Procedures as a table that people edit, one per row. Columns are found by their headings. `read` can read the output
/// of `csv`.
public enum ProcedureTable {
  public enum Reason: TableReason {
    case columnsMissing
    case dateUnreadable(String)
    case limitUnreadable(String)
    case levelUnknown(String)
    case standingUnknown(String)
    case feeUnreadable(String)
    case boundUnreadable(String)
    case answerUnreadable(String)
    case twice(code: String)
    case fault(ProcedureVersion.Fault)
  }

  public typealias ReadError = TableReadError<Reason>

  private enum Column: CaseIterable {
    case code, name, field, level, limit, components, fee, from, through, standing, replacedBy, confidential, checked,
      note, supplements, waitingDays, extensions, extensionDays, paperResult

    var heading: (vi: String, en: String) {
      switch self {
      case .code: ("Mã", "Code")
      case .name: ("Tên thủ tục", "Name")
      case .field: ("Lĩnh vực", "Field")
      case .level: ("Mức độ trực tuyến", "Online level")
      case .limit: ("Thời hạn", "Time limit")
      case .components: ("Thành phần hồ sơ", "Papers")
      case .fee: ("Phí (đồng)", "Fee (VND)")
      case .from: ("Hiệu lực từ", "Valid from")
      case .through: ("Đến hết", "Valid through")
      case .standing: ("Tình trạng", "Standing")
      case .replacedBy: ("Thay bằng", "Replaced by")
      case .confidential: ("Kín", "Confidential")
      case .checked: ("Đã đối chiếu", "Checked")
      case .note: ("Ghi chú", "Note")
      case .supplements: ("Số lần bổ sung", "Supplements")
      case .waitingDays: ("Số ngày chờ bổ sung", "Days for a supplement")
      case .extensions: ("Số lần gia hạn", "Extensions")
      case .extensionDays: ("Số ngày gia hạn", "Days of an extension")
      case .paperResult: ("Kết quả là giấy", "Result is a paper")
      }
    }
  }

  private static let standings: [(standing: ProcedureVersion.Standing, vi: String, en: String)] = [
    (.inForce, "nhận tại đây", "received here"), (.guidanceOnly, "nơi khác nhận", "received elsewhere"),
    (.ended(replacedBy: nil), "bãi bỏ", "ended"),
  ]

  public static func csv(_ versions: [ProcedureVersion], _ language: Language) -> String {
    let heading = Column.allCases.map { language.pick($0.heading.vi, $0.heading.en) }
    let lines = versions.map { version in Column.allCases.map { text($0, of: version, language) } }
    return DelimitedTextWriter.byteOrderMark + ([heading] + lines).map(DelimitedTextWriter.line).joined()
  }

  private static func text(_ column: Column, of version: ProcedureVersion, _ language: Language) -> String {
    switch column {
    case .code: version.code
    case .name: version.name
    case .field: version.field
    case .level: version.onlineLevel.value?.rawValue ?? "?"
    case .limit: version.timeLimit == .unknown ? "?" : version.timeLimit.wording(language)
    case .components: version.components.joined(separator: "; ")
    case .fee: version.fee.value.map(String.init) ?? "?"
    case .from: version.validFrom.value?.slashed ?? ""
    case .through: version.validTo.value?.slashed ?? ""
    case .standing:
      switch version.standing {
      case .inForce, .notYet: language.pick(standings[0].vi, standings[0].en)
      case .guidanceOnly: language.pick(standings[1].vi, standings[1].en)
      case .ended: language.pick(standings[2].vi, standings[2].en)
      }
    case .replacedBy: if case .ended(let code?) = version.standing { code } else { "" }
    case .confidential: yesOrNo(version.isConfidential, language)
    case .checked: yesOrNo(version.isChecked, language)
    case .note: version.note
    case .supplements: bound(version.bounds.supplements)
    case .waitingDays: bound(version.bounds.waitingDays)
    case .extensions: bound(version.bounds.extensions)
    case .extensionDays: bound(version.bounds.extensionDays)
    case .paperResult: yesOrNo(version.hasPaperResult, language)
    }
  }

  private static func bound(_ bound: Known<Int>) -> String { bound.value.map(String.init) ?? "?" }

  private static func yesOrNo(_ value: Bool, _ language: Language) -> String {
    value ? language.pick("có", "yes") : language.pick("không", "no")
  }

  // MARK: Reading

  /// The first row that is not empty contains the headings. Code and name are required; all other columns may be
  /// missing.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> [ProcedureVersion] {
    let table = try EditedTable<Reason>(bytes)
    var problems = table.problems
    guard let heading = table.rows.first else {
      if problems.isEmpty { throw .empty }
      throw .problems(problems)
    }
    let places = places(of: heading.fields)
    guard places[.code] != nil, places[.name] != nil else {
      throw .problems([TableProblem(line: heading.line, .columnsMissing)])
    }
    var versions: [ProcedureVersion] = []
    for record in table.rows.dropFirst() {
      do throws(Reason) {
        let version = try version { record.field(places[$0]) }
        guard !versions.contains(where: { $0.code == version.code && $0.validFrom == version.validFrom }) else {
          throw .twice(code: version.code)
        }
        versions.append(version)
      } catch {
        problems.append(TableProblem(line: record.line, error))
      }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    guard !versions.isEmpty else { throw .empty }
    return versions
  }

  private static func places(of headings: [String]) -> [Column: Int] {
    let words = headings.map(\.folded)
    var places: [Column: Int] = [:]
    for column in Column.allCases {
      let names = [column.heading.vi.folded, column.heading.en.folded]
      places[column] = words.firstIndex { names.contains($0) }
    }
    return places
  }

  private static func version(_ cell: (Column) -> String) throws(Reason) -> ProcedureVersion {
    var version = ProcedureVersion(
      code: cell(.code), name: cell(.name), field: cell(.field),
      standing: try standing(cell(.standing), replacedBy: cell(.replacedBy)), validFrom: try day(cell(.from)),
      validTo: try day(cell(.through)), onlineLevel: try level(cell(.level)), timeLimit: try limit(cell(.limit)),
      components: cell(.components).split(separator: ";").map(\.trimmingBlanks).filter { !$0.isEmpty },
      fee: try fee(cell(.fee)), isChecked: try answer(cell(.checked)), note: cell(.note),
      isConfidential: try answer(cell(.confidential)))
    version.bounds.supplements = try bound(cell(.supplements))
    version.bounds.waitingDays = try bound(cell(.waitingDays))
    version.bounds.extensions = try bound(cell(.extensions))
    version.bounds.extensionDays = try bound(cell(.extensionDays))
    if !cell(.paperResult).isEmpty { version.hasPaperResult = try answer(cell(.paperResult)) }
    do throws(ProcedureVersion.Fault) { return try version.checked() } catch { throw .fault(error) }
  }

  private static func isUnknown(_ text: String) -> Bool { text.isEmpty || text == "?" }

  private static func day(_ text: String) throws(Reason) -> Known<CivilDate> {
    if isUnknown(text) { return .unknown }
    guard let date = CivilDate(text: text) else { throw .dateUnreadable(text) }
    return .known(date)
  }

  private static func level(_ text: String) throws(Reason) -> Known<OnlineLevel> {
    if isUnknown(text) { return .unknown }
    guard let level = OnlineLevel.allCases.first(where: { $0.rawValue.folded == text.folded }) else {
      throw .levelUnknown(text)
    }
    return .known(level)
  }

  private static func limit(_ text: String) throws(Reason) -> TimeLimit {
    if isUnknown(text) { return .unknown }
    let words = text.folded.split(separator: " ")
    if Language.allCases.contains(where: { TimeLimit.sameDay.wording($0).folded == words.joined(separator: " ") }) {
      return .sameDay
    }
    guard let first = words.first, let count = Int(first) else { throw .limitUnreadable(text) }
    let limits: [TimeLimit] = [.workingDays(count), .calendarDays(count), .hours(count)]
    let unit = words.dropFirst().joined(separator: " ")
    let found = limits.first { limit in
      Language.allCases.contains {
        limit.wording($0).folded.split(separator: " ").dropFirst().joined(separator: " ") == unit
      }
    }
    guard let found else { throw .limitUnreadable(text) }
    return found
  }

  /// Accepts separators of thousands.
  private static func fee(_ text: String) throws(Reason) -> Known<Int> {
    if isUnknown(text) { return .unknown }
    guard let fee = Int(text.filter { $0 != "." && $0 != "," && $0 != " " }) else { throw .feeUnreadable(text) }
    return .known(fee)
  }

  private static func bound(_ text: String) throws(Reason) -> Known<Int> {
    if isUnknown(text) { return .unknown }
    guard let bound = Int(text) else { throw .boundUnreadable(text) }
    return .known(bound)
  }

  private static func standing(_ text: String, replacedBy: String) throws(Reason) -> ProcedureVersion.Standing {
    let code = replacedBy.isEmpty ? nil : replacedBy
    if text.isEmpty { return code == nil ? .inForce : .ended(replacedBy: code) }
    guard let found = standings.first(where: { [$0.vi.folded, $0.en.folded].contains(text.folded) }) else {
      throw .standingUnknown(text)
    }
    if case .ended = found.standing { return .ended(replacedBy: code) }
    return found.standing
  }

  private static func answer(_ text: String) throws(Reason) -> Bool {
    switch text.folded {
    case "", "?", "khong", "no": false
    case "co", "yes", "x": true
    default: throw .answerUnreadable(text)
    }
  }
}

extension ProcedureTable.Reason {
  public func wording(_ language: Language) -> String {
    switch self {
    case .columnsMissing:
      language.pick(
        "Dòng đầu phải có cột \"Mã\" và \"Tên thủ tục\"", "The first row needs the columns \"Code\" and \"Name\"")
    case .dateUnreadable(let text):
      language.pick("Không đọc được ngày \"\(text)\" (cần dd/mm/yyyy)", "Cannot read the date \"\(text)\" (dd/mm/yyyy)")
    case .limitUnreadable(let text):
      language.pick(
        "Không đọc được thời hạn \"\(text)\" (trong ngày, 3 ngày làm việc, 30 ngày, 8 giờ làm việc, hoặc ?)",
        "Cannot read the time limit \"\(text)\" (same day, 3 working days, 30 days, 8 working hours, or ?)")
    case .levelUnknown(let text):
      language.pick(
        "Không rõ mức độ \"\(text)\" (toàn trình, một phần, hoặc ?)",
        "Unknown online level \"\(text)\" (toàn trình, một phần, or ?)")
    case .standingUnknown(let text):
      language.pick(
        "Không rõ tình trạng \"\(text)\" (nhận tại đây, nơi khác nhận, bãi bỏ)",
        "Unknown standing \"\(text)\" (received here, received elsewhere, ended)")
    case .feeUnreadable(let text):
      language.pick(
        "Không đọc được số tiền \"\(text)\" (số đồng, hoặc ?)", "Cannot read the fee \"\(text)\" (VND, or ?)")
    case .boundUnreadable(let text):
      language.pick(
        "Không đọc được \"\(text)\" (số lần hoặc số ngày, hoặc ?)",
        "Cannot read \"\(text)\" (a number of times or days, or ?)")
    case .answerUnreadable(let text):
      language.pick("\"\(text)\" không phải có hay không", "\"\(text)\" is neither yes nor no")
    case .twice(let code):
      language.pick("Thủ tục \(code) có hai dòng cùng ngày hiệu lực", "\(code) stands there twice from the same day on")
    case .fault(let fault): fault.wording(language)
    }
  }
}
