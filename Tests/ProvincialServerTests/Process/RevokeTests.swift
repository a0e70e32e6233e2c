import DossierDomain
import Foundation
import SyncProtocol
import Testing

@testable import ProvincialServer

/// An administrator's command takes effect at once, even while all desks exchange at half past four.
@Suite(.serialized) struct RevokeTests {
  @Test(arguments: StoreKind.allCases) func aDeviceIsRevokedWhileAllOthersHandIn(_ kind: StoreKind) async throws {
    let scene = try ServedProvince(on: kind)
    let url = scene.server.address
    var desks: [(TestDesk, DeskLine)] = []
    for _ in 0..<6 {
      let desk = try scene.province.desk()
      desks.append((desk, try scene.line(desk)))
    }
    let lost = try (0..<8).map { _ in try scene.province.desk() }
    let work = desks.enumerated().map { number, pair in
      Task {
        var desk = pair.0
        var count: UInt64 = 0
        while !Task.isCancelled {
          for _ in 0..<20 {
            count += 1
            try desk.receive(TestDesk.dossier(UInt64(number) << 32 | count), code: "A-\(number)-\(count)")
          }
          try desk.take(await pair.1.sync(desk.request(), url))
        }
      }
    }
    for desk in lost {
      let arguments = ["device", "revoke", desk.device.hexadecimal, "--office", scene.province.office.agencyCode]
      #expect(try await Self.run(arguments + scene.place.arguments) == 0)
    }
    for task in work {
      task.cancel()
      _ = await task.result
    }
    let revoked = try scene.province.administration.devices(of: scene.province.office.id).filter { $0.revokedAt != nil }
    #expect(Set(revoked.map(\.id)) == Set(lost.map(\.device)))
    for (_, line) in desks { try await line.close() }
    try await scene.end()
  }

  /// Runs outside the threads on which the desks' work runs.
  private static func run(_ arguments: [String]) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try ServerProcess.run(arguments).code })
      }
    }
  }
}
