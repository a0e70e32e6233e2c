import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// Announcements bring versions of procedures, and their retraction takes these away again.
@Suite struct AnnouncementStoreTests {
  private static let day = OfficeFixture.morning.civilDate

  private static func version(
    _ name: String, _ code: String = OfficeFixture.maritalStatus, days: Int = 1, from: CivilDate? = nil
  ) -> ProcedureVersion {
    ProcedureVersion(
      code: code, name: name, field: "Hộ tịch", validFrom: from.map { .known($0) } ?? .unknown,
      timeLimit: .workingDays(days), components: ["Tờ khai"], fee: .known(15_000))
  }

  private static func announcement(_ number: String, _ versions: [ProcedureVersion]) -> Announcement {
    Announcement(
      number: number, date: day, title: "Công bố thủ tục",
      changes: Announcement.changes(recording: versions, from: .starter, hash: OfficeStore.hash))
  }

  private static func retraction(_ number: String) -> OfficeAction {
    .retractAnnouncement(AnnouncementRetraction(number: number, date: day, reason: "ban hành nhầm"))
  }

  private func decide(_ office: OfficeFixture, _ actions: [OfficeAction], at now: Instant = OfficeFixture.morning)
    throws
  {
    try office.store.decisions.perform(actions, by: office.head.id, at: now)
  }

  private func decided(_ office: OfficeFixture) throws -> [ProcedureVersion] {
    try office.store.office.opening().catalogue.changes
  }

  @Test func aRetractionGivesBackWhatWasReplaced() throws {
    let office = try OfficeFixture()
    let (old, new) = (Self.version("cũ", days: 2), Self.version("mới", days: 1))
    try decide(office, [.setProcedure(old)])
    try decide(office, [.setProcedure(new), .announce(Self.announcement("1/QĐ", [new]))])
    let before = try office.receive("A", procedure: OfficeFixture.maritalStatus)
    #expect(before.procedureName == "mới")
    #expect(try decided(office) == [new])
    try decide(office, [Self.retraction("1/QĐ")])
    #expect(try decided(office) == [old])
    #expect(try office.receive("B", procedure: OfficeFixture.maritalStatus).procedureName == "cũ")
    // What was received stays as it was, and its version is still found by its hash.
    #expect(try office.store.queue.card(before.id, viewer: office.headViewer)?.dossier.procedure.name == "mới")
    let kept = try office.store.read { db in
      let dossier = try #require(try JournalReader.dossier(db, before.id))
      let context = try DecisionTransaction.context(db, clerk: office.head.id, now: OfficeFixture.morning)
      return context.otherVersion(dossier.procedure)
    }
    #expect(kept == new)
    try office.store.upkeep.rebuild { _, _ in }
    #expect(try decided(office) == [old])
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// A number looks the same whichever way its letters are written, and is the same for whoever reads the journal.
  @Test func aRetractionFindsItsNumberHoweverItIsWritten() throws {
    let office = try OfficeFixture()
    let new = Self.version("mới")
    let (number, other) = ("1/QĐ-Ủy ban", "1/QĐ-Ủy ban".decomposedStringWithCanonicalMapping)
    #expect(Array(number.utf8) != Array(other.utf8))
    try decide(office, [.setProcedure(new), .announce(Self.announcement(number, [new])), Self.retraction(other)])
    #expect(try decided(office).isEmpty)
    #expect(try office.store.office.announcements().map(\.isTakenBack) == [true])
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func aRetractionOfSomethingUnknownChangesNothing() throws {
    let office = try OfficeFixture()
    let old = Self.version("cũ")
    try decide(office, [.setProcedure(old), Self.retraction("9/QĐ")])
    #expect(try decided(office) == [old])
    let record = try #require(try office.store.office.announcements().first)
    #expect(record.announcement == nil && record.isTakenBack)
    let news = try office.store.office.procedureNews(of: office.head.id, at: OfficeFixture.morning)
    #expect(news.items.contains { $0.event == .takenBack && $0.code.isEmpty })
    #expect(news.newCount == 1)
  }

  @Test func onlyWhoDecidesOnProceduresAnnounces() throws {
    let office = try OfficeFixture()
    for action in [OfficeAction.announce(Self.announcement("1/QĐ", [])), Self.retraction("1/QĐ")] {
      #expect(throws: StoreError.denied(.roleMissing(Clerk.Role.running))) {
        try office.store.decisions.perform(action, by: office.reception.id, at: OfficeFixture.morning)
      }
    }
  }

  /// In any order of versions, announcements and retractions the tables say what the rules of the domain say, and a
  /// rebuild makes them again.
  @Test(arguments: 1...12) func theTablesAgreeWithTheRules(seed: Int) throws {
    let office = try OfficeFixture()
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var history = ProcedureHistory()
    let versions = (0..<6).map { index in
      Self.version(
        "bản \(index)", "9.99999\(index % 2)", days: index + 1, from: index % 3 == 0 ? Self.day : nil)
    }
    for _ in 0..<25 {
      let number = "\(1 + below(3))/QĐ"
      let action: OfficeAction
      switch below(4) {
      case 0, 1: action = .setProcedure(versions[below(6)])
      case 2: action = .announce(Self.announcement(number, [versions[below(6)], versions[below(6)]]))
      default: action = Self.retraction(number)
      }
      try decide(office, [action])
      if case .setProcedure(let version) = action {
        history.apply(.decided(version, hash: OfficeStore.hash(of: version)))
      } else if case .announce(let announcement) = action {
        history.apply(.announcement(announcement))
      } else if case .retractAnnouncement(let retraction) = action {
        history.apply(.retraction(retraction))
      }
      #expect(try decided(office) == history.versions)
      #expect(try office.store.office.announcements() == history.announcements)
      #expect(
        try office.store.office.takenBack(versions) == versions.filter { history.isTakenBack(OfficeStore.hash(of: $0)) }
      )
    }
    try office.store.upkeep.rebuild { _, _ in }
    #expect(try decided(office) == history.versions)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    // An upgrade from the table that had only the last of each code and first day.
    try office.store.write { db in
      for table in ProcedureProjection.tables where table != "procedure_version" {
        try db.execute(sql: "DELETE FROM \(table)")
      }
      try ProcedureProjection.owe(db)
    }
    #expect(try decided(office) == history.versions)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    try office.store.write { db in try ProcedureProjection.fillWhenOwed(db) }
    #expect(try decided(office) == history.versions)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// The order of the province puts a retraction first that another desk wrote without knowing the announcement.
  @Test func aRetractionThatIsPlacedFirstCounts() throws {
    let office = try OfficeFixture()
    try office.enrol()
    let (old, new) = (Self.version("cũ"), Self.version("mới", days: 3))
    try decide(office, [.setProcedure(old)])
    try office.exchange()
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: nil)) }
    try decide(office, [.setProcedure(new), .announce(Self.announcement("1/QĐ", [new]))])
    let foreign = try office.foreignEntry(Self.retraction("1/QĐ"), by: office.head)
    try office.exchange(foreign: [foreign])
    #expect(try decided(office) == [old])
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// The published figures come out of the records.
  @Test func aYearOfAnnouncementsSums() throws {
    let office = try OfficeFixture()
    let figures: [(Announcement.Kind, Int)] = [(.new, 336), (.amended, 455), (.abolished, 71)]
    let known = (0..<526).map { Self.version("Thủ tục \($0)", "8.\(100_000 + $0)") }
    try decide(office, known.map { .setProcedure($0) })
    var versions: [ProcedureVersion] = []
    for (kind, count) in figures {
      for number in 0..<count {
        switch kind {
        case .new: versions.append(Self.version("Mới \(number)", "9.\(100_000 + number)"))
        case .amended: versions.append(Self.version("Sửa \(number)", "8.\(100_000 + number)"))
        case .abolished:
          var ended = known[455 + number]
          ended.standing = .ended(replacedBy: nil)
          versions.append(ended)
        }
      }
    }
    for index in 0..<51 {
      let part = stride(from: index, to: versions.count, by: 51).map { versions[$0] }
      let catalogue = try office.store.office.opening().catalogue
      let announcement = Announcement(
        number: "\(100 + index)/QĐ-UBND", date: Self.day.adding(days: index), title: "Đợt \(index)",
        changes: Announcement.changes(recording: part, from: catalogue, hash: OfficeStore.hash),
        internalProcedures: index < 47 ? 1 : 0)
      try decide(office, part.map { .setProcedure($0) } + [.announce(announcement)])
    }
    let totals = AnnouncementTotals(try office.store.office.announcements())
    #expect(figures.map { totals.count($0.0) } == figures.map(\.1))
    #expect(totals.standing == 51 && totals.procedures == 862 && totals.internalProcedures == 47)
  }

  // MARK: News

  @Test func eachClerkSeesWhatCameSinceSheLooked() throws {
    let office = try OfficeFixture()
    let (old, new) = (Self.version("cũ", days: 2), Self.version("mới", days: 1))
    try decide(office, [.setProcedure(old)])
    let row = try office.receive("A", procedure: OfficeFixture.maritalStatus)
    func news(_ clerk: Clerk) throws -> ProcedureNews {
      try office.store.office.procedureNews(of: clerk.id, at: OfficeFixture.morning.adding(minutes: 5))
    }
    let first = try news(office.reception)
    #expect(first.newCount == 1 && first.items.map(\.isNew) == [true])
    #expect(first.items.first?.event == .recorded(.amended) && first.items.first?.announcement == nil)
    try office.store.office.noteProceduresSeen(first.mark, by: office.reception.id)
    #expect(try news(office.reception).newCount == 0)
    #expect(try news(office.specialist).newCount == 1)

    try decide(office, [.setProcedure(new), .announce(Self.announcement("1/QĐ", [new]))])
    let second = try news(office.reception)
    #expect(second.newCount == 1 && second.items.map(\.isNew) == [true, false])
    let item = try #require(second.items.first)
    #expect(item.announcement?.number == "1/QĐ" && item.name == "mới")
    let difference = try office.store.office.procedureDifference(item)
    #expect(difference == ProcedureDifference(before: old, after: new, keeping: 1))

    try office.store.office.noteProceduresSeen(second.mark, by: office.reception.id)
    try decide(office, [Self.retraction("1/QĐ")])
    let third = try news(office.reception)
    #expect(third.newCount == 1 && third.items.first?.event == .takenBack)
    #expect(third.items.dropFirst().first?.isTakenBack == true)
    #expect(
      try office.store.office.procedureDifference(#require(third.items.first))
        == ProcedureDifference(before: new, after: old, keeping: 0))
    // Nothing of it touched the dossier.
    #expect(try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier.procedure.name == "cũ")
    // An exchange gives entries places and leaves what was seen as it is.
    try office.store.office.noteProceduresSeen(third.mark, by: office.reception.id)
    try office.enrol()
    try office.exchange()
    #expect(try news(office.reception).newCount == 0)
  }

  @Test func whatIsOldIsNoNewsForAClerkWhoHasNeverLooked() throws {
    let office = try OfficeFixture()
    try decide(office, [.setProcedure(Self.version("cũ"))])
    let later = OfficeFixture.morning.adding(minutes: (ProcedureNews.days + 2) * 1440)
    let news = try office.store.office.procedureNews(of: office.reception.id, at: later)
    #expect(news.newCount == 0 && news.items.isEmpty)
  }
}

extension OfficeFixture {
  /// A decision about the office by another desk, the first entry of its epoch.
  fileprivate func foreignEntry(_ action: OfficeAction, by clerk: Clerk) throws -> [UInt8] {
    try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: DeviceEpoch(high: 77, low: 78), sequence: 1), previousHash: [],
        clerk: clerk.id, at: Self.morning, dossier: nil, base: 0, content: .office(action)))
  }
}
