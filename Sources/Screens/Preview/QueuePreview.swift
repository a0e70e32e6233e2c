import DossierDomain
import OfficeWork
import Terminal

/// The details of the selected dossier. Until they arrive, only the facts of the row are shown. The dossier of the row
/// to which the cursor will probably move next is fetched ahead, so that the next key shows everything at once.
struct QueuePreview: Equatable, Sendable {
  /// The dossier that was requested last.
  var asked: DossierID?
  var pending: Request<DossierCard?>?
  var card: DossierCard?
  var dossier: Dossier? { card?.dossier }
  private var ahead: DossierCard?
  private var pendingAhead: Request<DossierCard?>?
  private var askedAhead: DossierID?
  /// The direction in which the cursor moved last.
  private var step = 1

  /// Marks the facts as possibly outdated; they stay on the screen until new ones arrive.
  mutating func forget() {
    (asked, ahead, pendingAhead, askedAhead) = (nil, nil, nil, nil)
  }

  /// - Parameter step: 1 if the cursor moved downwards, -1 if it moved upwards.
  /// - Returns: whether the dossier has to be requested.
  fileprivate mutating func select(_ row: QueueRow, step: Int) -> Bool {
    let id = row.id
    self.step = step
    (asked, pending) = (id, nil)
    let (fetched, number, expected) = (ahead, pendingAhead, askedAhead)
    // A newer request cancels the one fetched ahead, which then gets no answer.
    (ahead, pendingAhead, askedAhead) = (nil, nil, nil)
    if row.isHidden { return false }
    if let fetched, fetched.dossier.id == id {
      card = fetched
      return false
    }
    if let number, expected == id {
      pending = number
      return false
    }
    return true
  }

  mutating func receive(_ reply: Reply) {
    if let card = reply.resolve(&pending)?.response { self.card = card }
    if let card = reply.resolve(&pendingAhead)?.response { ahead = card }
  }

  /// What was read of a dossier, of the cursor's row or ahead.
  func card(of id: DossierID) -> DossierCard? { [card, ahead].compactMap { $0 }.first { $0.dossier.id == id } }

  /// The row whose dossier may be fetched ahead now; nil while the present one is not answered. What is done applies to the only
  /// marked row, wherever the cursor is, so that this one comes before the next one.
  fileprivate func next(after index: Int, _ rows: [QueueRow], marked: QueueRow?) -> QueueRow? {
    guard pending == nil, pendingAhead == nil else { return nil }
    let next = marked ?? (rows.indices.contains(index + step) ? rows[index + step] : nil)
    guard let next, !next.isHidden, next.id != askedAhead else { return nil }
    return next
  }

  fileprivate mutating func expect(_ id: DossierID, _ request: Request<DossierCard?>) {
    (askedAhead, pendingAhead) = (id, request)
  }
}

extension Dossier {
  /// The number under which the applicant is called, otherwise the owner; empty if neither gave one.
  var phone: String { [applicant, owner].compactMap { $0?.phone }.first { !$0.isEmpty } ?? "" }

  /// What the citizen was asked for and has not brought; nil if nothing is awaited.
  func awaited(_ language: Language) -> String? {
    switch status {
    case .supplementRequested:
      supplementRequests.last { $0.receivedAt == nil }.map { $0.missing.joined(separator: "; ") }
    case .paymentRequested:
      payments.last { $0.paidAt == nil }.map { payment in
        [payment.title, payment.amount.map { moneyText($0) } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      }
    case .registered, .received, .refused, .inProgress, .withdrawn, .stopped, .completed, .handedBack: nil
    }
  }
}

extension QueueRow {
  /// Whether the row is of a confidential dossier that the clerk may not see.
  fileprivate var isHidden: Bool { ownerName == nil }
}

extension QueueState {
  /// Requests the dossier if another row is selected, or if its facts may have changed; then the dossier of the next
  /// row.
  mutating func followSelection(_ session: inout Session) -> [Effect] {
    guard let row = selectedRow else { return [] }
    let index = index
    // The previous row is looked up again, because a page may have been inserted before it.
    let isUpwards = rows[index...].contains { $0.id == preview.asked }
    if preview.asked != row.id, preview.select(row, step: isUpwards ? -1 : 1) {
      let request: Request<DossierCard?> = session.request()
      preview.pending = request
      return [.ask(.preview(request, row.id, viewer: session.viewer))]
    }
    let marked = marks.count == 1 ? marks.rows.first { $0.id != row.id } : nil
    guard let next = preview.next(after: index, rows, marked: marked) else { return [] }
    let request: Request<DossierCard?> = session.request()
    preview.expect(next.id, request)
    return [.ask(.preview(request, next.id, viewer: session.viewer))]
  }

  func previewed(_ row: QueueRow, _ session: Session, _ now: Instant) -> DossierPreview {
    DossierPreview(row, preview.dossier, session, now)
  }
}
