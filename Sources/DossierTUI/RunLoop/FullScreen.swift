import CMalloc
import Console
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import Terminal

/// Opens the data, shows the screens on the terminal, and runs until the clerk leaves.
struct FullScreen {
  var options: WorkplaceOptions

  enum Failure: Error {
    case store(StoreError)
    case terminal(TerminalError, Language)
  }

  func run() throws(Failure) {
    // The queues rarely allocate at the same time, so an arena for each thread would only waste about 4 MB.
    _ = mallopt(M_ARENA_MAX, 1)
    // The loop blocks its signals before any thread is started, because threads inherit the signal mask.
    let loop = TerminalLoop(escapeDelay: ProcessEnvironment.value(of: .escapeDelay))
    let early = showSignIn()
    var opened: Opened
    do throws(StoreError) {
      let (workplace, office) = try Workplace.openForWork(options, tells: early == nil)
      opened = Opened(workplace: workplace, office: office, driver: early)
    } catch {
      early?.end()
      guard error == .noOffice else { throw .store(error) }
      opened = try begin(loop)
    }
    let theme = theme(&opened.workplace)
    let driver: NcursesDriver
    if let inUse = opened.driver { driver = inUse } else { driver = try openDriver(for: opened.workplace, theme) }
    let workplace = opened.workplace
    var session = TerminalSession(workplace: workplace, office: opened.office, loop: loop, driver: driver)
    session.run()
    // The problems are reported again at the end, because the screens have covered the first report.
    for problem in workplace.problems { Output.message(problem.wording(workplace.language)) }
  }

  /// The data, and the terminal if it is in use already.
  private struct Opened {
    var workplace: Workplace
    var office: OfficeSnapshot
    var driver: NcursesDriver?
  }

  /// Shows the sign-in of data that an earlier version left, before they are upgraded. Keys that are typed meanwhile are read
  /// afterwards.
  private func showSignIn() -> NcursesDriver? {
    let data = Locations(data: options.data, environment: ProcessEnvironment.values).data
    guard options.now == nil, let earlier = OfficeBeforeUpgrade.find(in: data) else { return nil }
    let (_, settings, theme) = earlySettings
    guard let driver = try? openDriver(settings, theme) else { return nil }
    let now = WallClock.machine.now
    let app = App(
      office: OfficeSnapshot(earlier), language: settings.language, isPlain: settings.isPlain,
      canSuspend: settings.suspends, hasClipboard: driver.hasClipboard, size: driver.size, now: now)
    driver.draw(app.view(size: driver.size, now: now))
    return driver
  }

  /// There is no office: the clerk makes one or chooses the demo. Without a terminal, and when she leaves, the reason is
  /// the one that every command gives.
  private func begin(_ loop: TerminalLoop) throws(Failure) -> Opened {
    let (locations, settings, theme) = earlySettings
    guard let driver = try? openDriver(settings, theme) else { throw .store(.noOffice) }
    let places = FirstRun.Places(data: locations.data, isGiven: options.data != nil, demo: locations.data + "-demo")
    var session = FirstRunSession(
      loop: loop, driver: driver, places: places, language: settings.language, typing: settings.ownTyping)
    var wanted = options
    switch session.run() {
    case .founded: break
    case .demo:
      // The demo has settings of its own, but looks as this clerk wants it.
      wanted = WorkplaceOptions(
        data: places.demo, theme: settings.theme, language: settings.language, isASCII: settings.isASCII,
        isPlain: settings.isPlain)
    case .left:
      driver.end()
      throw .store(.noOffice)
    }
    do throws(StoreError) {
      let (opened, office) = try Workplace.openForWork(wanted)
      var workplace = opened
      workplace.settings.inputMethod = settings.inputMethod
      workplace.settings.typing = settings.typing
      workplace.settings.tone = settings.tone
      return Opened(workplace: workplace, office: office, driver: driver)
    } catch {
      driver.end()
      throw .store(error)
    }
  }

  /// The settings before any data are open. Their faults are reported by the workplace that is opened afterwards.
  private var earlySettings: (locations: Locations, settings: Settings, theme: Theme) {
    let locations = Locations(data: options.data, environment: ProcessEnvironment.values)
    var settings = Settings.load(from: locations.settingsFile).settings
    settings.apply(options)
    return (locations, settings, (try? ThemeLibrary(locations: locations).theme(settings.theme)) ?? .standard)
  }

  private func openDriver(for workplace: Workplace, _ theme: Theme) throws(Failure) -> NcursesDriver {
    do throws(TerminalError) {
      return try openDriver(workplace.settings, theme)
    } catch {
      throw .terminal(error, workplace.language)
    }
  }

  private func openDriver(_ settings: Settings, _ theme: Theme) throws(TerminalError) -> NcursesDriver {
    let variables = ProcessEnvironment.values
    return try NcursesDriver(
      options: NcursesDriver.Options(
        theme: theme, isColourless: variables[.noColour]?.isEmpty == false, isASCII: settings.isASCII,
        isPlain: settings.isPlain, colourTerm: variables[.colourTerm] ?? ""),
      term: variables[.term])
  }

  private func theme(_ workplace: inout Workplace) -> Theme {
    do throws(FileFault) {
      return try ThemeLibrary(locations: workplace.locations).theme(workplace.settings.theme)
    } catch {
      workplace.problems.append(error)
      return .standard
    }
  }
}
