import DossierDomain

extension RandomContent {
  private mutating func paperNumber() -> PaperNumber {
    let series = PaperNumber.Series(random: UInt64.random(in: 0...UInt64.max, using: &random))
    return PaperNumber(count: 1 + below(9_999_999), year: 2000 + below(8000), series: series) ?? paperNumber()
  }

  private mutating func sealedName() -> String {
    bytes(32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  mutating func paperIssue() -> PaperIssue {
    let number = paperNumber()
    // Sixteen bytes, sixty-four digits, and a short form and template are always a paper.
    guard let form = PaperFormID(["01", "07", "hen", "to-khai-12"][below(4)]),
      let paper = PaperIssue(
        form: form, template: "1.\(below(9))", number: number, pageHash: bytes(PaperIssue.hashLength),
        sealed: sealedName(), replaces: optional { $0.paperNumber() },
        facts: optional { SealedFacts(sealed: $0.sealedName(), saltedHash: $0.bytes(SealedFacts.hashLength)) } ?? nil)
    else { return paperIssue() }
    return paper
  }
}
