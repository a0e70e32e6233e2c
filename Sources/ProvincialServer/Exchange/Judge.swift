import DossierDomain
import JournalFormat

/// Says what the entries of one act are worth at the places that they are about to get. The rules are the domain's.
struct Judge {
  /// Which brought them.
  let device: DeviceRecord
  /// Which wrote them; nil for what the province wrote itself.
  let author: DeviceRecord?
  let heads: [DeviceEpoch: Int64]
  let ends: [DeviceEpoch: EpochEnd]
  /// Up to where the founding device had written before its first exchange: the office worked by its own word until then.
  let beginnings: Beginnings
  /// The device stands in for the author: after a restore it brings what others wrote, the province among them.
  let isWitness: Bool
  /// Hashes of what the province has sealed before it was restored.
  let proven: Set<[UInt8]>
  let order: OfficeOrder
  let transaction: any ServerTransaction

  /// An act stands or falls as a whole: when one of its entries has no effect, none has.
  /// - Parameter act: entries of one group about one dossier, or a single one.
  func verdicts(on act: [OrderCandidate]) throws -> [Verdict] {
    let collision = collision(of: act)
    // What of the act stands before an entry, as the fold would see it.
    var pending: [RecordedAction] = []
    var verdicts: [Verdict] = []
    for entry in act {
      let verdict = try verdict(on: entry, collision, pending)
      verdicts.append(verdict)
      if entry.dossier != nil, case .dossier(let action)? = entry.content {
        pending.append(
          RecordedAction(
            reference: entry.reference, clerk: entry.clerk, at: entry.at, group: entry.group, action: action,
            verdict: verdict))
      }
    }
    guard let refusal = earlierRefusal(of: act) ?? verdicts.first(where: \.refuses) else { return verdicts }
    return verdicts.map { verdict in
      if case .repeated = verdict { verdict } else { refusal }
    }
  }

  private func earlierRefusal(of act: [OrderCandidate]) -> Verdict? {
    guard let first = act.first, let group = first.group, let dossier = first.dossier else { return nil }
    return order.histories.refusal(of: group, by: first.reference.epoch, on: dossier)
  }

  /// Whether one of an act's entries decides what somebody else has decided before, unknown to its author.
  private func collision(of act: [OrderCandidate]) -> Verdict? {
    for entry in act {
      guard let dossier = entry.dossier, case .dossier(let action)? = entry.content else { continue }
      guard Collision.decides(action) else { continue }
      let epoch = entry.reference.epoch
      let unseen = order.histories.unseen(
        of: dossier, by: epoch, base: ends[epoch]?.base(of: entry) ?? entry.base, heads: heads)
      var undone: DossierAction?
      if case .undo(let reference) = action { undone = order.histories.countingAction(reference, of: dossier) }
      if let first = Collision.first(of: action, with: unseen, undoing: undone) {
        return .conflicted(with: first.entry, over: first.over)
      }
    }
    return nil
  }

  private func verdict(
    on entry: OrderCandidate, _ collision: Verdict?, _ pending: [RecordedAction]
  ) throws -> Verdict {
    if device.revokedAt != nil { return .quarantined(.deviceRevoked) }
    guard let content = entry.content else { return .quarantined(.unreadable) }
    if let origin = entry.origin, try isPlaced(origin) { return .repeated(of: origin.reference) }
    if let again = try order.reissue(of: entry) { return .repeated(of: again) }
    // Who may do what is not taken from a machine that only says so.
    if isWitness, entry.needsSeal, !proven.contains(entry.hash) { return .quarantined(.roleMissing) }
    // Who wrote at a machine that is not hers was not she, as far as anybody can show.
    if let author, !beginnings.contains(entry), order.clerks.clerk(entry.clerk) != nil,
      !order.clerks.mayWrite(entry.clerk, at: author.signsIn)
    {
      return .quarantined(.clerkUnknown)
    }
    switch content {
    case .unknown: return .accepted
    case .office(let action): return beginnings.contains(entry) ? .accepted : verdict(on: action, by: entry.clerk)
    case .dossier(let action): return try verdict(on: action, entry, collision, pending)
    }
  }

  private func isPlaced(_ origin: EntryOrigin) throws -> Bool {
    let row = try transaction.rows(
      "SELECT hash FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
      [.blob(device.office.bytes), .blob(origin.reference.epoch.bytes), .integer(origin.reference.sequence)]
    ).first
    return try row?.blob(0) == origin.hash
  }

  /// What the province itself wrote and lost in a restore.
  private func isProvinces(_ author: ClerkID) -> Bool { isWitness && author == ProvinceClerk.id }

  private func clerk(_ id: ClerkID) -> Clerk? { order.clerks.clerk(id).flatMap { $0.isActive ? $0 : nil } }

  private func verdict(on action: OfficeAction, by id: ClerkID) -> Verdict {
    if isProvinces(id) { return .accepted }
    guard let clerk = clerk(id) else { return .quarantined(.clerkUnknown) }
    return action.isPermitted(to: clerk) ? .accepted : .quarantined(.roleMissing)
  }

  private func verdict(
    on action: DossierAction, _ entry: OrderCandidate, _ collision: Verdict?, _ pending: [RecordedAction]
  ) throws -> Verdict {
    guard let id = entry.dossier else { return .quarantined(.unreadable) }
    let isBegun = order.histories.isBegun(id) || pending.contains { $0.action.beginsDossier }
    guard isBegun || action.beginsDossier else { return .quarantined(.dossierUnknown) }
    let isProvinces = isProvinces(entry.clerk)
    if case .release = action, !isProvinces { return .quarantined(.roleMissing) }
    if !beginnings.contains(entry), !isProvinces {
      guard let clerk = clerk(entry.clerk) else { return .quarantined(.clerkUnknown) }
      guard action.isPermitted(to: clerk, on: order.histories.folded(id, then: pending))
      else { return .quarantined(.roleMissing) }
    }
    if let code = action.namedCode, let holder = try order.holder(of: code), holder != id {
      return .quarantined(.codeTaken)
    }
    return collision ?? .accepted
  }
}
