/// A person who works dossiers at this office.
public struct Clerk: Hashable, Sendable {
  public var id: ClerkID
  public var name: String
  public var title: String
  public var roles: Set<Role>
  /// False for a clerk who has left; her entries keep her name.
  public var isActive: Bool

  public init(id: ClerkID, name: String, title: String = "", roles: Set<Role>, isActive: Bool = true) {
    self.id = id
    self.name = name
    self.title = title
    self.roles = roles
    self.isActive = isActive
  }

  public enum Role: UInt8, CaseIterable, Sendable, Comparable {
    case reception = 1
    case specialist = 2
    case signingLeader = 3
    case headOfDesk = 4
    case administrator = 5

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public func has(_ role: Role) -> Bool { roles.contains(role) }
}

/// A period in which a clerk is absent and another one substitutes for her.
public struct Absence: Hashable, Sendable {
  public var clerk: ClerkID
  public var from: CivilDate
  /// The last day, inclusive.
  public var through: CivilDate
  public var substitute: ClerkID?

  public init(clerk: ClerkID, from: CivilDate, through: CivilDate, substitute: ClerkID?) {
    self.clerk = clerk
    self.from = from
    self.through = through
    self.substitute = substitute
  }

  public func covers(_ date: CivilDate) -> Bool { from <= date && date <= through }
}
