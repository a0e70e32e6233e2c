import VietnameseText

extension Decision {
  /// The portal asks no questions, so that the usual answers count where the clerk gives none. Whether the procedure is received
  /// at all is a matter of the day; papers, limit and fee are those of the version that the submission names, which the dossier
  /// keeps. Where that one is not known here, the version in force is the only one that can be used.
  func acceptOnline(
    _ assignee: ClerkID?, _ days: Int?, _ given: CaseAnswers, _ reasonHere: String
  ) throws(Denial) -> DossierAction {
    try believed(context)
    guard let code = context.nextCode else { throw .codeUnavailable }
    let inForce = try receivable(dossier.procedure.code, context).version
    let version = context.version(of: dossier.procedure) ?? inForce
    let answers = answers(given, through: .online, about: dossier.owner, context, of: version)
    let applying = try decidedOutcome(of: version, answers)
    try receivedHere(applying, because: reasonHere, context)
    let quote = applying.quote(.one)
    var acceptance = Acceptance(
      code: code, receivedAt: context.now,
      appointment: try appointment(of: version, applying.limit, days: days, context), fee: quote.total,
      assignee: assignee)
    if context.recordsSteps {
      acceptance.caseRecord = context.caseRecord(of: version, answers, applying, quote)
      acceptance.needs = needs(by: applying.papers)
    }
    acceptance.step = applying.steps.first.flatMap(context.begin)
    return .acceptOnline(acceptance)
  }

  /// Only of the papers that the submission names as the rules do, or by their codes on the portal.
  private func needs(by papers: [PaperRule]) -> [Acceptance.PaperNeed] {
    dossier.components.compactMap { component in
      let paper = papers.first {
        $0.name.nameKey == component.name.nameKey || (!$0.portalCode.isEmpty && $0.portalCode == component.name)
      }
      guard let paper, paper.needInDossier != component.need else { return nil }
      return Acceptance.PaperNeed(paper: component.number, need: paper.needInDossier)
    }
  }
}
