/// A field of a declaration: what is asked, and what is printed behind its label.
public struct DeclarationField: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case text
    /// Printed in capitals.
    case name
    case number
    /// A whole date.
    case date
    /// A date of which only the year, or month and year, may be known.
    case partialDate
    case address
    /// Refuses words for a nationality.
    case ethnicity
    /// In words, the date whose field has the same id without `Words` at its end.
    case words
    /// One of a list of `DeclarationChoices`.
    case choice(String)
    /// One of a list, or another text.
    case suggestion(String)
    /// As `choice`, printed as boxes of which one is marked.
    case boxes(String)
    /// An identity paper by its kind, number, issuer and date (note 3 of the circular). It is asked as four fields.
    case paper
  }

  /// From where a value may come.
  public enum Source: Character, CaseIterable, Sendable {
    case card = "Q"
    case population = "D"
    case derived = "F"
    case asked = "A"
    case paper = "P"
  }

  /// The group, a point, and a name within it.
  public var id: String
  public var group: DeclarationGroup
  /// The official words, or those that a screen needs where the words around a blank make no label.
  public var label: String
  public var kind: Kind
  public var sources: [Source]
  public var isOptional: Bool
  /// Left blank when the person's number is given (note 2 of the circular).
  public var isBlankWithNumber: Bool

  public init(
    id: String, group: DeclarationGroup, label: String, kind: Kind, sources: [Source], isOptional: Bool = false,
    isBlankWithNumber: Bool = false
  ) {
    self.id = id
    self.group = group
    self.label = label
    self.kind = kind
    self.sources = sources
    self.isOptional = isOptional
    self.isBlankWithNumber = isBlankWithNumber
  }

  /// The ids of the four values of an identity paper.
  public struct PaperIDs: Hashable, Sendable {
    public var kind, number, issuer, issued: String

    init(_ id: String) {
      (kind, number, issuer, issued) = (id + ".kind", id + ".number", id + ".issuer", id + ".issued")
    }

    /// Of a person's own paper.
    public init(of group: DeclarationGroup) { self.init(group.rawValue + ".paper") }
  }

  /// Of the words of this date.
  var wordsID: String { id + Self.wordsEnding }
  /// Of the date that stands here in words; nil for another field.
  var dateID: String? {
    kind == .words && id.hasSuffix(Self.wordsEnding) ? String(id.dropLast(Self.wordsEnding.count)) : nil
  }
  private static let wordsEnding = "Words"

  public var paperIDs: PaperIDs { PaperIDs(id) }

  /// The fields in which it is asked. Only the number of an identity paper is needed; what else is not known is left blank.
  public var asked: [DeclarationField] {
    guard kind == .paper else { return [self] }
    func part(_ id: String, _ word: String, _ kind: Kind, isOptional: Bool) -> DeclarationField {
      DeclarationField(
        id: id, group: group, label: "\(label): \(word)", kind: kind, sources: sources,
        isOptional: isOptional || self.isOptional)
    }
    return [
      part(paperIDs.kind, "loại", .suggestion("paper"), isOptional: true),
      part(paperIDs.number, "số", .text, isOptional: false),
      part(paperIDs.issuer, "nơi cấp", .suggestion("issuer"), isOptional: true),
      part(paperIDs.issued, "ngày cấp", .date, isOptional: true),
    ]
  }
}
