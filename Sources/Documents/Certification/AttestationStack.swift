import DossierDomain
import PageDescription
import ReferenceData

/// The papers that are certified together, in the order in which they lie in the stack: paper by paper, each copy for itself.
public struct AttestationStack: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public var facts: AttestationFacts
    /// Of each copy, without that of the attestation.
    public var pages: Int
    public var copies: Int

    public init(facts: AttestationFacts, pages: Int, copies: Int) {
      (self.facts, self.pages, self.copies) = (facts, pages, copies)
    }
  }

  public var template: AttestationTemplate
  public var items: [Item]
  /// Seconds since 1970.
  public var createdAt: Int64

  /// Of one job, far within what a page description may have.
  public static let mostAtOnce = 240

  public init(_ template: AttestationTemplate, _ items: [Item], createdAt: Int64) {
    (self.template, self.items, self.createdAt) = (template, items, createdAt)
  }

  /// - Parameters:
  ///   - numbers: of each line; a line without one has a dotted place.
  ///   - facts: that all of them share.
  public init(
    _ template: AttestationTemplate, lines: [CertifiedLine], numbers: [Int], facts: AttestationFacts, createdAt: Int64
  ) {
    let items = lines.enumerated().map { place, line in
      var facts = facts
      facts.number = numbers.indices.contains(place) ? numbers[place] : nil
      return Item(facts: facts, pages: line.pages, copies: line.copies)
    }
    self.init(template, items, createdAt: createdAt)
  }

  /// How many attestations it needs.
  public var count: Int { items.reduce(0) { $0 + max(0, $1.copies) } }

  /// The places in the stack, from 0, that one job prints each. A job begins with a sheet of labels that nobody has begun, but for
  /// the first one.
  public func jobs(_ way: AttestationWay, firstLabel: Int = 0) -> [Range<Int>] {
    var (jobs, first) = ([Range<Int>](), 0)
    while first < count {
      var most = Self.mostAtOnce
      if case .labels(let sheet) = way {
        most = most / sheet.count * sheet.count - (first == 0 ? sheet.used(firstLabel) : 0)
      }
      jobs.append(first..<min(count, first + most))
      first += most
    }
    return jobs
  }

  /// The attestations of these places, as they are printed.
  /// - Parameters:
  ///   - isMarked: a copy of one page is marked as a copy in the same print.
  ///   - firstLabel: the first one, from 0, that is still on the sheet of labels.
  public func page(
    _ places: Range<Int>, _ way: AttestationWay, isMarked: Bool = false, firstLabel: Int = 0
  ) -> PageDescription {
    let items = items(at: places)
    let parts: [[Block]] =
      switch way {
      case .overlay(let place):
        items.map { item in
          let mark = isMarked && item.pages == 1 ? [Self.mark(beside: place)] : []
          return mark + [place.placed(blocks(item, .overlay))]
        }
      case .labels(let sheet): labels(items, sheet, from: firstLabel)
      case .page: items.map { blocks($0, .page) }
      }
    return description(parts)
  }

  /// The mark “BẢN SAO” for the first pages of these places; in the stack of `toMark` they are those that need one.
  public func marks(_ places: Range<Int>) -> PageDescription {
    description(items(at: places).map { _ in [Self.mark(beside: nil)] })
  }

  /// The papers whose first page is not the one that gets the attestation.
  public func toMark(_ way: AttestationWay) -> AttestationStack {
    var stack = self
    switch way {
    case .overlay: stack.items = items.filter { $0.pages > 1 }
    case .labels, .page: break
    }
    return stack
  }

  // MARK: Pages

  private func items(at places: Range<Int>) -> [Item] {
    var (found, first) = ([Item](), 0)
    for item in items {
      let here = (first..<first + max(0, item.copies)).clamped(to: places)
      found += repeatElement(item, count: here.count)
      first += max(0, item.copies)
    }
    return found
  }

  private func blocks(_ item: Item, _ size: AttestationPaper.Size) -> [Block] {
    AttestationPaper(template, item.facts).blocks(size)
  }

  private func labels(_ items: [Item], _ sheet: LabelSheet, from first: Int) -> [[Block]] {
    let used = sheet.used(first)
    var sheets: [[Block]] = []
    for (place, item) in items.enumerated() {
      let label = (used + place) % sheet.count
      if label == 0 || sheets.isEmpty { sheets.append([]) }
      sheets[sheets.count - 1].append(sheet.placed(blocks(item, .label), at: label))
    }
    return sheets
  }

  /// In the upper right corner, unless the attestation is there.
  private static func mark(beside place: AttestationPlace?) -> Block {
    AttestationPlace(corner: place?.corner == .topRight ? .topLeft : .topRight).placed([
      .paragraph(Paragraph(AttestationTexts.copyMark, .bold, .centre, size: 32, after: 0))
    ])
  }

  private func description(_ parts: [[Block]]) -> PageDescription {
    PageDescription(
      title: template.kind.wording(.vi), createdAt: createdAt, numbersPages: false,
      parts: parts.map { PageDescription.Part($0) })
  }
}
