import ArgumentParser
import CHardening
import Console
import DossierDomain
import DossierStore
import Glibc
import OfficeWork
import Synchronization
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
    version: ProgramVersion.text,
    subcommands: [
      OpenCommand.self, ListCommand.self, ShowCommand.self, ImportCommand.self, ExportCommand.self, DueCommand.self,
      ReportCommand.self, VerifyCommand.self, RebuildCommand.self, DoctorCommand.self, ManualCommand.self,
      OfficeCommand.self, DemoCommand.self, BackupCommand.self, RestoreCommand.self, AttachmentCommand.self,
      EnrolCommand.self, SyncCommand.self, OutboxCommand.self, BookCommand.self, BundleCommand.self,
      TextCommand.self, KioskSetupCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// The options are accepted before the subcommand's name too; the subcommand reads the same group.
  @OptionGroup var global: GlobalOptions

  /// Opens the full-screen program without building the tree of all commands, because building it takes longer than
  /// opening the database. Any other command line takes the common path, which has help and error messages.
  static func main() {
    _ = chardening_forbid_dumps()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let options = WorkplaceOptions(everyMorning: arguments) {
      return leaving { try OpenCommand.run(FullScreen(options: options)) }
    }
    let names = Set(configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
    guard !arguments.contains(where: names.contains), let open = try? OpenCommand.parse(arguments) else {
      return leaving(language(in: arguments)) {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    }
    leaving { try open.run() }
  }

  /// Prints a sentence for an error that the command has not reported itself.
  private static func leaving(_ language: Language = .vi, _ body: () throws -> Void) {
    do {
      try body()
    } catch let error as StoreError {
      Output.message(error.wording(language))
      leave(DossierProgram.self, with: error.exitCode)
    } catch {
      if language == .vi, exitCode(for: error) == .validationFailure {
        Output.message("Lệnh gõ chưa đúng. Cách dùng: dossier help, hoặc thêm --help sau lệnh. Chi tiết:")
      }
      leave(DossierProgram.self, with: error)
    }
    guard let code = Output.failure.withLock({ $0 }) else { return }
    let reason = code == ENOSPC ? language.pick("ổ đĩa đầy", "the disk is full") : String(cString: strerror(code))
    Output.message(
      language.pick(
        "Kết quả chưa ghi ra hết (\(reason)): tệp nhận bị thiếu, đừng dùng. Làm lại vào chỗ khác.",
        "Not all of the output could be written (\(reason)): the file is incomplete. Write it to another place."))
    leave(DossierProgram.self, with: ExitCode.storeUnavailable)
  }

  private static func language(in arguments: [String]) -> Language {
    arguments.firstIndex(of: "--language").flatMap { place in
      place + 1 < arguments.count ? Language(argument: arguments[place + 1]) : nil
    } ?? .vi
  }
}
