import ArgumentParser
import AsyncHTTPClient
import Console
import DossierDomain
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import ProvincialServer

/// `provincial-server portal-simulator`: simulates the national portal in demos and tests, with invented people.
struct PortalSimulatorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portal-simulator",
    abstract: "A SIMULATOR of the national portal: hands in invented online submissions now and then.")

  @Option(name: .long, help: "The server, e.g. https://127.0.0.1:8443.") var server: String
  @Option(name: .long, help: "Its data folder, for the authority to trust.") var data: String
  @Option(
    name: .long, help: "Reads what `portal-token` printed from this file descriptor; asks for it when not given.")
  var tokenFd: Int32?
  @OptionGroup var office: OfficeOption
  @Option(name: .long, help: "Mean seconds between two submissions.") var every = 60
  @Option(name: .long, help: "How many before it ends; 0: never.") var count = 0
  @Option(name: .long, help: "The same seed hands in the same.") var seed: UInt64 = 1

  mutating func validate() throws {
    guard (0...86_400).contains(every), count >= 0 else { throw ValidationError("--every is 0 to 86400 seconds.") }
    if every == 0, count == 0 { throw ValidationError("--every 0 needs --count.") }
  }

  func run() async throws {
    let store = try StoreOptions.parse(["--data", data])
    let (authority, token) = try reporting { (try store.authority(), try askedSecret("Token: ", from: tokenFd)) }
    var encryption = TLSConfiguration.makeClientConfiguration()
    encryption.trustRoots = .certificates([
      try NIOSSLCertificate(bytes: authority.certificateBytes, format: .der)
    ])
    encryption.minimumTLSVersion = .tlsv13
    let client = HTTPClient(configuration: HTTPClient.Configuration(tlsConfiguration: encryption))
    let source = PortalSubmissionSource(seed: seed, agencyCode: office.office)
    var isRefused = false
    do {
      isRefused = try await handIn(source, token, client)
    } catch is CancellationError {
    } catch {
      Output.message("The portal simulator stops: \(error).")
      isRefused = true
    }
    try await client.shutdown()
    if isRefused { throw ExitCode.notDone }
  }

  /// - Returns: whether the submission was refused permanently.
  private func handIn(
    _ source: PortalSubmissionSource, _ token: String, _ client: HTTPClient
  ) async throws -> Bool {
    var source = source
    var done = 0
    while count == 0 || done < count {
      let submission = source.next(at: Clock.now)
      var request = HTTPClientRequest(url: server + "/v1/submissions")
      request.method = .POST
      request.headers.add(name: "content-type", value: "application/json")
      request.headers.add(name: "authorization", value: "Bearer \(token)")
      request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(submission)))
      if let response = try? await client.execute(request, timeout: .seconds(30)) {
        let body = try await response.body.collect(upTo: 64 << 10)
        if (400..<500).contains(response.status.code) {
          Output.message("The server refused: \(response.status.code) \(String(buffer: body))")
          return true
        }
        Output.data("\(response.status.code) \(submission.portalCode)")
      } else {
        Output.message("The server does not answer; the simulator goes on trying.")
      }
      done += 1
      if count == 0 || done < count { try await Task.sleep(for: .seconds(source.pause(mean: every))) }
    }
    return false
  }
}
