import DossierDomain
import Testing

@testable import Documents

/// The attestations as data, and which of them are printed.
@Suite struct AttestationTemplateTests {
  private static let day = AttestationSamples.day

  private static func faults(_ text: String) -> [String] {
    do throws(FormTemplateFaults) {
      _ = try AttestationTemplates(changedBy: Array(text.utf8))
      return []
    } catch {
      return error.all.map { $0.wording(.en) }
    }
  }

  private static func denial(_ kind: AttestationKind, _ text: String) throws -> AttestationDenial? {
    try AttestationTemplates(changedBy: Array(text.utf8))[kind].denial(on: day)
  }

  /// What is shipped is read without a fault, and says of each kind where its words are from.
  @Test(arguments: AttestationKind.allCases) func eachKindNamesItsLawAndSource(kind: AttestationKind) throws {
    #expect(AttestationTemplateReader(onto: nil).read(AttestationTemplates.shippedText).faults == [])
    let template = AttestationTemplates.shipped[kind]
    #expect(template.law == "Nghị định 280/2025/NĐ-CP" && !template.source.isEmpty)
    #expect(template.date.year >= 2026 && template.confirmed == nil)
    #expect(template.validFrom == .known(CivilDate(text: "01/11/2025") ?? Self.day))
    #expect(template.openPoints.allSatisfy { !$0.vietnamese.isEmpty && !$0.english.isEmpty })
    #expect(template.isSeen || !template.openPoints.isEmpty)
  }

  @Test func whatWasReadOnPapersIsPrinted() {
    let copy = AttestationTemplates.shipped[.copy]
    #expect(copy.isSeen && copy.number == .known("01") && copy.denial(on: Self.day) == nil)
    let before = CivilDate(text: "31/10/2025") ?? Self.day
    #expect(copy.denial(on: before) == .notYetValid(before.adding(days: 1)))
  }

  /// Those that were read on papers or in what offices printed; nobody has read the others word for word.
  @Test func onlyWhatWasReadIsPrintedUnconfirmed() {
    let printed = AttestationKind.allCases.filter { AttestationTemplates.shipped[$0].denial(on: Self.day) == nil }
    #expect(printed == [.copy, .transactionAtCentre, .divisionAtCentre])
    #expect(AttestationTemplates.shipped[.cannotSign].denial(on: Self.day) == .wordsUnknown(.cannotSign))
  }

  @Test func whatNobodyHasReadIsPrintedAfterTheOfficeHasComparedIt() throws {
    let electronic = AttestationTemplates.shipped[.electronicCopy]
    let denial = try #require(electronic.denial(on: Self.day))
    #expect(
      denial == .unconfirmed(kind: .electronicCopy, law: "Nghị định 280/2025/NĐ-CP", version: electronic.date))
    // The sentence has the lines that confirm it.
    let lines = ["[electronic-copy]", "date = \(electronic.date.slashed)", "confirmed = yes"]
    for language in Language.allCases {
      #expect(lines.allSatisfy { denial.wording(language).contains($0) })
    }
    #expect(try Self.denial(.electronicCopy, lines.joined(separator: "\n")) == nil)
    #expect(try Self.denial(.electronicCopy, lines.dropLast().joined(separator: "\n")) == denial)
  }

  /// What somebody has compared was another text.
  @Test func aConfirmationIsOfOneVersion() throws {
    let text = "[electronic-copy]\ndate = 01/11/2026\nconfirmed = yes"
    let version = AttestationTemplates.shipped[.electronicCopy].date
    let denial = try #require(try Self.denial(.electronicCopy, text))
    #expect(
      denial
        == .otherConfirmed(
          kind: .electronicCopy, confirmed: CivilDate(text: "01/11/2026") ?? version, version: version))
    #expect(denial.wording(.vi).contains("date = \(version.slashed)"))
  }

  @Test func whatAnOfficeWritesItselfIsConfirmedByItself() throws {
    let own =
      "[copy]\ndate = 01/02/2027\nform = 01\nbold = SAO Y BẢN CHÍNH\ncentre = Số {number}[outside:, tại {place}]"
    let templates = try AttestationTemplates(changedBy: Array(own.utf8))
    let copy = templates[.copy]
    #expect(copy.version == "copy 01/02/2027" && copy.rows.count == 2 && !copy.isSeen)
    guard case .unconfirmed(.copy, _, _) = copy.denial(on: Self.day) else {
      Issue.record("It is printed without having been compared")
      return
    }
    #expect(try Self.denial(.copy, own + "\nconfirmed = yes") == nil)
    #expect(templates[.electronicCopy] == AttestationTemplates.shipped[.electronicCopy])
    #expect(
      AttestationSamples.lines(AttestationPaper(copy, AttestationSamples.facts).blocks(.page))
        == ["SAO Y BẢN CHÍNH", "Số 07"])
  }

  @Test func withoutWordsNothingIsPrinted() throws {
    let denial = try #require(try Self.denial(.copy, "[copy]\ndate = 01/02/2027\ntext = ?\nconfirmed = yes"))
    #expect(denial == .wordsUnknown(.copy) && denial.wording(.en).contains("[copy]"))
  }

  @Test(arguments: [
    ("[kopy]\ndate = 01/02/2027", "line 1: there is no form \"kopy\""),
    ("[copy]\ntext = a", "line 1: this form lacks \"date\""),
    ("[copy]\ndate = 01/02/2027\nseen = yes", "line 3: this form has no \"seen\""),
    ("[copy]\ndate = 01/02/2027\ndate = 01/02/2027", "line 3: \"date\" is there twice"),
    ("[copy]\ndate = 01/02/2027\ntext = {nam}", "line 3: there is no field {nam}"),
    ("[copy]\ndate = 01/02/2027\ntext = [inside: a]", "line 3: there is no condition [inside: …]"),
    ("[copy]\ndate = 01/02/2027\ntext = {name", "line 3: braces { } or brackets [ ] do not close"),
    ("[copy]\ndate = 01/02/2027\ntext = a]", "line 3: braces { } or brackets [ ] do not close"),
    ("[copy]\ndate = 01/02/2027\ntext = [outside:[outside:a]]", "line 3: braces { } or brackets [ ] do not close"),
    (
      "[copy]\ndate = 01/02/2027\nsign = boss: A",
      "line 3: \"boss: A\" must be -, signer:…, receiver:… or person:…"
    ), ("[copy]\ndate = 01/02/2027\nconfirmed = maybe", "line 3: \"maybe\" must be yes or no"),
    (
      "[copy]\ndate = 01/02/2027\nopen = a",
      "line 3: \"open\" is empty, longer than 500 characters or cannot be printed"
    ), ("[copy]\ndate = 01/02/2027" + String(repeating: "\ntext = a", count: 41), "line 43: at most 40 rows"),
  ])
  func aFaultNamesItsLineAndTheProblem(text: String, wording: String) { #expect(Self.faults(text) == [wording]) }
}
