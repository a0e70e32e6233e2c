/// A paper that a procedure asks for (thành phần hồ sơ).
public struct PaperRule: Hashable, Sendable {
  public enum Need: Hashable, Sendable {
    /// The procedure says only a name. Whether every case needs the paper is read from the name (`Component.isConditional`).
    case byName
    /// Wherever the rule applies.
    case required
    /// One paper of the group is enough.
    case oneOf(String)
  }

  /// How it has to be handed in.
  public enum Form: UInt8, CaseIterable, Sendable {
    case original = 1
    case certifiedCopy = 2
    case copy = 3
    /// Shown, and given back at once.
    case shown = 4
    case electronic = 5
    /// Nothing is handed in, because a registry is looked up.
    case lookup = 6
  }

  public var name: String
  public var need: Need
  public var applies: Applicability
  public var form: Known<Form>
  public var count: Known<Int>
  /// The number of the form to fill in, or empty.
  public var formNumber: String
  /// The registry or document that replaces it, in words; empty if none is known.
  public var replacedBy: String
  /// The code under which the national portal lists the paper, or empty.
  public var portalCode: String
  /// What the clerk should know about it; empty if nothing.
  public var note: String

  public init(
    name: String, need: Need = .byName, applies: Applicability = .always, form: Known<Form> = .unknown,
    count: Known<Int> = .unknown, formNumber: String = "", replacedBy: String = "", portalCode: String = "",
    note: String = ""
  ) {
    self.name = name
    self.need = need
    self.applies = applies
    self.form = form
    self.count = count
    self.formNumber = formNumber
    self.replacedBy = replacedBy
    self.portalCode = portalCode
    self.note = note
  }

  /// What a dossier has to know of it.
  public var needInDossier: Component.Need {
    switch (need, form.value) {
    case (.oneOf(let group), _): .oneOf(group)
    case (_, .shown): .shown
    case (_, .lookup): .lookedUp
    case (.byName, _): .byName
    case (.required, _): .required
    }
  }

  /// Only a name, as earlier versions of the program knew papers. They divided names by `;`.
  public var isNameOnly: Bool { self == PaperRule(name: name) && !name.contains(";") }
}
