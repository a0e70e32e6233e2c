import DossierDomain

extension ReceiptPaper {
  /// - Parameters:
  ///   - version: the version of its reception; nil if it is not known here.
  ///   - book: number of the volume and place in it, if the office keeps form 07 on paper.
  public init(
    _ dossier: Dossier, version: ProcedureVersion?, book: String = "", bookOrdinal: String = "", issue: PaperIssuer
  ) {
    self.init(
      subject: PaperSubject(receiptOf: dossier), rows: dossier.components.compactMap(Row.init), sets: dossier.copies,
      limit: dossier.limitOnPaper(version), receivedAt: dossier.receivedAt, dueAt: dossier.promisedAt,
      delivery: dossier.delivery.onPaper(issue.desk), book: book, bookOrdinal: bookOrdinal, issue: issue)
  }
}

extension PaperSubject {
  /// Behind what is asked for stands what was counted for the fee, so that the citizen can check it:
  /// `(3 bản: 3 × (2 × 2.000) = 12.000 đ)`.
  init(receiptOf dossier: Dossier) {
    self.init(dossier)
    let counts = dossier.caseRecord.fee.compactMap { line in
      line.count.map { "\($0.wording(.vi)): \(line.wording(.vi))" }
    }
    if !counts.isEmpty { content += " (\(counts.joined(separator: "; ")))" }
  }
}

extension ReceiptPaper.Row {
  /// Nil for a paper that was not handed in and stands in for none.
  init?(_ component: Component) {
    let name = component.name
    func marked(_ how: String) -> Self { Self("\(name) (\(how))") }
    switch component.form {
    case .original: self.init(name, originals: component.quantity)
    case .certifiedCopy: self.init(name, certified: component.quantity)
    case .photocopy: self.init(name, photocopies: component.quantity)
    case .electronic, .reused: self = marked(component.form.wording(.vi))
    case .replacedByLookup:
      let method = component.lookupMethod.map { ": \($0.wording(.vi))" } ?? ""
      self = marked(component.form.wording(.vi) + method)
    case .missing, .notApplicable: return nil
    }
  }
}

extension Dossier {
  /// The time limit in words; empty if it is not known.
  func limitOnPaper(_ version: ProcedureVersion?) -> String {
    if let days = appointment?.enteredDays { return TimeLimit.workingDays(days).wording(.vi) }
    let stages = caseRecord.limit.isEmpty ? [version?.timeLimit ?? .unknown] : caseRecord.limit
    return stages.contains(.unknown) ? "" : stages.map { $0.wording(.vi) }.joined(separator: " + ")
  }
}

extension ResultDelivery {
  /// `TTPVHCC xã La Lay (tại quầy)`
  func onPaper(_ desk: String) -> String {
    switch self {
    case .atDesk: desk.isEmpty ? "" : "\(desk) (\(wording(.vi)))"
    case .post, .electronic: wording(.vi)
    }
  }
}
