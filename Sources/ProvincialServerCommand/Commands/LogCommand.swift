import ArgumentParser
import ProvincialServer

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "The province's log as a whole.",
    subcommands: [Restored.self, Accept.self, CloseWitnesses.self, OpenLanes.self])

  struct Restored: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restored",
      abstract: "To be said once after the database was restored from a backup: desks send again what it lacks.",
      discussion: """
        For seven days desks also hand in what other machines wrote and signed, e.g. one that is lost; `log close-witnesses` \
        ends that earlier.
        """)

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting {
        try store.administration().logRestored(at: Clock.now)
        store.forgetMark()
      }
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "The database is whole although the server takes it for an earlier state; places are given again.",
      discussion: """
        E.g. when it was moved to another PostgreSQL while no server ran. If anything may be missing, say `log restored` \
        instead: it loses nothing.
        """)

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting {
        try store.administration().logAccepted(at: Clock.now)
        store.forgetMark()
      }
    }
  }

  struct CloseWitnesses: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close-witnesses",
      abstract: "After a restore: every desk has come; from now on entries are taken only from those who wrote them.")

    @OptionGroup var store: StoreOptions

    func run() throws {
      try reporting { try store.administration().closeWitnesses() }
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
