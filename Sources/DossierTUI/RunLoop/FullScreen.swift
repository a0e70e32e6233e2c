import CMalloc
import Console
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import Terminal

/// Opens a desk on the terminal and runs it until the clerk leaves.
struct FullScreen {
  var options: WorkplaceOptions

  enum Failure: Error {
    case store(StoreError)
    case terminal(TerminalError, Language)
  }

  func run() throws(Failure) {
    // The queues allocate in turn: an arena for each thread would only keep 4 MB that nobody needs at the same time.
    _ = mallopt(M_ARENA_MAX, 1)
    // Before anything starts a thread: threads inherit which signals are waited for.
    let loop = TerminalLoop()
    var (workplace, office) = try open()
    let theme = theme(&workplace)
    let variables = ProcessEnvironment.values
    let driver: NcursesDriver
    do throws(TerminalError) {
      driver = try NcursesDriver(
        options: NcursesDriver.Options(
          theme: theme, isColourless: variables["NO_COLOR"]?.isEmpty == false, isASCII: workplace.settings.isASCII,
          isPlain: workplace.settings.isPlain, colourTerm: variables["COLORTERM"] ?? ""),
        term: variables["TERM"])
    } catch {
      throw .terminal(error, workplace.language)
    }
    var session = TerminalSession(workplace: workplace, office: office, loop: loop, driver: driver)
    session.run()
    // Said at the beginning too, where the screens have covered them since.
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
