import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// The options that every command accepts, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(name: .long, help: "The office's data folder (default: the XDG data folder).")
  var data: String?

  @Option(name: .long, help: "Name of a theme: default, dark, light, high-contrast, mono, or your own.")
  var theme: String?

  @Option(name: .long, help: "vi or en.")
  var language: Language?

  @Option(name: .long, help: "ISO 8601 time that a demo office takes for now; refused for real data.")
  var now: InstantArgument?

  @Flag(name: .long, help: "Only ASCII characters for boxes and symbols.")
  var ascii = false

  @Flag(name: .long, help: "No boxes, words for symbols: for screen readers and braille.")
  var plain = false

  var workplace: WorkplaceOptions {
    WorkplaceOptions(data: data, theme: theme, language: language, now: now?.instant, isASCII: ascii, isPlain: plain)
  }
}

extension Language: ExpressibleByArgument {}

/// An instant on a command line, such as `2026-11-25T08:42`, with seconds and offset if wanted; the default offset is
/// +07:00.
struct InstantArgument: ExpressibleByArgument {
  var instant: Instant

  init?(argument: String) {
    guard let instant = Instant(iso8601: argument) else { return nil }
    self.instant = instant
  }
}

extension GlobalOptions {
  /// Opens the office's data. If the store cannot be used, the command ends with a sentence and its exit code.
  /// - Parameters:
  ///   - creating: creates the data if there are none.
  ///   - mending: also opens data whose rebuild was interrupted.
  func openWorkplace(
    _ access: LocalStore.Access = .readOnly, creating: Bool = false, mending: Bool = false
  ) throws -> Workplace {
    do throws(StoreError) {
      if !creating { try Workplace.demandOffice(self.workplace) }
      let workplace = try Workplace.open(self.workplace, access: access)
      if !mending, try workplace.store.upkeep.hasUnfinishedRebuild() { throw .rebuildUnfinished }
      for problem in workplace.problems { Output.message(problem.wording(workplace.language)) }
      return workplace
    } catch {
      Output.message(error.wording(language ?? .vi))
      throw ExitCode.storeUnavailable
    }
  }
}
