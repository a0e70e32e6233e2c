import Foundation
import ReferenceData
import Testing
import VietnameseText

@testable import DossierDomain

/// What a decided version says of names takes part in the search.
@Suite struct DecidedNamesTests {
  /// `NAME_SEEDS=100` tries more.
  private static let seeds = Int(ProcessInfo.processInfo.environment["NAME_SEEDS"] ?? "") ?? 4

  private static let syllables = [
    "giấy", "nhà", "đất", "họ", "cưới", "vườn", "sông", "trường", "sinh", "mất", "đổi", "mẹ", "chính", "thư", "rẫy",
    "nương",
  ]

  private static func version(_ code: String, _ name: String, _ names: ProcedureNames, field: String = "Hộ tịch")
    -> ProcedureVersion
  {
    var version = ProcedureVersion(code: code, name: name, field: field)
    version.rules.names = names
    return version
  }

  private static func text(_ words: Int, _ random: inout SeededRandom) -> String {
    (0..<words).map { _ in syllables.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  /// Each phrase finds its procedure first, with and without marks. In the spelling of the region it finds it too, and so
  /// do initials.
  @Test(arguments: 1...seeds) func everyPhraseAndAllInitialsFindTheirProcedure(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var taken: Set<String> = []
    let versions = (1...40).map { number in
      let phrases = (0..<3).map { _ in Self.text(Int.random(in: 2...5, using: &random), &random) }
        .filter { taken.insert($0.folded).inserted }
      let initials = (0..<2).map { _ in String((0..<6).compactMap { _ in "abcdeghik".randomElement(using: &random) }) }
        .filter { taken.insert($0).inserted }
      return Self.version(
        "9.\(100_000 + number)", Self.text(7, &random), ProcedureNames(initials: initials, phrases: phrases))
    }
    let catalogue = Catalogue(changes: versions)
    for version in versions {
      for phrase in version.rules.names.phrases {
        for typed in [phrase, phrase.folded, phrase.uppercased()] {
          #expect(catalogue.find(typed).first?.version.code == version.code, "\(typed)")
        }
        let said = phrase.split(separator: " ").map { word in
          WordVariants.table.first { $0.written == word }?.said ?? String(word)
        }.joined(separator: " ")
        #expect(catalogue.find(said).contains { $0.version.code == version.code }, "\(said)")
      }
      for initials in version.rules.names.initials {
        #expect(catalogue.find(initials).contains { $0.version.code == version.code }, "\(initials)")
        #expect(catalogue.find(initials.uppercased()).contains { $0.version.code == version.code }, "\(initials)")
      }
    }
  }

  @Test func itsOwnShortNameCountsInPlaceOfTheProgramsAndItsPhrasesBesideThose() {
    let own = Self.version(
      "1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân",
      ProcedureNames(short: "Giấy độc thân", phrases: ["chưa cưới ai"]))
    #expect(own.shortName == "Giấy độc thân")
    let catalogue = Catalogue(changes: [own])
    #expect(catalogue.version(of: "1.004873")?.shortName == "Giấy độc thân")
    #expect(catalogue.find("gdt").first?.version.code == "1.004873")
    #expect(catalogue.find("chưa cưới ai").first?.version.code == "1.004873")
    #expect(catalogue.find("chưa có vợ").first?.version.code == "1.004873")
    #expect(Catalogue.starter.version(of: "1.004873")?.shortName == "Tình trạng hôn nhân")
  }

  @Test func twoProceduresMayHaveOnePhrase() {
    let versions = ["9.000001", "9.000002"].map { Self.version($0, "Việc \($0)", ProcedureNames(phrases: ["làm rẫy"])) }
    #expect(Catalogue(changes: versions).find("lam ray").prefix(2).map(\.version.code) == ["9.000001", "9.000002"])
  }

  @Test func otherCodesFindExactly() {
    let version = Self.version(
      "9.000001", "Việc lạ", ProcedureNames(sectorCode: "G15-HT09", portalID: "88123"), field: "Việc lạ lùng")
    let catalogue = Catalogue(changes: [version])
    #expect(catalogue.find("88123").map(\.version.code) == ["9.000001"])
    #expect(catalogue.find("g15-ht09").map(\.version.code) == ["9.000001"])
    #expect(catalogue.find("8812").isEmpty)
    #expect(catalogue.find("g15-ht0").isEmpty)
  }

  @Test(arguments: ["Hộ tịch", "ho tich", "HỘ TỊCH"]) func aFieldsNameListsAllOfItTogetherAndFirst(typed: String) {
    let field = Set(Catalogue.starter.versions.filter { $0.field == "Hộ tịch" }.map(\.code))
    let hits = Catalogue.starter.find(typed, limit: 5)
    #expect(field.count > 10)
    #expect(Set(hits.prefix(field.count).map(\.version.code)) == field)
    #expect(hits.prefix(field.count).allSatisfy { $0.isByField })
    #expect(!hits.dropFirst(field.count).contains { $0.isByField })
  }

  @Test func aPartOfAFieldsNameListsItsProceduresBehindTheOthers() {
    let hits = Catalogue.starter.find("hộ t")
    let all = Set(Catalogue.starter.versions.filter { $0.field == "Hộ tịch" }.map(\.code))
    #expect(all.isSubset(of: hits.map(\.version.code)))
    let first = hits.firstIndex(where: \.isByField)
    #expect(first.map { hits[$0...].allSatisfy(\.isByField) } ?? true)
    #expect(Set(hits.map(\.version.code)).count == hits.count)
  }

  /// What is returned can be received by, so it has its rules.
  @Test func whatIsFoundIsWhole() {
    let hit = Catalogue.starter.find("hộ tịch").first { $0.version.code == "1.001193" }
    #expect(hit?.version == Catalogue.starter.version(of: "1.001193"))
    #expect(hit?.version.rules.papers.isEmpty == false)
  }
}

/// SplitMix64, so that each seed is one case for ever.
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
