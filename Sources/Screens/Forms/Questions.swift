import DossierDomain
import OfficeWork

/// The questions of a verb, written as straight code: each question returns its typed answer, and the first one without
/// an answer throws. A stored answer that can no longer be read counts as missing.
struct Questions: Sendable {
  let answers: Contents
  let session: Session
  let now: Instant
  /// The dossiers that the verb concerns.
  var targets: [QueueRow] = []
  /// The only one of them, if the screen has loaded it.
  var dossier: Dossier?
  /// The steps of its internal procedure.
  var steps: [StepRule] = []

  /// The required papers of the one dossier that were never marked as received.
  var missingPapers: [Component] { dossier?.components.missing ?? [] }

  func ask<Value>(
    _ id: Field.ID, _ label: Words, _ reading: Reading<Value>, proposal: String = "", numbered: [String] = [],
    tidy: @escaping @Sendable (String) -> String = { $0 }
  ) throws(Unanswered) -> Value {
    let open = Unanswered.open(
      Field(
        id: id, label: label, kind: .text(reading.takes), proposal: proposal, use: reading.use,
        numbered: numbered, check: { text, language in reading.problem(tidy(text), language) }, tidy: tidy))
    guard let text = answers[id] else { throw open }
    do throws(Reading<Value>.Problem) { return try reading.read(text) } catch { throw open }
  }

  /// A person's name, which gets its capitals where it was typed without any.
  func askName(
    _ id: Field.ID, _ label: Words, _ reading: Reading<String>, proposal: String = ""
  ) throws(Unanswered) -> String {
    do throws(Unanswered) { return try ask(id, label, reading.ofNames, proposal: proposal) } catch {
      guard case .open(var field) = error else { throw error }
      field.tidy = PersonName.capitalised
      field.isTidiedOnce = true
      throw .open(field)
    }
  }

  func choose<Value>(_ id: Field.ID, _ label: Words, _ choices: [Choice<Value>]) throws(Unanswered) -> Value {
    guard let text = answers[id], let choice = choices.first(where: { $0.text == text }) else {
      let options = choices.map { Field.Option(value: $0.text, label: $0.label) }
      throw .open(Field(id: id, label: label, kind: .choice(options)))
    }
    return choice.value
  }

  /// A value that the screen knew before the first question.
  func given<Value>(_ given: Given<Value>) throws(Unanswered) -> Value {
    guard let value = answers[given] else { throw .nothingToAsk }
    return value
  }
}

/// Why there is no answer yet.
enum Unanswered: Error {
  case open(Field)
  /// A value is missing that no question asks for.
  case nothingToAsk
}

/// A value that a screen passes to a verb, such as which paper or which clerk. It is stored with the answers, so that a
/// draft about another paper or clerk is never offered.
struct Given<Value: Sendable>: Sendable {
  let id: Field.ID
  let text: @Sendable (Value) -> String
  let value: @Sendable (String) -> Value?
}

extension Given<Int> {
  static var paper: Given { Given(id: "paper", text: { String($0) }, value: { Int($0) }) }
}

extension Given<ClerkID> {
  static var clerk: Given {
    Given(id: "clerk", text: { $0.hexadecimal }, value: { ClerkID(hexadecimal: $0) })
  }
}

extension Given<DossierID> {
  static var dossier: Given {
    Given(id: "dossier", text: { $0.hexadecimal }, value: { DossierID(hexadecimal: $0) })
  }
}

extension Given<CivilDate> {
  static var firstDay: Given { Given(id: "first-day", text: { $0.slashed }, value: { CivilDate(text: $0) }) }
}

extension Contents {
  subscript<Value>(given: Given<Value>) -> Value? { self[given.id].flatMap(given.value) }

  static func given<Value>(_ given: Given<Value>, _ value: Value) -> Contents {
    Contents().appending(given, value)
  }

  func appending<Value>(_ given: Given<Value>, _ value: Value) -> Contents {
    appending(given.id, given.text(value))
  }
}
