import DossierDomain
import GRDB
import OfficeWork
import Testing
import VietnameseText

@testable import DossierStore

@Suite("Search agrees with reading every row")
struct SearchModelTests {
  /// Random arrivals, corrections and foldings over more than one chunk; each answer is compared with a plain scan.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func indexAndScanAgree(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let fixture = try SearchFixture()
    let syllables = ["Hồ", "Hoà", "Hòa", "Hoa", "Thị", "Thí", "Kăn", "Nghiêngg", "Đạt", "Dat", "Lan"]
    var names: [Int64: String] = [:]
    let first = Int64(PostingBits.span) - 60
    for step in 0..<240 {
      let rid = first + Int64(step < 120 ? step : random.below(120))
      let name = (0..<3).map { _ in syllables[random.below(syllables.count)] }.joined(separator: " ")
      names[rid] = name
      try fixture.add(rid, fixture.dossier(Int(rid % 9999), owner: name, procedure: "Khác"))
      if random.below(40) == 0 { try fixture.fold() }
    }
    for _ in 0..<60 {
      let typed = (0..<(1 + random.below(2))).map { _ in
        String(syllables[random.below(syllables.count)].prefix(1 + random.below(4)))
      }.joined(separator: " ")
      let expected = names.filter { _, name in
        typed.folded.split(separator: " ").allSatisfy { word in
          (name + " Khác H50").folded.split(separator: " ").contains { $0.hasPrefix(word) }
        }
      }
      #expect(try Set(fixture.find(typed, limit: 500).rids) == Set(expected.keys), "\(typed)")
    }
    #expect(try fixture.faults().isEmpty)
  }

  @Test func anInterruptedSearchThrowsAndTheNextOneAnswers() throws {
    let fixture = try SearchFixture()
    try fixture.add(1, fixture.dossier(1, owner: "Hồ Thị Lan"))
    let viewer = Viewer(clerk: fixture.clerk, seesConfidential: false)
    #expect(throws: DatabaseError.self) {
      try fixture.database.read { db in
        db.add(
          function: DatabaseFunction("instr", argumentCount: 2, pure: true) { [database = fixture.database] _ in
            database.interrupt()
            return true
          })
        _ = try SearchIndex.search(db, text: "lan", limit: 50, viewer: viewer)
      }
    }
    try fixture.fold()
    #expect(try fixture.find("lan").rids == [1])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func bitsSurviveTheirEncoding(seed: UInt64) {
    var random = Seeded(state: seed)
    for count in [0, 1, 5, 200, 2_000, 9_000, PostingBits.span] {
      var bits = PostingBits()
      for place in 0..<count { bits.insert(count == PostingBits.span ? place : random.below(PostingBits.span)) }
      var read = PostingBits()
      bits.encoded.withUnsafeBytes { read.formUnion(encoded: $0) }
      #expect(read == bits)
      #expect(bits.encoded.count <= PostingBits.span / 8)
    }
  }

  @Test func damagedBytesFindLessAndNeverCrash() {
    var random = Seeded(state: 9)
    for _ in 0..<200 {
      let bytes = (0..<random.below(64)).map { _ in UInt8(random.below(256)) }
      var bits = PostingBits()
      bytes.withUnsafeBytes { bits.formUnion(encoded: $0) }
      #expect(bits.count <= bytes.count)
    }
  }
}

struct Seeded {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
