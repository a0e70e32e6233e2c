import DossierDomain
import ReferenceData
import Testing
import VietnameseText

@Suite struct CatalogueSearchTests {
  /// How a procedure is found that has nothing of what was typed but its field.
  static let byFieldOnly = TextMatch(.beginnings, .markFree)

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
    let byName = hits.filter {
      !$0.isByPhrase && $0.version.isReceivable && $0.isByField && $0.match != Self.byFieldOnly
    }
    #expect(byName.map(\.match) == byName.map(\.match).sorted())
    #expect(byName.first?.match == TextMatch(.together, .exact))
  }

  @Test func whatIsNotReceivedHereComesLast() {
    let named = Catalogue.starter.find("khai").filter { !$0.isByPhrase && !$0.isByField }
    let receivable = named.map(\.version.isReceivable)
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

  @Test(arguments: [
    ("khai sanh", "1.001193"), ("giấy khai sanh", "2.000635"), ("hôn nhơn", "1.004873"), ("hon nhon", "1.004873"),
    ("bổn sao", "2.000815"), ("cải chánh", "1.004859"), ("đờn thơ", "2.001801"), ("mạ tui mất", "1.000656"),
    ("con mới sanh", "1.001193"), ("má tôi mất", "1.000656"),
  ])
  func wordsOfTheRegionFindWhatIsWrittenOtherwise(said: String, code: String) {
    #expect(codes(said).prefix(3).contains(code), "\(codes(said))")
  }

  @Test(arguments: WordVariants.table.map(\.said))
  func everyVariantLeadsSomewhere(said: String) throws {
    let row = try #require(WordVariants.table.first { $0.said == said })
    let texts =
      Catalogue.starter.versions.map(\.name) + CitizenPhrases.table.map(\.phrase) + Array(ShortNames.byCode.values)
    let text = try #require(texts.first { $0.folded.words.contains(row.written.folded) }, "\(row.written)")
    let words = text.split(separator: " ").map { $0.folded == row.written.folded ? said : String($0) }
    #expect(!codes(words.joined(separator: " ")).isEmpty, "\(words)")
    #expect(!codes(words.joined(separator: " ").folded).isEmpty, "\(words)")
  }

  /// A marked word that only looks like one of the region is not replaced.
  @Test func aWordWithOtherMarksIsItself() {
    #expect(codes("chạnh") == [] && codes("sánh") == [])
  }

  @Test(arguments: [
    ("tthn", "1.004873"), ("ks", "1.001193"), ("KT", "1.000656"), ("dkkh", "1.000894"), ("đkks", "1.001193"),
    ("kh", "1.000894"), ("lhkd", "1.001612"),
  ])
  func initialsOfAWholeNameComeFirst(typed: String, code: String) {
    #expect(codes(typed).first == code, "\(codes(typed).prefix(4))")
  }

  @Test func initialsOfAPartAreTakenOnlyIfNoWordBeginsSo() {
    #expect(codes("ct").contains("2.000815"))
    let byPart = Catalogue.starter.find("th").filter { $0.match.level == .exact && $0.match.extent == .words }
    #expect(byPart.isEmpty)
  }

  /// Whole words come before beginnings, and words that stand together before others.
  @Test func theBetterMatchComesFirst() throws {
    let hits = Catalogue.starter.find("khai sinh").filter { !$0.isByPhrase && $0.version.isReceivable }
    #expect(hits.first?.match == TextMatch(.whole, .exact) && hits.first?.version.code == "1.001193")
    #expect(hits.map(\.match) == hits.map(\.match).sorted())
  }

  @Test func theLimitCutsTheList() {
    #expect(Catalogue.starter.find("dang ky", limit: 3).count { !$0.isByField } == 3)
  }
}
