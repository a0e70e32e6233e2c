import ArgumentParser
import Console
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Screens
import Terminal

/// `dossier` without a subcommand: the full-screen program, or a script of keys.
struct OpenCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "open",
      abstract: said(
        "Mở chương trình toàn màn hình (như khi không ghi lệnh nào).", "Opens the full-screen program (the default)."))
  }

  @Option(
    name: .long,
    help: said(
      "Chạy các phím ghi trong một tệp, không cần màn hình dòng lệnh.", "Runs keys from a file without a terminal."))
  var script: String?

  @Option(
    name: .long,
    help: said(
      "Số cột và số dòng của màn hình khi dùng --script, ví dụ 120x40.",
      "Columns and rows of a script's screen, e.g. 120x40."))
  var size: SizeArgument = SizeArgument(size: Size(columns: 80, rows: 24))

  @OptionGroup var global: GlobalOptions

  func run() throws {
    if let script { return try run(script: script) }
    try Self.run(FullScreen(options: global.workplace))
  }

  /// Runs the program; on a failure it prints what is wrong and exits with the failure's code.
  static func run(_ screen: FullScreen) throws {
    do throws(FullScreen.Failure) {
      try screen.run()
    } catch {
      switch error {
      case .store(let error):
        Output.message(error.wording(screen.options.language ?? .vi))
        throw ExitCode.storeUnavailable
      case .terminal(let error, let language):
        Output.message(error.wording(language))
        throw ExitCode.terminalUnavailable
      }
    }
  }

  private func run(script: String) throws {
    let (workplace, office) = try open()
    guard let text = FileManager.default.contents(atPath: script).flatMap({ String(validating: $0, as: UTF8.self) })
    else {
      Output.message(workplace.language.pick("Không đọc được \(script).", "Cannot read \(script)."))
      throw ExitCode.notFound
    }
    for problem in workplace.problems { Output.message(problem.wording(workplace.language)) }
    var session = ScriptSession(workplace: workplace, office: office, size: size.size)
    do throws(ScriptSession.ScriptError) {
      try session.run(text)
    } catch {
      switch error {
      case .unknownKey(let line, let name):
        Output.message(
          "\(script):\(line): " + workplace.language.pick("không có phím tên \(name)", "there is no key named \(name)"))
      }
      throw ExitCode.faultsFound
    }
  }

  private func open() throws -> (Workplace, OfficeSnapshot) {
    do throws(StoreError) {
      return try Workplace.openForWork(global.workplace)
    } catch {
      Output.message(error.wording(global.language ?? .vi))
      throw ExitCode.storeUnavailable
    }
  }
}

/// `120x40`
struct SizeArgument: ExpressibleByArgument {
  var size: Size

  var defaultValueDescription: String { "\(size.columns)x\(size.rows)" }

  init(size: Size) {
    self.size = size
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...500).contains(columns),
      (1...200).contains(rows)
    else { return nil }
    size = Size(columns: columns, rows: rows)
  }
}

extension TerminalError {
  /// A sentence that says what is wrong with the terminal and what to do.
  func wording(_ language: Language) -> String {
    switch self {
    case .notATerminal:
      language.pick(
        "Chương trình cần một cửa sổ dòng lệnh. Để chạy không cần cửa sổ: dossier open --script TỆP.",
        "The program needs a terminal. Without one: dossier open --script FILE.")
    case .unusable(let term):
      language.pick(
        "Kiểu màn hình TERM=\(term.isEmpty ? "(trống)" : term) không dùng được. Thử: TERM=xterm-256color dossier",
        "The terminal TERM=\(term.isEmpty ? "(unset)" : term) cannot be used. Try: TERM=xterm-256color dossier")
    case .noUTF8Locale:
      language.pick(
        "Máy chưa có bảng mã UTF-8. Cài: apt-get install locales, rồi đặt LANG=C.UTF-8.",
        "There is no UTF-8 locale. Install locales, then set LANG=C.UTF-8.")
    }
  }
}
