import Foundation
import Testing

@testable import ProvincialServer

/// A copy of the server's disk alone is not enough to act as the province.
@Suite(.serialized) struct SealedKeysTests {
  @Test func keysAreSealedWithAPassphrase() throws {
    let place = try ServerPlace(.sqlite)
    defer { place.remove() }
    let (plain, sealed) = (place.folder + "/authority/authority.pem", place.folder + "/authority/authority.sealed")
    let first = try ServerProcess(place.arguments)
    #expect(first.stop() == 0)
    func keys(_ command: String, _ passphrase: String) throws -> Int32 {
      try ServerProcess.run(["keys", command, "--passphrase-fd", "0"] + place.arguments, input: passphrase).code
    }
    #expect(try keys("seal", "short\n") == 1)
    #expect(try keys("seal", "một câu thật dài\n") == 0)
    #expect(!FileManager.default.fileExists(atPath: plain))
    #expect(throws: ServerProcess.NotRunning.self) { try ServerProcess(place.arguments) }
    // systemd passes the passphrase in this way.
    let credentials = place.folder + "/credentials"
    try FileManager.default.createDirectory(atPath: credentials, withIntermediateDirectories: true)
    try Data("một câu thật dài\n".utf8).write(to: URL(fileURLWithPath: credentials + "/authority-passphrase"))
    let second = try ServerProcess(place.arguments, environment: ["CREDENTIALS_DIRECTORY": credentials])
    #expect(second.fingerprint == first.fingerprint)
    #expect(second.stop() == 0)
    #expect(try keys("unseal", "ein anderer Satz\n") == 1)
    #expect(FileManager.default.fileExists(atPath: sealed))
    #expect(try keys("unseal", "một câu thật dài\n") == 0)
    let third = try ServerProcess(place.arguments)
    #expect(third.fingerprint == first.fingerprint)
    #expect(third.stop() == 0)
  }
}
