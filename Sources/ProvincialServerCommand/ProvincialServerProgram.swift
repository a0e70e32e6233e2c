import ArgumentParser
import CHardening
import Console
import Version

/// `provincial-server`: the province's side of the exchange, and the commands of its administrators.
@main
struct ProvincialServerProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "provincial-server",
    abstract: "Orders the journals of a province's offices and exchanges them with their desks.",
    discussion: """
      Data lies in one folder: the authority's keys, and an SQLite file unless --postgres names a PostgreSQL that several \
      server processes share. Results go to standard output, messages to standard error.

      Exit codes: 0 done; 1 what was asked cannot be done; 3 not found; 4 database not usable; 64 wrong usage.
      """,
    version: ProgramVersion.text,
    subcommands: [
      ServeCommand.self, OfficeCommand.self, DeviceCommand.self, ClerkCommand.self, EntryCommand.self, BookCommand.self,
      DaysCommand.self, ProceduresCommand.self, LogCommand.self, BundleCommand.self, PortalTokenCommand.self,
      PortalSimulatorCommand.self, KeysCommand.self, CheckPaperCommand.self,
    ])

  static func main() async {
    _ = chardening_forbid_dumps()
    do {
      var command = try parseAsRoot()
      if var serving = command as? any AsyncParsableCommand { try await serving.run() } else { try command.run() }
    } catch {
      leave(Self.self, with: error)
    }
  }
}
