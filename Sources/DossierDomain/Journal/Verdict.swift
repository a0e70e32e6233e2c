/// The province's judgement of an entry, given together with its place in the office's order. It never changes; clients
/// apply it and never decide it. An entry without a place counts provisionally.
public enum Verdict: Hashable, Sendable {
  /// The entry counts.
  case accepted
  /// Another desk's entry about the same matter came first. This one is kept and shown with the other, and has no
  /// effect.
  case conflicted(with: EntryReference, over: Matter)
  /// The entry keeps its place and has no effect until somebody releases it.
  case quarantined(QuarantineReason)
  /// The same entry came before, under the name that it had before a restore; this copy has no effect.
  case repeated(of: EntryReference)

  public var counts: Bool { self == .accepted }
}

/// Why an entry is kept back.
public enum QuarantineReason: Hashable, Sendable {
  /// The device was declared lost or revoked before the entry arrived.
  case deviceRevoked
  /// The province does not know the clerk in this office, or she has left.
  case clerkUnknown
  /// The clerk has none of the roles that the act requires.
  case roleMissing
  /// The province does not know an entry that begins the dossier.
  case dossierUnknown
  /// It gives a dossier a code that another dossier carries already.
  case codeTaken
  /// Its kind is known, but its content cannot be read.
  case unreadable
  /// It will never have a place in the order, because no desk could read it from there. Used for own entries only.
  case unplaceable
  /// It lost its place when the province was restored, and the machine that wrote it has not sent it again. The province never
  /// says this: a desk marks other machines' entries with it until they have a place again.
  case authorAwaited
  /// A reason that a later version of the province introduced.
  case other(UInt8)
}

extension QuarantineReason: RawRepresentable {
  /// The reasons known to this version. The raw values are stored in every order, so none may be used again. No
  /// province has ever given 6.
  private static let known: [UInt8: QuarantineReason] = [
    1: .deviceRevoked, 2: .clerkUnknown, 3: .roleMissing, 4: .dossierUnknown, 5: .codeTaken, 7: .unreadable,
    8: .unplaceable, 9: .authorAwaited,
  ]

  /// An unknown raw value is kept, because a verdict never changes.
  public init(rawValue: UInt8) { self = Self.known[rawValue] ?? .other(rawValue) }

  public var rawValue: UInt8 {
    switch self {
    case .deviceRevoked: 1
    case .clerkUnknown: 2
    case .roleMissing: 3
    case .dossierUnknown: 4
    case .codeTaken: 5
    case .unreadable: 7
    case .unplaceable: 8
    case .authorAwaited: 9
    case .other(let number): number
    }
  }
}

/// The part of a dossier that an act decides. Two acts whose authors did not know of each other collide if they decide
/// the same matter differently.
public enum Matter: Hashable, Sendable {
  /// Status, step, appointment and result change together.
  case course
  case assignee
  case component(Int)
  case field(DossierAction.CorrectableField)
  /// A matter that a later version of the province introduced.
  case other(UInt32)

  /// The number in files and messages: 1 course, 2 assignee, 100 + field, 1000 + component.
  public var number: UInt32 {
    switch self {
    case .course: 1
    case .assignee: 2
    case .field(let field): 100 + UInt32(field.rawValue)
    case .component(let number): 1000 + UInt32(clamping: number)
    case .other(let number): number
    }
  }

  /// An unknown number is kept, because a verdict never changes.
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
