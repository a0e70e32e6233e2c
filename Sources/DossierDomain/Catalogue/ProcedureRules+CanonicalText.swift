/// The text of rules that goes into the hash of a version: a line for each fact, its values divided by tabs. No text of a
/// rule contains either. Like all of the canonical text it never changes for rules that were decided once.
extension ProcedureRules {
  var canonicalText: String {
    let lines =
      questions.map { ["question", $0.id, $0.text] + $0.answers }
      + questions.compactMap { question in question.usual.map { ["usual", question.id, "\($0)"] } }
      + cases.map { ["case", $0.id, $0.name, $0.condition.canonicalText] }
      + papers.map(\.canonicalValues) + fees.map(\.canonicalValues) + reductions.map(\.canonicalValues)
      + limits.map(\.canonicalValues)
    return lines.map { "\n" + $0.joined(separator: "\t") }.joined()
  }
}

extension CaseCondition {
  /// `question=1,2&other=1`; empty if it always holds.
  fileprivate var canonicalText: String {
    facts.map { $0.question + "=" + $0.answers.map(String.init).joined(separator: ",") }.joined(separator: "&")
  }
}

extension Applicability {
  fileprivate var canonicalText: String { cases.joined(separator: ",") + "/" + condition.canonicalText }
}

extension PaperRule {
  fileprivate var canonicalValues: [String] {
    let need =
      switch need {
      case .byName: "by_name"
      case .required: "required"
      case .oneOf(let group): "one_of " + group
      }
    return [
      "paper", name, need, applies.canonicalText, form.value.map { "\($0.rawValue)" } ?? "?",
      count.value.map(String.init) ?? "?", formNumber, replacedBy, portalCode, note,
    ]
  }
}

extension FeeItem {
  fileprivate var canonicalValues: [String] {
    let amount =
      switch amount {
      case .unknown: "?"
      case .fixed(let amount): "fixed \(amount)"
      case .each(let amount, let unit): "each \(amount) \(unit.rawValue)"
      case .pages(let rates, let cap):
        "pages " + rates.map(String.init).joined(separator: ",") + (cap.map { " cap \($0)" } ?? "")
      }
    return ["fee", name, kind.value.map { "\($0.rawValue)" } ?? "?", applies.canonicalText, amount]
  }
}

extension FeeReduction {
  fileprivate var canonicalValues: [String] {
    ["reduction", id, reason, proof, "\(percent)", applies.canonicalText]
  }
}

extension LimitRule {
  fileprivate var canonicalValues: [String] {
    ["limit", applies.canonicalText, verification?.canonicalText ?? "-"]
      + stages.map { $0.name + " " + $0.limit.canonicalText }
  }
}
