import DossierDomain
import OfficeWork
import Terminal

extension DetailState {
  /// The tab's content, one element per line.
  func lines(_ session: Session, width: Int) -> [DetailLine] {
    guard let card else { return [] }
    // Each paper has one line, because the cursor chooses papers; the full name of the chosen one is drawn below the
    // list.
    if tab == .components { return components(card, session, width) }
    let lines: [DetailLine] =
      switch tab {
      case .components: []
      case .overview: overview(card.dossier, session)
      case .timeline: timeline(card, session)
      case .controlSlip: controlSlip(card, session, width)
      case .fees: fees(card.dossier, session)
      case .result: result(card.dossier, session)
      }
    return lines.flatMap { $0.broken(at: width) }
  }

  func lineCount(_ session: Session) -> Int { lines(session, width: session.size.columns).count }

  func pair(_ label: String, _ value: String, _ role: Role = .text) -> DetailLine? {
    value.isEmpty ? nil : DetailLine((1, label, .heading), (20, value, role))
  }

  private func overview(_ dossier: Dossier, _ session: Session) -> [DetailLine] {
    let language = session.language
    let received = [dossier.receivedAt?.clockAndDate, dossier.onBlank?.wording(language)].compactMap(\.self)
      .joined(separator: " · ")
    let awaited = dossier.supplementRequests.filter { $0.receivedAt == nil }.flatMap(\.items).joined(separator: "; ")
    let closing = dossier.closing.map { "\($0.reason) \($0.legalBasis)" } ?? ""
    let matter = [
      pair(language.pick("Mã hồ sơ", "Code"), dossier.codes.map(\.text).joined(separator: " · ")),
      pair(language.pick("Thủ tục", "Procedure"), "\(dossier.procedure.code) \(dossier.procedure.name)"),
      pair(language.pick("Trường hợp", "Case"), dossier.caseRecord.name),
      pair(
        language.pick("Trạng thái", "Status"),
        dossier.isVoid
          ? language.pick("Đã hủy", "Void")
          : "\(dossier.status.wording(language)) · \(dossier.step.wording(language))", .strong),
    ]
    let reception = [
      pair(
        language.pick("Người giữ", "Assignee"),
        dossier.assignee == nil ? language.pick("chưa phân công", "nobody yet") : session.name(of: dossier.assignee)),
      pair(language.pick("Mẹ, vợ, chồng", "Mother, spouse"), dossier.owner.relative),
      pair(language.pick("Kênh nộp", "Channel"), dossier.channelWording(language)),
      pair(language.pick("Tiếp nhận", "Received"), received),
      pair(language.pick("Nội dung", "Request"), dossier.summary),
      pair(language.pick("Xác minh", "Verification"), dossier.verifications.last.map { verified($0, language) } ?? ""),
      pair(
        language.pick("Chờ bổ sung", "Awaited"),
        awaited
          + (dossier.supplementUntil(session).map { language.pick(" · đến \($0.slashed)", " · until \($0.slashed)") }
            ?? ""),
        .warning),
      pair(
        language.pick("Bản sao", "Copies"), dossier.certified.map { $0.wording(language) }.joined(separator: "; ")),
      pair(language.pick("Số chứng thực", "Book number"), dossier.standingNumbering?.wording ?? "", .strong),
      pair(language.pick("Số bộ", "Sets"), String(dossier.copies)),
      pair(
        language.pick("Nhận kết quả", "Result"),
        [dossier.delivery.wording(language), dossier.deliveryPlace].filter { !$0.isEmpty }.joined(separator: " · ")),
      pair(language.pick("Nơi giải quyết", "Decided by"), decidingOffice(of: dossier, session) ?? ""),
      pair(language.pick("Kết thúc", "Closed"), closing, .warning),
      pair(language.pick("Gửi tỉnh", "Delivery"), card?.delivery.wording(language) ?? ""),
    ]
    let procedure = facts.map { pair($0.label, $0.text) }
    let notes = dossier.notes.suffix(5).map {
      DetailLine(
        (1, language.pick("Ghi chú", "Note"), .heading),
        (20, "\($0.at.civilDate.dayAndMonth) \(session.name(of: $0.by)): \($0.text)", .text))
    }
    return (matter + step(dossier, session) + people(of: dossier, session) + reception + procedure).compactMap { $0 }
      + notes
  }

  /// The step of the internal procedure: whose work it is, until when, who signs and who takes part.
  private func step(_ dossier: Dossier, _ session: Session) -> [DetailLine?] {
    guard let fact = dossier.stepFact, !dossier.status.isFinal, !dossier.isVoid else { return [] }
    let language = session.language
    let rule = card?.steps.first { $0.id == fact.id }
    let isLate = dossier.runningStepDueAt.map { $0 < session.moment } ?? false
    let due =
      fact.dueAt.map { $0.clockAndDate + (isLate ? language.pick(" · quá hạn của bước", " · late") : "") }
      ?? language.pick("chưa rõ", "not known")
    return [
      pair(
        language.pick("Bước nội bộ", "Internal step"),
        [fact.name, rule?.role?.wording(language)].compactMap { $0 }.joined(separator: " · "), .strong),
      pair(language.pick("Hạn của bước", "Step due"), due, isLate ? .warning : .text),
      pair(language.pick("Ký ở bước này", "Signs"), rule?.signer ?? ""),
      pair(language.pick("Phối hợp", "Takes part"), rule?.partner ?? ""),
    ]
  }

  private func verified(_ verification: Extension, _ language: Language) -> String {
    let (old, new) = (verification.oldDueAt.clockAndDate, verification.newDueAt.clockAndDate)
    return language.pick("\(verification.reason), hẹn \(old) → \(new)", "\(verification.reason), due \(old) → \(new)")
  }

  /// Nil if this office decides.
  private func decidingOffice(of dossier: Dossier, _ session: Session) -> String? {
    if !dossier.decidingOfficeName.isEmpty { return dossier.decidingOfficeName }
    guard dossier.decidingOffice != session.office.office.id else {
      return dossier.receivingOffice == dossier.decidingOffice
        ? nil : session.language.pick("đơn vị này, nơi khác nhận hộ", "this office; another one received it")
    }
    return AdministrativeUnits.quangTri.unit(of: dossier.decidingOffice)?.fullName
      ?? session.language.pick("đơn vị khác", "another office")
  }

  private func components(_ card: DossierCard, _ session: Session, _ width: Int) -> [DetailLine] {
    let language = session.language
    let (formColumn, stateColumn) = Self.paperColumns(width)
    let missing = Set(card.dossier.components.missing.map(\.number))
    return card.dossier.components.map { component in
      DetailLine(
        (1, "\(component.number). \(component.name)", .text),
        (formColumn, component.countWording(language), missing.contains(component.number) ? .warning : .text),
        (stateColumn, origin(of: component, card, language), component.isDigitised ? .good : .muted))
    }
  }

  /// The columns of the form and of the state of digitisation in the tab of papers. On a wide screen a source has room,
  /// which is the code of a dossier.
  static func paperColumns(_ width: Int) -> (form: Int, state: Int) {
    let form = max(26, width - 36 - min(12, max(0, (width - 80) / 2)))
    return (form, form + 18)
  }

  /// The source of a paper that was not handed in, whether it is digitised, or how far its scan has been transferred.
  func origin(of component: Component, _ card: DossierCard, _ language: Language) -> String {
    switch component.form {
    case .replacedByLookup: component.lookupMethod?.wording(language) ?? component.source
    case .reused: component.source
    case .missing, .notApplicable: "–"
    case .original, .certifiedCopy, .photocopy, .electronic:
      switch card.attachments[component.blobHash] {
      case nil, .here: component.digitisation.wording(language)
      case .some(let progress): progress.wording(language)
      }
    }
  }

  private func timeline(_ card: DossierCard, _ session: Session) -> [DetailLine] {
    let language = session.language
    var undone: Set<EntryReference> = []
    var released: Set<EntryReference> = []
    for entry in card.timeline where entry.verdict.counts {
      if case .undo(let reference) = entry.action { undone.insert(reference) }
      if case .release(let reference) = entry.action { released.insert(reference) }
    }
    let older =
      card.isFolded
      ? [DetailLine((1, language.pick("… các bước trước đó ở tỉnh", "… earlier steps are at the province"), .muted))]
      : []
    return older
      + card.timeline.map { entry in
        let action = showsNumbers(at: session.moment) ? entry.action : entry.action.masked
        let words = action.wording(language) { session.name(of: $0) }
        var mark: String?
        if undone.contains(entry.reference) { mark = language.pick("đã hoàn tác", "undone") }
        // A decision that lost stays in the timeline, with the reason why it has no effect.
        if !released.contains(entry.reference),
          let reason = entry.verdict.wording(language, winner: winner(of: entry, in: card, session))
        {
          mark = language.pick("không có hiệu lực: \(reason)", "without effect: \(reason)")
        }
        return DetailLine(
          (1, entry.at.clockAndDate, .muted), (19, session.name(of: entry.clerk), .heading),
          (40, (mark.map { "(\($0)) " } ?? "") + words, mark == nil ? .text : .muted))
      }
  }

  private func winner(of entry: RecordedAction, in card: DossierCard, _ session: Session) -> String? {
    guard case .conflicted(let first, _) = entry.verdict else { return nil }
    return card.timeline.first { $0.reference == first }.map {
      "\(session.name(of: $0.clerk)) \($0.at.civilTime) \($0.at.civilDate.dayAndMonth)"
    }
  }

  private func fees(_ dossier: Dossier, _ session: Session) -> [DetailLine] {
    let language = session.language
    var lines = [
      pair(language.pick("Lệ phí", "Fee"), dossier.fee.map(moneyText) ?? language.pick("chưa rõ", "not known"))
    ].compactMap { $0 }
    lines += computed(dossier.caseRecord, language)
    for payment in dossier.payments {
      let paid = payment.paidAt.map {
        "\(language.pick("đã thu", "paid")) \(payment.paidAmount.map(moneyText) ?? "") \(payment.method?.wording(language) ?? "") \($0.clockAndDate)"
      }
      lines.append(
        DetailLine(
          (1, payment.title.isEmpty ? language.pick("Khoản thu", "Payment") : payment.title, .text),
          (30, payment.amount.map(moneyText) ?? language.pick("chưa rõ", "not known"), .text),
          (46, paid ?? language.pick("chưa nộp", "not paid"), paid == nil ? .warning : .good)))
    }
    return lines
  }

  /// How the reception came to the fee.
  private func computed(_ record: CaseRecord, _ language: Language) -> [DetailLine] {
    let lines = record.fee.map { pair($0.name, $0.wording(language)) }
    return (lines + [pair(language.pick("Giảm, miễn", "Reduced"), record.reduction)]).compactMap { $0 }
  }

  private func result(_ dossier: Dossier, _ session: Session) -> [DetailLine] {
    let language = session.language
    guard let result = dossier.result else {
      return [
        DetailLine((1, language.pick("Chưa có kết quả. X: ghi kết quả.", "No result yet. X records it."), .muted))
      ]
    }
    return [
      pair(
        language.pick("Kết quả", "Result"),
        result.approved ? language.pick("chấp thuận", "granted") : language.pick("không chấp thuận", "not granted"),
        .strong),
      pair(language.pick("Tên văn bản", "Title"), result.title),
      pair(language.pick("Số, ký hiệu", "Number"), result.documentNumber),
      pair(language.pick("Giá trị", "Validity"), session.office.validity(of: dossier, language) ?? ""),
      pair(language.pick("Người ký", "Signer"), result.signer), pair(language.pick("Lý do", "Reason"), result.reason),
      pair(language.pick("Xong lúc", "Resolved"), dossier.resolvedAt?.clockAndDate ?? ""),
      pair(
        language.pick("Đã trả", "Handed back"),
        dossier.handBack.map { "\($0.recipient), \($0.delivery.wording(language)), \($0.at.clockAndDate)" } ?? ""),
    ].compactMap { $0 }
  }
}
