import DossierDomain
import VietnameseText

/// What the cells of a table of procedures say.
extension ProcedureTable {
  private static let standings: [(standing: ProcedureVersion.Standing, vi: String, en: String)] = [
    (.inForce, "nhận tại đây", "received here"), (.guidanceOnly, "nơi khác nhận", "received elsewhere"),
    (.ended(replacedBy: nil), "bãi bỏ", "ended"),
  ]

  static func word(for standing: ProcedureVersion.Standing, _ language: Language) -> String {
    switch standing {
    case .inForce, .notYet: language.pick(standings[0].vi, standings[0].en)
    case .guidanceOnly: language.pick(standings[1].vi, standings[1].en)
    case .ended: language.pick(standings[2].vi, standings[2].en)
    }
  }

  static func isUnknown(_ text: String) -> Bool { text.isEmpty || text == "?" }

  static func day(_ text: String) throws(Reason) -> Known<CivilDate> {
    if isUnknown(text) { return .unknown }
    guard let date = CivilDate(text: text) else { throw .dateUnreadable(text) }
    return .known(date)
  }

  static func level(_ text: String) throws(Reason) -> Known<OnlineLevel> {
    if isUnknown(text) { return .unknown }
    guard let level = OnlineLevel.allCases.first(where: { $0.rawValue.folded == text.folded }) else {
      throw .levelUnknown(text)
    }
    return .known(level)
  }

  static func limit(_ text: String) throws(Reason) -> TimeLimit {
    if isUnknown(text) { return .unknown }
    let words = text.folded.split(separator: " ")
    if Language.allCases.contains(where: { TimeLimit.sameDay.wording($0).folded == words.joined(separator: " ") }) {
      return .sameDay
    }
    guard let first = words.first, let count = Int(first) else { throw .limitUnreadable(text) }
    let limits: [TimeLimit] = [.workingDays(count), .calendarDays(count), .hours(count), .months(count)]
    let unit = words.dropFirst().joined(separator: " ")
    let found = limits.first { limit in
      Language.allCases.contains {
        limit.wording($0).folded.split(separator: " ").dropFirst().joined(separator: " ") == unit
      }
    }
    guard let found else { throw .limitUnreadable(text) }
    return found
  }

  /// Reads an amount in đồng: digits, or groups of three that one sign divides. Behind a decimal sign only zeros may
  /// stand, at most two, because "8000.000" could be eight thousand as well as eight million. No fee below a thousand
  /// has decimals: "8.00" is 8.000 of which a spreadsheet has dropped a zero.
  static func fee(_ text: String) throws(Reason) -> Known<Int> {
    if isUnknown(text) { return .unknown }
    guard let fee = amount(text) else { throw .feeUnreadable(text) }
    return .known(fee)
  }

  static func amount(_ text: String) -> Int? {
    var text = Substring(text.folded)
    if let unit = ["dong", "vnd", "d"].first(where: text.hasSuffix) { text = text.dropLast(unit.count) }
    guard
      let match = text.trimmingBlanks.wholeMatch(
        of: /([0-9]+|[0-9]{1,3}(?:([., ])[0-9]{3}(?:\2[0-9]{3})*))(?:([.,])0{1,2})?/)
    else { return nil }
    let (_, number, divider, decimal) = match.output
    // One sign cannot divide the thousands and begin the decimals.
    if let divider, divider == decimal { return nil }
    guard let amount = Int(number.filter { $0.isASCII && $0.isNumber }) else { return nil }
    return decimal == nil || amount == 0 || amount >= 1000 ? amount : nil
  }

  static func bound(_ text: String) throws(Reason) -> Known<Int> {
    if isUnknown(text) { return .unknown }
    guard let bound = Int(text) else { throw .boundUnreadable(text) }
    return .known(bound)
  }

  static func standing(_ text: String, replacedBy: String) throws(Reason) -> ProcedureVersion.Standing {
    let code = replacedBy.isEmpty ? nil : replacedBy
    if text.isEmpty { return code == nil ? .inForce : .ended(replacedBy: code) }
    guard let found = standings.first(where: { [$0.vi.folded, $0.en.folded].contains(text.folded) }) else {
      throw .standingUnknown(text)
    }
    if case .ended = found.standing { return .ended(replacedBy: code) }
    return found.standing
  }

  static func answer(_ text: String) throws(Reason) -> Bool {
    switch text.folded {
    case "", "?", "khong", "no": false
    case "co", "yes", "x": true
    default: throw .answerUnreadable(text)
    }
  }
}
