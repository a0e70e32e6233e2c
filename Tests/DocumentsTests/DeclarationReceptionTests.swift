import DossierDomain
import Testing

@testable import Documents

/// A later declaration of a dossier: what a clerk has changed stays, the rest follows the dossier. Every person is invented.
@Suite struct DeclarationReceptionTests {
  private static func mother(_ name: String = "Hồ Thị Mẫu", number: String = "045190001234") -> DeclarationSources.Known
  {
    DeclarationSources.Known(Person(name: name, identityNumber: number, birth: "02/03/1990", address: "Thôn Mẫu"))
  }

  /// The record of a declaration that was made of these sources, changed by a clerk.
  private static func recorded(
    _ sources: DeclarationSources, _ change: (inout DeclarationFacts) -> Void
  ) throws -> DeclarationFacts {
    var facts = DeclarationFacts.prefilled(from: sources)
    change(&facts)
    return try DeclarationFacts(bytes: facts.noting(DeclarationFacts(of: sources)).bytes)
  }

  @Test func whatAClerkHasChangedStaysChanged() throws {
    let sources = try DeclarationSamples.sources([.mother: Self.mother()])
    let recorded = try Self.recorded(sources) { facts in
      facts.set("mother.name", to: "HỒ THỊ MẬU")
      facts.set("made.date", to: "04/02/2026")
      facts.leaveEmpty("mother.birth")
    }
    let later = DeclarationFacts.prefilled(from: sources, recorded: recorded)
    #expect(later["mother.name"] == "HỒ THỊ MẬU" && later["made.date"] == "04/02/2026")
    #expect(later.isLeftEmpty("mother.birth") && later["mother.residence"] == "Thôn Mẫu")
    // And at the one after that, too.
    let again = try DeclarationFacts(bytes: later.noting(DeclarationFacts(of: sources)).bytes)
    #expect(DeclarationFacts.prefilled(from: sources, recorded: again) == later)
  }

  @Test func whatNobodyHasChangedFollowsTheDossier() throws {
    let sources = try DeclarationSamples.sources([.mother: Self.mother(), .father: Self.mother("A", number: "")])
    let recorded = try Self.recorded(sources) { $0.set("mother.residence", to: "Thôn Khác") }
    var corrected = try DeclarationSamples.sources([.mother: Self.mother("Hồ Thị Mậu")])
    corrected.named.insert(.father)
    let later = DeclarationFacts.prefilled(from: corrected, recorded: recorded)
    #expect(later["mother.name"] == "HỒ THỊ MẬU" && later["mother.residence"] == "Thôn Khác")
    #expect(later["father.name"].isEmpty && !later.isLeftEmpty("father.name"), "Nobody is the father by now")
  }

  /// Another declaration of the dossier does not say who the parents are, and forgets nothing of them.
  @Test func whatAnotherDeclarationDoesNotNameIsKept() throws {
    let sources = try DeclarationSamples.sources([.mother: Self.mother()])
    let recorded = try Self.recorded(sources) { $0.set("mother.name", to: "HỒ THỊ MẬU") }
    let between = try DeclarationSamples.sources([.requester: Self.mother()])
    let next = DeclarationFacts.prefilled(from: between, recorded: recorded).noting(DeclarationFacts(of: between))
    #expect(DeclarationFacts.prefilled(from: sources, recorded: next)["mother.name"] == "HỒ THỊ MẬU")
  }

  /// A number that was mistyped at the reception is corrected on the paper; another number in the dossier is another person.
  @Test func aChangedNumberIsNoOtherPerson() throws {
    let sources = try DeclarationSamples.sources([.mother: Self.mother()])
    let recorded = try Self.recorded(sources) { facts in
      facts.set("mother.paper.number", to: "045190001243")
      facts.set("mother.ethnicity", to: "Tà Ôi")
    }
    let later = DeclarationFacts.prefilled(from: sources, recorded: recorded)
    #expect(later["mother.paper.number"] == "045190001243" && later["mother.ethnicity"] == "Tà Ôi")
    let other = try DeclarationSamples.sources([.mother: Self.mother("Lê Thị Khác", number: "045192000008")])
    let another = DeclarationFacts.prefilled(from: other, recorded: recorded)
    #expect(another["mother.paper.number"] == "045192000008" && another["mother.ethnicity"].isEmpty)
  }
}
