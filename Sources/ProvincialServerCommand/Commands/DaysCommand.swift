import ArgumentParser
import Console
import Documents
import DossierDomain
import ProvincialServer

struct DaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "days", abstract: "The yearly decision about days off, for all offices.",
    subcommands: [Decide.self, Default.self, List.self])

  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Takes in a decision; every office has it after its next exchange.",
      discussion: """
        A CSV table with date, kind (holiday, compensatory rest, swapped day off, worked), name and source. It takes the place \
        of what was decided before about its years; days that it does not name keep their default.
        """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The CSV file.") var file: String

    func run() throws {
      try reporting {
        let decisions = try table(file, CalendarTable.read).decisions
        try store.administration().setDays(decisions)
        for decision in decisions { Output.data("\(decision.year): \(decision.rows.count) days") }
      }
    }
  }

  struct Default: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes the decision about a year back: the defaults hold again.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The year.") var year: Int

    func run() throws {
      try reporting {
        let decision: YearlyDecision
        do throws(YearlyDecision.Fault) { decision = try .entered(year: year, rows: []) } catch {
          throw Failure(.notDone, error.wording(.en) + ".")
        }
        try store.administration().setDays([decision])
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What was decided, as the table that `set` takes.")

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting {
        let rows = try store.administration().decidedDays().flatMap(\.rows)
        Output.verbatim(CalendarTable.csv(rows, .en), terminator: "")
      }
    }
  }
}
