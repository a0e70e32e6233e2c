/// An entry that contains all settings of the office, as a desk saw and changed them.
public struct OfficeSetting: Hashable, Sendable {
  public var epoch: DeviceEpoch
  /// The place in the office's order; nil while it has none.
  public var place: Int64?
  /// The last place of the office's order that the author had seen.
  public var base: Int64
  public var office: Office

  public init(epoch: DeviceEpoch, place: Int64?, base: Int64, office: Office) {
    self.epoch = epoch
    self.place = place
    self.base = base
    self.office = office
  }

  fileprivate func knew(_ earlier: OfficeSetting) -> Bool {
    earlier.epoch == epoch || (earlier.place.map { $0 <= base } ?? false)
  }
}

extension Office {
  /// The settings after these entries, in the office's order. Only the settings that the author changed take effect, so
  /// that two desks that change different settings at the same time do not revert each other.
  public static func folded(_ entries: [OfficeSetting]) -> Office? {
    var changes: [Change] = []
    for (place, entry) in entries.enumerated() {
      let known = zip(entries, changes).prefix(place).filter { entry.knew($0.0) }.map(\.1)
      changes.append(Change(before: folded(known), after: entry.office))
    }
    return folded(changes)
  }

  private static func folded(_ changes: [Change]) -> Office? {
    changes.reduce(nil) { $1.applied(to: $0) }
  }

  /// The settings before and after the author's change.
  private struct Change {
    var before: Office?
    var after: Office

    func applied(to office: Office?) -> Office {
      guard var office, let before else { return after }
      func copyChange<Value: Equatable>(_ path: WritableKeyPath<Office, Value>) {
        if before[keyPath: path] != after[keyPath: path] { office[keyPath: path] = after[keyPath: path] }
      }
      copyChange(\.id)
      copyChange(\.name)
      copyChange(\.agencyCode)
      copyChange(\.unitCode)
      copyChange(\.workingHours)
      copyChange(\.restsOn24November)
      copyChange(\.extensionLimit)
      copyChange(\.requiresPIN)
      copyChange(\.idleLockMinutes)
      copyChange(\.ownCodesFrom)
      let (added, removed) = (
        after.wholePeriodProcedures.subtracting(before.wholePeriodProcedures),
        before.wholePeriodProcedures.subtracting(after.wholePeriodProcedures)
      )
      office.wholePeriodProcedures.formUnion(added)
      office.wholePeriodProcedures.subtract(removed)
      return office
    }
  }
}
