import CHardening
import Console
import DossierStore
import Foundation
import Version

/// Runs one of the programs that do their work apart from the office's data: `dossier-sheet`, `dossier-paper`. It lies beside this program
/// and nowhere else, is of the same version, gets nothing of this program's environment and descriptors, and is ended when it makes no
/// progress.
struct HelperProcess {
  enum Failure: Error {
    /// It is not installed beside the program, or cannot be started.
    case unavailable
    case versionDiffers
    /// It has neither read nor written anything for twenty seconds, or has ended by itself.
    case stopped
    /// It wrote more than it may.
    case tooMuch
  }

  enum Input {
    case none
    /// An open file, from its present position. Not a pipe that this process fills, since `run` returns only at the end.
    case file(FileHandle)
    case bytes([UInt8])
  }

  /// What the helper wrote to its standard descriptors until it ended.
  struct Said {
    var output: [UInt8] = []
    var messages: [UInt8] = []
    /// Why it did not do its work, in its own word.
    var fault: String?

    /// The messages, a line each.
    var lines: [String] { Self.lines(messages) }

    static func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// Of the file.
  var name: String
  /// No more is taken from its output.
  var maximumBytes: Int

  private static let environment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TZ=Asia/Ho_Chi_Minh"]

  /// Runs the helper to its end.
  /// - Parameter arguments: those after the version.
  func run(_ arguments: [String], input: Input = .none) throws(Failure) -> Said {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      throw .unavailable
    }
    let helper = PathText.folder(of: program) + "/" + name
    guard FileManager.default.isExecutableFile(atPath: helper) else { throw .unavailable }
    var streams = try HelperStreams(input)
    let started = start(helper, arguments, streams)
    streams.closeOtherEnds()
    guard let process = started else {
      streams.close()
      throw .unavailable
    }
    var said = Said()
    let isComplete = streams.collect(&said, atMost: maximumBytes)
    streams.close()
    if !isComplete { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard isComplete else { throw said.output.count > maximumBytes ? .tooMuch : .stopped }
    guard status != 0 else { return said }
    said.fault = said.lines.first { $0.hasPrefix("fault=") }.map { String($0.dropFirst(6)) }
    guard let fault = said.fault else { throw .stopped }
    guard fault != "version" else { throw .versionDiffers }
    return said
  }

  private func start(_ helper: String, _ arguments: [String], _ streams: HelperStreams) -> pid_t? {
    var words = ([helper, "--for", ProgramVersion.text] + arguments).map { strdup($0) } + [nil]
    var variables = Self.environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    let process = chardening_start_helper(helper, &words, &variables, streams.theirs)
    return process > 0 ? process : nil
  }
}
