import DossierDomain

/// A form that can be made out for a dossier now.
public struct PaperOffer: Hashable, Sendable {
  public var form: PaperFormID
  /// The version of its template.
  public var template: String
  /// A citizen's declaration, whose questions are asked before it is made out.
  public var isDeclaration: Bool
  private var vietnamese: String
  private var english: String

  public init(form: PaperFormID, template: String, isDeclaration: Bool = false, vi: String, en: String) {
    (self.form, self.template, self.isDeclaration, vietnamese, english) = (form, template, isDeclaration, vi, en)
  }

  public func name(_ language: Language) -> String { language.pick(vietnamese, english) }
}

/// What can be printed for a dossier: forms, and the papers that it has already.
public struct DossierPapers: Hashable, Sendable {
  public var code: DossierCode
  public var offers: [PaperOffer]
  /// Receipts of the whole visit that are recorded on another dossier come first, then its own papers in the order of issue.
  public var issued: [IssuedPaper]
  /// The number of the paper that was issued in the place of another, by the number of that one.
  public var replacements: [PaperNumber: PaperNumber]
  /// Papers in whose place no other is issued: a shared receipt on a dossier that is no longer on it.
  public var lasting: Set<PaperNumber> = []
  /// Of papers that were issued at this machine.
  public var states: [PaperNumber: PrintState]
  /// That the office's own texts do not hold, and why; nil if all is well.
  public var remark: String?
  /// By which it is decided who may see people's numbers in full; nil where nobody may.
  public var standing: DossierStanding?

  public init(_ dossier: Dossier, offers: [PaperOffer], states: [PaperNumber: PrintState]) {
    self.init(
      code: dossier.code, issued: dossier.issuedPapers.map { FiledPaper($0, on: dossier, visit: [dossier]) },
      offers: offers,
      states: states)
  }

  public init(code: DossierCode, issued: [FiledPaper], offers: [PaperOffer], states: [PaperNumber: PrintState]) {
    self.code = code
    self.offers = offers
    self.issued = issued.map(\.paper)
    replacements = issued.reduce(into: [:]) { found, paper in found[paper.number] = paper.replacement }
    self.states = states
  }

  public init(code: DossierCode, offers: [PaperOffer], states: [PaperNumber: PrintState] = [:]) {
    (self.code, self.offers, self.states) = (code, offers, states)
    (issued, replacements) = ([], [:])
  }
}

/// A paper that is to be made out.
public struct NewPaper: Hashable, Sendable {
  public var form: PaperFormID
  /// The paper in whose place it is issued.
  public var replaces: PaperNumber?
  /// What a declaration is filled with, by field; nil for what the program knows by itself, and for other papers.
  public var answers: [String: String]?

  public init(_ form: PaperFormID, replaces: PaperNumber? = nil, answers: [String: String]? = nil) {
    (self.form, self.replaces, self.answers) = (form, replaces, answers)
  }
}

/// One paper of a dossier: a new one, or one that was issued.
public enum PaperChoice: Hashable, Sendable {
  case new(NewPaper)
  case issued(PaperNumber)
}

/// A paper that is to be printed.
public struct PaperName: Hashable, Sendable {
  public var dossier: DossierID
  public var number: PaperNumber

  public init(_ dossier: DossierID, _ number: PaperNumber) { (self.dossier, self.number) = (dossier, number) }
}
