import ArgumentParser
import CHardening
import Console
import DossierDomain
import DossierStore
import Glibc
import OfficeWork
import Synchronization
import Terminal
import Version

/// The command line. Without a subcommand it opens the full-screen program.
@main
struct DossierProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dossier",
      abstract: said(
        "Tiếp nhận, xử lý và trả hồ sơ thủ tục hành chính, cả khi không có mạng.",
        "Receives, processes and hands back dossiers of administrative procedures, offline first."),
      discussion: said(
        """
        Dữ liệu ra đầu ra chuẩn, lời nhắn ra đầu ra lỗi.
        Mã kết thúc: 0 xong, 1 có lỗi trong tệp vào hoặc dữ liệu, 3 không tìm thấy, 4 không dùng được dữ liệu, \
        5 không dùng được màn hình, 6 chưa trao đổi được với tỉnh, 64 gõ lệnh chưa đúng.
        """,
        """
        Data goes to standard output, messages to standard error.
        Exit codes: 0 done, 1 faults found in input or data, 3 not found, 4 database not usable, \
        5 no usable terminal, 6 no exchange with the province, 64 wrong usage.
        """),
      version: ProgramVersion.text,
      subcommands: [
        OpenCommand.self, ListCommand.self, ShowCommand.self, ImportCommand.self, ExportCommand.self, DueCommand.self,
        ReportCommand.self, VerifyCommand.self, RebuildCommand.self, DoctorCommand.self, ManualCommand.self,
        OfficeCommand.self, DemoCommand.self, BackupCommand.self, RestoreCommand.self, AttachmentCommand.self,
        EnrolCommand.self, SyncCommand.self, OutboxCommand.self, BookCommand.self, BlanksCommand.self,
        BundleCommand.self, TextCommand.self, PaperCommand.self, CheckCommand.self, PrintersCommand.self,
        KioskSetupCommand.self,
      ],
      defaultSubcommand: OpenCommand.self)
  }

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
    CommandLanguage.$chosen.withValue(CommandLanguage.asked(by: arguments)) { parseAndRun(arguments) }
  }

  private static func parseAndRun(_ arguments: [String]) {
    let names = Set(configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
    guard !arguments.contains(where: names.contains), let open = try? OpenCommand.parse(arguments) else {
      return leaving {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    }
    leaving { try open.run() }
  }

  /// Prints a sentence for an error that the command has not reported itself.
  private static func leaving(_ body: () throws -> Void) {
    let language = CommandLanguage.current
    do {
      try body()
    } catch let error as StoreError {
      Output.message(error.wording(language))
      leave(DossierProgram.self, with: error.exitCode)
    } catch {
      leave(saying: wording(of: error, language), with: exitCode(for: error))
    }
    guard let code = Output.failure.withLock({ $0 }) else { return }
    let reason = code == ENOSPC ? language.pick("ổ đĩa đầy", "the disk is full") : String(cString: strerror(code))
    Output.message(
      language.pick(
        "Kết quả chưa ghi ra hết (\(reason)): tệp nhận bị thiếu, đừng dùng. Làm lại vào chỗ khác.",
        "Not all of the output could be written (\(reason)): the file is incomplete. Write it to another place."))
    leave(DossierProgram.self, with: ExitCode.storeUnavailable)
  }

  /// Help, or what is wrong with the arguments; empty if the command has reported its error.
  private static func wording(of error: any Error, _ language: Language) -> String {
    switch language {
    case .vi:
      ArgumentWording.vietnamese(
        fullMessage(for: error, columns: ArgumentWording.unwrapped), message: message(for: error),
        columns: terminalColumns())
    case .en: fullMessage(for: error)
    }
  }
}
