import ArgumentParser
import ProvincialServer

/// `provincial-server log`
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "The province's log as a whole.", subcommands: [Restored.self, OpenLanes.self])

  struct Restored: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restored",
      abstract: "To be said once after the database was restored from a backup: desks send again what it lacks.")

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting { try store.administration().logRestored(at: Clock.now) }
    }
  }

  struct OpenLanes: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open-lanes",
      abstract:
        "After a restore: every desk of the office has come since, or is lost; new numbers may be granted again.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption

    func run() throws {
      try reporting {
        let administration = try store.administration()
        try administration.openLanes(of: try administration.office(agencyCode: office.office))
      }
    }
  }
}
