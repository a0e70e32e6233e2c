import DossierDomain
import PageDescription
import Testing

@testable import Documents

@Suite struct DeclarationPageTests {
  private static func lines(
    _ id: String, _ facts: DeclarationFacts, wantsResidence: Bool = false
  ) throws -> [String] {
    let page = DeclarationPage(try DeclarationSamples.template(id), facts, wantsResidence: wantsResidence)
    return DeclarationSamples.lines(page.description(createdAt: 0))
  }

  @Test func withoutFactsEachFieldIsABlank() throws {
    #expect(
      try Self.lines("extract", DeclarationFacts()) == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH",
        "Kính gửi: (1) ....", "Họ, chữ đệm, tên người yêu cầu: ....", "Nơi cư trú: (2) ....", "....",
        "Giấy tờ tùy thân: (3) ....", "Quan hệ với người được cấp bản sao: ....",
        "Đề nghị cơ quan cấp bản sao trích lục ____ cho người có tên dưới đây:", "Họ, chữ đệm, tên: ....",
        "Ngày, tháng, năm sinh: ....", "Giới tính: ____ Dân tộc: ____ Quốc tịch: ....", "Nơi cư trú: ....", "....",
        "Giấy tờ tùy thân: ....", "Đã đăng ký tại: ....", "Ngày đăng ký: ____ Số: ____ Quyển số: ....",
        "Số lượng bản sao yêu cầu cấp: ____ bản", "Làm tại: ____, ngày ____ tháng ____ năm ____", "Người yêu cầu",
        "(Ký, ghi rõ họ, chữ đệm, tên)",
      ])
  }

  @Test func eachDeclarationIsAPageWithinTheBounds() throws {
    for template in try Declarations.all() {
      for facts in [DeclarationFacts(), try DeclarationSamples.filled(template)] {
        let page = DeclarationPage(template, facts).description(createdAt: 1_700_000_000)
        #expect(try PageDescription(bytes: page.bytes) == page, "\(template.id)")
        #expect(page.title == template.title, "no personal data")
      }
    }
  }

  /// With everything known there is no blank, and the longest names are printed whole.
  @Test func withAllFactsNothingIsBlank() throws {
    for template in try Declarations.all() {
      let facts = try DeclarationSamples.filled(template)
      let text = DeclarationSamples.lines(DeclarationPage(template, facts).description(createdAt: 0))
        .joined(separator: "\n")
      #expect(!text.contains("____") && !text.contains("...."), "\(template.id)")
      for field in template.fields where field.kind == .name {
        #expect(facts[field.id].count > 180)
        #expect(text.contains(facts[field.id]), "\(field.id)")
      }
      for field in template.fields where field.kind == .address || field.kind == .text {
        #expect(text.contains(facts[field.id]), "\(field.id)")
      }
    }
  }

  @Test func twoCardsFillBothParents() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    let father = try DeclarationSamples.known(DeclarationSamples.father)
    let facts = DeclarationFacts.prefilled(
      from: try DeclarationSamples.sources([.requester: mother, .mother: mother, .father: father]))
    let lines = try Self.lines("birth", facts)
    #expect(
      Array(lines[3..<9]) == [
        "Kính gửi: (1) Ủy ban nhân dân xã La Lay, tỉnh Quảng Trị",
        "Họ, chữ đệm, tên người yêu cầu: HỒ THỊ KĂN TƯM", "Ngày, tháng, năm sinh: 05/02/1999",
        "Nơi cư trú: (2) ....", "....",
        "Giấy tờ tùy thân: (3) Căn cước công dân số 045199000002 do ____ cấp ngày 20/11/2021",
      ])
    #expect(lines.contains("Họ, chữ đệm, tên người mẹ: HỒ THỊ KĂN TƯM"))
    #expect(lines.contains("Năm sinh: (5) 05/02/1999 Dân tộc: ____ Quốc tịch: ...."))
    #expect(lines.contains("Họ, chữ đệm, tên người cha: HỒ VĂN MẪU"))
    #expect(lines.contains("Giấy tờ tùy thân: (3) Thẻ căn cước số 045098000003 do ____ cấp ngày 04/10/2024"))
    #expect(lines.contains("Làm tại: xã La Lay, ngày 05 tháng 02 năm 2026"))
    #expect(!lines.joined().contains("A Ngo"), "Note 2: the residence is blank where a number is given")
  }

  @Test func aCardThatIsScannedLaterKeepsWhatWasAnsweredOfThisPerson() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    let father = try DeclarationSamples.known(DeclarationSamples.father)
    var facts = DeclarationFacts()
    facts.set("mother.name", to: "HỒ THỊ TƯM")
    facts.set("mother.ethnicity", to: "Tà Ôi")
    facts.fill(.mother, with: mother)
    #expect(facts["mother.name"] == "HỒ THỊ KĂN TƯM")
    #expect(facts["mother.ethnicity"] == "Tà Ôi")
    facts.fill(.mother, with: mother)
    #expect(facts["mother.ethnicity"] == "Tà Ôi")
    facts.fill(.mother, with: DeclarationSources.Known(Person(name: "")))
    #expect(facts["mother.name"] == "HỒ THỊ KĂN TƯM" && !facts["mother.paper.number"].isEmpty)
    facts.fill(.mother, with: father)
    #expect(facts["mother.ethnicity"].isEmpty, "It is another person")
    #expect(facts["mother.paper.issued"] == "04/10/2024")
  }

  @Test func anOfficeMayWantTheResidence() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    let facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.mother: mother]))
    let lines = try Self.lines("birth", facts, wantsResidence: true)
    #expect(lines.contains("Nơi cư trú: (2) Thôn Mẫu, A Ngo, Đa Krông, Quảng Trị"))
  }

  @Test func withoutANumberTheResidenceIsPrinted() throws {
    let person = Person(name: "Hồ Văn Mẫu", identityNumber: "C1234567", birth: "1965", address: "Thôn Mẫu")
    let facts = DeclarationFacts.prefilled(
      from: try DeclarationSamples.sources([.father: DeclarationSources.Known(person)]))
    let lines = try Self.lines("birth", facts)
    #expect(lines.contains("Nơi cư trú: (2) Thôn Mẫu"))
    #expect(lines.contains("Năm sinh: (5) 1965 Dân tộc: ____ Quốc tịch: ...."))
    #expect(lines.contains("Giấy tờ tùy thân: (3) Hộ chiếu số C1234567 do ____ cấp ngày ____"))
  }

  @Test func aDeadParentIsSaidInTheLineOfTheResidence() throws {
    let father = try DeclarationSamples.known(DeclarationSamples.father)
    var facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.father: father]))
    facts.set("father.residence", to: "Đã chết")
    #expect(try Self.lines("birth", facts).contains("Nơi cư trú: (2) Đã chết"))
  }

  /// A line without note 2 is printed, whatever number is given.
  @Test func theResidenceOfThePersonConcernedIsPrinted() throws {
    let mother = try DeclarationSamples.known(DeclarationSamples.mother)
    let facts = DeclarationFacts.prefilled(from: try DeclarationSamples.sources([.person: mother]))
    #expect(
      try Self.lines("marital-status", facts).contains("Nơi cư trú: Thôn Mẫu, A Ngo, Đa Krông, Quảng Trị"))
  }

  @Test func aNumberWithoutACardNamesNoCard() throws {
    let person = Person(name: "Hồ Văn Mẫu", identityNumber: "045098000003")
    let facts = DeclarationFacts.prefilled(
      from: try DeclarationSamples.sources([.father: DeclarationSources.Known(person)]))
    #expect(
      try Self.lines("birth", facts).contains("Giấy tờ tùy thân: (3) ____ số 045098000003 do ____ cấp ngày ____"))
  }

  /// What the desk has recorded of a card that was read at the reception names it, too.
  @Test func aCardThatWasReadAtTheReceptionIsNamed() throws {
    let father = try DeclarationSamples.known(DeclarationSamples.father).person
    let facts = DeclarationFacts.prefilled(
      from: try DeclarationSamples.sources([.father: DeclarationSources.Known(father)]))
    #expect(
      try Self.lines("birth", facts).contains(
        "Giấy tờ tùy thân: (3) Thẻ căn cước số 045098000003 do ____ cấp ngày 04/10/2024"))
  }

  @Test func womenStandLeftInATable() throws {
    let facts = DeclarationFacts.prefilled(
      from: try DeclarationSamples.sources([
        .bride: DeclarationSamples.known(DeclarationSamples.mother),
        .groom: DeclarationSamples.known(DeclarationSamples.father),
      ]))
    let lines = try Self.lines("marriage", facts)
    #expect(lines[3] == "Kính gửi: (3) Ủy ban nhân dân xã La Lay, tỉnh Quảng Trị")
    #expect(lines[4] == " | Bên nữ | Bên nam")
    #expect(lines[5] == "Họ, chữ đệm, tên | HỒ THỊ KĂN TƯM | HỒ VĂN MẪU")
    #expect(lines[6] == "Ngày, tháng, năm sinh | 05/02/1999 | 11/12/1998")
    #expect(lines.suffix(4) == ["Bên nữ", "(Ký, ghi rõ họ, chữ đệm, tên)", "Bên nam", "(Ký, ghi rõ họ, chữ đệm, tên)"])
  }

  @Test func copiesAreMarkedInTheirBox() throws {
    var facts = DeclarationFacts()
    #expect(try Self.lines("birth", facts).contains("Đề nghị cấp bản sao: Có ☐   Không ☐   Số lượng: ____ bản"))
    facts.set("copies.wanted", to: "Có")
    facts.set("copies.count", to: "3")
    #expect(try Self.lines("birth", facts).contains("Đề nghị cấp bản sao: Có ☒   Không ☐   Số lượng: 3 bản"))
  }

  @Test func aDateStandsInWordsUnlessOthersWereWritten() throws {
    var facts = DeclarationFacts()
    facts.set("child.birth", to: "02/03/2026")
    let line = "Ngày, tháng, năm sinh: 02/03/2026 ghi bằng chữ: "
    #expect(
      try Self.lines("birth", facts).contains(
        line + "Ngày hai tháng ba năm hai nghìn không trăm hai mươi sáu"))
    facts.set("child.birthWords", to: "Mùng hai")
    #expect(try Self.lines("birth", facts).contains(line + "Mùng hai"))
  }

  @Test func theTimeOfADeathStandsInItsParts() throws {
    var facts = DeclarationFacts()
    facts.set("death.date", to: "09/04/2026")
    facts.set("death.hour", to: "6")
    #expect(
      try Self.lines("death", facts).contains(
        "Đã chết vào lúc: 6 giờ ____ phút, ngày 09 tháng 4 năm 2026"))
    facts.set("death.date", to: "1972")
    #expect(
      try Self.lines("death", facts).contains(
        "Đã chết vào lúc: 6 giờ ____ phút, ngày ____ tháng ____ năm 1972"))
  }

  @Test func whoCannotSignGivesAFingerprintAndNamesWhoWrote() throws {
    var facts = DeclarationFacts()
    facts.set("requester.name", to: "Hồ Thị Kăn Tưm")
    facts.set("requester.signing", to: "Điểm chỉ")
    facts.set("signing.scribe", to: "Lê Văn Viết")
    #expect(
      try Self.lines("birth", facts).suffix(5) == [
        "Người yêu cầu", "(Điểm chỉ)", "Người viết hộ: LÊ VĂN VIẾT, theo lời khai của HỒ THỊ KĂN TƯM",
        "Người viết hộ", "(Ký, ghi rõ họ, chữ đệm, tên)",
      ])
  }

  @Test func whatTheSourceCutsOffIsABlank() throws {
    var facts = DeclarationFacts()
    facts.set("person.maritalStatus", to: "đã ly hôn, hiện chưa …")
    #expect(
      try Self.lines("marital-status", facts).contains("Tình trạng hôn nhân: đã ly hôn, hiện chưa ____"))
  }

  /// The portal's own forms exist on no paper.
  @Test func whatIsFilledInOnThePortalIsNoForm() throws {
    let lines = try Self.lines("linked-birth", DeclarationFacts())
    #expect(lines[0] == "THÔNG TIN ĐỂ NHẬP TỜ KHAI ĐIỆN TỬ")
    #expect(!lines.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
  }

  @Test func theOfficeIsNamedInFull() {
    let unit = AdministrativeUnits.quangTri.unit(code: "19594", era: .twoLevels)
    #expect(
      unit.map { DeclarationSources.officeName(of: $0) } == "Ủy ban nhân dân xã La Lay, tỉnh Quảng Trị")
  }
}
