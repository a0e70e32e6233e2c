/// A paper that the office made out for a dossier: which form, under which number, and what proves what it said.
///
/// What stands on it is a page description, which is not in the entry: it is kept sealed under a key of its own, so that it can be
/// printed again exactly as it was, and destroyed.
public struct PaperIssue: Hashable, Sendable {
  /// The length of `pageHash` in bytes.
  public static let hashLength = 16
  public static let longestTemplate = 40

  public let form: PaperFormID
  /// The version of the form's template, as the template names it.
  public let template: String
  public let number: PaperNumber
  /// The first 16 bytes of SHA-256 over the bytes of the page description: without the seal in its code, which has the same hash. If the
  /// page has answers, over a salt and the page behind it.
  public let pageHash: [UInt8]
  /// The name of the sealed description: SHA-256 of the sealed bytes, 64 lower-case hexadecimal digits.
  public let sealed: String
  /// The earlier paper of the same dossier in whose place it was issued.
  public internal(set) var replaces: PaperNumber?
  /// What a declaration was filled with, so that it is asked once; nil for other papers.
  public let facts: SealedFacts?

  /// Whether a salt is kept before the page and hashed with it (`SealedFacts`): a page with answers says what no entry says.
  public var isSalted: Bool { facts != nil }

  /// The names of everything sealed that belongs to it.
  public var records: [String] { [sealed] + (facts.map { [$0.sealed] } ?? []) }

  /// Nil for a value beyond the bounds.
  public init?(
    form: PaperFormID, template: String, number: PaperNumber, pageHash: [UInt8], sealed: String,
    replaces: PaperNumber? = nil, facts: SealedFacts? = nil
  ) {
    guard template.count <= Self.longestTemplate, !template.isEmpty,
      template.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }),
      pageHash.count == Self.hashLength, SealedFacts.isName(sealed), replaces != number, facts?.sealed != sealed
    else { return nil }
    self.form = form
    self.template = template
    self.number = number
    self.pageHash = pageHash
    self.sealed = sealed
    self.replaces = replaces
    self.facts = facts
  }
}

/// An issued paper of a dossier, with the moment and the clerk of its entry.
public struct IssuedPaper: Hashable, Sendable {
  public var issue: PaperIssue
  public var at: Instant
  public var by: ClerkID

  public init(issue: PaperIssue, at: Instant, by: ClerkID) {
    self.issue = issue
    self.at = at
    self.by = by
  }
}

extension Dossier {
  public func issuedPaper(_ number: PaperNumber) -> IssuedPaper? { issuedPapers.first { $0.issue.number == number } }

  /// The number of the paper that was issued in the place of this one; nil if it still holds.
  public func replacement(of number: PaperNumber) -> PaperNumber? {
    issuedPapers.first { $0.issue.replaces == number }?.issue.number
  }

  /// Whether a paper that is recorded on this dossier is also one of another dossier of the same visit: the receipt of all that was
  /// recorded until then. A confidential dossier has a receipt of its own.
  public func shares(_ paper: IssuedPaper, with other: Dossier) -> Bool {
    guard paper.issue.form.isOfVisit, other.id != id, other.visitID == visitID, !isConfidential, !other.isConfidential
    else { return false }
    return (other.onBlank?.recordedAt ?? other.receivedAt).map { $0 <= paper.at } ?? false
  }

  /// The papers of which nothing is kept any more once the record of one is erased. A declaration is filled with the answers of the one
  /// before, so the later ones have them too and go with it.
  public func papersErased(with number: PaperNumber) -> [IssuedPaper] {
    guard let place = issuedPapers.firstIndex(where: { $0.issue.number == number }) else { return [] }
    let paper = issuedPapers[place]
    guard paper.issue.facts != nil else { return [paper] }
    return [paper] + issuedPapers[(place + 1)...].filter { $0.issue.facts != nil }
  }

  /// What the newest declaration was filled with; nil if none was issued.
  public var facts: SealedFacts? { issuedPapers.last { $0.issue.facts != nil }?.issue.facts }
}

// MARK: What it makes of a dossier

extension Dossier {
  /// Two desks may issue papers without knowing of each other, and another program may record what no rule has decided. The first
  /// paper of a number holds, and the first one in the place of another. A second replacement may be in somebody's hands, so it
  /// stays, as a paper of its own.
  mutating func issue(_ paper: PaperIssue, _ entry: RecordedAction) {
    guard issuedPaper(paper.number) == nil else { return }
    var paper = paper
    if let replaced = paper.replaces, issuedPaper(replaced) == nil || replacement(of: replaced) != nil {
      paper.replaces = nil
    }
    issuedPapers.append(IssuedPaper(issue: paper, at: entry.at, by: entry.clerk))
  }
}

// MARK: How the timeline says it

extension ActionWording {
  func issued(_ paper: PaperIssue) -> String {
    let instead = paper.replaces.map { language.pick(", thay giấy số \($0.text)", ", in place of \($0.text)") } ?? ""
    return language.pick(
      "Lập giấy: \(paper.form.wording(.vi)), số \(paper.number.text)",
      "Paper issued: \(paper.form.wording(.en)), number \(paper.number.text)") + instead
  }
}
