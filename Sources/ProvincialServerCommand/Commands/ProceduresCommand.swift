import ArgumentParser
import Console
import Documents
import DossierDomain
import ProvincialServer

struct ProceduresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "procedures", abstract: "Procedures beyond the program's own catalogue, for all offices.",
    subcommands: [Decide.self, List.self])

  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Takes in procedures; every office has them after its next exchange.",
      discussion: """
        A CSV table with a row that names its columns, as `list` and `dossier office procedures --format csv` give it; code and \
        name are needed. A row takes the place of what was known of its code from the same day on; what the table has no column for stays as it \
        was known.
        """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The CSV file.") var file: String

    func run() throws {
      try reporting {
        let contents = try table(file, ProcedureTable.read)
        let administration = try store.administration()
        let catalogue = Catalogue(changes: try administration.decidedProcedures())
        let completed: ProcedureTable.Contents.Completed
        do throws(ProcedureTable.ReadError) {
          completed = try contents.completed(from: catalogue, on: Clock.now.civilDate)
        } catch {
          throw refused(error, file)
        }
        try administration.setProcedures(completed.versions)
        if let sentence = completed.sentence(.en) { Output.message(sentence) }
        Output.data("\(completed.versions.count) procedures")
      }
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
