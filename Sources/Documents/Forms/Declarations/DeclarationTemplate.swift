import DossierDomain

/// An official declaration (tờ khai) as data: its words in their order, and the fields between them. `init(text:)` reads it.
public struct DeclarationTemplate: Hashable, Sendable {
  public var id: String
  public var title: String
  /// Of the form within its circular; unknown for those whose annex was not seen.
  public var number: Known<String>
  public var circular: String
  /// The first and the last day of reception for which it is. A dossier keeps the template of the day of its reception.
  public var validFrom: Known<CivilDate>
  public var validThrough: Known<CivilDate>
  /// Whom the owner of the dossier is in it; nil where that differs.
  public var owner: DeclarationGroup?
  /// Whether somebody has laid the circular's annex beside it.
  public var isConfirmed: Bool
  /// The declaration exists on the portal only, and what is printed is an aid for filling it in.
  public var isElectronic: Bool
  public var openPoints: [OpenPoint]
  public var blocks: [Block]

  /// What nobody has confirmed yet, for whoever compares it with the annex.
  public struct OpenPoint: Hashable, Sendable {
    public var vietnamese: String
    public var english: String

    public func wording(_ language: Language) -> String { language.pick(vietnamese, english) }
  }

  public enum Block: Hashable, Sendable {
    case heading([Piece])
    case line([Piece])
    /// At the right: place and date of making.
    case right([Piece])
    case columns([Column], rows: [Row])
    /// Unknown where no source shows its exact text; nothing is printed then.
    case promise(Known<String>)
    case signatures([Signature?])
  }

  public enum Piece: Hashable, Sendable {
    case text(String)
    case slot(Slot)
  }

  /// The place of a field on the paper.
  public struct Slot: Hashable, Sendable {
    public enum Part: String, CaseIterable, Sendable {
      case day
      case month
      case year
    }

    public var field: DeclarationField
    /// Of a date that stands in parts.
    public var part: Part?
    /// Millimetres of its blank; nil for the rest of the line.
    public var width: Int?
    /// How many dotted lines an empty one gets.
    public var lines: Int
  }

  public struct Column: Hashable, Sendable {
    public var group: DeclarationGroup
    public var title: String
  }

  public struct Row: Hashable, Sendable {
    public var label: String
    /// One for each column.
    public var slots: [Slot]
  }

  public struct Signature: Hashable, Sendable {
    /// Who signs; nil for a person without fields.
    public var group: DeclarationGroup?
    public var title: String
  }

  /// Its fields in their order, each once.
  public var fields: [DeclarationField] {
    var seen: Set<String> = []
    return slots.map(\.field).filter { seen.insert($0.id).inserted }
  }

  /// Who signs by name.
  public var signers: [DeclarationGroup] {
    blocks.flatMap { block -> [DeclarationGroup] in
      guard case .signatures(let places) = block else { return [] }
      return places.compactMap { $0?.group }
    }
  }

  var slots: [Slot] {
    blocks.flatMap { block -> [Slot] in
      switch block {
      case .heading(let pieces), .line(let pieces), .right(let pieces):
        pieces.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
      case .columns(_, let rows): rows.flatMap(\.slots)
      case .promise, .signatures: []
      }
    }
  }

  public func isValid(on date: CivilDate) -> Bool {
    (validFrom.value.map { $0 <= date } ?? true) && (validThrough.value.map { date <= $0 } ?? true)
  }
}
