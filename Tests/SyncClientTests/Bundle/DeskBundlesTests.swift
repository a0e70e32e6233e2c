import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import StoresForTests
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
      let export = try first.export("out")
      #expect(export.entries == 1 && !export.hasMore)
      let answer = try province.answer(first.path("out"), first.path("back"))
      guard case .taken(let taken) = try first.bundles.take(answer, at: .machine) else {
        Issue.record("not taken")
        return
      }
      #expect(taken.summary.entriesSent == 1 && taken.summary.entriesReceived == 1)
      #expect(try first.status.waiting == 0)
      try await second.synchronise()
      #expect(try second.row(row.id)?.code == row.code)
    }
  }

  @Test func nothingHappensTwice() async throws {
    try await withDesks { first, second, province in
      try first.receive()
      try first.export("out")
      let answer = try province.answer(first.path("out"), first.path("back"))
      let again = try province.answer(first.path("out"), first.path("again"))
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
      func answered(_ name: String) throws -> String {
        try first.export(name)
        return try province.answer(first.path(name), first.path(name + "-back"))
      }
      let older = try answered("older")
      let newer = try answered("newer")
      #expect(throws: DeskBundles.Fault.outdated) { try first.bundles.take(older, at: .machine) }
      _ = try first.bundles.take(newer, at: .machine)
      let overtaken = try answered("overtaken")
      try await first.synchronise()
      #expect(throws: DeskBundles.Fault.outdated) { try first.bundles.take(overtaken, at: .machine) }
    }
  }

  @Test func onlyTheRightFileIsTaken() async throws {
    try await withDesks { first, second, province in
      try first.export("out")
      let question = first.path("out")
      let answer = try province.answer(question, first.path("back"))
      #expect(throws: DeskBundles.Fault.noAnswer) { try first.bundles.take(question, at: .machine) }
      #expect(throws: DeskBundles.Fault.otherDesk) { try second.bundles.take(answer, at: .machine) }
      #expect(throws: BundleDesk.Fault.noQuestion) { try province.answer(answer, first.path("none")) }
      let missing = first.path("missing")
      #expect(throws: DeskBundles.Fault.unreadable(path: missing)) { try first.bundles.take(missing, at: .machine) }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: answer))
      func changed(_ change: (inout Data) -> Void) throws -> String {
        var copy = bytes
        change(&copy)
        try copy.write(to: URL(fileURLWithPath: first.path("changed")))
        return first.path("changed")
      }
      for place in [bytes.count / 2, bytes.count - 1] {
        let file = try changed { $0[place] ^= 1 }
        #expect(throws: DeskBundles.Fault.bundle(.changed)) { try first.bundles.take(file, at: .machine) }
      }
      let future = try changed { $0[8] = BundleHeader.version + 1 }
      #expect(throws: DeskBundles.Fault.bundle(.newerVersion)) { try first.bundles.take(future, at: .machine) }
      let short = try changed { $0.removeLast(9) }
      #expect(throws: DeskBundles.Fault.bundle(.cutShort)) { try first.bundles.take(short, at: .machine) }
      // None of these files prevents the import of the right one.
      _ = try first.bundles.take(answer, at: .machine)
    }
  }

  @Test func anotherProvinceDoesNotOpenIt() async throws {
    try await withDesks { first, _, _ in
      try first.export("out")
      let other = try ProvinceAuthority(province: "Huế", now: .machine)
      let desk = BundleDesk(store: try SQLiteServerStore(path: nil), authority: other)
      #expect(throws: BundleDesk.Fault.otherProvince) {
        try desk.answer({ try first.path("out").source() }, writing: { _ in }, at: .machine)
      }
    }
  }

  @Test func scansGoUpAndOtherDesksScansComeBack() async throws {
    try await withDesks { first, second, province in
      let mine = [try first.scan(size: 300_000), try first.scan(size: 70_000), try first.scan(size: 900)]
      let theirs = try second.scan(size: 200_000)
      try second.export("out")
      _ = try second.bundles.take(province.answer(second.path("out"), second.path("back")), at: .machine)
      #expect(try second.store.scans.offers().isEmpty, "the province has said that it has it")

      // Only what fits is exported; the largest scan waits for the next stick.
      let export = try first.export("out", scanBytes: 100_000)
      #expect(export.scans == 2 && export.scansLeft == 1)
      let answer = try province.answer(first.path("out"), first.path("back"))
      guard case .taken(let taken) = try first.bundles.take(answer, at: .machine) else {
        Issue.record("not taken")
        return
      }
      #expect(taken.scansHeld == 2 && taken.scansReceived == 1)
      #expect(try first.store.scans.content(of: theirs) == TestFolder.content(200_000))
      #expect(try first.store.scans.offers().map(\.hash) == [mine[0]])
      #expect(try first.bundles.take(answer, at: .machine) == .already)

      let rest = try first.export("rest")
      #expect(rest.scans == 1 && rest.scansLeft == 0 && rest.entries == 0)
      _ = try first.bundles.take(province.answer(first.path("rest"), first.path("rest-back")), at: .machine)
      #expect(try first.store.scans.offers().isEmpty)
      // The other desk learns of the scans and receives them with its next stick.
      try second.export("again")
      let brought = try second.bundles.take(
        province.answer(second.path("again"), second.path("again-back")), at: .machine)
      guard case .taken(let all) = brought else {
        Issue.record("not taken")
        return
      }
      #expect(all.scansReceived == 3)
      for (hash, size) in zip(mine, [300_000, 70_000, 900]) {
        #expect(try second.store.scans.content(of: hash) == TestFolder.content(size))
      }
    }
  }

  /// The power fails, or the disk becomes full, at some point of the import.
  @Test func anAnswerThatWasBrokenOffIsTakenInAgain() async throws {
    try await withDesks { first, second, province in
      let theirs = try second.scan(size: 200_000)
      try second.export("out")
      _ = try second.bundles.take(province.answer(second.path("out"), second.path("back")), at: .machine)
      let mine = try first.scan(size: 5000)
      try first.export("out")
      let answer = try province.answer(first.path("out"), first.path("back"))
      // Simulates an interruption before the end of the import was recorded.
      let before = try first.store.office.setting("bundle-taken")
      _ = try first.bundles.take(answer, at: .machine)
      let awaited = try AwaitedBundle.kept(in: first.store)
      try first.store.office.set("bundle-taken", to: before ?? "-")
      var again = try #require(awaited)
      again.lastExchangeAt = try first.status.lastExchangeAt
      try again.keep(in: first.store)
      let head = try first.status.head
      guard case .taken(let second) = try first.bundles.take(answer, at: .machine) else {
        Issue.record("not taken")
        return
      }
      #expect(second.summary.entriesReceived == 0 && second.scansReceived == 0 && second.scansHeld == 1)
      #expect(try first.status.head == head)
      #expect(try first.store.scans.content(of: theirs) == TestFolder.content(200_000))
      #expect(try first.store.scans.offers().isEmpty && !first.store.scans.content(of: mine).isEmpty)
    }
  }

  /// The province was restored, and its order went on before anybody said so. A file cannot ask back, so it brings points
  /// of the desk's order along; the next file hands in what the province lost.
  @Test func aFileFindsWhereARestoredOrderParts() async throws {
    try await withDesks { first, second, province in
      let copy = try StoreCopy(province.store)
      let lost = [try first.receive(), try first.receive()]
      try first.exchangeByStick(province)
      try copy.restore(province.store)
      let others = try (0..<4).map { _ in try second.receive() }
      try await second.synchronise()
      try province.store.transaction { try LogEpochs.begin([UInt8](repeating: 9, count: 16), at: .machine, in: $0) }
      try first.exchangeByStick(province)
      #expect(try others.allSatisfy { try first.row($0.id) != nil })
      #expect(try first.status.waiting > 0)
      try first.exchangeByStick(province)
      #expect(try first.status.waiting == 0)
      try await second.synchronise()
      for row in lost + others {
        #expect(try second.row(row.id)?.code == row.code)
        #expect(try first.row(row.id)?.code == row.code)
      }
      #expect(try first.status.head == second.status.head)
      for desk in [first, second] { #expect(try desk.store.upkeep.verify().faults.isEmpty) }
    }
  }

  /// A technician copies the disk of a desk without a link, and both copies work on.
  @Test func aCopiedDeskGoesOnByStickUnderNewNames() async throws {
    try await withDesks { first, second, province in
      let shared = try first.receive()
      let copied = try first.copy()
      defer { copied.remove() }
      let row = try first.receive()
      try first.perform([.note("bản gốc")], on: shared.id)
      for number in 1...3 { try copied.perform([.note("bản sao \(number)")], on: shared.id) }
      try first.export("out")
      try copied.export("out")
      _ = try first.bundles.take(province.answer(first.path("out"), first.path("back")), at: .machine)
      let answer = try province.answer(copied.path("out"), copied.path("back"))
      guard case .taken(let taken) = try copied.bundles.take(answer, at: .machine) else {
        Issue.record("not taken")
        return
      }
      #expect(taken.summary.beganNewLife)
      // The three notes, and what begins the new life.
      let waiting = try copied.status.waiting
      #expect(waiting >= 3)
      #expect(try copied.bundles.take(answer, at: .machine) == .already)
      // The next file carries them.
      #expect(try copied.export("again").entries == waiting)
      _ = try copied.bundles.take(province.answer(copied.path("again"), copied.path("again-back")), at: .machine)
      #expect(try copied.status.waiting == 0)
      try first.exchangeByStick(province)
      try await second.synchronise()
      let expected = ["bản gốc", "bản sao 1", "bản sao 2", "bản sao 3"]
      for desk in [first, copied, second] {
        #expect(try desk.notes(on: shared.id).sorted() == expected)
        #expect(try desk.row(row.id)?.code == row.code)
        #expect(try desk.status.head == second.status.head)
        #expect(try desk.store.upkeep.verify().faults.isEmpty)
      }
    }
  }

  /// An image of the disk is put back that lacks what the province has; nobody has written anything since.
  @Test func aDeskThatWasPutBackGoesOnByStick() async throws {
    try await withDesks { first, second, province in
      let earlier = try first.receive()
      try first.exchangeByStick(province)
      let image = try first.copy()
      defer { image.remove() }
      let lost = try first.receive()
      try first.exchangeByStick(province)
      try image.export("out")
      let answer = try province.answer(image.path("out"), image.path("back"))
      guard case .taken(let taken) = try image.bundles.take(answer, at: .machine) else {
        Issue.record("not taken")
        return
      }
      #expect(taken.summary.beganNewLife)
      try image.exchangeByStick(province)
      try image.perform([.note("sau")], on: earlier.id)
      try image.exchangeByStick(province)
      try await second.synchronise()
      #expect(try image.status.waiting == 0)
      #expect(try image.row(lost.id)?.code == lost.code)
      for desk in [image, second] {
        #expect(try desk.notes(on: earlier.id) == ["sau"])
        #expect(try desk.store.upkeep.verify().faults.isEmpty)
      }
    }
  }

  /// The power fails after the new life has begun: the same file does not begin another one.
  @Test func aNewLifeBeginsOnceForOneFile() async throws {
    try await withDesks { first, _, province in
      let shared = try first.receive()
      let copied = try first.copy()
      defer { copied.remove() }
      try first.perform([.note("bản gốc")], on: shared.id)
      try copied.perform([.note("bản sao")], on: shared.id)
      try first.exchangeByStick(province)
      try copied.export("out")
      let answer = try province.answer(copied.path("out"), copied.path("back"))
      var lives: [Int] = []
      for _ in 0..<2 {
        _ = try copied.bundles.take(answer, at: .machine)
        lives.append(
          try copied.store.exchange.outgoing(
            copied.bundles.sender(.machine), mostEntries: 0, mostBytes: 0
          ).epochs.count)
        // As if the end of the import had not been recorded.
        try copied.store.office.set("bundle-taken", to: "-")
        var awaited = try #require(try AwaitedBundle.kept(in: copied.store))
        awaited.lastExchangeAt = try copied.status.lastExchangeAt
        try awaited.keep(in: copied.store)
      }
      #expect(Set(lives).count == 1)
      try copied.exchangeByStick(province)
      try first.exchangeByStick(province)
      #expect(try first.notes(on: shared.id).sorted() == ["bản gốc", "bản sao"])
      #expect(try copied.status.waiting == 0)
    }
  }

  /// An answer that was on its way while the program was upgraded; the earlier version kept less about its question.
  @Test func anAnswerToAFileOfAnEarlierVersionIsTaken() async throws {
    try await withDesks { first, second, province in
      try second.receive()
      try await second.synchronise()
      try first.receive()
      try first.export("out")
      try first.store.office.set("bundle-request", to: "")
      let answer = try province.answer(first.path("out"), first.path("back"))
      guard case .taken(let taken) = try first.bundles.take(answer, at: .machine) else {
        Issue.record("not taken")
        return
      }
      #expect(taken.summary.entriesSent == 1 && taken.summary.entriesReceived == 1)
      #expect(try first.status.waiting == 0)
    }
  }

  /// A dossier of a clerk who signs in here goes to the head of desk, so that the whole order names its entries by hashes
  /// only. They keep their places, and the desk waits for nothing.
  @Test func aWholeOrderLeavesNoEntryWithoutAPlace() async throws {
    try await withDesks { first, second, province in
      let clerks = try first.store.office.clerks()
      let head = try #require(clerks.first { $0.roles.contains(.headOfDesk) })
      let specialist = try #require(
        clerks.first { $0.roles.contains(.specialist) && !$0.roles.contains(.headOfDesk) })
      let procedure = try #require(
        Catalogue.starter.versions.first { $0.isConfidential && $0.isReceivable && $0.timeLimit != .unknown })
      let enrolment = try #require(try second.store.exchange.enrolment())
      try province.administration.setClerks(
        .only([specialist.id]), of: enrolment.device, in: enrolment.office, at: .machine)
      let id = DossierID.version7(at: .machine, random: first.store.random())
      let papers = procedure.components.enumerated().map { Component(number: $0 + 1, name: $1, form: .original) }
      let form = ReceptionForm(
        procedureCode: procedure.code, owner: Person(name: "Hồ Thị Mơ"), components: papers, assignee: specialist.id)
      func perform(_ command: DossierCommand) throws {
        let act = Act(dossier: id, commands: [command])
        let outcome = try first.store.decisions.perform([act], by: head.id, at: .machine).first
        guard case .done? = outcome else { throw StoreError.other("\(String(describing: outcome))") }
      }
      try perform(.receive(form))
      try await first.synchronise()
      try await second.synchronise()
      #expect(try second.row(id) != nil)
      try perform(.assign(to: head.id))
      try await first.synchronise()
      try await second.synchronise()
      let withheld = try second.status.withheld
      #expect(withheld == 1)
      try OrderDoubt.wholeOrder.keep(in: second.store, .machine)
      #expect(try second.export("out").asksAgain)
      _ = try second.bundles.take(province.answer(second.path("out"), second.path("back")), at: .machine)
      #expect(try second.status.withheld == withheld && second.row(id) != nil)
      #expect(try second.store.office.setting("lost places") == nil)
      #expect(try second.store.upkeep.verify().faults.isEmpty)
      #expect(try !second.export("then").asksAgain)
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
  var bundles: DeskBundles { get throws { try DeskBundles(store: store, program: "test") } }

  func path(_ name: String) -> String { store.folder + "/" + name }

  /// A file to the province, and its answer back.
  func exchangeByStick(_ province: Province) throws {
    let name = UUID().uuidString
    try export(name)
    let answer = try province.answer(path(name), path(name + "-back"))
    guard case .taken = try bundles.take(answer, at: .machine) else { throw StoreError.other("not taken") }
  }

  /// A copy of the data folder as an image of the disk makes it, which the program does not recognise as a copy.
  func copy() throws -> TestFolder {
    let folder = NSTemporaryDirectory() + "dossier-sync-test-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: store.folder, toPath: folder)
    return try TestFolder(at: folder)
  }

  func notes(on id: DossierID) throws -> [String] {
    let timeline = try store.queue.card(id, viewer: Viewer(store.office.clerks()[3]))?.timeline ?? []
    return timeline.compactMap { if case .note(let text) = $0.action { text } else { nil } }
  }

  @discardableResult
  func export(
    _ name: String, scanBytes: Int = DeskBundles.usualScanBytes
  ) throws -> DeskBundles.Export {
    try bundles.export(to: path(name), scanBytes: scanBytes, at: .machine)
  }

  static func content(_ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9 &+ size) }
  }

  /// Receives a new citizen and digitises her first paper.
  func scan(size: Int) throws -> BlobHash {
    let row = try receive()
    try Data(Self.content(size)).write(to: URL(fileURLWithPath: path("scan")))
    let clerk = try store.office.clerks()[3]
    let dossier = try store.queue.card(row.id, viewer: Viewer(clerk))?.dossier
    guard let number = dossier?.components.first?.number,
      case .done = try store.scans.attach(file: path("scan"), as: number, of: row.id, by: clerk.id, at: .machine),
      let name = try store.queue.card(row.id, viewer: Viewer(clerk))?.dossier.components.first?.blobHash,
      let hash = BlobHash(name)
    else { throw AttachmentError.unknown }
    return hash
  }
}

extension Province {
  func answer(_ question: String, _ path: String) throws -> String {
    try DurableFile.write(to: path) { put in
      _ = try BundleDesk(store: store, authority: authority).answer(
        { try question.source() }, writing: put, at: .machine)
    }
    return path
  }
}

extension String {
  func source() throws -> BundleSource {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: self))
    return { Array(try file.read(upToCount: $0) ?? Data()) }
  }
}
