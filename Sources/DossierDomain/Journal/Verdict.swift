/// What the province said of an entry when it gave it its place in the office's order. Fixed once given: clients apply
/// it and never decide it. An entry without a place yet counts, provisionally.
public enum Verdict: Hashable, Sendable {
  /// It counts.
  case accepted
  /// Another desk's entry came first and touches the same matter: kept, shown with both sides, and without effect.
  case conflicted(with: EntryReference, over: Matter)
  /// Kept in its place and without effect until somebody releases it.
  case quarantined(QuarantineReason)
  /// The same entry came before under the name that it had before a restore: without effect.
  case repeated(of: EntryReference)

  public var counts: Bool { self == .accepted }
}

/// Why an entry waits in its place without effect.
public enum QuarantineReason: UInt8, CaseIterable, Sendable {
  /// The device was declared lost or revoked before the entry arrived.
  case deviceRevoked = 1
  /// The province knows no such clerk in this office, or she has left.
  case clerkUnknown = 2
  /// The clerk has none of the roles that the act asks for.
  case roleMissing = 3
  /// It is about a dossier of which the province knows no beginning.
  case dossierUnknown = 4
  /// It gives a dossier a code that another dossier carries already.
  case codeTaken = 5
  /// It uses a number of a book that the device does not hold.
  case bookNotHeld = 6
  /// Its kind is known, its content cannot be read.
  case unreadable = 7
}

/// What of a dossier an act decides; two acts that were made without knowing of each other collide when they decide the
/// same matter differently.
public enum Matter: Hashable, Sendable {
  /// Status, step, appointment and result move together.
  case course
  case assignee
  case component(Int)
  case field(DossierAction.CorrectableField)

  /// One number for files and the wire: 1 course, 2 assignee, 100 + field, 1000 + component.
  public var number: UInt32 {
    switch self {
    case .course: 1
    case .assignee: 2
    case .field(let field): 100 + UInt32(field.rawValue)
    case .component(let number): 1000 + UInt32(clamping: number)
    }
  }

  public init?(number: UInt32) {
    switch number {
    case 1: self = .course
    case 2: self = .assignee
    case 100..<1000:
      guard let field = UInt8(exactly: number - 100).flatMap(DossierAction.CorrectableField.init) else { return nil }
      self = .field(field)
    case 1000...: self = .component(Int(number - 1000))
    default: return nil
    }
  }
}
