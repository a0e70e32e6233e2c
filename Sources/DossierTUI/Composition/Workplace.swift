import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Screens
import Terminal

/// Everything that a command or the full-screen program works with: put together here and nowhere else.
struct Workplace: Sendable {
  var locations: Locations
  var settings: Settings
  var problems: [FileFault]
  var clock: WallClock
  /// Everything that speaks to the clerk follows her choice while the program runs.
  let spoken: SpokenLanguage
  var store: LocalStore
  /// The data were copied here from another place since they were last opened.
  var isCopy = false

  /// Opens the office's data.
  /// - Parameter access: `.readOnly` for commands that only look, so that they run beside an open desk.
  static func open(_ options: WorkplaceOptions, access: LocalStore.Access) throws(StoreError) -> Workplace {
    let locations = Locations(data: options.data, environment: ProcessEnvironment.values)
    var (settings, problems) = Settings.load(from: locations.settingsFile)
    settings.apply(options)
    let store = try LocalStore(folder: locations.data, access: access)
    var clock = WallClock.machine
    if let now = options.now {
      if try store.office.isDemo() {
        clock = .startingAt(now)
      } else {
        problems.append(
          FileFault(file: "--now", line: nil, .expected("--now", vi: "cho dữ liệu thử", en: "for demo data")))
      }
    }
    return Workplace(
      locations: locations, settings: settings, problems: problems, clock: clock,
      spoken: SpokenLanguage(settings.language),
      store: store)
  }

  /// Whether there is a file of data at all.
  static func exists(_ options: WorkplaceOptions) -> Bool {
    FileManager.default.fileExists(
      atPath: Locations(data: options.data, environment: ProcessEnvironment.values).data + "/" + LocalStore.fileName)
  }

  /// To work with; to look on when another window works already, or the disk takes no writes.
  /// - Returns: also the office as the first screen shows it.
  static func openForWork(_ options: WorkplaceOptions) throws(StoreError) -> (Workplace, OfficeSnapshot) {
    guard exists(options) else { throw .noOffice }
    var workplace: Workplace
    do {
      workplace = try open(options, access: .readWrite)
    } catch {
      guard [.inUse, .readOnlyDisk].contains(error) else { throw error }
      workplace = try open(options, access: .readOnly)
    }
    let opening = try workplace.store.begin(at: workplace.clock.now)
    workplace.isCopy = opening.isCopy
    return (workplace, OfficeSnapshot(opening, lookingOn: workplace.store.lookingOn))
  }
}

extension Workplace {
  var language: Language { spoken.current }

  /// Her name as it is written in the office.
  func clerk(named name: String) throws(StoreError) -> Clerk {
    guard let clerk = try store.office.clerks().first(where: { $0.name == name }) else {
      throw .denied(.clerkUnknown(name: name))
    }
    return clerk
  }

  /// The office as the screens need it.
  func officeSnapshot() throws(StoreError) -> OfficeSnapshot {
    OfficeSnapshot(try store.office.opening(), lookingOn: store.lookingOn)
  }
}

extension OfficeSnapshot {
  fileprivate init(_ opening: Opening, lookingOn: LookingOn?) {
    self.init(
      office: opening.office, clerks: opening.clerks, absences: opening.absences,
      calendar: opening.calendar, catalogue: opening.catalogue, lookingOn: lookingOn, isEnrolled: opening.isEnrolled,
      machineClerks: opening.machineClerks)
  }
}

extension Settings {
  /// The command line has the last word.
  mutating func apply(_ options: WorkplaceOptions) {
    if let chosen = options.language { language = chosen }
    if let chosen = options.theme { theme = chosen }
    if options.isASCII { isASCII = true }
    if options.isPlain { isPlain = true }
  }
}
