import DossierDomain
import PageDescription
import VietnameseText

/// Reads templates: lines `[form]`, `name = text` and comments that begin with `#`. `-` is an empty value.
struct FormTemplateReader {
  static let maximumBytes = 64 << 10
  private static let longestText = 500
  private static let mostCopies = 4
  private static let mostFaults = 100
  private static let ownNames = ["number", "circular", "date", "confirmed", "sheet", "copies", "title"]

  private let base: [FormKind: FormTemplate]?
  private var templates: [FormKind: FormTemplate] = [:]
  private var faults: [FormTemplateFault] = []
  private var form: FormTemplate?
  private var formLine = 0
  private var seen: Set<String> = []
  /// Values of a form that does not exist are passed over, because its own fault says enough.
  private var skips = false

  /// - Parameter base: the templates that supply what the text does not say; nil if it has to say everything.
  init(onto base: [FormKind: FormTemplate]?) { self.base = base }

  consuming func read(_ text: String) -> (templates: [FormKind: FormTemplate], faults: [FormTemplateFault]) {
    var reader = self
    for (index, line) in FormLine.all(in: text).enumerated() where reader.faults.count < Self.mostFaults {
      reader.take(line, index + 1)
    }
    reader.endForm()
    return (reader.templates, reader.faults.sorted { $0.line < $1.line })
  }

  private mutating func take(_ line: FormLine, _ number: Int) {
    switch line {
    case .empty: return
    case .section(let name): begin(name, number)
    case .unreadable: add(.lineUnreadable, number)
    case .value(let name, let text):
      guard !skips else { return }
      guard form != nil else { return add(.valueOutsideForm, number) }
      guard seen.insert(name).inserted else { return add(.nameTwice(name), number) }
      set(name, to: text, number)
    }
  }

  private mutating func begin(_ name: String, _ number: Int) {
    endForm()
    guard let kind = FormKind(rawValue: name) else {
      skips = true
      return add(.formUnknown(name), number)
    }
    guard templates[kind] == nil else {
      skips = true
      return add(.formTwice(name), number)
    }
    form = base?[kind] ?? FormTemplate(kind: kind)
    formLine = number
  }

  private mutating func endForm() {
    if let form {
      let needed = base == nil ? Self.ownNames + form.kind.texts : ["date"]
      for name in needed where !seen.contains(name) { add(.valueMissing(name), formLine) }
      templates[form.kind] = form
    }
    (form, seen, skips) = (nil, [], false)
  }

  private mutating func set(_ name: String, to written: Substring, _ number: Int) {
    let value = written == "-" ? "" : String(written)
    let mayBeEmpty = ["number", "circular", "copies"].contains(name)
    guard Self.ownNames.contains(name) || form?.kind.texts.contains(name) == true else {
      return add(.nameUnknown(name), number)
    }
    // Equal in Swift are also texts whose marks stand apart; what is kept is NFC.
    let clean = value.cleaned(maxLength: Self.longestText)
    guard clean == value, mayBeEmpty || !value.isEmpty, !written.isEmpty else {
      return add(.textMalformed(name), number)
    }
    switch name {
    case "number": form?.number = clean
    case "circular": form?.circular = clean
    case "title": form?.title = clean
    case "date":
      guard let date = CivilDate(text: value) else { return add(.dateUnreadable(value), number) }
      form?.date = date
    case "confirmed":
      guard value == "yes" || value == "no" else { return add(.answerUnreadable(value), number) }
      form?.isConfirmed = value == "yes"
    case "sheet":
      guard let sheet = PageDescription.Sheet(named: value) else { return add(.sheetUnknown(value), number) }
      form?.sheet = sheet
    case "copies":
      let copies = clean.split(separator: ";").map { String($0.trimmed) }.filter { !$0.isEmpty }
      guard copies.count <= Self.mostCopies else { return add(.tooManyCopies(Self.mostCopies), number) }
      form?.copies = copies
    default: form?.texts[name] = clean
    }
  }

  private mutating func add(_ reason: FormTemplateFault.Reason, _ line: Int) {
    faults.append(FormTemplateFault(line: line, reason))
  }
}

extension PageDescription.Sheet {
  fileprivate init?(named name: String) {
    switch name {
    case "a4": self = .a4
    case "a4-landscape": self = .a4Landscape
    case "a5": self = .a5
    case "halves": self = .halvesOfA4
    default: return nil
    }
  }
}
