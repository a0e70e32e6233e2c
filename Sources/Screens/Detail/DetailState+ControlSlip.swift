import DossierDomain
import OfficeWork
import Terminal

extension DetailState {
  /// The control slip, form 06: who handed over, who received, when, and whether in time.
  func controlSlip(_ card: DossierCard, _ session: Session, _ width: Int) -> [DetailLine] {
    let language = session.language
    let (second, third) = (width * 3 / 8, width * 59 / 80)
    let dossier = card.dossier
    var lines = [
      DetailLine(
        (1, language.pick("Giao", "Handed over"), .heading), (second, language.pick("Nhận", "Taken over"), .heading),
        (third, language.pick("Bước", "Step"), .heading))
    ]
    if let receivedAt = dossier.receivedAt {
      lines.append(
        DetailLine(
          (1, dossier.owner.name, .text), (second, "\(receivedAt.clockAndDate)", .text),
          slip(dossier.receptionStep, .reception, 0, dossier, session, at: third)))
    }
    for (number, step) in dossier.handOvers.enumerated() {
      let taken = step.takenAt.map { "\(session.name(of: step.to)) \($0.civilTime) \($0.civilDate.dayAndMonth)" }
      lines.append(
        DetailLine(
          (
            1, "\(session.name(of: step.givenBy)) \(step.givenAt.civilTime) \(step.givenAt.civilDate.dayAndMonth)",
            .text
          ),
          (
            second, taken ?? "\(receiver(of: step, dossier, session)) · \(language.pick("chưa nhận", "not taken yet"))",
            taken == nil ? .warning : .text
          ),
          slip(step.fact, step.step, number + 1, dossier, session, at: third)))
    }
    for verification in dossier.verifications {
      lines.append(
        DetailLine(
          (1, language.pick("Xác minh", "Verification"), .text), (second, verification.at.clockAndDate, .text),
          (third, language.pick("hẹn ", "due ") + verification.newDueAt.clockAndDate, .text)))
    }
    if let resolvedAt = dossier.resolvedAt {
      let punctuality = dossier.punctuality?.wording(language) ?? ""
      lines.append(
        DetailLine(
          (1, language.pick("Giải quyết xong", "Resolved"), .text), (second, resolvedAt.clockAndDate, .text),
          (third, punctuality, .strong)))
    }
    if let handBack = dossier.handBack {
      lines.append(
        DetailLine(
          (1, language.pick("Trả kết quả", "Handed back"), .text), (second, handBack.at.clockAndDate, .text),
          (third, handBack.recipient, .text)))
    }
    return lines
  }

  /// A step of the control slip with its deadline, and whether it was done in time.
  private func slip(
    _ fact: StepFact?, _ kind: ProcessingStep, _ number: Int, _ dossier: Dossier, _ session: Session, at column: Int
  ) -> (column: Int, text: String, role: Role) {
    let language = session.language
    guard let fact else { return (column, kind.wording(language), .text) }
    guard let due = fact.dueAt else { return (column, fact.name, .text) }
    // After a reopening nobody knows when the last step ended.
    let isPresent = number == dossier.handOvers.count && dossier.runningStepDueAt != nil
    let isLate = (dossier.end(ofStep: number) ?? (isPresent ? session.moment : nil)).map { $0 > due }
    let standing = isLate.map {
      $0 ? language.pick(", quá hạn", ", late") : isPresent ? "" : language.pick(", đúng hạn", ", in time")
    }
    let until = "\(due.civilTime) \(due.civilDate.dayAndMonth)"
    let text = language.pick("\(fact.name), hạn \(until)", "\(fact.name), due \(until)") + (standing ?? "")
    return (column, text, isLate == true ? .warning : .text)
  }

  /// The receiver of a step: a clerk, the deciding office, or whoever does that step.
  private func receiver(of step: HandOver, _ dossier: Dossier, _ session: Session) -> String {
    guard step.to == nil else { return session.name(of: step.to) }
    return dossier.decidingOffice == dossier.receivingOffice
      ? session.language.pick("ai làm bước đó", "whoever does it")
      : AdministrativeUnits.quangTri.unit(of: dossier.decidingOffice).map { "\($0.kind.rawValue) \($0.name)" }
        ?? session.language.pick("nơi giải quyết", "the deciding office")
  }
}
