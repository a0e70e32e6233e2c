import DossierDomain
import Testing

@testable import Documents

@Suite struct DeclarationFactsTests {
  @Test func bytesGiveTheSameFactsBack() throws {
    for template in try Declarations.all() {
      let facts = try DeclarationSamples.filled(template)
      #expect(facts.values.count > 10)
      #expect(try DeclarationFacts(bytes: facts.bytes) == facts)
    }
    #expect(try DeclarationFacts(bytes: DeclarationFacts().bytes).values.isEmpty)
  }

  /// What a clerk has emptied differs from what nobody knows, and both from a value.
  @Test func whatWasEmptiedIsRemembered() throws {
    var facts = DeclarationFacts(["child.home": "", "child.name": "A"])
    #expect(facts.isLeftEmpty("child.home") && !facts.isLeftEmpty("child.name") && !facts.isLeftEmpty("child.birth"))
    #expect(facts["child.home"].isEmpty)
    #expect(try DeclarationFacts(bytes: facts.bytes) == facts)
    facts.set("child.home", to: "Thôn Mẫu")
    #expect(!facts.isLeftEmpty("child.home"))
    let field = Self.field(.address, "child.home")
    try facts.enter(" ", in: field)
    #expect(facts.isLeftEmpty("child.home"))
    #expect(facts != DeclarationFacts(["child.name": "A"]))
  }

  @Test func theOrderOfEnteringDoesNotMatter() {
    var (one, other) = (DeclarationFacts(), DeclarationFacts())
    one.set("child.name", to: "A")
    one.set("child.birth", to: "2026")
    other.set("child.birth", to: "2026")
    other.set("child.name", to: "B")
    other.set("child.name", to: "A")
    #expect(one.bytes == other.bytes)
  }

  /// Whatever the bytes are, they are either refused or exactly those of some facts.
  @Test func changedBytesAreRefusedOrCanonical() throws {
    var facts = DeclarationFacts()
    facts.set("child.name", to: "HỒ VĂN MẪU")
    facts.set("child.birth", to: "05/02/2026")
    facts.set("person.maritalStatus", to: "đã ly hôn, hiện chưa …")
    facts.set("office.name", to: String(repeating: "xã ", count: 50))
    let bytes = facts.bytes
    for count in 0..<bytes.count {
      #expect(throws: DeclarationFactsError.self) { try DeclarationFacts(bytes: Array(bytes.prefix(count))) }
    }
    #expect(throws: DeclarationFactsError.malformed) { try DeclarationFacts(bytes: bytes + [0]) }
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        if let facts = try? DeclarationFacts(bytes: changed) { #expect(facts.bytes == changed) }
      }
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0xC9, 0x01], [0x80, 0x00], [1], [1, 1, 0x61, 1, 0x78],
      [1, 3, 0x61, 0x2E, 0x62, 0, 0], [2, 3, 0x61, 0x2E, 0x62, 0, 3, 0x61, 0x2E, 0x62, 0],
      [1, 3, 0x61, 0x2E, 0x62, 1, 0x20], [1, 3, 0x61, 0x2E, 0x62, 1, 0xFF], [1, 3, 0x61, 0x2E, 0x62, 0xFF, 0xFF, 0x01],
      [2, 3, 0x61, 0x2E, 0x62, 1, 0x78, 3, 0x61, 0x2E, 0x62, 1, 0x79],
      [2, 3, 0x61, 0x2E, 0x63, 1, 0x78, 3, 0x61, 0x2E, 0x62, 1, 0x79],
    ] as [[UInt8]])
  func hostileBytesAreRefused(rest: [UInt8]) {
    #expect(throws: DeclarationFactsError.self) { try DeclarationFacts(bytes: Array("DFACT1".utf8) + rest) }
    #expect(throws: DeclarationFactsError.malformed) { try DeclarationFacts(bytes: Array("DFACT2".utf8) + [0]) }
  }

  @Test func valuesAreCleanedAndBounded() throws {
    var facts = DeclarationFacts()
    facts.set("child.name", to: "  A\u{1B}[2J\u{202E}B\n")
    #expect(facts["child.name"] == "AB")
    facts.set("child.name", to: "   ")
    #expect(facts.values.isEmpty)
    facts.set("child.name", to: String(repeating: "ệ", count: 900))
    #expect(facts["child.name"].count == DeclarationFacts.longestValue)
    facts.set("child.name", to: "a" + String(repeating: "\u{301}", count: 5_000) + "b")
    #expect(facts["child.name"].utf8.count <= 2_500)
    facts.set("child.name", to: String(repeating: "e\u{302}\u{323}\u{301}\u{33F}\u{33F}", count: 450))
    #expect(try DeclarationFacts(bytes: facts.bytes) == facts)
    for id in ["", "child", "child.", ".name", "Child.name", "child.na me", "child.tên", "child..name"] {
      facts.set(id, to: "x")
      #expect(facts[id].isEmpty, "\(id)")
    }
    for number in 0..<300 { facts.set("child.n\(number)", to: "x") }
    #expect(facts.values.count == DeclarationFacts.mostValues)
  }

  @Test func theFullestFactsHaveBytes() throws {
    var facts = DeclarationFacts()
    for number in 0..<DeclarationFacts.mostValues {
      facts.set("child.n\(number)" + String(repeating: "x", count: 50), to: String(repeating: "Ậ", count: 500))
    }
    #expect(facts.values.count == DeclarationFacts.mostValues)
    #expect(facts.bytes.count <= DeclarationFacts.mostBytes)
    #expect(try DeclarationFacts(bytes: facts.bytes) == facts)
  }

  private static func field(_ kind: DeclarationField.Kind, _ id: String = "child.x") -> DeclarationField {
    DeclarationField(id: id, group: .child, label: "x", kind: kind, sources: [.asked])
  }

  @Test func ethnicityIsNoNationality() throws {
    let field = Self.field(.ethnicity)
    for text in ["Việt Nam", "viet nam", "VIỆT NAM", " Vietnam "] {
      #expect(throws: DeclarationFieldFault.nationality) { try field.normalised(text) }
    }
    #expect(try field.normalised("bru van kieu") == "Bru Vân Kiều")
    #expect(try field.normalised("Mông (Hmông)") == "Mông (Hmông)")
    #expect(try field.normalised("Lào") == "Lào")
    #expect(try field.normalised("Pa Kô") == "Pa Kô")
  }

  @Test func aValueIsInTheFormInWhichItIsPrinted() throws {
    #expect(try Self.field(.name).normalised("Hồ Thị Kăn Tưm") == "HỒ THỊ KĂN TƯM")
    #expect(try Self.field(.date).normalised("5.2.2026") == "05/02/2026")
    #expect(throws: DeclarationFieldFault.partialDate) { try Self.field(.date).normalised("2026") }
    #expect(try Self.field(.partialDate).normalised("1965") == "1965")
    #expect(throws: DeclarationFieldFault.noDate) { try Self.field(.partialDate).normalised("30/02/2026") }
    #expect(try Self.field(.number).normalised("02") == "2")
    #expect(throws: DeclarationFieldFault.noNumber) { try Self.field(.number).normalised("hai") }
    #expect(try Self.field(.choice("sex")).normalised("nu") == "Nữ")
    #expect(throws: DeclarationFieldFault.noChoice(["Nam", "Nữ"])) { try Self.field(.choice("sex")).normalised("x") }
    #expect(try Self.field(.suggestion("nationality")).normalised("Lào") == "Lào")
    let number = Self.field(.text, "child.paper.number")
    #expect(try number.normalised("045 099 000 001") == "045099000001")
    #expect(throws: DeclarationFieldFault.mistypedNumber) { try number.normalised("04509900000") }
    #expect(try number.normalised("") == "")
  }
}
