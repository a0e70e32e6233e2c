import ReferenceData

/// The procedures that every office has from the start.
enum StarterCatalogue {
  /// As rows; `rules(of:)` reads what a procedure asks for beyond its row.
  static let all = versions()

  /// Parses the rows as bytes, because splitting by characters takes ten times as long. The column `?` means an unknown
  /// value.
  private static func versions() -> [ProcedureVersion] {
    StarterProcedures.rows.utf8.split(separator: UInt8(ascii: "\n")).compactMap { row in
      version(of: row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) })
    } + ended
  }

  /// Abolished procedures without a row of their own (domain facts 7); only notes mention their names.
  private static var ended: [ProcedureVersion] {
    [("2.001009", "Chứng thực văn bản khai nhận di sản"), ("2.001023", ""), ("2.000986", "")].map { code, name in
      ProcedureVersion(
        code: code, name: name.isEmpty ? "Thủ tục \(code) (đã bãi bỏ)" : name, field: "",
        standing: .ended(replacedBy: nil), isChecked: true)
    }
  }

  /// The last day of procedures that end at the end of 2026 (domain facts 14).
  private static let lastDays = ["1.011606", "1.011607", "1.011608"].reduce(into: [String: CivilDate]()) {
    $0[$1] = CivilDate(year: 2026, month: 12, day: 31)
  }
  private static let replacements = ["2.002621": "3.000722", "2.002622": "2.002913"]
  private static let confidentialCodes: Set<String> = ["2.002396", "2.001947"]

  private static func version(of cells: [Substring]) -> ProcedureVersion? {
    guard cells.count >= 10 else { return nil }
    let code = String(cells[0])
    let field = String(cells[2])
    let isResidence = field.hasPrefix("Đăng ký, quản lý cư trú")
    let replacement = replacements[code]
    return ProcedureVersion(
      code: code,
      name: String(cells[1].hasPrefix("(CŨ) ") ? cells[1].dropFirst(5) : cells[1]),
      field: field,
      standing: isResidence ? .guidanceOnly : replacement.map { .ended(replacedBy: $0) } ?? .inForce,
      validTo: lastDays[code].map { .known($0) } ?? .unknown,
      onlineLevel: OnlineLevel(rawValue: String(cells[3])).map { .known($0) } ?? .unknown,
      timeLimit: timeLimit(Int(cells[4]), cells[5]),
      components: cells[6].utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) },
      fee: Int(cells[7]).map { .known($0) } ?? .unknown,
      isChecked: cells[8] == "yes",
      note: String(cells[9]),
      isConfidential: confidentialCodes.contains(code) || field == "Nuôi con nuôi")
  }

  static func timeLimit(_ count: Int?, _ unit: Substring) -> TimeLimit {
    switch (count, unit) {
    case (_, "same_day"): .sameDay
    case (let count?, "working_days"): .workingDays(count)
    case (let count?, "calendar_days"): .calendarDays(count)
    default: .unknown
    }
  }
}
