extension Dossier {
  /// Folds a dossier's entries, in journal order. An `.undo` removes the effect of the entry that it names; if that is
  /// the first entry, the result is a void dossier that keeps its code. Entries that the province did not accept have
  /// no effect, but may be listed as conflicts. Nil if no entry begins a dossier.
  ///
  /// It never fails: the journal is the only source, and an entry that does not fit changes nothing.
  public static func fold(id: DossierID, entries: some Sequence<RecordedAction>) -> Dossier? {
    var fold = GrowingFold(id: id)
    for entry in entries { fold.append(entry) }
    return fold.dossier()
  }

  /// Sets what a clerk has to check.
  mutating func setAttention(from conflicts: [Conflict], _ held: [RecordedAction]) {
    self.conflicts = conflicts
    self.held = held.compactMap { entry in
      guard case .quarantined(let reason) = entry.verdict else { return nil }
      return HeldEntry(entry: entry.reference, reason: reason)
    }
  }

  /// The reason of a void dossier whose reception the province keeps back.
  public static let heldReason = "Tỉnh giữ lại việc tiếp nhận"

  /// The reason of a void dossier whose reception was undone.
  public static let undoneReason = "Hoàn tác việc tiếp nhận"

  /// Applies one more entry in place, so that a dossier with thousands of notes is not copied for each of them. `.undo`
  /// needs the whole history; use `GrowingFold` for it.
  mutating func advance(by entry: RecordedAction) {
    lastEntry = entry.reference
    lastClerk = entry.clerk
    lastChangedAt = entry.at
    apply(entry)
  }

  /// The dossier that an entry begins; nil if it begins none.
  init?(id: DossierID, beginning entry: RecordedAction) {
    if case .receive(let reception) = entry.action {
      self.init(id: id, reception, entry)
    } else if case .submitOnline(let submission) = entry.action {
      self.init(id: id, submission, entry)
    } else if let row = entry.action.importedRow {
      self.init(id: id, row, entry)
    } else {
      return nil
    }
  }

  private mutating func apply(_ entry: RecordedAction) {
    switch entry.action {
    // The first entry is folded once, and `GrowingFold` handles the entries that change earlier ones.
    case .receive, .submitOnline, .importRow, .undo, .settleConflict, .release: break
    case .eraseScan(let hash, _): eraseScan(hash)
    case .importUpdate(let row): apply(row, ImportedFacts.all.subtracting(row.unsaid))
    case .acceptOnline(let acceptance): accept(acceptance)
    case .assign(let clerk): assignee = clerk
    case .handOver(let newStep, let clerk, let fact): handOver(to: clerk, for: newStep, fact, entry)
    case .takeOver: takeOver(entry)
    case .addComponent(let component): components.append(component)
    case .setComponentForm(let number, let form, let quantity): setForm(of: number, form, quantity)
    case .digitise(let number, let hash): digitise(number, hash)
    case .reuse(let number, let source, let kind): reuse(number, source, kind)
    case .replaceByLookup(let number, let method, let reference): replace(number, method, reference)
    case .requestSupplement(let items, _, let until): requestSupplement(items, until, entry)
    case .receiveSupplement(let received, let came, let newAppointment):
      receiveSupplement(received, came, newAppointment, entry)
    case .requestPayment(let title, let amount): requestPayment(title, amount, entry)
    case .recordPayment(let amount, let method, let newAppointment): pay(amount, method, newAppointment, entry)
    case .refuse(let reason, let basis): close(.refused, entry.at, reason, basis)
    case .withdraw(let reason): close(.withdrawn, entry.at, reason, "")
    case .stop(let reason, let basis): close(.stopped, entry.at, reason, basis)
    case .extend(let reason, let newAppointment): extend(to: newAppointment, reason, entry)
    case .verify(let reason, let newAppointment): verify(until: newAppointment, reason, entry)
    case .complete(let newResult): complete(newResult, entry)
    case .reopen: reopen()
    case .handBack(let recipient, let way):
      handBack = HandBack(at: entry.at, recipient: recipient, delivery: way)
      status = .handedBack
    case .note(let text): notes.append(Note(at: entry.at, by: entry.clerk, text: text))
    case .correct(let field, let value, _): correct(field, value)
    case .recomputeAppointment(let newAppointment, _): recompute(newAppointment, entry)
    case .addCode(let code): add(code)
    case .void(let reason): voidReason = reason
    case .issuePaper(let paper): issue(paper, entry)
    case .sendToSigner: sendToSigner()
    }
  }
}
