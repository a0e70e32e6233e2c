import OfficeWork
import PageDescription
import VietnameseText

/// Draws papers and gives them to printers in a process of its own, `dossier-paper`, which lies beside this program and has nothing of the
/// office's data.
struct PaperHelper {
  /// The print server's socket; nil for the one that this machine is set up for.
  var server: String?

  private static let process = HelperProcess(name: "dossier-paper", maximumBytes: 64 << 20)

  /// Draws a page.
  /// - Returns: the PDF.
  func render(_ page: PageDescription) throws(PaperFailure) -> [UInt8] {
    let pdf = try run("render", input: page.bytes).output
    guard pdf.starts(with: Array("%PDF-".utf8)) else { throw .stopped }
    return pdf
  }

  /// The queues of the print server, with what their printers answer; at most 64.
  /// - Parameter queue: only this one, which is the quicker question before a paper is sent.
  func printers(_ queue: String? = nil) throws(PaperFailure) -> [Printer] {
    let said = try run("printers", serverOption + (queue.map { [$0] } ?? []))
    return PaperAnswer(said.output).printers
  }

  /// Gives a PDF to a queue. It is printed later, or not at all: `state(of:)` tells.
  /// - Throws: `.answerLost` if the server may have taken it all the same.
  /// - Parameters:
  ///   - copies: 1…99.
  ///   - title: for the printer's queue, where everybody reads it; at most 255 bytes, without personal data.
  ///   - tray: one of the printer's `trays`; nil for its own choice.
  func send(
    _ pdf: [UInt8], on queue: String, media: Media, copies: Int = 1, title: String, tray: String? = nil
  ) throws(PaperFailure) -> PrintJobID {
    let asked = [queue, media.rawValue, String(copies), title] + (tray.map { [$0] } ?? [])
    do throws(PaperFailure) {
      let said = try run("print", serverOption + asked, input: pdf)
      guard let number = PaperAnswer(said.output).job else { throw .answerLost }
      return PrintJobID(queue: queue, number: number, title: title)
    } catch {
      throw error.whileSending
    }
  }

  /// - Throws: `.unknownJob` if the server knows no such job, or another one under its number.
  func state(of job: PrintJobID) throws(PaperFailure) -> PrintJobReport {
    let said = try run("job", serverOption + [job.queue, String(job.number)])
    let answer = PaperAnswer(said.output)
    guard let state = answer.jobState else { throw .timeout }
    // A server may keep the titles from everybody but their owner.
    guard answer.title.isEmpty || answer.title == job.title.cleaned(maxLength: PaperAnswer.maximumText) else {
      throw .unknownJob
    }
    return PrintJobReport(state: state, printer: answer.printers.first)
  }

  /// - Throws: `.ended` if it is too late, `.unknownJob` if the server knows no such job, or somebody else's under its number.
  func cancel(_ job: PrintJobID) throws(PaperFailure) {
    _ = try run("cancel", serverOption + [job.queue, String(job.number), job.title])
  }

  private var serverOption: [String] { server.map { ["--server", $0] } ?? [] }

  private func run(
    _ verb: String, _ arguments: [String] = [], input: [UInt8]? = nil
  ) throws(PaperFailure) -> HelperProcess.Said {
    let said: HelperProcess.Said
    do throws(HelperProcess.Failure) {
      said = try Self.process.run([verb] + arguments, input: input.map { .bytes($0) } ?? .none)
    } catch {
      switch error {
      case .unavailable: throw .unavailable
      case .versionDiffers: throw .versionDiffers
      // Only drawing is work; the other verbs wait for somebody else.
      case .stopped: throw verb == "render" ? .stopped : .timeout
      case .tooMuch: throw .tooLarge
      }
    }
    if let fault = said.fault {
      throw PaperFailure(fault: fault.cleaned(maxLength: 40), letter: Self.letter(said.lines))
    }
    return said
  }

  /// The letter that the faces lack: "☃ (U+2603)", or its number alone if it cannot be shown.
  static func letter(_ lines: [String]) -> String {
    let prefix = "letter=U+"
    guard let digits = lines.first(where: { $0.hasPrefix(prefix) })?.dropFirst(prefix.count),
      let letter = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    else { return "" }
    let shown = String(letter).cleaned(maxLength: 1).filter { !$0.isWhitespace }
    return shown.isEmpty ? "U+\(digits)" : "\(shown) (U+\(digits))"
  }
}
