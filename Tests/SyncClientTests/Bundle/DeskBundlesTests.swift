import DossierDomain
import DossierStore
import SyncProtocol
import Testing

@testable import ProvincialServer
@testable import SyncClient

@Suite("An exchange by stick", .serialized)
struct DeskBundlesTests {
  @Test func aFileThereAndAFileBackAreAWholeExchange() async throws {
    try await withDesks { first, second, province in
      let row = try first.receive()
      try second.receive()
      try await second.synchronise()
      let export = try first.bundles.export(at: .machine)
      #expect(export.entries == 1 && !export.hasMore)
      let answer = try province.answer(export.file)
      guard case .taken(let summary) = try first.bundles.take(answer, at: .machine) else {
        Issue.record("not taken")
        return
      }
      #expect(summary.entriesSent == 1 && summary.entriesReceived == 1)
      #expect(try first.status.waiting == 0)
      try await second.synchronise()
      #expect(try second.row(row.id)?.code == row.code)
    }
  }

  @Test func nothingHappensTwice() async throws {
    try await withDesks { first, second, province in
      try first.receive()
      let export = try first.bundles.export(at: .machine)
      let answer = try province.answer(export.file)
      let again = try province.answer(export.file)
      _ = try first.bundles.take(answer, at: .machine)
      let head = try first.status.head
      #expect(try first.bundles.take(answer, at: .machine) == .already)
      #expect(try first.bundles.take(again, at: .machine) == .already)
      try await second.synchronise()
      #expect(try second.status.head == head)
      #expect(try await first.synchronise().entriesSent == 0)
    }
  }

  @Test func anAnswerToAnOlderQuestionIsRefused() async throws {
    try await withDesks { first, _, province in
      let older = try province.answer(first.bundles.export(at: .machine).file)
      let newer = try province.answer(first.bundles.export(at: .machine).file)
      #expect(throws: DeskBundles.Fault.outdated) { try first.bundles.take(older, at: .machine) }
      _ = try first.bundles.take(newer, at: .machine)
      let overtaken = try province.answer(first.bundles.export(at: .machine).file)
      try await first.synchronise()
      #expect(throws: DeskBundles.Fault.outdated) { try first.bundles.take(overtaken, at: .machine) }
    }
  }

  @Test func onlyTheRightFileIsTaken() async throws {
    try await withDesks { first, second, province in
      let question = try first.bundles.export(at: .machine).file
      let answer = try province.answer(question)
      #expect(throws: DeskBundles.Fault.noAnswer) { try first.bundles.take(question, at: .machine) }
      #expect(throws: DeskBundles.Fault.otherDesk) { try second.bundles.take(answer, at: .machine) }
      #expect(throws: BundleDesk.Fault.noQuestion) { try province.answer(answer) }
      var changed = answer
      changed[answer.count / 2] ^= 1
      #expect(throws: DeskBundles.Fault.bundle(.changed)) { try first.bundles.take(changed, at: .machine) }
      var future = answer
      future[8] = BundleHeader.version + 1
      #expect(throws: DeskBundles.Fault.bundle(.newerVersion)) { try first.bundles.take(future, at: .machine) }
      #expect(throws: DeskBundles.Fault.bundle(.cutShort)) {
        try first.bundles.take(Array(answer.dropLast(9)), at: .machine)
      }
      // None of it kept the right one from being taken.
      _ = try first.bundles.take(answer, at: .machine)
    }
  }

  @Test func anotherProvinceDoesNotOpenIt() async throws {
    try await withDesks { first, _, _ in
      let file = try first.bundles.export(at: .machine).file
      let other = try ProvinceAuthority(province: "Huế", now: .machine)
      let desk = BundleDesk(store: try SQLiteServerStore(path: nil), authority: other)
      #expect(throws: BundleDesk.Fault.otherProvince) { try desk.answer(file, at: .machine) }
    }
  }

  private func withDesks(_ body: (TestFolder, TestFolder, Province) async throws -> Void) async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try first.found()
    try await first.enrol(at: province, code: province.adoptionCode())
    try await first.synchronise()
    try await second.enrol(at: province, code: province.code())
    try await second.synchronise()
    try await first.synchronise()
    try await body(first, second, province)
    await province.stop()
  }
}

extension TestFolder {
  fileprivate var bundles: DeskBundles { get throws { try DeskBundles(store: store, program: "test") } }
}

extension Province {
  fileprivate func answer(_ file: [UInt8]) throws -> [UInt8] {
    try BundleDesk(store: store, authority: authority).answer(file, at: .machine).answer
  }
}
