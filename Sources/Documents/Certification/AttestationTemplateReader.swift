import DossierDomain
import VietnameseText

/// Reads attestations in the form of `AttestationTexts`.
struct AttestationTemplateReader {
  typealias Template = AttestationTemplate

  static let maximumBytes = 64 << 10
  private static let longestText = 500
  private static let mostRows = 40
  private static let mostFaults = 100
  private static let facts = ["form", "law", "date", "from", "seen", "confirmed", "source"]
  private static let rows = ["text", "centre", "bold", "person", "recipient", "sign"]

  private let base: [AttestationKind: Template]?
  private var templates: [AttestationKind: Template] = [:]
  private var faults: [FormTemplateFault] = []
  private var template: Template?
  private var firstLine = 0
  private var seen: Set<String> = []
  private var hasRows = false
  private var isConfirmed = false
  /// Values of an attestation that does not exist are passed over, because its own fault says enough.
  private var skips = false

  /// - Parameter base: the templates that supply what the text does not say; nil if it has to say everything.
  init(onto base: [AttestationKind: Template]?) { self.base = base }

  consuming func read(_ text: String) -> (templates: [AttestationKind: Template], faults: [FormTemplateFault]) {
    var reader = self
    for (index, line) in FormLine.all(in: text).enumerated() where reader.faults.count < Self.mostFaults {
      reader.take(line, index + 1)
    }
    reader.end()
    return (reader.templates, reader.faults.sorted { $0.line < $1.line })
  }

  private mutating func take(_ line: FormLine, _ number: Int) {
    switch line {
    case .empty: return
    case .section(let name): begin(name, number)
    case .unreadable: add(.lineUnreadable, number)
    case .value(let name, let text):
      guard !skips else { return }
      guard template != nil else { return add(.valueOutsideForm, number) }
      do throws(FormTemplateFault.Reason) { try set(name, to: text) } catch { add(error, number) }
    }
  }

  private mutating func begin(_ name: String, _ number: Int) {
    end()
    guard let kind = AttestationKind(rawValue: name) else {
      skips = true
      return add(.formUnknown(name), number)
    }
    guard templates[kind] == nil else {
      skips = true
      return add(.formTwice(name), number)
    }
    template = base?[kind] ?? Template(kind: kind)
    firstLine = number
  }

  private mutating func end() {
    if var template {
      let needed = base == nil ? Self.facts : ["date"]
      for name in needed where !seen.contains(name) { add(.valueMissing(name), firstLine) }
      if base == nil, !hasRows { add(.valueMissing("text"), firstLine) }
      if seen.contains("confirmed") { template.confirmed = isConfirmed ? template.date : nil }
      if let shipped = base?[template.kind] {
        // What an office writes itself was not read in any text; what it only confirms keeps its version.
        if hasRows { template.isSeen = false } else { template.date = shipped.date }
      }
      templates[template.kind] = template
    }
    (template, seen, hasRows, isConfirmed, skips) = (nil, [], false, false, false)
  }

  private mutating func set(_ name: String, to written: Substring) throws(FormTemplateFault.Reason) {
    // Equal in Swift are also texts whose marks stand apart; what is kept is NFC.
    let clean = String(written).cleaned(maxLength: Self.longestText)
    let isKnown = Self.rows.contains(name) || name == "open" || Self.facts.contains(name)
    guard isKnown, base == nil || name != "seen" else { throw .nameUnknown(name) }
    guard clean == written, !clean.isEmpty else { throw .textMalformed(name) }
    if Self.rows.contains(name) { return try addRow(name, clean) }
    let isNew = seen.insert(name).inserted
    if name == "open" {
      if isNew { template?.openPoints = [] }
      return try addOpenPoint(clean)
    }
    guard isNew else { throw .nameTwice(name) }
    try setFact(name, clean)
  }

  private mutating func setFact(_ name: String, _ value: String) throws(FormTemplateFault.Reason) {
    switch name {
    case "form": template?.number = value == "?" ? .unknown : .known(value)
    case "law": template?.law = value
    case "source": template?.source = value
    case "date": template?.date = try Self.date(value)
    case "from": template?.validFrom = value == "?" ? .unknown : .known(try Self.date(value))
    case "seen": template?.isSeen = try Self.answer(value)
    default: isConfirmed = try Self.answer(value)
    }
  }

  /// The first row of an office's file puts its text in the place of the shipped one.
  private mutating func addRow(_ name: String, _ text: String) throws(FormTemplateFault.Reason) {
    if !hasRows { template?.rows = [] }
    hasRows = true
    guard text != "?" else { return }
    guard let count = template?.rows.count, count < Self.mostRows else { throw .tooManyRows(Self.mostRows) }
    let row: Template.Row =
      switch name {
      case "centre": .centred(try AttestationText.pieces(text[...]), isBold: false)
      case "bold": .centred(try AttestationText.pieces(text[...]), isBold: true)
      case "person": .person(try AttestationText.pieces(text[...]))
      case "recipient": .recipient(try AttestationText.pieces(text[...]))
      case "sign": .signatures(try AttestationText.signatures(text[...]))
      default: .text(try AttestationText.pieces(text[...]))
      }
    template?.rows.append(row)
  }

  private mutating func addOpenPoint(_ text: String) throws(FormTemplateFault.Reason) {
    let parts = text.split(separator: "|").map { String($0.trimmed) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { throw .textMalformed("open") }
    guard let count = template?.openPoints.count, count < Self.mostRows else { throw .tooManyRows(Self.mostRows) }
    template?.openPoints.append(Template.OpenPoint(vietnamese: parts[0], english: parts[1]))
  }

  private static func date(_ text: String) throws(FormTemplateFault.Reason) -> CivilDate {
    guard let date = CivilDate(text: text) else { throw .dateUnreadable(text) }
    return date
  }

  private static func answer(_ text: String) throws(FormTemplateFault.Reason) -> Bool {
    guard text == "yes" || text == "no" else { throw .answerUnreadable(text) }
    return text == "yes"
  }

  private mutating func add(_ reason: FormTemplateFault.Reason, _ line: Int) {
    faults.append(FormTemplateFault(line: line, reason))
  }
}
