import DossierDomain
import OfficeWork

/// What the rules of a procedure say of its result, offices, steps, law and links, as lines for the look-up and the detail
/// screen. What nobody has said has no line.
struct ProcedureFacts {
  let version: ProcedureVersion
  /// In the case that is looked at.
  let outcome: CaseOutcome
  let session: Session
  let day: CivilDate

  private var language: Language { session.language }

  /// A label, and what stands behind it.
  struct Line: Hashable, Sendable {
    var label: String
    var text: String

    init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// In the order in which citizens ask.
  var all: [Line] { results + receivers + deciders + steps + parts + laterProcedures + papersOfOthers + law }

  var results: [Line] {
    outcome.results.map { result in
      var facts: [String] = []
      switch result.kind.value {
      case .paper: facts.append(language.pick("bản giấy", "on paper"))
      case .electronic: facts.append(language.pick("bản điện tử", "electronic"))
      case .noPaper: facts.append(language.pick("không trả giấy", "no paper"))
      case nil: break
      }
      if !result.series.isEmpty { facts.append(language.pick("số …\(result.series)", "number …\(result.series)")) }
      switch result.validity.value {
      case .unlimited: facts.append(language.pick("không thời hạn", "without end"))
      case .months(let count): facts.append(language.pick("giá trị \(count) tháng", "valid for \(count) months"))
      case nil: break
      }
      return Line(
        language.pick("Kết quả", "Result"), result.name + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
      )
    }
  }

  var receivers: [Line] { offices(.receives, language.pick("Nơi nộp", "Handed in at")) }

  var deciders: [Line] { offices(.decides, language.pick("Nơi giải quyết", "Decided by")) }

  private func offices(_ task: OfficeRule.Task, _ label: String) -> [Line] {
    let names = outcome.offices.filter { $0.task == task }.map { $0.who.wording(language) }
    return names.isEmpty ? [] : [Line(label, names.joined(separator: language.pick(" hoặc ", " or ")))]
  }

  /// How many steps there are, and their hours if all are known.
  var steps: [Line] {
    guard !outcome.steps.isEmpty else { return [] }
    let known = outcome.steps.compactMap(\.hours.value)
    let hours = known.reduce(0, +)
    let isWhole = known.count == outcome.steps.count
    let time =
      isWhole
      ? language.pick("\(hours) giờ làm việc", counted(hours, "working hour"))
      : language.pick("chưa rõ hết thời gian", "not all times are known")
    let count = language.pick("\(outcome.steps.count) bước", counted(outcome.steps.count, "step"))
    return [Line(language.pick("Quy trình", "Steps"), "\(count), \(time)")]
  }

  /// The procedures of a group (liên thông).
  var parts: [Line] {
    let names = outcome.parts.map(name)
    return names.isEmpty ? [] : [Line(language.pick("Gồm", "Contains"), names.joined(separator: " · "))]
  }

  /// What the citizen usually needs after it.
  var laterProcedures: [Line] {
    let codes = outcome.links.filter { $0.kind == .usuallyFollowedBy }.map(\.code)
    return codes.isEmpty
      ? [] : [Line(language.pick("Sau đó thường cần", "Usually next"), codes.map(name).joined(separator: " · "))]
  }

  /// Which papers another procedure of the catalogue gives.
  var papersOfOthers: [Line] {
    outcome.papers.flatMap { paper in Self.givers(of: paper.name, in: version.code, session, day) }
  }

  var law: [Line] {
    outcome.law.isEmpty ? [] : [Line(language.pick("Căn cứ", "Law"), outcome.law.text)]
  }

  /// Under which other numbers it is known.
  var codes: [Line] {
    let names = version.rules.names
    let codes = [
      names.portalID.isEmpty ? nil : language.pick("mã trên cổng ", "portal ") + names.portalID,
      names.sectorCode.isEmpty ? nil : language.pick("mã lĩnh vực ", "field ") + names.sectorCode,
    ].compactMap { $0 }
    return codes.isEmpty ? [] : [Line(language.pick("Mã khác", "Other codes"), codes.joined(separator: " · "))]
  }

  private func name(_ code: String) -> String { Self.name(code, session, day) }

  /// `1.001193 Khai sinh`
  static func name(_ code: String, _ session: Session, _ day: CivilDate) -> String {
    session.office.catalogue.version(of: code, on: day).map { "\(code) \($0.shortName)" } ?? code
  }

  /// A line for a paper that another procedure gives.
  static func givers(of paper: String, in code: String, _ session: Session, _ day: CivilDate) -> [Line] {
    // No key waits until all decisions are read; the screens ask for that when they open.
    guard session.office.catalogue.isReady else { return [] }
    let givers = session.office.catalogue.givers(of: paper, in: code, on: day)
    guard !givers.isEmpty else { return [] }
    let names = givers.map { "\($0.code) \($0.shortName)" }.joined(separator: session.language.pick(" hoặc ", " or "))
    return [Line(paper, session.language.pick("làm ở thủ tục ", "given by ") + names)]
  }
}

extension CaseOutcome {
  /// The codes of the procedures that a group contains.
  var parts: [String] { links.filter { $0.kind == .contains }.map(\.code) }
}
