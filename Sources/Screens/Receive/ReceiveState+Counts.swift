import DossierDomain
import Terminal

/// How many of a paper were handed in, where it is more than one: "+" and a digit add one more of the digit's form.
extension ReceiveState {
  /// The paper as the reception records it.
  func component(_ number: Int, _ field: Field, _ rule: PaperRule) -> Component {
    var component = Component(
      number: number, name: rule.name,
      form: UInt8(form.text(field)).flatMap(Component.Form.init(rawValue:)) ?? .missing, need: rule.needInDossier)
    if let counts = counts(of: field) { component.take(counts) }
    return component
  }

  /// The row of a paper with its numbers instead of its form alone.
  func withCounts(_ field: Field) -> Field {
    guard counts(of: field) != nil || addsTo == field.id, var options = field.options,
      options.indices.contains(form.chosenIndex(field))
    else { return field }
    var component = Component(
      number: 0, name: "", form: UInt8(form.text(field)).flatMap(Component.Form.init(rawValue:)) ?? .missing)
    if let counts = counts(of: field) { component.take(counts) }
    let (counted, more) = (component, addsTo == field.id ? " + …" : "")
    options[form.chosenIndex(field)].label = Words { counted.countWording($0) + more }
    var field = field
    field.kind = .choice(options)
    return field
  }

  /// - Returns: whether the key was one of a count.
  mutating func countPaper(_ key: Key) -> Bool {
    let waiting = addsTo
    addsTo = nil
    guard form.focus.name == "form", let paper = papers.first(where: { $0.id == form.focus }),
      case .character(let typed) = key
    else { return false }
    if typed == "+" {
      addsTo = paper.id
      return true
    }
    guard waiting == paper.id, let added = Self.addable.first(where: { $0.0 == typed })?.1 else { return false }
    var component = Component(
      number: 0, name: "", form: UInt8(form.text(paper)).flatMap(Component.Form.init(rawValue:)) ?? .missing)
    if let counts = counts(of: paper) { component.take(counts) }
    component.take(component.handedIn.adding(added))
    setCounts(of: paper, component)
    return true
  }

  /// Form and numbers of a paper that was recorded.
  mutating func setCounts(of paper: Field, _ component: Component) {
    form.set(paper, String(component.form.rawValue))
    if component.handedIn.total > 1 { form.set(PaperCounts.field(of: paper), component.handedIn.text) }
  }

  /// A form that is chosen anew is one paper.
  mutating func forgetCounts(of paper: Field.ID) { form.forget(PaperCounts.field(paper.index)) }

  private func counts(of paper: Field) -> PaperCounts? {
    guard form.hasAnswers(PaperCounts.fieldName) else { return nil }
    return PaperCounts(text: form.text(PaperCounts.field(of: paper)))
  }

  /// What can be added, while "+" waits for it.
  var addableForms: Words? {
    guard addsTo == form.focus else { return nil }
    return Words { language in
      language.pick("Thêm một: ", "One more: ")
        + Self.addable.map { "\($0.0) \($0.1.wording(language))" }.joined(separator: " · ")
    }
  }

  private static let addable: [(Character, Component.Form)] = [
    ("1", .original), ("2", .certifiedCopy), ("3", .photocopy),
  ]
}

extension PaperCounts {
  /// A draft keeps the numbers under this name; it must not change between versions.
  static let fieldName = "counts"

  static func field(_ place: Int) -> Field {
    Field(id: Field.ID(fieldName, place), label: Words("Số bản", "Copies"), kind: .text(.text), maximumLength: 8)
  }

  static func field(of paper: Field) -> Field { field(paper.id.index) }

  /// `1/0/2`: originals, certified copies, plain copies.
  var text: String { "\(originals)/\(certifiedCopies)/\(plainCopies)" }

  init?(text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(originals: parts[0], certifiedCopies: parts[1], plainCopies: parts[2])
    guard isBounded, total > 0 else { return nil }
  }
}
