import ArgumentParser
import ProvincialServer

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Seals the authority's keys with a passphrase, so that a copy of the disk is not the province.",
    subcommands: [Seal.self, Unseal.self])

  struct Seal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Seals them: from now on each command that needs them needs the passphrase.",
      discussion: """
        With systemd: `systemd-creds encrypt --name=authority-passphrase - /etc/credstore.encrypted/authority-passphrase`. \
        Without the passphrase nobody gets the keys back: every desk would have to be enrolled again. Keep it on paper, too.
        """)

    @OptionGroup var store: StoreOptions

    func run() throws { try KeysCommand.change(store, toSealed: true) }
  }

  struct Unseal: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lays them down unsealed again.")

    @OptionGroup var store: StoreOptions

    func run() throws { try KeysCommand.change(store, toSealed: false) }
  }

  private static let least = 12

  fileprivate static func change(_ store: StoreOptions, toSealed: Bool) throws {
    try reporting {
      guard let passphrase = try store.passphrase.read() else {
        throw Failure(.notDone, "No passphrase was given: use --passphrase-fd, or the systemd credential.")
      }
      guard !toSealed || passphrase.count >= least else {
        throw Failure(.notDone, "A passphrase has at least \(least) characters.")
      }
      do {
        try AuthorityFile(folder: store.authorityFolder).change(toSealed: toSealed, with: passphrase)
      } catch let error as AuthorityError {
        throw Failure(.notDone, Wording.of(error))
      }
    }
  }
}
