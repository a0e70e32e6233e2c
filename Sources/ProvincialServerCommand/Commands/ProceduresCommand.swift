import ArgumentParser
import Console
import Documents
import DossierDomain
import Foundation
import ProvincialServer

struct ProceduresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "procedures", abstract: "Procedures beyond the program's own catalogue, for all offices.",
    subcommands: [Decide.self, List.self, Announcements.self, Retract.self])

  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Takes in procedures; every office has them after its next exchange.",
      discussion: """
        A CSV table with a row that names its columns, as `list` and `dossier office procedures --format csv` give it; code and \
        name are needed. A folder of CSV files, as `dossier office procedures --format csv --to` gives it, has the rules too. A \
        row takes the place of what was known of its code from the same day on; what has no column or no file stays as it was \
        known. Procedures that replace or contain each other in a circle are refused. \
        With --announcement the decision of announcement is recorded along with them.
        """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The CSV file, or the folder of CSV files.") var file: String
    @Flag(help: "Only says what would be recorded.") var check = false
    @OptionGroup var decision: AnnouncementOptions

    func run() throws {
      try reporting {
        let sources = try Self.sources(file)
        let administration = try store.administration()
        let catalogue = Catalogue(changes: try administration.decidedProcedures())
        let book: ProcedureBook
        do throws(ProcedureBook.ReadError) {
          book = try ProcedureBook.read(sources, from: catalogue, on: Clock.now.civilDate)
        } catch {
          throw Failure(.notDone, error.sentences(.en, file: file).joined(separator: "\n"))
        }
        for sentence in book.sentences(.en, file: file) { Output.message(sentence) }
        let announcement = try decision.read()
        if announcement == nil { try Self.requireStanding(book.versions, administration) }
        if check {
          let changes = book.changes(from: catalogue, on: Clock.now.civilDate)
          for kind in ProcedureBook.Change.Kind.allCases {
            Output.data("\(kind.wording(.en)): \(changes.count { $0.kind == kind })")
          }
          let announced = try checking {
            try administration.check(book.versions, announcedBy: announcement, at: Clock.now)
          }
          if let announced { Output.data(announced.wording(.en)) }
          Output.message("Nothing was recorded. Leave out --check to record it.")
          return
        }
        let announced = try checking {
          try administration.setProcedures(book.versions, announcedBy: announcement, at: Clock.now)
        }
        Output.data("\(book.versions.count) procedures")
        if let announced { Output.data(announced.wording(.en)) }
      }
    }

    /// Versions that were taken back with their announcement would be recorded and would not count.
    private static func requireStanding(_ versions: [ProcedureVersion], _ administration: Administration) throws {
      let codes = try administration.takenBack(versions).map(\.code)
      guard codes.isEmpty else {
        throw Failure(
          .notDone,
          """
          Nothing was recorded. The decision that brought exactly this version was taken back: \
          \(codes.joined(separator: ", ")). Record it with --announcement of a new decision.
          """)
      }
    }

    /// One table, or the files of a folder whose names are those of a book. No more is read than a book may have, and one
    /// byte beyond.
    private static func sources(_ file: String) throws -> [ProcedureBook.Source] {
      var left = ProcedureBook.maximumBytes + 1
      func source(_ path: String, _ name: String) throws -> ProcedureBook.Source {
        do {
          let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
          let data = try handle.read(upToCount: left) ?? Data()
          left -= data.count
          return ProcedureBook.Source(name: name, bytes: Array(data))
        } catch { throw Failure(.notFound, "Cannot read \(path).") }
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: file) else {
        return [try source(file, file)]
      }
      let tables = names.filter { $0.lowercased().hasSuffix(".csv") }.sorted()
      let known = tables.filter { ProcedureBook.Sheet(named: $0) != nil }
      for name in tables where !known.contains(name) {
        Output.message("\(file)/\(name) is not read: it has another name.")
      }
      return try known.map { try source(file + "/" + $0, $0) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What was decided, as the table that `set` takes.")

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting {
        Output.verbatim(ProcedureTable.csv(try store.administration().decidedProcedures(), .en), terminator: "")
      }
    }
  }
}
