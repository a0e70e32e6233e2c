import ArgumentParser
import Console
import ProvincialServer

struct PortalTokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portal-token", abstract: "Makes a token for a portal that hands in online submissions; shown once.")

  @OptionGroup var store: StoreOptions
  @Option(name: .long, help: "Whose it is.") var name = "portal"
  @Flag(name: .long, help: "Print as JSON: token.") var json = false

  func run() throws {
    try reporting {
      let token = try store.administration().makePortalToken(named: name, at: Clock.now)
      if json { return Output.json(["token": token]) }
      Output.data(token)
    }
  }
}
