import Console
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Screens
import Terminal

/// The full-screen program on a terminal. It runs on the only thread that may call ncurses.
struct TerminalSession {
  private let workplace: Workplace
  private let loop: TerminalLoop
  private let driver: NcursesDriver
  private let mailbox: Mailbox
  private let runner: EffectRunner
  private var composer: Composer
  private var isLeaving = false
  /// Effects that are run after the screen has shown the result of the key.
  private var asked: [Effect] = []
  private var backupAt: Instant?

  init(workplace: Workplace, office: OfficeSnapshot, loop: TerminalLoop, driver: NcursesDriver) {
    self.workplace = workplace
    self.loop = loop
    self.driver = driver
    let app = App(
      office: office, language: workplace.language, isPlain: workplace.settings.isPlain,
      canSuspend: workplace.settings.suspends, hasClipboard: driver.hasClipboard,
      typing: workplace.settings.ownTyping, size: driver.size,
      now: workplace.clock.now)
    // The first screen is drawn at once; everything that it does not need is prepared afterwards.
    driver.draw(app.view(size: driver.size, now: workplace.clock.now))
    // A console pastes without brackets.
    composer = Composer(
      app: app, inputMethod: workplace.settings.inputMethod,
      bracketsPastes: ProcessEnvironment.value(of: .term) != "linux")
    loop.useTerminfo(driver.terminfoKeys)
    let waker = loop.waker
    mailbox = Mailbox { waker.wake() }
    runner = EffectRunner(workplace: workplace, mailbox: mailbox)
  }

  /// Runs until the clerk leaves or the terminal is gone.
  mutating func run() {
    perform(composer.start())
    if workplace.store.lookingOn == .diskIsReadOnly {
      perform(composer.receive(.failed(nil, .readOnly(.diskIsReadOnly)), now: workplace.clock.now))
      paint()
    }
    let news = news
    if !news.isEmpty {
      perform(composer.receive(.news(news.joined(separator: " ")), now: workplace.clock.now))
      paint()
    }
    runAsked()
    runner.lookAtProvince()
    runner.refoldIfNeeded()
    // After the first paint, so that nobody waits for the answer. A theme that was chosen stays.
    if driver.theme == .standard { driver.askGround() }
    backupAt = runner.nextBackup(after: workplace.clock.now)
    while !isLeaving {
      let event = loop.next(deadline: deadline)
      handle(event)
      for answer in mailbox.collect() { perform(composer.receive(answer, now: workplace.clock.now)) }
      if !isLeaving { paint() }
      runAsked()
    }
    // The seat that is stored depends on the outcome of the last act.
    runner.settleActs()
    for answer in mailbox.collect() { perform(composer.receive(answer, now: workplace.clock.now)) }
    perform(composer.app.parting())
    runAsked()
    driver.end()
    if let complaint = runner.finish() { Output.message(complaint) }
    workplace.store.close()
  }

  private mutating func handle(_ event: TerminalLoop.Event) {
    let now = workplace.clock.now
    switch event {
    case .input(let inputs):
      runner.noteKey()
      for input in inputs {
        if case .ground(let isLight) = input { adopt(isLight: isLight) }
        perform(composer.receive(input, at: TerminalLoop.monotonicNow, now: now))
      }
    case .resized:
      driver.resize()
      perform(composer.update(.resized(driver.size), now: now))
    case .continued: driver.comeBack()
    case .woken: break
    case .deadline:
      perform(composer.settle(at: TerminalLoop.monotonicNow, now: now))
      perform(composer.update(.timePassed, now: now))
      if let backup = backupAt, now >= backup {
        backupAt = runner.nextBackup(after: now)
        runner.backUpIfDue()
      }
    case .terminate: isLeaving = true
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if case .program(let own) = effect { run(own) } else { asked.append(effect) }
    }
  }

  private mutating func runAsked() {
    let effects = asked
    asked = []
    for effect in effects {
      if let own = runner.run(effect) { run(own) }
    }
  }

  private mutating func run(_ effect: ProgramEffect) {
    switch effect {
    case .quit: isLeaving = true
    case .redraw: driver.redraw()
    case .copy(let text): driver.copy(text)
    case .suspend: suspend()
    case .setTheme(let name): setTheme(name)
    case .setLanguage(let language): workplace.spoken.current = language
    case .saveScreen(let path): saveScreen(to: path)
    }
  }

  /// Sentences that the clerk should read before she begins; they are shown once.
  private var news: [String] {
    var sentences: [String] = []
    if workplace.isCopy {
      sentences.append(
        workplace.language.pick(
          "Dữ liệu này vừa được chép từ nơi khác sang: không mất gì, mã hồ sơ mới là mã tạm (P-) đến khi đồng bộ với tỉnh. Đừng dùng tiếp bản cũ.",
          "This data was copied here from elsewhere: nothing is lost, new codes are provisional (P-) until the next exchange. Do not go on with the old copy."
        ))
    }
    if workplace.store.hasLostCopy { sentences.append(CopyLeft.lost.wording(workplace.language)) }
    if driver.isFallback {
      let term = ProcessEnvironment.value(of: .term) ?? ""
      sentences.append(
        workplace.language.pick(
          "Máy không biết kiểu màn hình TERM=\(term); đang vẽ như \(driver.term). Nếu hình bị lệch: TERM=xterm-256color dossier.",
          "This machine does not know TERM=\(term); drawing as for \(driver.term). If it looks odd: TERM=xterm-256color dossier."
        ))
    }
    return sentences + workplace.problems.map { $0.wording(workplace.language) }
  }

  private func paint() {
    driver.draw(composer.app.view(size: driver.size, now: workplace.clock.now))
  }

  /// The time, on the monotonic clock, at which a held key settles or something shown changes.
  private var deadline: Int64? {
    let now = workplace.clock.now
    let next = [composer.app.nextChange(after: now), backupAt].compactMap { $0 }.min()
    let change = next.map {
      TerminalLoop.monotonicNow + max(1, $0.milliseconds - now.milliseconds)
    }
    return [change, composer.deadline.map { $0 + 1 }].compactMap { $0 }.min()
  }

  private func suspend() {
    driver.leave()
    raise(SIGSTOP)
    driver.comeBack()
  }

  /// The default theme has darker colours on a light ground.
  private mutating func adopt(isLight: Bool) {
    guard [.standard, .standardOnLight].contains(driver.theme) else { return }
    let wanted = isLight ? Theme.standardOnLight : .standard
    if driver.theme != wanted { driver.theme = wanted }
  }

  private mutating func setTheme(_ name: String) {
    do {
      driver.theme = try ThemeLibrary(locations: workplace.locations).theme(name)
    } catch {
      perform(composer.receive(.news(error.wording(workplace.language)), now: workplace.clock.now))
    }
  }

  private mutating func saveScreen(to path: String) {
    let lines = composer.app.view(size: driver.size, now: workplace.clock.now).lines
    let outcome: Answer
    do throws(ScreenFile.Fault) {
      try ScreenFile(closedFolder: workplace.locations.data).write(lines, to: TypedPath.resolved(path))
      outcome = .saved(path)
    } catch {
      outcome = .failed(nil, .other(error.wording(path, workplace.language)))
    }
    perform(composer.receive(outcome, now: workplace.clock.now))
  }
}
