/// The text of rules that goes into the hash of a version: a line for each fact, its values divided by tabs. No text of a
/// rule contains either. Like all of the canonical text it never changes for rules that were decided once.
extension ProcedureRules {
  var canonicalText: String {
    let lines =
      questions.map { ["question", $0.id, $0.text] + $0.answers }
      + questions.compactMap { question in question.usual.map { ["usual", question.id, "\($0)"] } }
      + questions.compactMap { question in
        question.derivation.map { ["birth", question.id, "\($0.daysSinceBirth)", "\($0.answer)"] }
      }
      + cases.map { ["case", $0.id, $0.name, $0.condition.canonicalText] }
      + papers.map(\.canonicalValues) + fees.map(\.canonicalValues) + reductions.map(\.canonicalValues)
      + limits.map(\.canonicalValues)
      + results.map(\.canonicalValues) + steps.map(\.canonicalValues) + offices.map(\.canonicalValues)
      + links.map(\.canonicalValues) + law.map(\.canonicalValues) + names.canonicalLines
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
      + (bounds == ProcedureBounds() ? [] : ["bounds " + bounds.canonicalText])
  }
}

extension ResultRule {
  fileprivate var canonicalValues: [String] {
    let validity =
      switch validity.value {
      case .unlimited?: "unlimited"
      case .months(let count)?: "\(count) months"
      case nil: "?"
      }
    return [
      "result", name, kind.value.map { "\($0.rawValue)" } ?? "?", applies.canonicalText, series, validity, portalCode,
    ]
  }
}

extension StepRule {
  fileprivate var canonicalValues: [String] {
    [
      "step", id, name, "\(step.rawValue)", applies.canonicalText, role.map { "\($0.rawValue)" } ?? "-",
      hours.value.map(String.init) ?? "?", signer, partner,
    ]
  }
}

extension OfficeRule {
  fileprivate var canonicalValues: [String] {
    let who =
      switch who {
      case .communeOfResidence: "residence"
      case .anyCommuneOfProvince: "province"
      case .anyCommune: "country"
      case .unit(let code): "unit \(code)"
      case .named(let name): "named \(name)"
      }
    return ["office", "\(task.rawValue)", who, applies.canonicalText]
  }
}

extension ProcedureLink {
  fileprivate var canonicalValues: [String] {
    let kind =
      switch kind {
      case .contains: "contains"
      case .resultIsPaper(let paper): "result_is_paper \(paper)"
      case .usuallyFollowedBy: "followed_by"
      }
    return ["link", kind, code, applies.canonicalText]
  }
}

extension LegalText {
  fileprivate var canonicalValues: [String] { ["law", number, title, article, applies.canonicalText] }
}

extension ProcedureNames {
  fileprivate var canonicalLines: [[String]] {
    let texts = [("short", short), ("sector", sectorCode), ("portal", portalID)].filter { !$0.1.isEmpty }
    return texts.map { [$0.0, $0.1] } + [["initials"] + initials, ["phrases"] + phrases].filter { $0.count > 1 }
  }
}
