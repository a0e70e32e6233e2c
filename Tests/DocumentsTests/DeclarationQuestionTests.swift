import DossierDomain
import Testing
import VietnameseText

@testable import Documents

@Suite struct DeclarationQuestionTests {
  private static func questions(
    _ ids: [String], _ facts: DeclarationFacts, wantsResidence: Bool = false
  ) throws -> DeclarationQuestions {
    DeclarationQuestions(
      try ids.map { try DeclarationSamples.template($0) }, facts, wantsResidence: wantsResidence)
  }

  @Test func questionsComeInTheOrderOfThePaper() throws {
    let ids = try Self.questions(["birth"], DeclarationFacts()).questions.map(\.id)
    #expect(
      ids.prefix(9) == [
        "office.name", "requester.name", "requester.birth", "requester.residence", "requester.paper.kind",
        "requester.paper.number", "requester.paper.issuer", "requester.paper.issued", "requester.relationToChild",
      ])
    #expect(ids.suffix(4) == ["made.place", "made.date", "requester.signing", "signing.scribe"])
    #expect(Set(ids).count == ids.count)
  }

  @Test func twoDeclarationsAskForOnePersonOnce() throws {
    let ids = try Self.questions(["birth", "parent-child"], DeclarationFacts()).questions.map(\.id)
    #expect(ids.filter { $0 == "requester.name" }.count == 1)
    #expect(ids.contains("child.name") && ids.contains("recognised.name"))
    #expect(ids.filter { $0 == "requester.signing" }.count == 1)
  }

  @Test func whatIsMissingIsOpenAndTheRestIsOptional() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    let father = try DeclarationSamples.known(DeclarationSamples.father)
    let facts = DeclarationFacts.prefilled(
      from: try DeclarationSamples.sources([.requester: mother, .mother: mother, .father: father]))
    let questions = try Self.questions(["birth"], facts)
    #expect(
      questions.open.map(\.id) == [
        "child.name", "child.birth", "child.birthWords", "child.sex", "child.ethnicity", "child.birthPlace",
        "child.home", "mother.ethnicity", "father.ethnicity", "copies.wanted",
      ])
    func need(_ id: String) -> DeclarationQuestions.Need? { questions.questions.first { $0.id == id }?.need }
    #expect(need("requester.residence") == .leftBlank)
    #expect(questions.leftBlankWording(of: .father, .vi) == "có số thì mẫu để trống: Nơi cư trú")
    #expect(questions.leftBlankWording(.vi) == questions.leftBlankWording(of: .father, .vi))
    #expect(questions.leftBlankWording(of: .child, .vi) == nil)
    #expect(need("father.ethnicity") == .required && need("father.paper.issuer") == .optional)
    func isBlank(_ id: String) -> Bool? { questions.questions.first { $0.id == id }?.isBlank }
    #expect(isBlank("father.paper.issuer") == true && isBlank("parents.number") == true)
    #expect(isBlank("father.name") == false && isBlank("father.residence") == false)
    #expect(isBlank("requester.signing") == false && isBlank("signing.scribe") == false)
    #expect(need("parents.number") == .optional)
  }

  /// The mother who asks is asked nothing twice. Nobody is taken for a parent unless it is said, and no other name is overwritten.
  @Test func whoSaysThatSheIsTheMotherIsProposedAsTheMother() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    var facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.requester: mother]))
    func proposed(_ id: String) throws -> String? {
      try Self.questions(["birth"], facts).questions.first { $0.id == id }?.proposed
    }
    #expect(try proposed("mother.name") == "")
    facts.set("requester.relationToChild", to: "Mẹ")
    #expect(try proposed("mother.name") == facts["requester.name"] && !facts["requester.name"].isEmpty)
    #expect(try proposed("mother.paper.number") == facts["requester.paper.number"])
    #expect(try proposed("father.name") == "")
    // Her number is the mother's, so the mother's residence stays blank like hers.
    let residence = try Self.questions(["birth"], facts).questions.first { $0.id == "mother.residence" }
    #expect(residence?.need == .leftBlank)
    facts.set("mother.name", to: "HỒ THỊ KHÁC")
    #expect(try proposed("mother.birth") == "")
  }

  @Test func whatFollowsIsProposedAndNotTaken() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    var facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.requester: mother, .mother: mother]))
    facts.set("child.birth", to: "21/11/2026")
    facts.set("mother.ethnicity", to: "Bru Vân Kiều")
    let questions = try Self.questions(["birth"], facts)
    func proposed(_ id: String) -> String? { questions.questions.first { $0.id == id }?.proposed }
    #expect(proposed("requester.relationToChild") == "Mẹ")
    #expect(proposed("child.ethnicity") == "Bru Vân Kiều")
    #expect(proposed("child.nationality") == "Việt Nam")
    #expect(
      proposed("child.birthWords") == "Ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi sáu")
    #expect(proposed("requester.paper.issuer") == "", "No source says who issued cards of which day")
    #expect(facts["child.nationality"].isEmpty)
    let accepted = facts.accepting(questions)
    #expect(accepted["child.nationality"] == "Việt Nam")

    #expect(accepted["child.birthWords"].isEmpty, "They follow from the date")
    #expect(!questions.open.contains { $0.id == "child.birthWords" })

    facts.set("father.ethnicity", to: "Kinh")
    facts.set("child.birthWords", to: "Ngày hai mốt tháng mười một")
    let later = try Self.questions(["birth"], facts).questions
    #expect(later.first { $0.id == "child.ethnicity" }?.proposed == "", "The parents have to agree")
    #expect(later.first { $0.id == "child.birthWords" }?.proposed == "", "Her own words stay")
  }

  /// What a clerk has emptied is neither proposed nor filled again, whatever declaration asks for it later.
  @Test func whatWasEmptiedComesFromNowhere() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    var facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.requester: mother, .mother: mother]))
    for id in ["child.nationality", "mother.birth", "requester.relationToChild", "made.place"] { facts.leaveEmpty(id) }
    let questions = try Self.questions(["birth"], facts)
    #expect(questions.questions.first { $0.id == "child.nationality" }?.proposed == "")
    #expect(questions.open.contains { $0.id == "requester.relationToChild" })
    let recorded = try DeclarationFacts(bytes: facts.accepting(questions).bytes)
    let later = DeclarationFacts.prefilled(
      from: try DeclarationSamples.sources([.requester: mother, .mother: mother]), recorded: recorded)
    #expect(later["mother.birth"].isEmpty && later["made.place"].isEmpty && later["mother.name"] == "HỒ THỊ KĂN TƯM")
    #expect(try Self.questions(["birth"], later).questions.first { $0.id == "child.nationality" }?.proposed == "")
    // It was emptied of her, and the dossier now names somebody else.
    let other = try DeclarationSamples.known(DeclarationSamples.father)
    let another = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.mother: other]), recorded: recorded)
    #expect(another["mother.birth"] == "11/12/1998")
  }

  @Test func aCitizensNumberProposesTheNationality() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    var facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.requester: mother]))
    facts.set("father.paper.number", to: "C1234567")
    func proposed(_ id: String) throws -> String? {
      try Self.questions(["birth"], facts).questions.first { $0.id == id }?.proposed
    }
    #expect(try proposed("mother.nationality") == "")
    #expect(try proposed("father.nationality") == "")
    facts.set("requester.relationToChild", to: "Mẹ")
    #expect(try proposed("mother.nationality") == "Việt Nam", "Her number is that of the requester")
    facts.leaveEmpty("mother.paper.number")
    #expect(try proposed("mother.nationality") == "")
    facts.set("father.paper.number", to: "045098000003")
    #expect(try proposed("father.nationality") == "Việt Nam")
    #expect(facts["father.nationality"].isEmpty)
  }

  @Test func whoAsksForHerselfIsNotAskedAgain() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    var facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.requester: mother]))
    facts.set("requester.relationToPerson", to: "Bản thân")
    let accepted = facts.accepting(try Self.questions(["marital-status"], facts))
    for name in ["name", "birth", "sex", "residence", "paper.number", "paper.issued"] {
      #expect(accepted["person." + name] == facts["requester." + name], "\(name)")
      #expect(!accepted["person." + name].isEmpty, "\(name)")
    }
  }

  @Test func aNumberOfCopiesIsNeededOnceTheyAreWanted() throws {
    var facts = DeclarationFacts()
    #expect(try !Self.questions(["birth"], facts).open.contains { $0.id == "copies.count" })
    facts.set("copies.wanted", to: "Có")
    #expect(try Self.questions(["birth"], facts).open.contains { $0.id == "copies.count" })
  }

  @Test func aBegunTextIsStillOpen() throws {
    var facts = DeclarationFacts()
    facts.set("person.maritalStatus", to: "đã ly hôn, hiện chưa …")
    #expect(try Self.questions(["marital-status"], facts).open.contains { $0.id == "person.maritalStatus" })
  }

  @Test func anotherDateTakesTheWrittenWordsAway() throws {
    let fields = try DeclarationSamples.template("birth").fields
    let birth = try #require(fields.first { $0.id == "child.birth" })
    let words = try #require(fields.first { $0.id == "child.birthWords" })
    var facts = DeclarationFacts()
    try facts.enter("21/11/2026", in: birth)
    try facts.enter("Hai mốt tháng mười một", in: words)
    try facts.enter("21.11.2026", in: birth)
    #expect(facts["child.birthWords"] == "Hai mốt tháng mười một", "It is the same date")
    try facts.enter("22/11/2026", in: birth)
    #expect(facts["child.birthWords"].isEmpty)
  }

  @Test func choicesAreOffered() throws {
    let questions = try Self.questions(["birth"], DeclarationFacts()).questions
    func choices(_ id: String) -> [String] { questions.first { $0.id == id }?.choices ?? [] }
    #expect(choices("requester.relationToChild") == ["Bản thân", "Cha", "Mẹ"])
    #expect(choices("child.ethnicity").contains("Tà Ôi"))
    #expect(choices("requester.paper.issuer") == ["Cục Cảnh sát QLHC về TTXH"])
    #expect(choices("mother.residence") == ["Đã chết"])
  }

  @Test func theFormOfTheWordsIsTheOffices() throws {
    var facts = DeclarationFacts()
    facts.set("child.birth", to: "09/11/1973")
    let questions = DeclarationQuestions(
      [try DeclarationSamples.template("birth")], facts, words: DateInWords(firstDays: "mùng"))
    #expect(
      questions.questions.first { $0.id == "child.birthWords" }?.proposed
        == "Mùng chín tháng mười một năm một nghìn chín trăm bảy mươi ba")
  }
}
