import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// The options of every command that writes in a clerk's name.
struct WriterOptions: ParsableArguments {
  @OptionGroup var author: AuthorOptions

  @Flag(
    name: .long,
    help: said(
      "Ngày giờ máy đúng, dù lệch xa lần ghi trước; trên màn hình thì chương trình hỏi.",
      "The machine's date is right, although far from the last entry; on a terminal this is asked."))
  var clockIsRight = false
}

extension WriterOptions {
  /// Does the work in the name of a clerk who has proved her identity, once it is certain that the machine's date is
  /// right.
  /// - Parameters:
  ///   - roles: the clerk needs one of them; an empty set permits every clerk.
  ///   - isNamed: the clerk has to be named, even in an office without PINs.
  ///   - confirmsClock: what `agreesToClock` said, if it was called before.
  ///   - work: an error that it throws ends the command.
  func signedIn(
    at workplace: Workplace, as roles: Set<Clerk.Role>, isNamed: Bool = false, confirmsClock: Bool? = nil,
    _ work: (Clerk) throws -> Void
  ) throws {
    let confirmsClock = try confirmsClock ?? agreesToClock(at: workplace)
    try author.withMeant(at: workplace, as: roles) { meant in
      if isNamed { try meant.requireName(workplace.language) }
      if confirmsClock {
        let now = workplace.clock.now
        try OfficeCommand.reporting(workplace) { () throws(StoreError) in
          try workplace.store.decisions.perform(.confirmClock(now.civilDate), by: meant.first.id, at: now)
        }
      }
      try work(meant.first)
    }
  }

  /// Asks about a date that is in doubt, and ends the command without a yes.
  /// - Returns: whether the date was in doubt, so that the yes has to be recorded.
  func agreesToClock(at workplace: Workplace) throws -> Bool {
    let (language, now) = (workplace.language, workplace.clock.now)
    let doubt = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.decisions.clockDoubt(at: now)
    }
    guard let doubt else { return false }
    let question =
      "\(ClockDoubt.question(now, language)) \(doubt.wording(language)) "
      + language.pick("c = đúng, Enter = không", "y = yes, Enter = no")
    if clockIsRight || saidYes(to: question) { return true }
    Output.message(Denial.clockDoubtful(doubt).wording(language, isForCommandLine: true))
    Output.message(language.pick("Nếu ngày giờ máy đúng: --clock-is-right", "If the date is right: --clock-is-right"))
    throw ExitCode.faultsFound
  }
}
