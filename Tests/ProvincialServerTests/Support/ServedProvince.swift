import DossierDomain
import Foundation
import Testing

@testable import ProvincialServer

/// A province that the real program serves over TLS.
struct ServedProvince {
  let place: ServerPlace
  let server: ServerProcess
  let province: TestProvince
  let authority: [UInt8]

  /// - Parameters:
  ///   - kind: the database.
  ///   - arguments: further arguments of `serve`, besides the place of its data.
  ///   - descriptors: the limit of the server's open files; nil for the limit of the test process.
  init(on kind: StoreKind = .sqlite, _ arguments: [String] = [], descriptors: Int? = nil) throws {
    place = try ServerPlace(kind)
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let authority = try ProvinceAuthority.open(
      folder: place.folder + "/authority", province: "Quảng Trị", now: now)
    province = try TestProvince(store: place.store(), authority: authority, now: now)
    server = try ServerProcess(place.arguments + arguments, descriptors: descriptors)
    self.authority = try authority.certificateBytes
    #expect(server.fingerprint == (try authority.fingerprintText))
  }

  func line(_ desk: TestDesk?) throws -> DeskLine {
    try DeskLine(authority: authority, identity: desk.map { ($0.certificate, $0.key) })
  }

  func end(_ lines: DeskLine...) async throws {
    for line in lines { try await line.close() }
    #expect(server.stop() == 0)
    place.remove()
  }
}
