/// An office that is about to be founded, with its first clerk, as somebody typed it.
public struct NewOffice: Hashable, Sendable {
  public var name: String
  public var agencyCode: String
  public var unitCode: String
  /// The name of the first clerk.
  public var firstClerk: String
  /// False for an office of one clerk that asks for no PIN.
  public var requiresPIN: Bool

  public init(name: String, agencyCode: String, unitCode: String, firstClerk: String, requiresPIN: Bool) {
    self.name = name
    self.agencyCode = agencyCode
    self.unitCode = unitCode
    self.firstClerk = firstClerk
    self.requiresPIN = requiresPIN
  }

  public func office(id: OfficeID) -> Office {
    Office(id: id, name: name, agencyCode: agencyCode, unitCode: unitCode, requiresPIN: requiresPIN)
  }

  /// The first clerk may do everything except sign results, because somebody has to decide about the others.
  public func clerk(id: ClerkID) -> Clerk {
    Clerk(id: id, name: firstClerk, roles: [.reception, .specialist, .headOfDesk, .administrator])
  }
}

/// The values that are printed on papers and in codes, shared by the command line and the screens.
extension Office {
  public static func isAcceptable(name: String) -> Bool { Clerk.isAcceptable(name: name) }

  /// Digits, capital letters and points, such as `000.19.45.H50`.
  public static func isAcceptable(agencyCode: String) -> Bool {
    (3...35).contains(agencyCode.utf8.count)
      && agencyCode.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2E }
  }

  /// The number of a commune, such as `19594`.
  public static func isAcceptable(unitCode: String) -> Bool {
    (3...10).contains(unitCode.utf8.count) && unitCode.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension Clerk {
  public static let longestName = 120

  public static func isAcceptable(name: String) -> Bool {
    !name.allSatisfy(\.isWhitespace) && name.count <= longestName
  }
}
