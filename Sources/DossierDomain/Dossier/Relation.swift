/// How somebody stands to the owner of a dossier: by kinship, or by authority.
public struct Relation: Hashable, Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    case father = 1
    case mother = 2
    case spouse = 3
    case child = 4
    case grandparent = 5
    case sibling = 6
    case guardian = 7
    case otherRelative = 8
    /// By a paper of authority, which the text names.
    case authorised = 9
    /// Of a household business, an enterprise, an organisation or an agency.
    case representative = 10
    case other = 11

    /// Whether more has to be said than the kind.
    public var asksText: Bool {
      switch self {
      case .authorised, .other: true
      case .father, .mother, .spouse, .child, .grandparent, .sibling, .guardian, .otherRelative, .representative: false
      }
    }
  }

  public var kind: Kind
  /// The paper of authority, or what the kind does not say; empty if there is nothing to say.
  public var text: String

  public init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = text
  }

  /// In characters.
  public static let longestText = 200

  public var isBounded: Bool { text.isWithin(Self.longestText) }
}
