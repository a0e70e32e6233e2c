import DossierDomain
import PageDescription

/// An attestation as blocks of a page: the template's words, the facts in them, dotted lines where nothing is known.
public struct AttestationPaper: Hashable, Sendable {
  /// How much room it has.
  enum Size: Hashable {
    /// A page of its own.
    case page
    /// A rectangle on a photocopy.
    case overlay
    case label
  }

  public var template: AttestationTemplate
  public var facts: AttestationFacts

  public init(_ template: AttestationTemplate, _ facts: AttestationFacts) {
    (self.template, self.facts) = (template, facts)
  }

  func blocks(_ size: Size) -> [Block] { template.rows.flatMap { blocks($0, size) } }

  private func blocks(_ row: AttestationTemplate.Row, _ size: Size) -> [Block] {
    let first = AttestationSubject(kind: template.kind, person: facts.persons.first)
    switch row {
    case .text(let pieces): return text(pieces, first, size)
    case .centred(let pieces, let isBold): return paragraph(runs(pieces, first, isBold ? .bold : []), .centre, size)
    case .person(let pieces):
      return persons.enumerated().flatMap { place, person in
        text(pieces, AttestationSubject(kind: template.kind, person: person, ordinal: place + 1), size)
      }
    case .recipient(let pieces):
      return recipients.flatMap { text(pieces, AttestationSubject(kind: template.kind, recipient: $0), size) }
    case .signatures(let places):
      // One signer stands on the right of a page, and in the middle of a narrow place.
      let isAlone = places.count == 1 && size == .page
      let columns = places.map { Block.Column(1, $0.map { signature($0, size) } ?? []) }
      return [.together([.columns(isAlone ? [Block.Column(1, [])] + columns : columns)])]
    }
  }

  /// As many as the attestation names at least.
  private var persons: [CertifiedPerson] {
    facts.persons + Array(repeating: CertifiedPerson(), count: max(0, template.kind.leastPersons - facts.persons.count))
  }

  private var recipients: [AttestationFacts.Originals.Recipient?] {
    let known = facts.originals?.recipients ?? []
    return known.isEmpty ? [nil] : known
  }

  private func text(_ pieces: [AttestationTemplate.Piece], _ subject: AttestationSubject, _ size: Size) -> [Block] {
    paragraph(runs(pieces, subject), .justified, size, firstIndent: size == .page ? 100 : 0)
  }

  private func paragraph(
    _ runs: [Run], _ alignment: Paragraph.Alignment, _ size: Size, firstIndent: Int = 0
  ) -> [Block] {
    guard !runs.isEmpty else { return [] }
    return [
      .paragraph(
        Paragraph(runs, alignment, size: size.type, firstIndent: firstIndent, after: size == .page ? 20 : 5))
    ]
  }

  private func runs(
    _ pieces: [AttestationTemplate.Piece], _ subject: AttestationSubject, _ style: Run.Style = []
  ) -> [Run] {
    pieces.flatMap { piece -> [Run] in
      switch piece {
      case .text(let text): return [.text(text, style)]
      case .field(let field):
        let value = facts.value(of: field, subject)
        return value.isEmpty ? [.blank(field.room)] : [.text(value, style)]
      case .only(let condition, let pieces): return facts.meets(condition) ? runs(pieces, subject, style) : []
      }
    }
  }

  /// Role and formula, the place for signature and seal, the name.
  private func signature(_ signature: AttestationTemplate.Signature, _ size: Size) -> [Block] {
    func line(_ text: String, _ style: Run.Style) -> Block {
      .paragraph(Paragraph(text, style, .centre, size: size.type, after: 0))
    }
    let formula = signature.signer == .signer ? facts.certifier?.formula.lines ?? [] : []
    let note = signature.note.isEmpty ? [] : [line(signature.note, .italic)]
    let name = facts.name(of: signature.signer)
    return [line(signature.role, .bold)] + note + formula.map { line($0, .bold) } + [
      .space(size.roomForSeal),
      .paragraph(Paragraph(name.isEmpty ? [.blank(500)] : [.text(name, .bold)], .centre, size: size.type, after: 0)),
    ]
  }
}

extension AttestationPaper.Size {
  /// Half points.
  fileprivate var type: Int {
    switch self {
    case .page: 26
    case .overlay: 24
    case .label: 18
    }
  }

  /// For signature and seal, in tenths of a millimetre.
  fileprivate var roomForSeal: Int {
    switch self {
    case .page, .overlay: 250
    case .label: 150
    }
  }
}
