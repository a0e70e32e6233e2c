import DossierDomain
import DossierStore
import Foundation

/// Everything that a command or the full-screen program works with: put together here and nowhere else.
struct Desk: Sendable {
  var locations: Locations
  var settings: Settings
  var problems: [Settings.Problem]
  var clock: WallClock
  var language: Language
  var store: LocalStore

  /// Opens the office's data.
  /// - Parameter access: `.readOnly` for commands that only look, so that they run beside an open desk.
  /// - Throws: `StoreError`, or `DeskError` when `--now` is used on data that is not a demo's.
  static func open(_ options: GlobalOptions, access: LocalStore.Access) throws -> Desk {
    let locations = Locations(data: options.data, environment: ProcessInfo.processInfo.environment)
    var (settings, problems) = Settings.load(from: locations.settingsFile)
    settings.apply(options)
    let store = try LocalStore(folder: locations.data, access: access)
    var clock = WallClock.machine
    if let now = options.now {
      guard try store.isDemo() else { throw DeskError.nowIsForDemos }
      clock = .startingAt(now.instant)
    }
    return Desk(
      locations: locations, settings: settings, problems: problems, clock: clock, language: settings.language,
      store: store)
  }
}

enum DeskError: Error {
  /// `--now` was given for an office that is not a demo.
  case nowIsForDemos
}

extension Settings {
  /// The command line has the last word.
  mutating func apply(_ options: GlobalOptions) {
    if let chosen = options.language { language = chosen }
    if let chosen = options.theme { theme = chosen }
    if options.ascii { isASCII = true }
    if options.plain { isPlain = true }
  }
}
