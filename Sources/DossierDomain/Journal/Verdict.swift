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

/// Why an entry waits without effect.
public enum QuarantineReason: Hashable, Sendable {
  /// The device was declared lost or revoked before the entry arrived.
  case deviceRevoked
  /// The province knows no such clerk in this office, or she has left.
  case clerkUnknown
  /// The clerk has none of the roles that the act asks for.
  case roleMissing
  /// It is about a dossier of which the province knows no beginning.
  case dossierUnknown
  /// It gives a dossier a code that another dossier carries already.
  case codeTaken
  /// It uses a number of a book that the device does not hold.
  case bookNotHeld
  /// Its kind is known, its content cannot be read.
  case unreadable
  /// It has no place in the order, and never will: no desk could take it from there. Said of own entries only.
  case unplaceable
  /// It lost its place when the province was restored, and the machine that wrote it has not handed it in again. Never the
  /// province's word: a desk says so of what others wrote, until it has a place.
  case authorAwaited
  /// A reason that a later version of the province gave.
  case other(UInt8)
}

extension QuarantineReason: RawRepresentable {
  /// Those that this version knows. Their numbers are in every order: one is never used again.
  private static let known: [UInt8: QuarantineReason] = [
    1: .deviceRevoked, 2: .clerkUnknown, 3: .roleMissing, 4: .dossierUnknown, 5: .codeTaken, 6: .bookNotHeld,
    7: .unreadable, 8: .unplaceable, 9: .authorAwaited,
  ]

  /// A verdict stays as it was given: a number that this version does not know is kept.
  public init(rawValue: UInt8) { self = Self.known[rawValue] ?? .other(rawValue) }

  public var rawValue: UInt8 {
    switch self {
    case .deviceRevoked: 1
    case .clerkUnknown: 2
    case .roleMissing: 3
    case .dossierUnknown: 4
    case .codeTaken: 5
    case .bookNotHeld: 6
    case .unreadable: 7
    case .unplaceable: 8
    case .authorAwaited: 9
    case .other(let number): number
    }
  }
}

/// What of a dossier an act decides; two acts that were made without knowing of each other collide when they decide the
/// same matter differently.
public enum Matter: Hashable, Sendable {
  /// Status, step, appointment and result move together.
  case course
  case assignee
  case component(Int)
  case field(DossierAction.CorrectableField)
  /// What a later version of the province found two acts to collide over.
  case other(UInt32)

  /// One number for files and the wire: 1 course, 2 assignee, 100 + field, 1000 + component.
  public var number: UInt32 {
    switch self {
    case .course: 1
    case .assignee: 2
    case .field(let field): 100 + UInt32(field.rawValue)
    case .component(let number): 1000 + UInt32(clamping: number)
    case .other(let number): number
    }
  }

  /// A number that this version does not know is kept: a verdict stays as it was given.
  public init(number: UInt32) {
    switch number {
    case 1: self = .course
    case 2: self = .assignee
    case 100..<1000:
      let field = UInt8(exactly: number - 100).flatMap(DossierAction.CorrectableField.init)
      self = field.map { .field($0) } ?? .other(number)
    case 1000...: self = .component(Int(number - 1000))
    default: self = .other(number)
    }
  }
}
