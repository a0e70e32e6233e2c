/// What was decided about procedures, in its order: versions, the announcements that brought them, and which of these
/// were taken back.
///
/// A version that announcements brought counts as long as one of these stands, wherever in the order it is; so what it
/// had replaced counts again by itself. Other versions always count. A retraction also concerns an announcement that
/// comes after it, because two desks without a network can write in either order; only the announcement that is made
/// again after both stands again.
public struct ProcedureHistory: Hashable, Sendable {
  public enum Decision: Hashable, Sendable {
    /// With the SHA-256 of its canonical text.
    case decided(ProcedureVersion, hash: [UInt8])
    case announcement(Announcement)
    case retraction(AnnouncementRetraction)
  }

  private var recorded: [(version: ProcedureVersion, hash: [UInt8])] = []
  private var records: [AnnouncementRecord] = []

  public init() {}

  public init(_ decisions: some Sequence<Decision>) {
    for decision in decisions { apply(decision) }
  }

  public mutating func apply(_ decision: Decision) {
    switch decision {
    case .decided(let version, let hash): recorded.append((version, hash))
    case .announcement(let announcement):
      if let place = records.firstIndex(where: { $0.id == announcement.id }) {
        records[place].announce(announcement)
      } else {
        records.append(AnnouncementRecord(announcement: announcement))
      }
    case .retraction(let retraction):
      if let place = records.firstIndex(where: { $0.id == retraction.id }) {
        records[place].retraction = retraction
      } else {
        records.append(AnnouncementRecord(retraction: retraction))
      }
    }
  }

  /// In the order in which they were decided; each code and first day once.
  public var versions: [ProcedureVersion] {
    let gone = takenBack
    struct Key: Hashable { var code: String, from: Known<CivilDate> }
    var last: [Key: Int] = [:]
    for (place, one) in recorded.enumerated() where !gone.contains(one.hash) {
      last[Key(code: one.version.code, from: one.version.validFrom)] = place
    }
    return last.values.sorted().map { recorded[$0].version }
  }

  /// Whether announcements brought the version of this hash, and none of them stands.
  public func isTakenBack(_ hash: [UInt8]) -> Bool { takenBack.contains(hash) }

  private var takenBack: Set<[UInt8]> {
    let standing = records.filter { !$0.isTakenBack }.flatMap(\.hashes)
    return Set(records.filter(\.isTakenBack).flatMap(\.hashes)).subtracting(standing)
  }

  /// The newest decision first.
  public var announcements: [AnnouncementRecord] { records.sorted { $0.id > $1.id } }

  public static func == (left: ProcedureHistory, right: ProcedureHistory) -> Bool {
    left.records == right.records && left.recorded.map(\.version) == right.recorded.map(\.version)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(records) }
}

/// An announcement with its retraction, or a retraction of an announcement that is not known.
public struct AnnouncementRecord: Hashable, Sendable {
  public let id: Announcement.ID
  /// Nil if only its retraction is known.
  public internal(set) var announcement: Announcement?
  /// Nil while the announcement stands.
  public internal(set) var retraction: AnnouncementRetraction?

  public init(announcement: Announcement) {
    id = announcement.id
    self.announcement = announcement
  }

  public init(retraction: AnnouncementRetraction) {
    id = retraction.id
    self.retraction = retraction
  }

  public init?(announcement: Announcement?, retraction: AnnouncementRetraction?) {
    guard let id = announcement?.id ?? retraction?.id else { return nil }
    self.id = id
    self.announcement = announcement
    self.retraction = retraction
  }

  public var isTakenBack: Bool { retraction != nil }

  var hashes: [[UInt8]] { announcement?.changes.compactMap(\.versionHash) ?? [] }

  /// Made again after it was taken back, it stands again; a retraction that came before it concerns it.
  public mutating func announce(_ announcement: Announcement) {
    if self.announcement != nil { retraction = nil }
    self.announcement = announcement
  }
}

extension Announcement.ID: Comparable {
  public static func < (left: Announcement.ID, right: Announcement.ID) -> Bool {
    (left.date, left.number) < (right.date, right.number)
  }
}
