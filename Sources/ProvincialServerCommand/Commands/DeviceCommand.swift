import ArgumentParser
import Console
import DossierDomain
import ProvincialServer

struct DeviceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device", abstract: "Lists an office's machines, revokes them, says who uses them.",
    subcommands: [List.self, Revoke.self, DeviceLostCommand.self, FreeNumbers.self, Clerks.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the machines of an office.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Flag(
      name: .long,
      help: """
        Print as JSON: list of id, name, enrolledAt, revokedAt, seenAt, clockSkewSeconds, program, lanes, clerks, \
        everybody, unknownClerks.
        """)
    var json = false

    struct Row: Encodable {
      var id: String
      var name: String
      var enrolledAt: String
      var revokedAt: String?
      var seenAt: String?
      var clockSkewSeconds: Int64?
      var program: String
      var lanes: [String]
      var clerks: [String]
      var everybody: Bool
      var unknownClerks: [String]
    }

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let devices = try administration.devices(of: try administration.office(agencyCode: office.office))
        let rows = devices.map { device in
          Row(
            id: device.id.hexadecimal, name: device.name, enrolledAt: device.enrolledAt.iso8601,
            revokedAt: device.revokedAt?.iso8601, seenAt: device.seenAt?.iso8601,
            clockSkewSeconds: device.clockSkew.map { $0 / 1000 }, program: device.program,
            lanes: device.lanes.map { "\($0.first)-\($0.last)" },
            clerks: device.clerks.named.sorted().map(\.hexadecimal),
            everybody: device.clerks == .everybody, unknownClerks: device.unknownClerks.map(\.hexadecimal))
        }
        if json { return Output.json(rows) }
        for row in rows {
          Output.data(
            "\(row.id)  \(row.name)  seen \(row.seenAt ?? "never")  numbers \(row.lanes.joined(separator: ","))"
              + (row.everybody ? "  everybody signs in" : "  \(row.clerks.count) sign in")
              + (row.unknownClerks.isEmpty ? "" : "  unknown here \(row.unknownClerks.joined(separator: ","))")
              + (row.revokedAt.map { "  revoked \($0)" } ?? ""))
        }
      }
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "From now on the machine may hand in, into quarantine, and gets nothing.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Argument(help: "The machine, as `device list` names it; the first digits will do.") var device: String

    func run() throws {
      try DeviceCommand.change(store, office, device) { administration, device, office in
        try administration.revoke(device, of: office, at: Clock.now)
      }
    }
  }

  struct FreeNumbers: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "free-numbers",
      abstract: "The database that the machine had before a restore is nowhere in use: its numbers are free at once.",
      discussion: "Without this word they are free after seven days in which nothing of that database arrives.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Argument(help: "The machine, as `device list` names it; the first digits will do.") var device: String

    func run() throws {
      try DeviceCommand.change(store, office, device) { administration, device, office in
        let numbers = try administration.freeNumbers(ofEarlierLivesOf: device, of: office)
        Output.data("\(numbers) numbers of earlier lives are free")
      }
    }
  }

  struct Clerks: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clerks",
      abstract: "Says who may sign in at a machine.",
      discussion: """
        PINs and keys of these clerks come to it, and their entries count; what others write there is kept back. \
        Confidential dossiers come only where their assignee or the head of desk may sign in.
        """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Argument(help: "The machine, as `device list` names it; the first digits will do.") var device: String
    @OptionGroup var clerks: MachineClerksOption

    func run() throws {
      try DeviceCommand.change(store, office, device) { administration, device, office in
        try administration.setClerks(
          clerks.resolved(in: administration, office), of: device, in: office, at: Clock.now)
      }
    }
  }

  static func change(
    _ store: StoreOptions, _ office: OfficeOption, _ device: String,
    _ body: (Administration, DeviceID, OfficeID) throws -> Void
  ) throws {
    try reporting {
      let administration = try store.administration()
      let office = try administration.office(agencyCode: office.office)
      let device = try resolve(device, among: try administration.devices(of: office).map(\.id), else: .deviceUnknown)
      try body(administration, device, office)
    }
  }
}

/// The clerks who may sign in at a machine. The option is required.
struct MachineClerksOption: ParsableArguments {
  @Option(name: .long, help: "A clerk who may sign in there, as `clerk list` names her; may be repeated.")
  var clerk: [String] = []
  @Flag(name: .long, help: "All of the office may sign in there, also those who will join it.")
  var everybody = false

  func validate() throws {
    guard everybody == clerk.isEmpty else {
      throw ValidationError("Say who may sign in at the machine: --clerk, once for each, or --everybody.")
    }
  }

  func resolved(in administration: Administration, _ office: OfficeID) throws -> MachineClerks {
    if everybody { return .everybody }
    let known = try administration.clerks(of: office).map(\.id)
    return .only(Set(try clerk.map { try resolve($0, among: known, else: .clerkUnknown) }))
  }
}
