import DossierDomain
import Testing
import VietnameseText

@Suite struct CatalogueSearchTests {
  private func codes(_ query: String) -> [String] { Catalogue.starter.find(query).map(\.version.code) }

  @Test(arguments: [
    ("con mới đẻ", ["1.001193", "3.000722"]), ("ba toi mat", ["1.000656", "2.002913"]), ("độc thân", ["1.004873"]),
    ("lấy vợ", ["1.000894"]), ("80 tuoi khong luong huu", ["1.014027"]),
    ("đăng ký lại", ["1.004884", "1.004746", "1.005461"]), ("chứng thực giấy tờ", ["2.000815", "2.000884"]),
    ("tôi muốn lấy chồng", ["1.000894"]), ("lay chong nuoc ngoai", ["2.000806", "1.000894"]),
    ("ông nội mới chết", ["1.000656"]), ("bà nội mất", ["1.000656"]), ("sai tên trên giấy khai sinh", ["1.004859"]),
    ("làm lại khai sinh", ["1.004884"]), ("đi bộ đội", ["1.013133"]), ("lấy chồng Lào", ["2.000806"]),
    ("bán đất", ["2.001035"]), ("mất giấy khai sinh", ["2.000635"]),
  ])
  func whatCitizensSayComesFirst(said: String, expected: [String]) {
    let hits = Catalogue.starter.find(said).prefix(expected.count)
    #expect(hits.map(\.version.code) == expected)
    #expect(!hits.map(\.isByPhrase).contains(false))
  }

  /// "cuối" and "cười" are not "cưới", and a phrase is not found inside a longer word.
  @Test func aPhraseIsFoundAsWholeWords() {
    #expect(Catalogue.starter.find("cuoixyz").isEmpty)
    #expect(Catalogue.starter.find("xcuoi").isEmpty)
  }

  @Test func wordsAreFoundByTheirBeginningsInAnyOrderWithoutMarks() {
    #expect(codes("tinh trang hon").contains("1.004873"))
    #expect(codes("hon nhan tinh").contains("1.004873"))
    #expect(codes("KHAI SINH").contains("1.001193"))
    #expect(!codes("ai sinh").contains("1.001193"))
  }

  @Test func bothToneStylesFindTheSame() {
    #expect(codes("hoà giải") == codes("hòa giải"))
    #expect(!codes("hoà giải").isEmpty)
  }

  @Test func aCloserMatchComesFirst() {
    let hits = Catalogue.starter.find("chứng thực")
    let byName = hits.filter { !$0.isByPhrase && $0.version.isReceivable }
    #expect(byName.map(\.level) == byName.map(\.level).sorted())
    #expect(byName.first?.level == .exact)
  }

  @Test func whatIsNotReceivedHereComesLast() {
    let receivable = Catalogue.starter.find("khai").filter { !$0.isByPhrase }.map(\.version.isReceivable)
    #expect(receivable.contains(false))
    #expect(receivable.lastIndex(of: true) == receivable.firstIndex(of: false).map { $0 - 1 })
  }

  @Test func aCodeIsFoundByItsBeginning() {
    #expect(codes("1.004873") == ["1.004873"])
    #expect(codes("2.0026").sorted() == ["2.002621", "2.002622"])
  }

  @Test(arguments: ["", "  ", "–", "(", "zzz"])
  func whatNamesNothingFindsNothing(query: String) {
    #expect(Catalogue.starter.find(query).isEmpty)
  }

  @Test func aRegistersNameIsRecognisedMarksAndPunctuationAside() {
    let found = Catalogue.starter.version(named: "ĐĂNG KÝ NHẬN CHA MẸ CON")
    #expect(found?.code == "1.001022")
    #expect(Catalogue.starter.version(named: "Đăng ký nhận cha") == nil)
  }

  @Test func theLimitCutsTheList() {
    #expect(Catalogue.starter.find("dang ky", limit: 3).count == 3)
  }
}
