import ArgumentParser
import Console
import DossierDomain
import Foundation
import ProvincialServer
import SyncProtocol

/// `provincial-server bundle`: answers files that desks without a connection hand in on a stick.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Takes in the file of a desk without a link, and writes the answer.",
    subcommands: [Import.self])

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes in a desk's file and writes the answer that only this desk can read.",
      discussion: "Taking a file in twice is harmless.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The desk's file.") var file: String
    @Option(name: .long, help: "Where the answer is written.") var out: String
    @Option(name: .long, help: "Most MB of scans in the answer.") var scans = BundleDesk.usualScanBytes >> 20
    @Flag(
      name: .long, help: "Print as JSON: office, device, madeAt, entries, entriesLeft, scans, scansBack, scansLeft.")
    var json = false

    mutating func validate() throws {
      guard (0...1 << 20).contains(scans) else { throw ValidationError("--scans is 0 to 1048576.") }
    }

    struct Row: Encodable {
      var office: String
      var device: String
      var madeAt: String
      var entries: Int
      var entriesLeft: Int
      var scans: Int
      var scansBack: Int
      var scansLeft: Int
    }

    func run() throws {
      try reporting {
        let outcome = try AnswerFile.write(to: out) { put in try answer(put) }
        let row = Row(
          office: outcome.header.office.hexadecimal, device: outcome.header.device.hexadecimal,
          madeAt: outcome.header.madeAt.iso8601, entries: outcome.entries,
          entriesLeft: outcome.entriesLeft, scans: outcome.scans, scansBack: outcome.scansBack,
          scansLeft: outcome.scansLeft)
        if json { return Output.json(row) }
        Output.data(
          """
          \(row.entries) entries and \(row.scans) scans of \(row.madeAt)\
          \(row.entriesLeft == 0 ? "" : ", without \(row.entriesLeft) entries that the desk hands in again with its next file")\
          ; the answer is \(out), with \(row.scansBack) scans\
          \(row.scansLeft == 0 ? "" : "; \(row.scansLeft) more did not fit and come with the next one")
          """)
      }
    }

    private func answer(_ put: @escaping ([UInt8]) throws -> Void) throws -> BundleDesk.Outcome {
      do {
        return try store.placing { _ in
          try BundleDesk(store: store.open(), authority: store.authority()).answer(
            source, writing: put, scanBytes: scans << 20, at: Clock.now)
        }
      } catch let fault as BundleDesk.Fault {
        throw Failure(.notDone, fault.sentence)
      } catch let error as ExchangeError {
        if let advice = error.advice { throw Failure(.notDone, "No answer was written: \(advice).") }
        throw Failure(.notDone, "The file does not fit the data of this province (\(error)). Nothing was taken in.")
      }
    }

    private func source() throws -> BundleSource {
      guard let handle = FileHandle(forReadingAtPath: file) else {
        throw Failure(.notFound, "\(file) cannot be read.")
      }
      return { count in
        do {
          return Array(try handle.read(upToCount: count) ?? Data())
        } catch {
          throw Failure(.notFound, "\(file) cannot be read. What it brought until then may be taken in; do it again.")
        }
      }
    }
  }
}

/// Writes the answer completely or not at all.
private enum AnswerFile {
  static func write<Value>(
    to path: String, _ body: (_ put: @escaping ([UInt8]) throws -> Void) throws -> Value
  ) throws -> Value {
    let part = path + ".part"
    let files = FileManager.default
    let failure = Failure(.notDone, "\(path) cannot be written. What the file brought is taken in; do it again.")
    guard files.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: part)
    else { throw Failure(.notDone, "\(path) cannot be written. Nothing was taken in.") }
    do {
      let value = try body { bytes in
        do { try handle.write(contentsOf: Data(bytes)) } catch { throw failure }
      }
      guard (try? handle.synchronize()) != nil, (try? handle.close()) != nil, rename(part, path) == 0 else {
        throw failure
      }
      return value
    } catch {
      try? files.removeItem(atPath: part)
      throw error
    }
  }
}

extension BundleDesk.Fault {
  fileprivate var sentence: String {
    switch self {
    case .noQuestion: "This file is an answer of the province, not a desk's question."
    case .otherProvince: "This file is from a desk of another province. Nothing was taken in."
    case .notEnrolled:
      "This file is from a machine that is no desk here, or it names another office. Nothing was taken in."
    case .message(let error): "What the file holds cannot be read (\(error)). Nothing was taken in."
    case .bundle(.notABundle): "This file is no bundle of a desk."
    case .bundle(.newerVersion):
      "This file was made by a newer version. Install the newer server; nothing was taken in."
    case .bundle(.cutShort): "This file is cut short. Copy it again; nothing was taken in."
    case .bundle(.changed): "This file was changed since the desk signed it. Nothing was taken in; have it made again."
    case .bundle(.otherRecipient): "This file is sealed for another province. Nothing was taken in."
    case .bundle(.tooLarge(let bytes)): "This file is too large (\(bytes >> 20) MB)."
    case .bundle(.badKey): "The answer cannot be sealed: the desk's key is damaged. The desk has to be enrolled again."
    }
  }
}
