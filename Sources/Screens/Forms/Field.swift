import DossierDomain
import Terminal

/// One thing that a clerk is asked for: its label, the input it accepts and the check of that input. Its current text
/// belongs to the form.
struct Field: Sendable {
  /// Identifies the field in drafts, so it must not change between versions. The index distinguishes rows of one kind,
  /// such as the papers of a dossier.
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

  /// One option of a choice.
  struct Option: Hashable, Sendable {
    /// The value must not change between versions, because drafts store it.
    var value: String
    var label: Words
    /// The key that chooses the option on a page; a prompt numbers its options itself.
    var digit: Character?
    var role = Role.input
  }

  /// How much of a row of the page the field uses.
  enum Width: Sendable {
    case whole
    case short
    /// The label fills the row and the answer stands at its end.
    case answerAtEnd
  }

  let id: ID
  var label: Words
  var kind: Kind
  /// The text before anything is typed. In a prompt the first typed letter replaces it.
  var proposal = ""
  var maximumLength = 2000
  /// How the program's own typing takes the keys.
  var use = OwnTyping.Use.words
  var width = Width.whole
  /// Things that a prompt lists above a text, and that items of the text name by their numbers.
  var numbered: [String] = []
  /// Shown while the field is empty.
  var placeholder: Words?
  /// What to do in the field, shown while the cursor is in it.
  var hint: Words?
  /// Returns the sentence that says what is wrong with a text; nil if the text is valid.
  var check: @Sendable (String, Language) -> String? = { _, _ in nil }
  /// The text as it is stored, shown when the cursor leaves the field.
  var tidy: @Sendable (String) -> String = { $0 }
  /// How it is stored is only proposed: undone, it stays as it was typed.
  var isTidiedOnce = false
  /// Whether nothing can follow a text, or a value that a digit has chosen. A page then goes on to the next field.
  var isComplete: @Sendable (String) -> Bool = { _ in false }
  /// A person's name, which has no digits: on a page a digit behind it goes to the next field.
  var endsAtDigit = false
  /// The source of the suggestions that a page shows below the field.
  var suggestions: Suggesting?

  struct Suggesting: Sendable {
    /// How many suggestions are shown at once.
    var rows: Int
    var find: @Sendable (String, Session, Instant) -> [Suggestion]
  }

  var options: [Option]? {
    switch kind {
    case .text: nil
    case .choice(let options): options
    }
  }

  var takesLetters: Bool { if case .text(.text) = kind { true } else { false } }
}

/// One suggestion for the typed text.
struct Suggestion: Hashable, Sendable {
  /// A code, which is also shown before the text.
  var value: String
  /// The text that the field gets when the suggestion is chosen.
  var text: String
  /// Shown at the end of the row.
  var note: Words?
  /// The suggestion can be chosen, but the act will be refused.
  var isMuted = false
}
