/// A decision by which an authority announces procedures (quyết định công bố thủ tục hành chính). It is known by its
/// number and day: announced again, it takes the place of what was recorded of it before.
public struct Announcement: Hashable, Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    case new = 1
    case amended = 2
    case abolished = 3
  }

  public struct Change: Hashable, Sendable {
    public var code: String
    public var kind: Kind
    /// Empty if the announcement brought a version, which has the name.
    public var name: String
    /// The SHA-256 of the canonical text of the version that the announcement brought; nil if it only names the
    /// procedure.
    public var versionHash: [UInt8]?

    public init(code: String, kind: Kind, name: String = "", versionHash: [UInt8]? = nil) {
      self.code = code
      self.kind = kind
      self.name = name
      self.versionHash = versionHash
    }
  }

  /// What a decision is known by.
  public struct ID: Hashable, Sendable {
    public var number: String
    public var date: CivilDate

    public init(number: String, date: CivilDate) { (self.number, self.date) = (number, date) }
  }

  /// Such as `1234/QĐ-UBND`.
  public var number: String
  public var date: CivilDate
  public var title: String
  /// Empty if nobody wrote it down.
  public var signer: String
  /// SHA-256 of the signed file; nil if there was none.
  public var fileHash: [UInt8]?
  public var changes: [Change]
  /// How many internal procedures (quy trình nội bộ) it carries.
  public var internalProcedures: Int

  public init(
    number: String, date: CivilDate, title: String, signer: String = "", fileHash: [UInt8]? = nil,
    changes: [Change] = [], internalProcedures: Int = 0
  ) {
    self.number = number
    self.date = date
    self.title = title
    self.signer = signer
    self.fileHash = fileHash
    self.changes = changes
    self.internalProcedures = internalProcedures
  }

  public var id: ID { ID(number: number, date: date) }

  public func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }

  /// What recording these versions changes, compared with what is known. A version that is known like that changes
  /// nothing, and is left out.
  public static func changes(
    recording versions: [ProcedureVersion], from catalogue: Catalogue, hash: (ProcedureVersion) -> [UInt8]
  ) -> [Change] {
    let known = Dictionary(grouping: catalogue.versions, by: \.code)
    return versions.compactMap { version in
      let earlier = known[version.code, default: []]
      guard !earlier.contains(version) else { return nil }
      return Change(
        code: version.code, kind: Kind(of: version, isKnown: !earlier.isEmpty), versionHash: hash(version))
    }
  }
}

extension Announcement.Kind {
  /// - Parameter isKnown: the catalogue had a version of the procedure before.
  public init(of version: ProcedureVersion, isKnown: Bool) {
    switch version.standing {
    case .ended: self = .abolished
    case .inForce, .guidanceOnly, .notYet: self = isKnown ? .amended : .new
    }
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .new: language.pick("mới", "new")
    case .amended: language.pick("sửa đổi", "amended")
    case .abolished: language.pick("bãi bỏ", "abolished")
    }
  }
}

/// Takes the announcement of this number and day back: the catalogue is then what it would be without the versions that
/// it brought.
public struct AnnouncementRetraction: Hashable, Sendable {
  public var number: String
  /// The day of the announcement.
  public var date: CivilDate
  public var reason: String

  public init(number: String, date: CivilDate, reason: String) {
    self.number = number
    self.date = date
    self.reason = reason
  }

  public var id: Announcement.ID { Announcement.ID(number: number, date: date) }
}
