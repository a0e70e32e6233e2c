import Glibc
import Testing

@testable import Console

@Suite struct SecretInputTests {
  /// The results of reading secrets from the given bytes through a descriptor.
  private func read(_ text: String, times: Int = 1) -> [Result<String, SecretInput.Fault>] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return [] }
    _ = Array(text.utf8).withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    defer { close(ends[0]) }
    return (0..<times).map { _ in
      Result { () throws(SecretInput.Fault) in try SecretInput.read("?", from: ends[0]) }
    }
  }

  @Test func oneLineIsReadAndTheNextIsLeftForOthers() {
    #expect(read("K7QF-2M9T\r\nmật khẩu\n", times: 2) == [.success("K7QF-2M9T"), .success("mật khẩu")])
    #expect(read("without an end") == [.success("without an end")])
  }

  @Test func nothingAndTooMuchAreNoSecrets() {
    #expect(read("") == [.failure(.none)])
    #expect(read("\n") == [.failure(.none)])
    #expect(read(String(repeating: "a", count: 5000)) == [.failure(.tooLong)])
  }
}
