import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import Synchronization

/// Asks about jobs that were sent, and tells what stops them.
extension PrintRunner {
  func ask(_ job: PrintJobID) -> PrintFollowing.Answer {
    do throws(PaperFailure) { return .report(try workplace.device.report(of: job)) } catch { return .failure(error) }
  }

  /// What a job prints.
  enum Printed: Sendable {
    /// - Parameter isListed: it is in the list of what is not printed, and not a paper of another machine.
    case paper(PaperNumber, isListed: Bool)
    /// No list has them: they were taken off theirs before they went out.
    case blanks([DossierCode])
  }

  /// Asks when it is time, for ten minutes at most. Between two questions nothing runs.
  func follow(_ following: PrintFollowing, of printed: Printed) {
    guard let askAt = following.askAt, !hasEnded else { return }
    // A clock that was set meanwhile delays a question by no more than the longest pause.
    let pause = min(max(0, askAt.milliseconds - workplace.clock.now.milliseconds), 60_000)
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(pause))) { [self] in
      guard isFollowed(following.job, of: printed), !hasEnded else { return }
      var next = following
      next.take(ask(following.job), at: max(workplace.clock.now, askAt))
      if next.hasEnded, case .paper(let paper, _) = printed { take(next.standing, of: paper, following.job) }
      let isLast = !next.hasEnded && next.askAt == nil
      tell(printed, following.job, trouble(next.standing) ?? (isLast ? lastWords(next) : nil))
      follow(next, of: printed)
    }
  }

  /// Nobody asks for a job whose paper was sent again, is off the list or not needed any more.
  private func isFollowed(_ job: PrintJobID, of printed: Printed) -> Bool {
    switch printed {
    case .paper(let paper, isListed: true):
      let standing = try? workplace.store.papers.printing(of: paper)
      return standing?.job == job && standing?.state == .sent
    case .paper, .blanks: return true
    }
  }

  private func lastWords(_ following: PrintFollowing) -> String {
    let known = following.failure?.wording(workplace.language) ?? following.wording(workplace.language)
    return workplace.language.pick("chưa biết in xong chưa (\(known))", "not known whether it was printed (\(known))")
  }

  /// What somebody should look at; nil if nothing is known against it.
  func trouble(_ standing: PrintFollowing.Standing) -> String? {
    let language = workplace.language
    switch standing {
    case .sent, .printed: return nil
    case .underWay(let report):
      let isStuck = report.state == .held || report.state == .stopped || report.printer?.isReady == false
      return isStuck ? report.wording(language) : nil
    case .notPrinted(let state): return state.wording(language)
    case .unclear: return language.pick("không rõ đã in ra chưa", "not known whether it came out")
    }
  }

  /// Of each job once; what is wrong with a paper stands in the list.
  func tell(_ printed: Printed, _ job: PrintJobID, _ trouble: String?) {
    guard let trouble, told.withLock({ $0.insert(job).inserted }) else { return }
    let language = workplace.language
    let said =
      switch printed {
      case .paper(let paper, let isListed):
        language.pick("Giấy số \(paper.text): \(trouble).", "Paper \(paper.text): \(trouble).")
          + (isListed ? language.pick(" Xem ở F8.", " See F8.") : "")
      case .blanks(let codes):
        language.pick(
          "\(codes.count) phiếu dự phòng từ \(job.title): \(trouble). Xem máy in; phiếu nào không ra thì hủy (^X).",
          "\(codes.count) blank receipts from \(job.title) on: \(trouble). Look at the printer; strike what does not come out (^X)."
        )
      }
    mailbox.deliver(.news(said))
  }

  func take(_ standing: PrintFollowing.Standing, of paper: PaperNumber, _ job: PrintJobID) {
    let state: PrintState =
      switch standing {
      case .sent, .underWay: .sent
      case .printed: .printed
      case .notPrinted: .kept
      case .unclear: .doubtful
      }
    try? workplace.store.papers.report(state, of: job, for: paper, at: workplace.clock.now)
  }
}
