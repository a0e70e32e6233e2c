import ArgumentParser
import Console
import DossierDomain
import ProvincialServer

/// `provincial-server entry`
struct EntryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: "Shows what was kept back, and lets it count.",
    subcommands: [Quarantined.self, Release.self])

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
        let administration = try store.administration()
        let released = try administration.release(
          placeAt: place, of: try administration.office(agencyCode: office.office), at: Clock.now)
        if json { return Output.json(["released": released]) }
        Output.data("released \(released)")
      }
    }
  }
}
