import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

/// Text that was typed and not recorded is stored beside the journal.
@Suite struct DraftTests {
  private let now = OfficeFixture.morning

  private func days(_ count: Int) -> Instant { now.adding(minutes: count * 1440) }

  private func draft(_ form: String, _ content: String, about dossier: DossierID? = nil) -> Draft {
    Draft(form: form, dossier: dossier, content: Array(content.utf8))
  }

  @Test func eachDraftIsARowOfItsOwn() throws {
    let fixture = try OfficeFixture()
    let (first, second) = (try fixture.receive().id, try fixture.receive().id)
    let drafts = [
      draft("note", "đã gọi", about: first), draft("note", "chưa gọi", about: second), draft("receive", "Hồ Thị Lan"),
    ]
    try fixture.store.drafts.keep(drafts, of: fixture.head.id, at: now)
    try fixture.store.drafts.keep([draft("receive", "khác")], of: fixture.reception.id, at: now)
    #expect(Set(try fixture.store.drafts.kept(of: fixture.head.id, at: now)) == Set(drafts))
    let entries = try fixture.store.office.entryCount()
    try fixture.store.drafts.keep([drafts[1]], of: fixture.head.id, at: now)
    #expect(try fixture.store.drafts.kept(of: fixture.head.id, at: now) == [drafts[1]])
    #expect(try fixture.store.drafts.kept(of: fixture.reception.id, at: now) == [draft("receive", "khác")])
    #expect(try fixture.store.office.entryCount() == entries)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }

  /// Each draft counts from its own last change, however often the others are written.
  @Test func whatNobodyTouchesForThirtyDaysIsErased() throws {
    let fixture = try OfficeFixture()
    let (old, new) = (draft("receive", "Hồ Thị Lan"), draft("note", "đã gọi"))
    func rows() throws -> Int? { try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM draft") } }
    _ = try fixture.store.begin(at: now)
    let dossier = try fixture.receive().id
    func work(at moment: Instant) throws {
      let acts = [Act(dossier: dossier, commands: [.note("đã gọi")])]
      #expect(try fixture.store.decisions.perform(acts, by: fixture.head.id, at: moment).allSatisfy(\.isDone))
    }
    try fixture.store.drafts.keep([old], of: fixture.head.id, at: now)
    try fixture.store.drafts.keep([old, new], of: fixture.head.id, at: days(20))
    #expect(try fixture.store.drafts.kept(of: fixture.head.id, at: days(30)).count == 2)
    try work(at: days(31))
    #expect(try fixture.store.drafts.kept(of: fixture.head.id, at: days(31)) == [new])
    #expect(try rows() == 2)
    try fixture.store.drafts.keep([draft("note", "a")], of: fixture.reception.id, at: days(31))
    #expect(try rows() == 2)
    // Nobody writes any more, so the next start erases it.
    try work(at: days(90))
    _ = try fixture.store.begin(at: days(90))
    #expect(try rows() == 0)
  }

  /// The battery of the clock is empty: the clock shows 1970 or a future year, and nobody has confirmed the date yet.
  @Test(arguments: ["1970-01-01T07:00", "2030-11-30T07:00"]) func aWrongClockErasesNothing(text: String) throws {
    let fixture = try OfficeFixture()
    _ = try fixture.receive()
    let wrong = try #require(Instant(iso8601: text))
    let (typed, more) = (draft("receive", "Hồ Thị Lan"), draft("note", "đã gọi"))
    try fixture.store.drafts.keep([typed], of: fixture.head.id, at: now)
    _ = try fixture.store.begin(at: wrong)
    try fixture.store.drafts.keep([typed, more], of: fixture.head.id, at: wrong)
    #expect(Set(try fixture.store.drafts.kept(of: fixture.head.id, at: wrong)) == [typed, more])
    // The clock is right again.
    try fixture.store.drafts.keep([typed, more], of: fixture.head.id, at: now)
    #expect(Set(try fixture.store.drafts.kept(of: fixture.head.id, at: now)).contains(typed))
    let latest = try fixture.store.read { try Int64.fetchOne($0, sql: "SELECT max(changed_at) FROM draft") }
    #expect(try #require(latest) <= days(1).milliseconds)
  }

  /// A draft may contain data of a citizen that she has withdrawn, so it must not be copied to another place.
  @Test func aBackupHasNone() throws {
    let fixture = try OfficeFixture()
    let target = try fixture.elsewhere("usb")
    let plain = fixture.folder + "/plain"
    defer { try? FileManager.default.removeItem(atPath: target) }
    // The drafts are longer than a page and are overwritten, so that the earlier contents of a row must be gone too.
    for word in ["Trần Thị Trước", "Hồ Thị Giấu"] {
      let words = String(repeating: word + " ", count: 1000)
      try fixture.store.drafts.keep([draft("receive", words)], of: fixture.head.id, at: now)
    }
    let copy = try fixture.store.backups.make(to: target, at: now)
    _ = try Backup.unseal(copy.path, fixture.store.backups.recoveryKey(), into: plain)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: plain))
    for word in ["Thị Trước", "Thị Giấu"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }
    #expect(bytes.range(of: Data("Hồ Thị Kăn".utf8)) != nil)
    #expect(try DatabaseQueue(path: plain).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM draft") } == 0)
    #expect(try fixture.store.drafts.kept(of: fixture.head.id, at: now).count == 1)
  }
}
