import DossierDomain

/// How a fact of a procedure is written: as a cell that can be read again, or in words for people.
struct FactWriting: Sendable {
  var language: Language
  private var isShown: Bool

  static func cell(_ language: Language) -> FactWriting { FactWriting(language: language, isShown: false) }

  /// With the units of amounts and periods, and with names where a cell has the short names that sheets have for each other.
  static func shown(_ language: Language) -> FactWriting { FactWriting(language: language, isShown: true) }

  func pick(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String { language.pick(vi(), en()) }

  func either(cell: @autoclosure () -> String, shown: @autoclosure () -> String) -> String {
    isShown ? shown() : cell()
  }

  var unknown: String { either(cell: "?", shown: pick("chưa rõ", "not known")) }

  /// In đồng, with points between thousands; the unit of a cell stands in its heading.
  func money(_ amount: Int) -> String {
    either(cell: String(moneyText(amount).dropLast(2)), shown: moneyText(amount))
  }

  /// A bound on how often something may be done.
  func times(_ count: Known<Int>) -> String { number(count) { pick("\($0) lần", counted($0, "time")) } }

  /// A number of copies.
  func copies(_ count: Known<Int>) -> String {
    number(count) { pick("\($0) bản", $0 == 1 ? "1 copy" : "\($0) copies") }
  }

  /// A count of hours or days as a time limit says it.
  func period(_ count: Known<Int>, _ limit: (Int) -> TimeLimit) -> String {
    number(count) { limit($0).wording(language) }
  }

  private func number(_ count: Known<Int>, _ shown: (Int) -> String) -> String {
    guard let count = count.value else { return unknown }
    return either(cell: String(count), shown: shown(count))
  }

  func heading(_ heading: (vi: String, en: String)) -> String {
    let heading = pick(heading.vi, heading.en)
    // Shown values have their unit with them.
    return either(cell: heading, shown: heading.firstIndex(of: "(").map { heading[..<$0].trimmingBlanks } ?? heading)
  }
}
