import DossierDomain
import DossierStore
import Foundation
import Screens

/// Everything that a command or the full-screen program works with: put together here and nowhere else.
struct Desk: Sendable {
  var locations: Locations
  var settings: Settings
  var problems: [Settings.Problem]
  var clock: WallClock
  var language: Language
  var store: LocalStore
  /// The data were copied here from another place since they were last opened.
  var isCopy = false

  /// Opens the office's data.
  /// - Parameter access: `.readOnly` for commands that only look, so that they run beside an open desk.
  static func open(_ options: GlobalOptions, access: LocalStore.Access) throws(StoreError) -> Desk {
    let locations = Locations(data: options.data, environment: ProcessEnvironment.values)
    var (settings, problems) = Settings.load(from: locations.settingsFile)
    settings.apply(options)
    let store = try LocalStore(folder: locations.data, access: access)
    var clock = WallClock.machine
    if let now = options.now {
      if try store.isDemo() {
        clock = .startingAt(now.instant)
      } else {
        problems.append(Settings.Problem(file: "--now", line: nil, reason: "only for demo data"))
      }
    }
    return Desk(
      locations: locations, settings: settings, problems: problems, clock: clock, language: settings.language,
      store: store)
  }

  /// To work with; when another window works already, to look on.
  static func openForWork(_ options: GlobalOptions) throws(StoreError) -> Desk {
    guard
      FileManager.default.fileExists(
        atPath: Locations(data: options.data, environment: ProcessEnvironment.values).data + "/" + LocalStore.fileName)
    else { throw .noOffice }
    do {
      var desk = try open(options, access: .readWrite)
      try desk.store.readNewKinds()
      desk.isCopy = try desk.store.recogniseCopy(at: desk.clock.now)
      return desk
    } catch .inUse {
      return try open(options, access: .readOnly)
    }
  }
}

extension Desk {
  /// The office as the screens need it.
  func officeSnapshot() throws(StoreError) -> OfficeSnapshot {
    let (office, clerks, absences) = try store.officeAndClerks()
    return OfficeSnapshot(
      office: office, clerks: clerks, absences: absences,
      calendar: office.restsOn24November ? WorkingCalendar(restsOn24November: true) : .standard,
      isReadOnly: store.access == .readOnly, isEnrolled: try store.enrolment() != nil)
  }
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
