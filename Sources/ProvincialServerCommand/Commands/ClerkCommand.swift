import ArgumentParser
import Console
import DossierDomain
import ProvincialServer

struct ClerkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clerk", abstract: "Lists an office's clerks and sets their PINs.",
    subcommands: [List.self, SetPIN.self, Reset.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the clerks of an office.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Flag(name: .long, help: "Print as JSON: list of id, name, roles, isActive.") var json = false

    struct Row: Encodable {
      var id: String
      var name: String
      var roles: [String]
      var isActive: Bool
    }

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let rows = try administration.clerks(of: try administration.office(agencyCode: office.office)).map { clerk in
          Row(
            id: clerk.id.hexadecimal, name: clerk.name, roles: clerk.roles.sorted().map { "\($0)" },
            isActive: clerk.isActive)
        }
        if json { return Output.json(rows) }
        for row in rows {
          Output.data("\(row.id)  \(row.name)  \(row.roles.joined(separator: "+"))\(row.isActive ? "" : "  has left")")
        }
      }
    }
  }

  struct SetPIN: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set-pin",
      abstract: "Sets a PIN with which a clerk signs in once, and then chooses her own.",
      discussion: """
        Asks for it; without a terminal it is the first line of standard input. What was her key before is hers no \
        more, as after `clerk reset`.
        """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Argument(help: "The clerk, as `clerk list` names her; the first digits will do.") var clerk: String
    @Option(name: .long, help: "Reads the PIN from this file descriptor.") var pinFd: Int32?

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let office = try administration.office(agencyCode: office.office)
        let clerk = try resolve(
          clerk, among: try administration.clerks(of: office).map(\.id), else: .clerkUnknown)
        try administration.setPIN(
          askedSecret("PIN: ", from: pinFd), of: clerk, in: office, at: Clock.now)
      }
    }
  }

  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset",
      abstract: "Takes a clerk's PIN and key away: a machine at which she signed in can act as her no more.",
      discussion: "She chooses a new PIN where she signs in next; so say by `device clerks` where that may be.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Argument(help: "The clerk, as `clerk list` names her; the first digits will do.") var clerk: String

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let office = try administration.office(agencyCode: office.office)
        let clerk = try resolve(clerk, among: try administration.clerks(of: office).map(\.id), else: .clerkUnknown)
        try administration.reset(clerk, in: office, at: Clock.now)
      }
    }
  }
}
