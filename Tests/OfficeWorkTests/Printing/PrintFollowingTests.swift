import DossierDomain
import OfficeWork
import Testing

@Suite("A paper that was sent is followed") struct PrintFollowingTests {
  private let job = PrintJobID(queue: "quay-1", number: 7, title: "Phiếu hẹn")
  private let start = Instant(milliseconds: 1_790_000_000_000)

  private func seconds(_ following: PrintFollowing, from start: Instant) -> Int? {
    following.askAt.map { Int($0.milliseconds - start.milliseconds) / 1000 }
  }

  /// The pauses grow from one second to a minute, and end within ten minutes.
  @Test func itAsksLessAndLessOftenAndThenNoMore() {
    var following = PrintFollowing(job, sentAt: start)
    var (now, pauses) = (start, [Int]())
    while let next = following.askAt {
      pauses.append(Int(next.milliseconds - now.milliseconds) / 1000)
      now = next
      following.take(.report(PrintJobReport(state: .processing)), at: now)
    }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60, 60, 60])
    #expect(now.milliseconds - start.milliseconds <= 600_000)
    #expect(!following.hasEnded)
    // Whoever wants to know later still gets the truth, and no new series begins.
    let later = now.adding(minutes: 30)
    following.take(.report(PrintJobReport(state: .pending)), at: later)
    #expect(following.askAt == nil && !following.hasEnded)
    following.take(.report(PrintJobReport(state: .completed)), at: later)
    #expect(following.standing == .printed)
  }

  @Test(arguments: [
    (PrintJobState.pending, false, "đang chờ in"), (.held, false, "đang bị giữ lại, chưa in"),
    (.processing, false, "đang in"),
    (.stopped, false, "dừng giữa chừng"), (.cancelled, true, "đã hủy in"), (.aborted, true, "in không thành"),
    (.completed, true, "đã in xong"),
  ]) func onlyACompletedJobIsPrinted(state: PrintJobState, hasEnded: Bool, words: String) {
    var following = PrintFollowing(job, sentAt: start)
    following.take(.report(PrintJobReport(state: state)), at: start.adding(minutes: 1))
    #expect(following.hasEnded == hasEnded)
    #expect((following.askAt == nil) == hasEnded)
    #expect((following.standing == .printed) == (state == .completed))
    #expect(following.wording(.vi) == words)
  }

  @Test func aForgottenJobIsUnclearAndStaysSo() {
    var following = PrintFollowing(job, sentAt: start)
    following.take(.failure(.unknownJob), at: start.adding(minutes: 1))
    #expect(following.standing == .unclear && following.hasEnded && following.askAt == nil)
    #expect(following.wording(.vi) == "không rõ đã in chưa")
    // Another paper may have the number now.
    following.take(.report(PrintJobReport(state: .completed)), at: start.adding(minutes: 2))
    #expect(following.standing == .unclear)
  }

  /// A server that does not answer says nothing about the paper.
  @Test func aFailureChangesNothingButIsKnown() {
    var following = PrintFollowing(job, sentAt: start)
    let report = PrintJobReport(state: .processing)
    following.take(.report(report), at: start.adding(minutes: 1))
    following.take(.failure(.unreachable), at: start.adding(minutes: 2))
    #expect(following.standing == .underWay(report) && following.failure == .unreachable)
    #expect(following.askAt != nil)
    following.take(.report(PrintJobReport(state: .completed)), at: start.adding(minutes: 3))
    #expect(following.standing == .printed && following.failure == nil)
  }

  /// What somebody asks for in between does not put the next question off.
  @Test func aQuestionByHandLeavesTheSeriesAlone() {
    var following = PrintFollowing(job, sentAt: start)
    #expect(seconds(following, from: start) == 1)
    following.take(.report(PrintJobReport(state: .pending)), at: start)
    #expect(seconds(following, from: start) == 1)
    #expect(following.standing == .underWay(PrintJobReport(state: .pending)))
  }
}
