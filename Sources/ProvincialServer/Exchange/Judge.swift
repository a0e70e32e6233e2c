import DossierDomain
import JournalFormat

/// Says what an entry is worth at the place that it is about to get. The rules are the domain's.
struct Judge {
  let device: DeviceRecord
  let heads: [DeviceEpoch: Int64]
  let ends: [DeviceEpoch: EpochEnd]
  let order: OfficeOrder
  let transaction: any ServerTransaction

  /// Whether one of an act's entries decides what somebody else has decided before, unknown to its author.
  func collision(of act: [OrderCandidate]) -> Verdict? {
    for entry in act {
      guard let dossier = entry.dossier, case .dossier(let action)? = entry.content else { continue }
      let counting = order.histories.counting(dossier)
      let unseen = counting.filter { !isSeen($0, by: entry) }.map(\.recorded)
      if let first = Collision.first(of: action, with: unseen, history: counting.map(\.recorded)) {
        return .conflicted(with: first.entry, over: first.over)
      }
    }
    return nil
  }

  private func isSeen(_ placed: DossierHistories.Placed, by entry: OrderCandidate) -> Bool {
    let reference = placed.recorded.reference
    let base = ends[entry.reference.epoch]?.base(of: entry) ?? entry.base
    return placed.place <= base || reference.epoch == entry.reference.epoch
      || reference.sequence <= heads[reference.epoch] ?? 0
  }

  func verdict(on entry: OrderCandidate, collision: Verdict?) throws -> Verdict {
    if device.revokedAt != nil { return .quarantined(.deviceRevoked) }
    guard let content = entry.content else { return .quarantined(.unreadable) }
    if let origin = entry.origin, try isPlaced(origin) { return .repeated(of: origin.reference) }
    if let again = try order.reissue(of: entry) { return .repeated(of: again) }
    switch content {
    case .unknown: return .accepted
    case .office(let action): return verdict(on: action, by: entry.clerk)
    case .dossier(let action): return try verdict(on: action, entry, collision)
    }
  }

  private func isPlaced(_ origin: EntryOrigin) throws -> Bool {
    let row = try transaction.rows(
      "SELECT hash FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
      [.blob(device.office.bytes), .blob(origin.reference.epoch.bytes), .integer(origin.reference.sequence)]
    ).first
    return try row?.blob(0) == origin.hash
  }

  private func verdict(on action: OfficeAction, by clerk: ClerkID) -> Verdict {
    // The first words of an office that worked alone: it brings its own clerks.
    if order.clerks.isEmpty { return .accepted }
    guard let clerk = order.clerks.clerk(clerk) else { return .quarantined(.clerkUnknown) }
    switch action {
    case .confirmClock: return .accepted
    case .setAbsence, .clearAbsence:
      return clerk.has(.headOfDesk) || clerk.has(.administrator) ? .accepted : .quarantined(.roleMissing)
    case .setOffice, .setClerk, .mapClerk:
      return clerk.has(.administrator) ? .accepted : .quarantined(.roleMissing)
    }
  }

  private func verdict(on action: DossierAction, _ entry: OrderCandidate, _ collision: Verdict?) throws -> Verdict {
    guard let clerk = order.clerks.clerk(entry.clerk) else { return .quarantined(.clerkUnknown) }
    guard let id = entry.dossier else { return .quarantined(.unreadable) }
    let dossier = order.histories.folded(id)
    guard dossier != nil || action.beginsDossier else { return .quarantined(.dossierUnknown) }
    guard action.isPermitted(to: clerk, on: dossier) else { return .quarantined(.roleMissing) }
    if let code = action.namedCode, let holder = try order.holder(of: code), holder != id {
      return .quarantined(.codeTaken)
    }
    return collision ?? .accepted
  }
}
