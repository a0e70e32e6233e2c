import ArgumentParser
import Console
import DossierDomain
import ProvincialServer

struct OfficeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office", abstract: "Makes and lists offices, and codes that enrol their desks.",
    subcommands: [Create.self, Adopt.self, OfficeUnitCodeCommand.self, List.self, Code.self])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create", abstract: "Makes an office that has not worked before, with its clerks.")

    @OptionGroup var store: StoreOptions
    @Option(name: .long, help: "E.g. \"xã La Lay\".") var name: String
    @Option(name: .long, help: "Agency identification code, e.g. 000.19.45.H50.") var agencyCode: String
    @Option(name: .long, help: "Code of the commune, e.g. 19594.") var unitCode: String
    @Option(
      name: .long,
      help: "NAME:role+role, roles reception, specialist, signingLeader, headOfDesk, administrator; may be repeated.")
    var clerk: [ClerkArgument]
    @Flag(name: .long, help: "An office whose clerks sign in without a PIN.") var withoutPIN = false
    @Flag(name: .long, help: "Print the result as JSON: office, clerks (name, id).") var json = false

    struct Result: Encodable {
      struct Person: Encodable {
        var name: String
        var id: String
      }
      var office: String
      var clerks: [Person]
    }

    func run() throws {
      let now = Clock.now
      let clerks = clerk.map { Clerk(id: newIdentifier(at: now), name: $0.name, roles: $0.roles) }
      try reporting {
        guard let id = OfficeID.ofUnit(unitCode) else { throw AdministrationError.unitCodeMalformed(unitCode) }
        let office = Office(
          id: id, name: name, agencyCode: agencyCode, unitCode: unitCode, requiresPIN: !withoutPIN)
        guard clerks.contains(where: { $0.has(.administrator) }) else {
          throw Failure(.notDone, "One of the clerks has to be administrator.")
        }
        try store.placing { try $0.createOffice(office, clerks: clerks, at: now) }
        let result = Result(
          office: office.id.hexadecimal, clerks: clerks.map { .init(name: $0.name, id: $0.id.hexadecimal) })
        if json { return Output.json(result) }
        Output.data("\(name) \(agencyCode)")
        for clerk in result.clerks { Output.data("  \(clerk.id)  \(clerk.name)") }
      }
    }
  }

  struct Adopt: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "adopt", abstract: "Makes a code for an office that worked alone until now; its first desk uses it.")

    @OptionGroup var store: StoreOptions
    @Option(name: .long, help: "Agency identification code of the office, as its own settings have it.") var agencyCode:
      String
    @Option(
      name: .long,
      help: "Code of its commune, e.g. 19594: what is received elsewhere for this commune is for it; may be repeated.")
    var unitCode: [String]
    @Option(name: .long, help: "E.g. \"xã La Lay\".") var name: String
    @Option(name: .long, help: "E.g. \"Bàn 1\".") var deviceName = ""
    @Option(
      name: .long,
      help: "A clerk who may sign in at that desk, as `dossier office clerks` there names her; may be repeated.")
    var clerk: [String] = []
    @Flag(name: .long, help: "All of the office may sign in there, also those who will join it.") var everybody = false
    @Flag(name: .long, help: "Print as JSON: code.") var json = false

    func validate() throws {
      guard everybody == clerk.isEmpty else {
        throw ValidationError("Say who may sign in at its first desk: --clerk, once for each, or --everybody.")
      }
    }

    func run() throws {
      try reporting {
        // The province does not know the clerks of an office that has not come yet, so nothing can be completed.
        let named = try clerk.map { text in
          guard let id = ClerkID(hexadecimal: text) else { throw AdministrationError.clerkUnknown }
          return id
        }
        let code = try store.administration().adoptionCode(
          agencyCode: agencyCode, unitCodes: unitCode, name: name, deviceName: deviceName,
          clerks: everybody ? .everybody : .only(Set(named)), at: Clock.now)
        if json { return Output.json(["code": code.text]) }
        Output.data(code.text)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the offices.")

    @OptionGroup var store: StoreOptions
    @Flag(name: .long, help: "Print as JSON: list of id, name, agencyCode, entries, devices.") var json = false

    struct Row: Encodable {
      var id: String
      var name: String
      var agencyCode: String
      var entries: Int64
      var devices: Int
    }

    func run() throws {
      try reporting {
        let rows = try store.administration().offices().map {
          Row(
            id: $0.id.hexadecimal, name: $0.name, agencyCode: $0.agencyCode, entries: $0.head, devices: $0.devices)
        }
        if json { return Output.json(rows) }
        for row in rows {
          Output.data("\(row.agencyCode)  \(row.name)  entries \(row.entries)  devices \(row.devices)")
        }
      }
    }
  }

  struct Code: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "enrolment-code",
      abstract: "Makes a code that makes one more machine a desk of an office; valid 7 days.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Option(name: .long, help: "E.g. \"Bàn 2\".") var deviceName = ""
    @OptionGroup var clerks: MachineClerksOption
    @Flag(name: .long, help: "Print as JSON: code.") var json = false

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let office = try administration.office(agencyCode: office.office)
        let code = try administration.enrolmentCode(
          for: office, deviceName: deviceName, clerks: clerks.resolved(in: administration, office), at: Clock.now)
        if json { return Output.json(["code": code.text]) }
        Output.data(code.text)
      }
    }
  }
}

func newIdentifier<Subject>(at now: Instant) -> Identifier<Subject> {
  .version7(at: now, random: (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)))
}
