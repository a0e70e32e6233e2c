import DossierDomain
import DossierStore
import OfficeWork
import Screens
import Terminal

/// The first run on a terminal. It runs before there is an office, on the driver and the loop that the full-screen
/// program then goes on with.
struct FirstRunSession {
  enum Ending {
    case founded
    case demo
    case left
  }

  /// Enough dossiers to look at every list, few enough to be made while somebody waits.
  private static let demoDossiers = 500

  private let loop: TerminalLoop
  private let driver: NcursesDriver
  private let places: FirstRun.Places
  private let clock = WallClock.machine
  private var firstRun: FirstRun

  init(loop: TerminalLoop, driver: NcursesDriver, places: FirstRun.Places, language: Language, typing: OwnTyping) {
    self.loop = loop
    self.driver = driver
    self.places = places
    firstRun = FirstRun(language: language, typing: typing, places: places, size: driver.size)
    loop.useTerminfo(driver.terminfoKeys)
  }

  /// Runs until there is an office to open, the clerk leaves, or the terminal is gone.
  mutating func run() -> Ending {
    while true {
      paint()
      switch loop.next(deadline: nextMinute) {
      case .input(let inputs):
        for input in inputs {
          if let ending = receive(input) { return ending }
        }
      case .resized:
        driver.resize()
        _ = firstRun.update(.resized(driver.size), now: clock.now)
      case .continued: driver.comeBack()
      case .woken, .deadline: break
      case .terminate: return .left
      }
    }
  }

  private mutating func receive(_ input: KeyDecoder.Input) -> Ending? {
    switch input {
    case .ground: return nil
    case .key(.control("l")):
      driver.redraw()
      return nil
    case .key(let key): return carryOut(firstRun.update(.key(key), now: clock.now))
    case .paste(let text): return carryOut(firstRun.update(.text(text), now: clock.now))
    }
  }

  private mutating func carryOut(_ outcome: FirstRun.Outcome?) -> Ending? {
    guard let outcome else { return nil }
    // The screen says that something is being made.
    paint()
    do throws(StoreError) {
      switch outcome {
      case .leave: return .left
      case .found(let office):
        try office.found(in: places.data, at: clock.now)
        return .founded
      case .demonstrate:
        try makeDemoIfMissing()
        return .demo
      }
    } catch {
      firstRun.fail(error.wording(firstRun.language))
      return nil
    }
  }

  /// - Throws: `.officeExists` if something else than a demo is in the folder, so that nobody plays in a real office.
  private func makeDemoIfMissing() throws(StoreError) {
    guard PathStatus(places.demo + "/" + LocalStore.fileName) == .file else {
      try DemoCreation(dossiers: Self.demoDossiers).make(in: places.demo, at: clock.now)
      return
    }
    let store = try LocalStore(folder: places.demo, access: .readOnly)
    defer { store.close() }
    guard try store.office.isDemo() else { throw .officeExists }
  }

  private func paint() {
    driver.draw(firstRun.view(size: driver.size, now: clock.now))
  }

  /// The time, on the monotonic clock, at which the minute in the title bar changes.
  private var nextMinute: Int64 {
    TerminalLoop.monotonicNow + 60_000 - clock.now.milliseconds % 60_000
  }
}
