import ArgumentParser
import Console
import DossierDomain
import Foundation
import Logging
import ProvincialServer

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves desks until SIGTERM; open requests are answered first.",
    discussion: """
      Prints the authority's fingerprint, which clerks type when they enrol a desk, and the address. Processes that share a \
      PostgreSQL also share the authority: copy its folder.
      """)

  @OptionGroup var store: StoreOptions
  @Option(name: .long, help: "HOST:PORT, e.g. [::]:8443; port 0 takes any that is free.") var listen = "127.0.0.1:8443"
  @Option(name: .long, help: "A name or address under which desks reach the server; may be repeated.") var name:
    [String] = []
  @Option(name: .long, help: "Threads that work on the database.") var threads = 4
  @Option(name: .long, help: "Requests that may be open at once.") var open = 512
  @Option(
    name: .long,
    help:
      "Connections from one address of which it is not known whose they are; more when many offices share an address.")
  var perAddress = 64
  @Option(
    name: .long,
    help:
      "HOST:PORT where /metrics and /health are answered over plain HTTP, for the operator's machines only. Default: nowhere."
  )
  var operations: String?
  @Flag(name: .long, help: "Log each request.") var verbose = false

  mutating func validate() throws {
    guard (1...64).contains(threads) else { throw ValidationError("--threads is 1 to 64.") }
    guard (1...100_000).contains(open) else { throw ValidationError("--open is 1 to 100000.") }
    guard (1...100_000).contains(perAddress) else { throw ValidationError("--per-address is 1 to 100000.") }
    guard Self.address(listen) != nil else { throw ValidationError("--listen is HOST:PORT, e.g. 0.0.0.0:8443.") }
    guard operations.map({ Self.address($0) != nil }) ?? true else {
      throw ValidationError("--operations is HOST:PORT, e.g. 127.0.0.1:9464.")
    }
  }

  private static func address(_ listen: String) -> (host: String, port: Int)? {
    guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
      (0...65_535).contains(port), colon != listen.startIndex
    else { return nil }
    let host = listen[..<colon]
    // An address with colons is written in brackets.
    return (host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host), port)
  }

  private static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

  func run() async throws {
    guard let address = Self.address(listen) else { throw ExitCode.validationFailure }
    let operations = operations.flatMap { Self.address($0) }
    let (opened, authority, lock) = try reporting {
      (try store.open(isServer: true, connections: threads), try store.authority(), try ServeLock(store))
    }
    var settings = ProvinceServer.Settings()
    settings.host = address.host
    settings.port = address.port
    settings.names = name + settings.names.filter { !name.contains($0) }
    settings.threads = threads
    settings.open = open
    settings.room = open
    settings.perAddress = perAddress
    settings.operations = operations
    settings.connections = max(Descriptors.raise() - Descriptors.reserve, 64)
    settings.mark = store.mark
    var logger = Logger(label: "provincial-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = verbose ? .info : .warning
    let server = ProvinceServer(
      store: opened, authority: authority, settings: settings, logger: logger, now: { Clock.now })
    let fingerprint = try authority.fingerprintText
    if !AuthorityFile(folder: store.authorityFolder).isSealed {
      Output.message(
        "The authority's keys lie unsealed in \(store.authorityFolder); `provincial-server keys seal` seals them.")
    }
    Output.data("fingerprint \(fingerprint)")
    do {
      try await server.run(
        onOperations: { port in
          guard let operations else { return }
          Output.data("operations http://\(Self.bracketed(operations.host)):\(port)")
        },
        onRunning: { port in
          Output.data("listening https://\(Self.bracketed(address.host)):\(port)")
          ServiceManager.tell("READY=1")
        })
      ServiceManager.tell("STOPPING=1")
    } catch {
      Output.message("The server cannot run: \(error).")
      throw ExitCode.notDone
    }
    opened.close()
    lock?.release()
  }
}
