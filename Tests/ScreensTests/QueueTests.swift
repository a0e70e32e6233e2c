import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct QueueTests {
  @Test func theMostUrgentDossierComesFirstInWords() {
    let driver = TestDriver.signedIn()
    driver.expect("Đến hạn")
    driver.expectFocus("quá hạn")
    driver.expectFocus("Hồ Thị Kăn Tưm")
  }

  @Test func filteringNarrowsAndEscRestoresPlaceAndRows() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<down>", "<down>")
    let before = driver.focusedLine
    driver.press("/")
    driver.type("nghia")
    driver.expectFocus("Phạm Hữu Nghĩa")
    driver.expectNot("Kăn Tưm")
    driver.press("<esc>")
    #expect(driver.focusedLine == before)
  }

  @Test func aKeptFilterSurvivesRestart() {
    var driver = TestDriver.signedIn()
    driver.press("7", "/")
    driver.type("thi")
    driver.press("<enter>", "<down>")
    let before = driver.focusedLine
    driver.restart()
    driver.press("1")
    #expect(driver.focusedLine == before)
    driver.expect("Đang lọc \"thi\"")
  }

  @Test func afterAnActionTheCursorIsOnTheNextRowAndUndoComesBack() {
    var driver = TestDriver.signedIn()
    // The first row is overdue, so its clock cannot be stopped any more.
    driver.press("7", "<home>", "<down>")
    let first = driver.focusedLine
    driver.press("<down>")
    let second = driver.focusedLine
    driver.press("<up>", "b")
    driver.type("Giấy ly hôn")
    driver.press("<enter>", "<enter>")
    driver.expect("Đã yêu cầu bổ sung 1 mục, 261124-0006. U hoàn tác.")
    #expect(driver.focusedLine == second)
    driver.press("u")
    driver.expect("Đã hoàn tác")
    #expect(driver.focusedLine == first)
  }

  @Test func anActionWorksOnAllMarkedDossiers() {
    var driver = TestDriver.signedIn()
    driver.press("7", " ", " ")
    driver.expect("Đã chọn 2 hồ sơ. Thao tác tiếp theo áp dụng cho cả 2.")
    driver.press("w")
    driver.type("đã gọi")
    driver.press("<enter>")
    driver.expect("Ghi chú: xong 2 hồ sơ")
    #expect(driver.office.entries.values.joined().count { $0.action == .note("đã gọi") } == 2)
  }

  @Test func aRangeIsMarkedByMoving() {
    var driver = TestDriver.signedIn()
    driver.press("7", "v", "<down>", "<down>", "v", "<down>")
    driver.expect("Đã chọn 3 hồ sơ.")
    driver.press("<esc>", "*")
    driver.expect("Đã chọn 8 hồ sơ.")
  }

  @Test func theLastActionIsRepeatedOnTheNextRow() {
    var driver = TestDriver.signedIn()
    driver.press("7", "w")
    driver.type("thiếu ảnh")
    driver.press("<enter>", ".")
    #expect(driver.office.entries.values.joined().count { $0.action == .note("thiếu ảnh") } == 2)
  }

  @Test func fourDigitsGoToACodeFromAnyView() {
    var driver = TestDriver.signedIn()
    driver.press("4", "0")
    driver.type("0006")
    driver.expectFocus("Nguyễn Văn Ánh")
    driver.press("0")
    driver.type("9999")
    driver.expect("Không có hồ sơ nào có số cuối này.")
  }

  /// The last four digits begin anew each day.
  @Test func theArrowsGoThroughDossiersWithTheSameDigits() throws {
    var driver = TestDriver.signedIn()
    driver.press("7")
    let ids = [SampleOffice.id(2), SampleOffice.id(0)]
    var queue = try #require(driver.app.top.screen as? QueueState)
    queue.entry = .hits(ids, 0)
    driver.app.top.screen = queue
    driver.expect("Hồ sơ 1 trong 2 có 4 số cuối này")
    driver.press("<down>")
    #expect(driver.app.top.screen.targets.map(\.id) == [ids[1]])
    driver.press("<down>", "<up>")
    #expect(driver.app.top.screen.targets.map(\.id) == [ids[0]])
    // A letter is a command for the dossier that was found.
    driver.press("w")
    driver.expect("Ghi chú: ")
  }

  @Test func theLoadOfEachClerkIsAListThatOpensHerDossiers() {
    var driver = TestDriver.signedIn()
    driver.press("e")
    driver.expect("Từng người giữ bao nhiêu")
    driver.press("<down>", "<enter>")
    #expect((driver.app.top.screen as? QueueState)?.view == .assigned(SampleOffice.dat.id))
    driver.press("e", "3")
    #expect((driver.app.top.screen as? QueueState)?.view == .assigned(SampleOffice.moi.id))
  }

  @Test func oneKeyReturnsToTheDossierLastTouched() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<end>", "w")
    let touched = driver.app.top.screen.targets.map(\.id)
    driver.type("x")
    driver.press("<enter>", "1", "'")
    #expect(driver.app.top.screen.targets.map(\.id) == touched)
  }

  @Test func aDisabledKeySaysWhy() {
    var driver = TestDriver.signedIn()
    driver.press("7", "t")
    driver.expectSentence("không chuyển sang \"Đã trả kết quả\" được")
  }

  @Test func theEndIsNamedBeforeItHappens() {
    var driver = TestDriver.signedIn()
    driver.press("7", "d", "1")
    driver.type("không cần nữa")
    driver.press("<enter>")
    driver.expect("Làm chứ?")
    driver.press("<enter>")
    #expect(driver.office.dossier(SampleOffice.id(0))?.status == .received)
    driver.press("d", "1", "<enter>")
    driver.type("đổi ý")
    driver.press("<enter>", "2")
    #expect(driver.office.entries.values.joined().contains { if case .withdraw = $0.action { true } else { false } })
  }

  @Test func aDoubleKeyDiscardsNothing() {
    var driver = TestDriver.signedIn()
    driver.press("7", "w")
    driver.type("nửa chừng")
    driver.press("<esc>", "<esc>", "w")
    driver.expect("nửa chừng")
    driver.press("<esc>")
    let entries = driver.office.entries
    driver.press("c", "c", "<esc>", "b", "b", "<esc>", "x", "x", "<esc>", "d", "d", "<esc>")
    #expect(driver.office.entries == entries)
  }

  @Test func movingInsideTheWindowAsksForThePreviewOnly() {
    var driver = TestDriver.signedIn()
    driver.press("7")
    let effects = driver.app.update(.key(.down), now: driver.now)
    #expect(effects.count == 2)
    #expect(
      effects.allSatisfy {
        switch $0 {
        case .keep(.seat), .ask(.preview): true
        default: false
        }
      })
  }

  @Test func theDossierBehindTheSelectedOneIsFetchedAheadAndAskedForOnce() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<down>")
    guard let queue = driver.app.top.screen as? QueueState else {
      Issue.record("no queue")
      return
    }
    let asked = driver.app.update(.key(.down), now: driver.now).compactMap { effect -> DossierID? in
      if case .ask(.preview(_, let id, _)) = effect { id } else { nil }
    }
    // The next row's dossier was read before, and the one after it is requested now.
    #expect(asked == [queue.rows[queue.index + 2].id])
    guard let moved = driver.app.top.screen as? QueueState else { return }
    #expect(moved.preview.dossier?.id == queue.rows[queue.index + 1].id)
  }

  @Test func thePreviewShowsTheMaskedNumberWhatIsMissingAndTheLastNote() {
    var office = SampleOffice.busy(requiresPIN: false)
    for command in [
      DossierCommand.correct(field: .ownerIdentityNumber, value: "045198001217", reason: "gõ nhầm"), .note("đã gọi"),
      .note("sáng thứ Tư mang đến"), .addComponent(name: "Trích lục ly hôn", form: .missing, quantity: 1),
    ] {
      _ = office.perform(
        Act(dossier: SampleOffice.id(3), commands: [command]), SampleOffice.lan.id, SampleOffice.morning)
    }
    var driver = TestDriver.signedIn(office: office)
    driver.press("7", "0")
    driver.type("0004")
    driver.expect("Lê Thị Hoa · 045••••••217")
    driver.expect("Còn thiếu 1 giấy tờ: Trích lục ly hôn")
    driver.expect("Ghi: sáng thứ Tư mang đến")
    driver.expectNot("045198001217")
    driver.expectNot("đã gọi")
  }

  @Test func aPreviewThatWasOvertakenIsNotShownForAnotherDossier() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>")
    var app = driver.app
    let first = app.update(.key(.down), now: driver.now)
    let second = app.update(.key(.down), now: driver.now)
    for effect in second + first {
      if let answer = driver.office.answer(effect, now: driver.now) {
        _ = app.update(.answered(answer), now: driver.now)
      }
    }
    guard let queue = app.top.screen as? QueueState else { return }
    #expect(queue.preview.dossier?.id == queue.selected)
  }

  @Test func anOvertakenPageIsDropped() throws {
    var driver = TestDriver.signedIn()
    driver.press("7")
    var app = driver.app
    _ = app.update(.key(.character("/")), now: driver.now)
    let first = app.update(.key(.character("h")), now: driver.now)
    let second = app.update(.key(.character("o")), now: driver.now)
    for effect in (second + first) {
      if let answer = driver.office.answer(effect, now: driver.now) {
        _ = app.update(.answered(answer), now: driver.now)
      }
    }
    guard let queue = app.top.screen as? QueueState else { return }
    #expect(queue.filterText == "ho")
    #expect(!queue.rows.isEmpty)
    #expect(queue.rows.allSatisfy { ($0.ownerName ?? "").contains("H") })
  }
}

extension QueueTests {
  /// A clerk types a reason into a prompt that did not open: none of its letters is a command. What has no result can
  /// neither be handed back nor opened again, by whatever way.
  @Test(arguments: [["t"], ["<enter>", "<C-o>"], ["<enter>", ":reopen"]])
  func whatIsTypedIntoARefusalRunsNoCommand(keys: [String]) {
    var driver = TestDriver.signedIn()
    let entries = driver.office.entries.count
    driver.press("7", "<home>")
    for key in keys {
      guard key.hasPrefix(":") else {
        driver.press(key)
        continue
      }
      driver.press(":")
      driver.type(String(key.dropFirst()))
      driver.press("<enter>")
    }
    let (refusal, context) = (driver.app.session.message, driver.app.context)
    #expect(refusal != nil)
    driver.type("Sai tên cha")
    driver.press("<enter>")
    #expect(driver.app.session.message == refusal && driver.app.context == context && driver.app.top.overlay == nil)
    #expect(driver.office.entries.count == entries)
    // After a moment, or with a key that writes nothing, the keys are commands again.
    driver.press("<down>", "N")
    #expect(driver.app.context != .queue)
  }
}
