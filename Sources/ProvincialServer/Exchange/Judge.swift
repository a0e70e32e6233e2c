import DossierDomain
import JournalFormat

/// Gives the entries of one act their verdicts, for the places that they are about to get. The rules are in the domain.
struct Judge {
  /// The device that sent the entries.
  let device: DeviceRecord
  /// The device that wrote the entries; nil if the province wrote them.
  let author: DeviceRecord?
  let heads: [DeviceEpoch: Int64]
  let ends: [DeviceEpoch: EpochEnd]
  /// The entries that the founding device wrote before its first exchange, when the office still decided everything
  /// itself.
  let beginnings: Beginnings
  /// The device is a witness: after a restore it hands in entries of other authors, including the province.
  let isWitness: Bool
  /// Hashes of the entries with a valid seal of the province.
  let proven: Set<[UInt8]>
  /// The content that the province can read. No honest desk writes anything else, and what was never judged must not
  /// begin to count after an upgrade.
  let reads: ReadableContent
  let order: OfficeOrder
  let transaction: any ServerTransaction

  /// An act counts as a whole: if one of its entries has no effect, none has. What only adds a fact stands by itself: the
  /// code of another system must not take a reception with it, nor a refused hand-back the money that was paid. A fact
  /// about a dossier that does not begin is none.
  /// - Parameter act: the entries of one group about one dossier, or a single entry.
  func verdicts(on act: [OrderCandidate]) throws -> [Verdict] {
    let collision = collision(of: act)
    // The fold with the entries of the act before the present one, each of which is applied once.
    var pending = Pending(order.histories, act)
    var verdicts: [Verdict] = []
    for entry in act {
      let own = entry.standsByItself ? self.collision(of: [entry]) : collision
      let verdict = try verdict(on: entry, own, pending)
      verdicts.append(verdict)
      if entry.dossier != nil, case .dossier(let action)? = entry.content {
        pending.add(
          RecordedAction(
            reference: entry.reference, clerk: entry.clerk, at: entry.at, group: entry.group, action: action,
            verdict: verdict))
      }
    }
    let whole = zip(act, verdicts).filter { !$0.0.standsByItself }.map(\.1)
    guard !whole.isEmpty, let refusal = earlierRefusal(of: act) ?? whole.first(where: \.refuses) else {
      return verdicts
    }
    return zip(act, verdicts).map { entry, verdict in
      if case .repeated = verdict { return verdict }
      let isAboutSomething = entry.dossier.map { order.histories.isBegun($0) } ?? false
      return entry.standsByItself && isAboutSomething ? verdict : refusal
    }
  }

  private func earlierRefusal(of act: [OrderCandidate]) -> Verdict? {
    guard let first = act.first, let group = first.group, let dossier = first.dossier else { return nil }
    return order.histories.refusal(of: group, by: first.reference.epoch, on: dossier)
  }

  /// The verdict if an entry of the act decides a matter that somebody else has decided before, unknown to its author.
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
    on entry: OrderCandidate, _ collision: Verdict?, _ pending: Pending
  ) throws -> Verdict {
    if device.revokedAt != nil { return .quarantined(.deviceRevoked) }
    guard let content = entry.content else { return .quarantined(.unreadable) }
    if let origin = entry.origin, try isPlaced(origin) { return .repeated(of: origin.reference) }
    if let again = try order.reissue(of: entry) { return .repeated(of: again) }
    // Entries that decide about rights are taken from a witness only with a valid seal.
    if isWitness, entry.needsSeal, !proven.contains(entry.hash) { return .quarantined(.roleMissing) }
    // Nobody can prove that a clerk wrote an entry at a machine where she may not sign in, so it is kept back.
    if let author, !beginnings.contains(entry), order.clerks.clerk(entry.clerk) != nil,
      !order.clerks.mayWrite(entry.clerk, at: author.signsIn)
    {
      return .quarantined(.clerkUnknown)
    }
    switch content {
    case .unknown(let kind, _):
      let isReadable = reads.contains(kind: kind, revision: entry.revision) || beginnings.contains(entry)
      return isReadable ? .accepted : .quarantined(.unreadable)
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

  /// Whether the entry is one of the province's own, which it lost in a restore.
  private func isProvinces(_ author: ClerkID) -> Bool { isWitness && author == ProvinceClerk.id }

  private func clerk(_ id: ClerkID) -> Clerk? { order.clerks.clerk(id).flatMap { $0.isActive ? $0 : nil } }

  private func verdict(on action: OfficeAction, by id: ClerkID) -> Verdict {
    if isProvinces(id) { return .accepted }
    guard let clerk = clerk(id) else { return .quarantined(.clerkUnknown) }
    // An answer carries the PINs of all clerks, so their number is bounded; no office has as many.
    if case .setClerk(let new) = action, order.clerks.clerk(new.id) == nil, order.clerks.count >= ClerkList.most {
      return .quarantined(.unreadable)
    }
    return action.isPermitted(to: clerk) ? .accepted : .quarantined(.roleMissing)
  }

  private func verdict(
    on action: DossierAction, _ entry: OrderCandidate, _ collision: Verdict?, _ pending: Pending
  ) throws -> Verdict {
    guard let id = entry.dossier else { return .quarantined(.unreadable) }
    let isBegun = order.histories.isBegun(id) || pending.beginsDossier
    guard isBegun || action.beginsDossier else { return .quarantined(.dossierUnknown) }
    let isProvinces = isProvinces(entry.clerk)
    if case .release = action, !isProvinces { return .quarantined(.roleMissing) }
    if !beginnings.contains(entry), !isProvinces {
      guard let clerk = clerk(entry.clerk) else { return .quarantined(.clerkUnknown) }
      guard action.isPermitted(to: clerk, on: pending.dossier)
      else { return .quarantined(.roleMissing) }
    }
    if let code = action.namedCode, let bearer = try order.bearer(of: code), bearer != id {
      return .quarantined(.codeTaken)
    }
    return collision ?? .accepted
  }
}

/// The dossier of an act as it is behind those of its entries that have been judged.
private struct Pending {
  private var fold: GrowingFold?
  private(set) var dossier: Dossier?
  private(set) var beginsDossier = false

  init(_ histories: DossierHistories, _ act: [OrderCandidate]) {
    guard let id = act.first?.dossier else { return }
    dossier = histories.folded(id)
    // A single entry has none before it.
    if act.count > 1 { fold = histories.fold(of: id) }
  }

  mutating func add(_ entry: RecordedAction) {
    if entry.action.beginsDossier { beginsDossier = true }
    fold?.append(entry)
    if fold != nil { dossier = fold?.dossier() }
  }
}

extension OrderCandidate {
  fileprivate var standsByItself: Bool {
    if case .dossier(let action)? = content { action.rule.standsByItself } else { false }
  }
}
