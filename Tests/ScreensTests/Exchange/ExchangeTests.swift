import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The exchange is started with one key. The tests cover what the clerk sees of it, and that it does not disturb her
/// work.
@Suite struct ExchangeTests {
  private static func atTheDesk(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    TestDriver.signedIn(office: SampleOffice.enrolled(), size: size, language: language)
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looksWhileItRuns(size: Size, language: Language) throws {
    var clerk = Self.atTheDesk(size: size, language: language)
    clerk.press("7", "<home>", "<F5>")
    clerk.send(
      .answered(
        .syncProgress(SyncProgress(phase: .sending, bytesSent: 12_288, bytesToSend: 40_960, secondsLeft: 8))))
    try Golden.check(clerk.screen, GoldenTests.name("queue-synchronising", size, language))
  }

  @Test func anEveningOneKeyAndTheClerkWorksOn() {
    var clerk = Self.atTheDesk()
    clerk.press("7", "<home>", "<down>")
    let row = clerk.focusedLine
    clerk.expect("Chờ gửi 37 · Thứ Tư 25/11/2026 08:42")
    clerk.press("<F5>")
    #expect(clerk.leftOver.contains(.exchange(.start)))
    clerk.expect("Đang nối tới tỉnh…")
    clerk.send(
      .answered(
        .syncProgress(SyncProgress(phase: .sending, bytesSent: 12_288, bytesToSend: 40_960, secondsLeft: 8))))
    clerk.expect("Đang gửi ███░░░░░░░ 12 KB/40 KB, còn 8 giây")
    clerk.press("n")
    clerk.type("khai sinh")
    clerk.expect("Đang gửi ███░░░░░░░ 12 KB/40 KB")
    clerk.press("<esc>")
    clerk.office.status.entriesAcknowledged = 149
    clerk.send(
      .answered(.synchronised(SyncSummary(entriesSent: 37, entriesReceived: 12, conflicts: 1, changedMany: true))))
    clerk.expect("Đã đồng bộ: gửi 37, nhận 12, 1 chỗ xử lý trùng. F6: xem.")
    clerk.expectNot("Chờ gửi")
    #expect(clerk.focusedLine == row)
    clerk.wait(minutes: ExchangeState.minutesShown)
    clerk.expectNot("Đã đồng bộ")
  }

  @Test func resultsArriveWithoutMovingTheSelectionOrWhatIsTyped() {
    var clerk = Self.atTheDesk()
    clerk.press("7", "<end>", "/")
    clerk.type("hoa")
    let before = clerk.screen.lines
    let row = clerk.focusedLine
    clerk.office.entries[SampleOffice.id(3)]?.append(
      RecordedAction(
        reference: EntryReference(epoch: DeviceEpoch(high: 8, low: 8), sequence: 900), clerk: SampleOffice.dat.id,
        at: clerk.now, action: .assign(to: SampleOffice.dat.id)))
    clerk.send(.answered(.synchronised(SyncSummary(entriesReceived: 1, changed: [SampleOffice.id(3)]))))
    #expect(clerk.focusedLine == row)
    clerk.expect("Lọc: hoa")
    #expect(clerk.screen.lines.count == before.count)
    clerk.press("<esc>")
    clerk.expect("Lê Thị Hoa")
    clerk.press("<up>", "<up>")
    clerk.expect("Lê Quốc Đạt giữ")
  }

  @Test func theOpenDossierShowsWhatCame() {
    var clerk = Self.atTheDesk()
    clerk.press("7", "/")
    clerk.type("lê thị hoa")
    clerk.press("<enter>", "<enter>")
    clerk.expect("chưa phân công")
    clerk.office.entries[SampleOffice.id(3)]?.append(
      RecordedAction(
        reference: EntryReference(epoch: DeviceEpoch(high: 8, low: 8), sequence: 901), clerk: SampleOffice.dat.id,
        at: clerk.now, action: .assign(to: SampleOffice.dat.id)))
    clerk.send(.answered(.synchronised(SyncSummary(entriesReceived: 1, changed: [SampleOffice.id(3)]))))
    clerk.expect("Lê Quốc Đạt")
  }

  @Test func theKeyAgainDoesNotBeginASecondExchangeButEndsAWait() {
    var clerk = Self.atTheDesk()
    clerk.press("<F5>", "<F5>")
    #expect(!clerk.leftOver.contains(.exchange(.start)))
    clerk.expect("Đang đồng bộ rồi")
    clerk.send(
      .answered(
        .syncProgress(
          SyncProgress(
            phase: .waitingToRetry(until: SampleOffice.moment("2026-11-25T08:43:20")), failure: .unreachable))))
    clerk.expect("Không tới được máy chủ tỉnh; thử lại lúc 08:43:20, F5 thử ngay.")
    clerk.press("<F6>")
    clerk.expectSentence("Xem dây mạng hoặc sóng, rồi bấm F5.")
    clerk.press("<F5>")
    #expect(clerk.leftOver.contains(.exchange(.start)))
  }

  /// A clerk who locks sees neither names nor the queue, and finds the exchange at its end when she comes back.
  @Test func theExchangeGoesOnWhileTheDeskIsLocked() {
    var clerk = Self.atTheDesk()
    clerk.press("<F5>", "<F12>")
    clerk.send(.answered(.syncProgress(SyncProgress(phase: .storing))))
    clerk.expect("Đang ghi vào máy…")
    clerk.expectNot("Hồ Thị Kăn Tưm")
    clerk.office.status.entriesAcknowledged = 149
    clerk.send(.answered(.synchronised(SyncSummary(entriesSent: 37))))
    clerk.press("1")
    clerk.expectNot("Chờ gửi")
    clerk.expect("Đã đồng bộ: gửi 37, nhận 0.")
  }

  @Test func anOfficeThatWorksAloneIsToldWhatToAskFor() {
    var clerk = TestDriver.signedIn()
    clerk.press("<F5>")
    #expect(!clerk.leftOver.contains(.exchange(.start)))
    clerk.expect("mã nối máy")
    clerk.expectNot("Chờ gửi")
  }

  @Test(arguments: Language.allCases)
  func everyFailureSaysWhatWasKeptAndWhatToDo(language: Language) {
    let failures: [SyncFailure] = [
      .unreachable, .interrupted, .wrongServer, .captivePortal, .certificateExpired, .deviceRevoked,
      .serverBusy(retryAfterSeconds: 30), .serverFailed, .answerDamaged("x"), .orderDiffers("y"), .provinceRestored,
      .copyInUse, .newerProtocol, .diskFull, .storeFailed("z"), .cancelled,
      .clerksUnknown([ClerkID(high: 0x0190_0000_0000_7000, low: 9)]),
    ]
    for failure in failures {
      var clerk = Self.atTheDesk(size: Size(columns: 132, rows: 43), language: language)
      clerk.press("<F5>")
      clerk.send(.answered(.syncFailed(failure)))
      clerk.expect(failure.title(language))
      // The last words say what to do, so they must be readable.
      let end = String(failure.wording(language).suffix(12))
      clerk.expectSentence(end)
      clerk.press("<F5>")
      #expect(clerk.leftOver.contains(.exchange(.start)))
    }
  }

  @Test func aLowScreenShowsTheExchangeWhereTheMessageStands() {
    var clerk = Self.atTheDesk(size: Size(columns: 60, rows: 20))
    clerk.press("<F5>")
    clerk.send(.answered(.syncProgress(SyncProgress(phase: .receiving, bytesReceived: 900, bytesToReceive: 1800))))
    clerk.expect("Đang nhận █████░░░░░ 900 B/2 KB")
    clerk.expect("Chờ gửi 37 · 08:42")
  }

  @Test func plainModeSaysTheShareInDigits() {
    var clerk = Self.atTheDesk()
    clerk.app.session.isPlain = true
    clerk.press("<F5>")
    clerk.send(.answered(.syncProgress(SyncProgress(phase: .sending, bytesSent: 10, bytesToSend: 40))))
    clerk.expect("Đang gửi 25 % 10 B/40 B")
  }

  @Test func bytesAndTimesAreShort() {
    #expect([812, 12_288, 3_570_000].map(bytesText) == ["812 B", "12 KB", "3,4 MB"])
    #expect(durationText(8, .vi) == "8 giây")
    #expect(durationText(180, .vi) == "3 phút")
    #expect(durationText(7500, .vi) == "2 giờ 5 phút")
    #expect(durationText(3 * 86_400, .vi) == "3 ngày")
  }
}
