/// Which declarations a procedure has, by code: the ids of `DeclarationTexts`, in the order in which they are filled in.
///
/// The frequent procedures (`ShortNames`) all stand here. One without a declaration says why: either none is prescribed, or no
/// source shows the fields of its form word for word, and a form that nobody has seen must not be printed as the prescribed one.
public enum DeclarationList {
  public static let byCode: [String: [String]] = [
    "1.001193": ["birth"], "1.003583": ["birth"], "1.004772": ["birth"], "2.000528": ["birth"],
    "1.000689": ["birth", "parent-child"], "1.004884": ["birth-again"],
    "1.000656": ["death"], "1.000419": ["death"], "1.005461": ["death-again"],
    "1.000894": ["marriage"], "1.000593": ["marriage"], "2.000806": ["marriage"], "1.004746": ["marriage-again"],
    "1.004873": ["marital-status"], "1.001022": ["parent-child"], "2.000779": ["parent-child"],
    "1.004859": ["change"], "2.000748": ["change"], "2.000635": ["extract"],
    "3.000722": ["linked-birth"], "2.002913": ["linked-death"],
  ]

  public enum Absence: Sendable {
    /// The procedure is asked for without a form of the citizen.
    case nonePrescribed
    /// The form exists, and its fields are not known word for word.
    case fieldsUnknown
  }

  public static let absences: [String: Absence] = [
    "2.000815": .nonePrescribed, "2.000884": .nonePrescribed, "2.001035": .nonePrescribed, "2.000908": .nonePrescribed,
    "2.001019": .nonePrescribed, "2.001801": .nonePrescribed,
    "1.001776": .fieldsUnknown, "1.001731": .fieldsUnknown, "1.001699": .fieldsUnknown, "1.014027": .fieldsUnknown,
    "1.011607": .fieldsUnknown, "1.001612": .fieldsUnknown, "1.010833": .fieldsUnknown, "1.013133": .fieldsUnknown,
  ]
}
