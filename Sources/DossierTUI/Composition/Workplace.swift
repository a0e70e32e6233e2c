import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Screens
import Terminal

/// Everything that a command or the full-screen program works with. It is the composition root: the parts are created
/// here only.
struct Workplace: Sendable {
  var locations: Locations
  var settings: Settings
  var problems: [FileFault]
  var clock: WallClock
  /// All output to the clerk uses this language, which she can change while the program runs.
  let spoken: SpokenLanguage
  var store: LocalStore
  /// What prints papers.
  var device: any PaperDevice
  let drawnPages = DrawnPages()
  /// The data were copied from another place since they were last opened.
  var isCopy = false
  /// An upgrade has left rows to be computed again.
  var isRefolding = false

  /// Opens the office's data.
  /// - Parameters:
  ///   - access: `.readOnly` for commands that only read, so that they can run beside an open full-screen program.
  ///   - copiesLater: whether the data of an earlier version may be copied after the opening.
  ///   - tells: whether a line on the terminal may say how far a copy is; not if a screen is shown there already.
  static func open(
    _ options: WorkplaceOptions, access: LocalStore.Access, copiesLater: Bool = false, tells: Bool = true
  ) throws(StoreError) -> Workplace {
    let locations = Locations(data: options.data, environment: ProcessEnvironment.values)
    var (settings, problems) = Settings.load(from: locations.settingsFile)
    settings.apply(options)
    let line = UpgradeLine(settings.language, isShown: tells)
    defer { line.end() }
    let store = try LocalStore(
      folder: locations.data, access: access, copiesLater: copiesLater, upgrading: line.show)
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
      store: store, device: OfficePrinter(settings))
  }

  /// Says what prevents opening, if the data folder or its database is not there, is something else, or may not be
  /// read.
  static func demandOffice(_ options: WorkplaceOptions) throws(StoreError) {
    let folder = Locations(data: options.data, environment: ProcessEnvironment.values).data
    try demand(.folder, at: folder)
    guard FileManager.default.isExecutableFile(atPath: folder) else { throw .noPermission(path: folder) }
    try demand(.file, at: folder + "/" + LocalStore.fileName)
  }

  private static func demand(_ wanted: PathStatus, at path: String) throws(StoreError) {
    switch PathStatus(path) {
    case wanted: return
    case .missing: throw .noOffice
    case .noPermission: throw .noPermission(path: path)
    case .file, .folder, .other, .belowAFile: throw .foreign(path: path)
    }
  }

  /// Opens the data for writing; read-only if another window already writes or the disk is read-only.
  /// - Parameter tells: whether a line on the terminal may say how far a copy is.
  /// - Returns: the workplace, and the office for the first screen.
  static func openForWork(
    _ options: WorkplaceOptions, tells: Bool = true
  ) throws(StoreError) -> (Workplace, OfficeSnapshot) {
    try demandOffice(options)
    var workplace: Workplace
    do {
      workplace = try open(options, access: .readWrite, copiesLater: true, tells: tells)
    } catch {
      guard [.inUse, .readOnlyDisk].contains(error) else { throw error }
      workplace = try open(options, access: .readOnly, tells: tells)
    }
    let opening = try workplace.store.begin(at: workplace.clock.now)
    workplace.isCopy = opening.isCopy
    workplace.isRefolding = opening.isRefolding
    return (workplace, OfficeSnapshot(opening, lookingOn: workplace.store.lookingOn))
  }
}

extension Workplace {
  var language: Language { spoken.current }

  /// Finds a clerk by her name in the office.
  func clerk(named name: String) throws(StoreError) -> Clerk {
    guard let clerk = try store.office.clerks().first(where: { $0.name == name }) else {
      throw .denied(.clerkUnknown(name: name))
    }
    return clerk
  }

  /// The office in the form that the screens use.
  func officeSnapshot() throws(StoreError) -> OfficeSnapshot {
    OfficeSnapshot(try store.office.opening(), lookingOn: store.lookingOn)
  }
}

extension OfficeSnapshot {
  /// What the sign-in shows before the data of an earlier version are upgraded.
  init(_ earlier: OfficeBeforeUpgrade) {
    self.init(
      office: earlier.office, clerks: earlier.clerks, absences: [], calendar: WorkingCalendar(),
      machineClerks: earlier.machineClerks)
  }

  fileprivate init(_ opening: Opening, lookingOn: LookingOn?) {
    self.init(
      office: opening.office, clerks: opening.clerks, absences: opening.absences,
      calendar: opening.calendar, catalogue: opening.catalogue, lookingOn: lookingOn, isEnrolled: opening.isEnrolled,
      machineClerks: opening.machineClerks)
    shortNames = opening.shortNames
    point = opening.point
    decidedHours = opening.openingHours
    silences = opening.silences
    clerksWithoutPIN = opening.clerksWithoutPIN
  }
}

extension Settings {
  /// Options of the command line override the settings.
  mutating func apply(_ options: WorkplaceOptions) {
    if let chosen = options.language { language = chosen }
    if let chosen = options.theme { theme = chosen }
    if options.isASCII { isASCII = true }
    if options.isPlain { isPlain = true }
  }
}
