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
    var (workplace, office) = try open()
    let theme = theme(&workplace)
    let variables = ProcessEnvironment.values
    let driver: NcursesDriver
    do throws(TerminalError) {
      driver = try NcursesDriver(
        options: NcursesDriver.Options(
          theme: theme, isColourless: variables[.noColour]?.isEmpty == false, isASCII: workplace.settings.isASCII,
          isPlain: workplace.settings.isPlain, colourTerm: variables[.colourTerm] ?? ""),
        term: variables[.term])
    } catch {
      throw .terminal(error, workplace.language)
    }
    var session = TerminalSession(workplace: workplace, office: office, loop: loop, driver: driver)
    session.run()
    // The problems are reported again at the end, because the screens have covered the first report.
    for problem in workplace.problems { Output.message(problem.wording(workplace.language)) }
  }

  private func open() throws(Failure) -> (Workplace, OfficeSnapshot) {
    do throws(StoreError) { return try Workplace.openForWork(options) } catch { throw .store(error) }
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
