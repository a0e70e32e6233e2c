import DossierDomain
import Foundation
import SwiftASN1
import Synchronization
import Testing
import X509

@testable import ProvincialServer

/// A server that runs for a long time without a restart always presents a valid certificate.
@Suite struct ServerIdentityTests {
  @Test func theCertificateIsMadeAnewBeforeItEnds() throws {
    let start = Instant(milliseconds: 1_795_680_000_000)
    let authority = try ProvinceAuthority(province: "Quảng Trị", now: start)
    final class Clock: Sendable {
      let now: Mutex<Instant>
      init(_ now: Instant) { self.now = Mutex(now) }
    }
    let time = Clock(start)
    let identity = try ServerIdentity(authority, names: ["localhost"]) { time.now.withLock { $0 } }
    var shown: Set<[UInt8]> = []
    for day in 0..<1000 {
      let now = Instant(milliseconds: start.milliseconds + Int64(day) * 86_400_000)
      time.now.withLock { $0 = now }
      let bytes = try identity.certificate()
      shown.insert(bytes)
      let certificate = try Certificate(derEncoded: bytes)
      // A desk's clock may be two months ahead.
      #expect(certificate.notValidAfter.timeIntervalSince1970 > Double(now.milliseconds / 1000 + 60 * 86_400))
    }
    #expect(shown.count == 4)
  }
}
