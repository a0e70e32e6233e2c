import ArgumentParser
import DossierDomain
import Terminal

/// The command line. Without a subcommand it opens the full-screen program.
@main
struct DossierProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Receives, processes and hands back dossiers of administrative procedures, offline first.",
    discussion: """
      Data goes to standard output, messages to standard error.
      Exit codes: 0 done, 1 faults found in input or data, 3 not found, 4 database not usable, \
      5 no usable terminal, 6 no exchange with the province, 64 wrong usage.
      """,
    subcommands: [
      OpenCommand.self, ListCommand.self, ShowCommand.self, ImportCommand.self, ExportCommand.self, DueCommand.self,
      ReportCommand.self, VerifyCommand.self, RebuildCommand.self, DoctorCommand.self, ManualCommand.self,
      OfficeCommand.self, DemoCommand.self, BackupCommand.self, RestoreCommand.self, AttachmentCommand.self,
      EnrolCommand.self, SyncCommand.self, OutboxCommand.self, BookCommand.self, BundleCommand.self,
      TextCommand.self, KioskSetupCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Taken before the subcommand's name too; the subcommand reads the same group.
  @OptionGroup var global: GlobalOptions

  /// A desk opens without paying for the tree of all commands, which takes longer to build than the database to open.
  /// Whatever is not plainly that goes the common way, with its help and its errors.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let open = OpenCommand(everyMorning: arguments) { return run(open) }
    let names = Set(configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
    guard !arguments.contains(where: names.contains), let open = try? OpenCommand.parse(arguments) else {
      return main(arguments)
    }
    run(open)
  }

  private static func run(_ open: OpenCommand) {
    do {
      try open.run()
    } catch {
      exit(withError: error)
    }
  }
}

extension OpenCommand {
  /// What a desk's own start says: nothing, or where its data is, and how it looks. Read by hand, because the library takes
  /// a quarter of the time to the sign-in for it. Nil for everything else.
  fileprivate init?(everyMorning arguments: [String]) {
    var global = GlobalOptions()
    (global.data, global.theme, global.language, global.now) = (nil, nil, nil, nil)
    (global.ascii, global.plain) = (false, false)
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch name {
      case "--data": global.data = value
      case "--theme": global.theme = value
      case "--language":
        guard let language = Language(rawValue: value) else { return nil }
        global.language = language
      default: return nil
      }
    }
    self.init()
    (script, size) = (nil, SizeArgument(size: Size(columns: 80, rows: 24)))
    self.global = global
  }
}
