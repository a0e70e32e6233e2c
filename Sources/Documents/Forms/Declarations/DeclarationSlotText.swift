import DossierDomain
import ReferenceData

/// What stands between the braces of a field: `id kind sources options | label`.
struct DeclarationSlotText {
  typealias Reason = DeclarationTemplateFault.Reason
  typealias Slot = DeclarationTemplate.Slot

  private static let longestID = 40
  private static let mostLines = 4
  /// Millimetres; no line of the paper is wider.
  private static let widest = 160

  private var name: Substring
  private var kind: DeclarationField.Kind
  private var part: Slot.Part?
  private var sources: [DeclarationField.Source] = []
  private var isOptional = false
  private var isBlankWithNumber = false
  private var width: Int?
  private var lines = 1
  private var label: String?

  init(_ text: Substring) throws(Reason) {
    let halves = text.split(separator: "|", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { throw .badField }
    if halves.count == 2 {
      label = String(halves[1].drop { $0 == " " })
      guard label?.isEmpty == false else { throw .badField }
    }
    let words = halves[0].split(separator: " ")
    guard words.count >= 3, words[0].utf8.count <= Self.longestID else { throw .badField }
    name = words[0]
    let kindAndPart = words[1].split(separator: "/", omittingEmptySubsequences: false)
    kind = try Self.kind(kindAndPart[0])
    if kindAndPart.count > 1 {
      part = Slot.Part(rawValue: String(kindAndPart[1]))
      guard kindAndPart.count == 2, part != nil, kind == .date || kind == .partialDate else { throw .badField }
    }
    for letter in words[2] {
      guard let source = DeclarationField.Source(rawValue: letter), !sources.contains(source) else { throw .badField }
      sources.append(source)
    }
    for option in words[3...] { try read(option) }
  }

  private mutating func read(_ option: Substring) throws(Reason) {
    switch option {
    case "opt": isOptional = true
    case "unlessNumber": isBlankWithNumber = true
    case _ where option.hasPrefix("x"):
      guard let count = Int(option.dropFirst()), (1...Self.mostLines).contains(count) else { throw .badField }
      lines = count
    default:
      guard isDigits(option), let number = Int(option), (1...Self.widest).contains(number) else { throw .badField }
      width = number
    }
  }

  private static func kind(_ text: Substring) throws(Reason) -> DeclarationField.Kind {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let argument = parts.count == 2 ? String(parts[1]) : ""
    func list() throws(Reason) -> String {
      guard DeclarationChoices.lists[argument] != nil else { throw .unknownList }
      return argument
    }
    switch parts[0] {
    case "choice": return .choice(try list())
    case "pick": return .suggestion(try list())
    case "boxes": return .boxes(try list())
    default: break
    }
    guard parts.count == 1 else { throw .badField }
    switch parts[0] {
    case "text": return .text
    case "name": return .name
    case "number": return .number
    case "date": return .date
    case "pdate": return .partialDate
    case "address": return .address
    case "ethnicity": return .ethnicity
    case "words": return .words
    case "paper": return .paper
    default: throw .badField
    }
  }

  /// - Parameters:
  ///   - words: before the field; its label, unless it has another one.
  ///   - group: of the column in which it stands; nil if the id names it.
  func slot(label words: Substring, group column: DeclarationGroup?) throws(Reason) -> Slot {
    let id = column.map { "\($0.rawValue).\(name)" } ?? String(name)
    guard DeclarationFacts.isID(id) else { throw .badField }
    guard let group = DeclarationGroup(rawValue: String(id.prefix { $0 != "." })) else { throw .unknownGroup }
    let label = label ?? Self.label(words)
    guard !label.isEmpty else { throw .badField }
    return Slot(
      field: DeclarationField(
        id: id, group: group, label: label, kind: kind, sources: sources, isOptional: isOptional,
        isBlankWithNumber: isBlankWithNumber),
      part: part, width: width, lines: lines)
  }

  /// The words before a blank, without the marks around them and the number of the note.
  private static func label(_ words: Substring) -> String {
    func isMark(_ letter: Character) -> Bool { letter == " " || letter == ":" || letter == "," }
    var text = words.drop(while: isMark)
    while let last = text.last, isMark(last) { text.removeLast() }
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), isDigits(text[open...].dropFirst().dropLast()) {
      text = text[..<open]
      while let last = text.last, isMark(last) { text.removeLast() }
    }
    return String(text)
  }
}
