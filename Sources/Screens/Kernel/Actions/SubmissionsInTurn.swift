import DossierDomain
import OfficeWork

/// Online submissions that were left out of an act on several, because questions of their cases are open. They are asked about one
/// after another, since an answer may mean something else for each; Escape leaves one out.
struct SubmissionsInTurn: Equatable, Sendable {
  /// The one whose turn it is comes first.
  var rows: [QueueRow]
  /// What was answered for all of them.
  let answers: Contents
  /// Reads the first one; nil once it is there.
  var pending: Request<DossierCard?>?
}

extension App {
  /// Called before the act is reported.
  mutating func takeTurns(after number: RequestNumber, _ outcomes: [ActOutcome]) -> [Effect] {
    guard let act = session.running[number], act.clerk == session.clerk?.id, number.asker == top.id,
      let targets = act.targets, targets.count > 1, case .acceptOnline(_, let days, _, _)? = act.commands.first
    else { return [] }
    let open = Set(
      outcomes.compactMap { outcome -> DossierID? in
        guard case .denied(let id, .questionOpen) = outcome else { return nil }
        return id
      })
    let rows = targets.filter { open.contains($0.id) }
    session.inTurn = SubmissionsInTurn(rows: rows, answers: Contents().appending("days", days.map(String.init) ?? ""))
    return readTurn()
  }

  private mutating func readTurn() -> [Effect] {
    guard let row = session.inTurn?.rows.first else {
      session.inTurn = nil
      return []
    }
    let request: Request<DossierCard?> = session.request()
    session.inTurn?.pending = request
    return [.ask(.card(request, row.id, viewer: session.viewer))]
  }

  /// Asks about the submission that was read, unless its clerk does something else by now.
  mutating func takeTurn(_ reply: Reply, _ now: Instant) -> [Effect] {
    guard var turn = session.inTurn, let answer = reply.resolve(&turn.pending) else { return [] }
    session.inTurn = turn
    guard top.id == reply.number.asker, top.overlay == nil, let row = turn.rows.first else {
      session.inTurn = nil
      return []
    }
    guard let dossier = (answer.response ?? nil)?.dossier else { return endTurn(of: [row]) }
    return begin(.acceptOnline, turn.answers, about: row, dossier, now)
  }

  /// The prompt about a submission was answered or left; the next one has its turn.
  mutating func endTurn(of targets: [QueueRow]) -> [Effect] {
    guard let row = session.inTurn?.rows.first, session.inTurn?.pending == nil, targets.map(\.id) == [row.id] else {
      return []
    }
    session.inTurn?.rows.removeFirst()
    return readTurn()
  }
}
