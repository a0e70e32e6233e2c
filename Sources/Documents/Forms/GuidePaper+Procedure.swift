import DossierDomain
import VietnameseText

extension GuidePaper {
  /// What the version asks for under these answers; a question that is still open counts by its usual answer.
  public init(_ version: ProcedureVersion, _ given: CaseAnswers, issue: PaperIssuer) {
    let outcome = version.outcome(given.withUsual(of: version))
    let papers = version.casePapers.first { $0.name == outcome.chosen?.name } ?? version.casePapers.first
    let rules = Dictionary(version.paperRules.map { ($0.name, $0) }) { first, _ in first }
    func paper(_ name: String) -> Paper { Paper(name, form: rules[name]?.form.value, count: rules[name]?.count.value) }
    let needed = (papers?.needed ?? []).map { Item($0.map(paper)) }
    let dependent = (papers?.ifSo ?? []).map { Item([paper($0.paper)], condition: $0.question) }
    let stages = outcome.limit?.stages ?? []
    let receivers = outcome.offices.filter { $0.task == .receives }
    self.init(
      procedure: version.name, code: version.code, caseName: outcome.chosen?.name ?? "", items: needed + dependent,
      limit: stages.contains { $0.limit == .unknown } ? "" : stages.map(\.onPaper).joined(separator: " + "),
      verification: outcome.limit?.verification.map { $0 == .unknown ? "" : $0.wording(.vi) } ?? "",
      fees: outcome.fees.map { ($0.name, $0.amount.onPaper(issue.words)) },
      reductions: outcome.reductions.map(\.reason),
      offices: receivers.isEmpty ? [issue.desk].filter { !$0.isEmpty } : receivers.map { $0.who.wording(.vi) },
      results: outcome.results.map(\.name), law: outcome.law.map(\.text).unique, isChecked: version.isChecked,
      issue: issue)
  }
}

extension LimitRule.Stage {
  fileprivate var onPaper: String { name.isEmpty ? limit.wording(.vi) : "\(name): \(limit.wording(.vi))" }
}

extension FeeItem.Amount {
  /// Empty if it is not known.
  fileprivate func onPaper(_ words: AmountInWords) -> String {
    switch self {
    case .unknown: return ""
    case .fixed(0): return "không thu"
    case .fixed(let amount): return amount.money(in: words)
    case .each(let rate, .copy): return "\(moneyText(rate)) một bản"
    case .each(let rate, .matter): return "\(moneyText(rate)) một việc"
    case .pages(let rates, let cap):
      let pages = rates.enumerated().map { place, rate in
        place == rates.count - 1 && place > 0
          ? "từ trang \(place + 1) \(moneyText(rate))" : "trang \(place + 1) \(moneyText(rate))"
      }
      return (pages + (cap.map { ["nhiều nhất \(moneyText($0)) một bản"] } ?? [])).joined(separator: ", ")
    }
  }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
