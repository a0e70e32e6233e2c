import Testing

@testable import DossierDomain

@Suite struct AnnouncementTests {
  private static let day = CivilDate(dayNumber: 20_700)

  private static func version(_ name: String, _ code: String = "9.999999", from: CivilDate? = nil) -> ProcedureVersion {
    ProcedureVersion(
      code: code, name: name, field: "Thử", validFrom: from.map { .known($0) } ?? .unknown, timeLimit: .sameDay)
  }

  /// Any 32 bytes that differ for different versions will do here.
  private static func hash(_ version: ProcedureVersion) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 32)
    for (place, byte) in version.canonicalText.utf8.enumerated() { bytes[place % 32] = bytes[place % 32] &* 31 &+ byte }
    return bytes
  }

  private static func announcement(_ number: String, _ versions: [ProcedureVersion]) -> Announcement {
    Announcement(
      number: number, date: day, title: "Công bố thủ tục",
      changes: versions.map {
        Announcement.Change(code: $0.code, kind: .amended, versionHash: hash($0))
      })
  }

  private static func retraction(_ number: String) -> AnnouncementRetraction {
    AnnouncementRetraction(number: number, date: day, reason: "ban hành nhầm")
  }

  private typealias Decision = ProcedureHistory.Decision

  private static func decided(_ version: ProcedureVersion) -> Decision { .decided(version, hash: hash(version)) }

  // MARK: What it changes

  @Test func newAmendedAndAbolishedAreToldByTheCatalogue() throws {
    let known = try #require(Catalogue.starter.version(of: "1.004873", on: Self.day))
    var (amended, ended) = (known, known)
    amended.name += " (mới)"
    ended.standing = .ended(replacedBy: nil)
    func kinds(_ versions: [ProcedureVersion]) -> [Announcement.Kind] {
      Announcement.changes(recording: versions, from: .starter, hash: Self.hash).map(\.kind)
    }
    #expect(kinds([amended]) == [.amended])
    #expect(kinds([ended]) == [.abolished])
    #expect(kinds([Self.version("A")]) == [.new])
    // What is known like that changes nothing, so a retraction could not take it away.
    let same = Catalogue.starter.versions(of: "1.004873")
    #expect(kinds(same).isEmpty)
  }

  @Test func whatIsNotValidIsRefused() {
    func fault(_ change: (inout Announcement) -> Void) -> Announcement.Fault? {
      var announcement = Self.announcement("1/QĐ-UBND", [Self.version("A")])
      change(&announcement)
      do {
        _ = try announcement.checked()
        return nil
      } catch { return error }
    }
    #expect(fault { _ in } == nil)
    #expect(fault { $0.number = " / " } == .numberMissing)
    let ones = String(repeating: "1", count: 61)
    #expect(fault { $0.number = ones } == .textTooLong(String(ones.prefix(40)), maximum: 60))
    #expect(fault { $0.title = "–" } == .titleMissing)
    #expect(fault { $0.fileHash = [1] } == .hashMalformed)
    #expect(fault { $0.changes[0].versionHash = [1] } == .hashMalformed)
    #expect(fault { $0.changes[0].code = "999" } == .codeMalformed("999"))
    #expect(fault { $0.internalProcedures = -1 } == .internalProceduresOutOfRange)
    let named = Announcement.Change(code: "9.999999", kind: .abolished, name: "A")
    #expect(fault { $0.changes = [named, named] } == .twice("9.999999"))
    #expect(
      fault { $0.changes = (0...Announcement.mostChanges).map { .init(code: "9.\(100_000 + $0)", kind: .new) } }
        == .tooManyChanges(maximum: Announcement.mostChanges))
    let long = String(repeating: "ề", count: 500)
    #expect(
      fault { $0.changes = (0..<40).map { .init(code: "9.\(100_000 + $0)", kind: .new, name: long) } } == .namesTooLong)
    #expect(throws: Announcement.Fault.reasonMissing) {
      try AnnouncementRetraction(number: "1", date: Self.day, reason: "").checked()
    }
  }

  // MARK: Taking back

  /// The catalogue is what it would be without what the announcement brought, in whatever order the entries came.
  @Test func takingBackGivesBackWhatWasReplacedInAnyOrder() {
    let (old, new) = (Self.version("cũ"), Self.version("mới"))
    let decisions: [Decision] = [
      Self.decided(new), .announcement(Self.announcement("2/QĐ", [new])), .retraction(Self.retraction("2/QĐ")),
    ]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      for place in 0...3 {
        var all = order.map { decisions[$0] }
        all.insert(Self.decided(old), at: place)
        let history = ProcedureHistory(all)
        #expect(history.versions == [old], "\(order), the old one at \(place)")
        #expect(history.isTakenBack(Self.hash(new)))
      }
    }
  }

  @Test func aVersionOfAnotherDayStays() {
    let (old, new) = (Self.version("cũ"), Self.version("mới", from: Self.day))
    var history = ProcedureHistory([
      Self.decided(old), Self.decided(new), .announcement(Self.announcement("2/QĐ", [new])),
    ])
    #expect(history.versions == [old, new])
    history.apply(.retraction(Self.retraction("2/QĐ")))
    #expect(history.versions == [old])
  }

  @Test func aRetractionOfSomethingUnknownChangesNothing() {
    let version = Self.version("A")
    let history = ProcedureHistory([Self.decided(version), .retraction(Self.retraction("9/QĐ"))])
    #expect(history.versions == [version])
    #expect(history.announcements.map(\.announcement) == [nil])
    #expect(history.announcements.first?.cells(.vi).last?.contains("không thay đổi gì") == true)
  }

  @Test func whatASecondAnnouncementBringsStays() {
    let version = Self.version("A")
    let history = ProcedureHistory([
      Self.decided(version), .announcement(Self.announcement("1/QĐ", [version])), .retraction(Self.retraction("1/QĐ")),
      Self.decided(version), .announcement(Self.announcement("2/QĐ", [version])),
    ])
    #expect(history.versions == [version])
  }

  /// The only way to undo a retraction is to announce once more.
  @Test func announcedOnceMoreItStands() {
    let version = Self.version("A")
    var history = ProcedureHistory([
      Self.decided(version), .announcement(Self.announcement("1/QĐ", [version])), .retraction(Self.retraction("1/QĐ")),
    ])
    #expect(history.versions.isEmpty)
    history.apply(.announcement(Self.announcement("1/QĐ", [version])))
    #expect(history.versions == [version])
    #expect(history.announcements.map(\.isTakenBack) == [false])
    history.apply(.retraction(Self.retraction("1/QĐ")))
    #expect(history.versions.isEmpty)
  }

  // MARK: Figures

  /// The published figures of a province's year: 51 decisions with 862 procedures and 47 internal procedures.
  static func year() -> [Announcement] {
    let kinds: [Announcement.Kind] =
      [Announcement.Kind](repeating: .new, count: 336) + [Announcement.Kind](repeating: .amended, count: 455)
      + [Announcement.Kind](repeating: .abolished, count: 71)
    return (0..<51).map { index in
      Announcement(
        number: "\(100 + index)/QĐ-UBND", date: CivilDate(dayNumber: 20_455 + 7 * index),
        title: "Công bố đợt \(index + 1)",
        changes: stride(from: index, to: kinds.count, by: 51).map { place in
          Announcement.Change(code: "9.\(100_000 + place)", kind: kinds[place], name: "Thủ tục \(place)")
        }, internalProcedures: index < 47 ? 1 : 0)
    }
  }

  @Test func aYearSumsToThePublishedFigures() {
    let history = ProcedureHistory(Self.year().map { .announcement($0) })
    let totals = AnnouncementTotals(history.announcements)
    #expect(totals.standing == 51 && totals.procedures == 862 && totals.internalProcedures == 47)
    #expect(Announcement.Kind.allCases.map { totals.count($0) } == [336, 455, 71])
    #expect(totals.wording(.vi) == "51 quyết định: 336 mới, 455 sửa đổi, 71 bãi bỏ = 862 thủ tục; 47 quy trình nội bộ.")
  }
}
