import DossierDomain
import Terminal

/// What a clerk is asked for: how it is called, what it takes, what is wrong with it. What stands in it is the form's.
struct Field: Sendable {
  /// Stable: drafts know the field by it. The index tells apart rows of one kind, e.g. the papers of a dossier.
  struct ID: Hashable, Sendable, ExpressibleByStringLiteral {
    var name: String
    var index = 0

    init(_ name: String, _ index: Int = 0) {
      self.name = name
      self.index = index
    }

    init(stringLiteral name: String) {
      self.init(name)
    }
  }

  enum Kind: Sendable {
    case text(TextField.Kind)
    case choice([Option])
  }

  /// One of the answers of a choice.
  struct Option: Hashable, Sendable {
    /// Stable: drafts keep it.
    var value: String
    var label: Words
    /// The key that chooses it on a page; a prompt counts its options itself.
    var digit: Character?
    var role = Role.input
  }

  /// How much of a page's row it takes.
  enum Width: Sendable {
    case whole
    case short
    /// The label takes the row and the answer stands at its end.
    case answerAtEnd
  }

  let id: ID
  var label: Words
  var kind: Kind
  /// What stands in a text before anything is typed, and gives way to it in a prompt.
  var proposal = ""
  var maximumLength = 2000
  var width = Width.whole
  /// Shown while it is empty.
  var placeholder: Words?
  /// What to do in it, said while the cursor is there.
  var hint: Words?
  /// The sentence that says what is wrong with a text; nil when it will do.
  var check: @Sendable (String, Language) -> String? = { _, _ in nil }
  /// What a page offers below it for what is typed.
  var suggestions: Suggesting?

  struct Suggesting: Sendable {
    /// How many are shown at once.
    var rows: Int
    var find: @Sendable (String, Session, Instant) -> [Suggestion]
  }

  var options: [Option]? {
    switch kind {
    case .text: nil
    case .choice(let options): options
    }
  }
}

/// Something that can be chosen for what was typed.
struct Suggestion: Hashable, Sendable {
  /// A code, also shown before the text.
  var value: String
  /// What then stands in the field.
  var text: String
  /// At the end of the row.
  var note: Words?
  /// It can be chosen and will be refused.
  var isMuted = false
}
