import ArgumentParser
import DossierDomain
import Foundation
import ProvincialServer
import SyncProtocol

/// `provincial-server bundle`: answers what desks without a link hand in on a stick.
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
    @Flag(name: .long, help: "Print as JSON: office, device, madeAt, entries.") var json = false

    struct Row: Encodable {
      var office: String
      var device: String
      var madeAt: String
      var entries: Int
    }

    func run() throws {
      try reporting {
        guard let bytes = FileManager.default.contents(atPath: file) else {
          throw Failure(.notFound, "\(file) cannot be read.")
        }
        let outcome = try answer(Array(bytes))
        guard
          FileManager.default.createFile(
            atPath: out, contents: Data(outcome.answer), attributes: [.posixPermissions: 0o600])
        else { throw Failure(.notDone, "\(out) cannot be written. What the file brought is taken in; do it again.") }
        let row = Row(
          office: outcome.header.office.hexadecimal, device: outcome.header.device.hexadecimal,
          madeAt: outcome.header.madeAt.iso8601, entries: outcome.entries)
        if json { return try Output.json(row) }
        print("\(row.entries) entries of \(row.madeAt); the answer is \(out)")
      }
    }

    private func answer(_ bytes: [UInt8]) throws -> BundleDesk.Outcome {
      do {
        return try BundleDesk(store: store.open(), authority: store.authority()).answer(bytes, at: Clock.now)
      } catch let fault as BundleDesk.Fault {
        throw Failure(.notDone, fault.sentence)
      } catch let error as ExchangeError {
        throw Failure(.notDone, "The file does not fit to what is here (\(error)). Nothing was taken in.")
      }
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
