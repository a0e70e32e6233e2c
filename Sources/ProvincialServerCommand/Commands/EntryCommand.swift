import ArgumentParser
import Console
import DossierDomain
import JournalFormat
import ProvincialServer

struct EntryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: "Shows what was kept back, lets it count, and says who wrote what.",
    subcommands: [Quarantined.self, Release.self, Authors.self])

  struct Quarantined: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "quarantined", abstract: "Lists the entries of an office that wait without effect.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Flag(name: .long, help: "Print as JSON: list of place, reason, clerk, at, dossier, code.") var json = false

    struct Row: Encodable {
      var place: Int64
      var reason: String
      var clerk: String?
      var at: String?
      var dossier: String?
      var code: String?
    }

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let office = try administration.office(agencyCode: office.office)
        let rows = try administration.quarantined(in: office).map { entry in
          Row(
            place: entry.officeSequence, reason: "\(entry.reason)", clerk: entry.clerk?.hexadecimal,
            at: entry.at?.iso8601, dossier: entry.dossier?.hexadecimal, code: entry.code)
        }
        if json { return Output.json(rows) }
        for row in rows {
          Output.data("\(row.place)  \(row.reason)  \(row.at ?? "-")  \(row.code ?? row.dossier ?? "office")")
        }
      }
    }
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "release", abstract: "Lets an entry count that was kept back, with the rest of its act.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Argument(help: "Its place, as `entry quarantined` names it.") var place: Int64
    @Flag(name: .long, help: "Print as JSON: released.") var json = false

    func run() throws {
      try reporting {
        let released = try store.placing { administration in
          try administration.release(
            placeAt: place, of: try administration.office(agencyCode: office.office), at: Clock.now)
        }
        if json { return Output.json(["released": released]) }
        Output.data("released \(released)")
      }
    }
  }

  struct Authors: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "authors", abstract: "Says who wrote what, at which machine, when, and what shows it.",
      discussion: """
        A line is a session that a clerk has signed with her own key, or what is not signed of one clerk's day. proof: \
        clerk (her key), machine (the machine's key only: an earlier version, an office without PINs, a session that has \
        not been signed), province (its own key, on what it wrote), none (nobody yet).
        """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Option(name: .long, help: "From this day on: dd/mm/yyyy or yyyy-mm-dd.") var from: DayArgument?
    @Option(name: .long, help: "Up to this day.") var to: DayArgument?
    @Flag(
      name: .long,
      help: "Print as JSON: list of clerk, name, machine, epoch, first, last, from, to, entries, confirmed, proof.")
    var json = false

    func validate() throws {
      guard let from, let to, to.date < from.date else { return }
      throw ValidationError("--from is later than --to.")
    }

    /// Nil for all days.
    private func span(_ from: CivilDate?, _ to: CivilDate?) -> ClosedRange<CivilDate>? {
      guard from != nil || to != nil else { return nil }
      return (from ?? CivilDate(dayNumber: .min))...(to ?? CivilDate(dayNumber: .max))
    }

    struct Row: Encodable {
      var clerk: String
      var name: String
      var machine: String
      var epoch: String
      var first: Int64
      var last: Int64
      var from: String
      var to: String
      var entries: Int
      var confirmed: Int
      var proof: String
    }

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let office = try administration.office(agencyCode: office.office)
        let names = Dictionary(
          try administration.clerks(of: office).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let days = span(from?.date, to?.date)
        let report = try administration.authorship(of: office, days: days)
        let rows = report.spans.map { span in
          Row(
            clerk: span.clerk.hexadecimal, name: names[span.clerk] ?? "?", machine: report.machines[span.epoch] ?? "?",
            epoch: span.epoch.hexadecimal, first: span.first, last: span.last, from: span.from.iso8601,
            to: span.to.iso8601, entries: span.entries, confirmed: span.confirmed, proof: "\(span.proof)")
        }
        if json { return Output.json(rows) }
        for row in rows {
          Output.data(
            "\(row.from)  \(row.to)  \(row.name)  at \(row.machine)  \(row.entries) entries (\(row.first)-\(row.last)), \(row.confirmed) confirmed  \(row.proof)"
          )
        }
      }
    }
  }
}
