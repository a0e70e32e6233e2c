import Testing

@testable import SyncClient

@Suite("The server's address and fingerprint")
struct ServerAddressTests {
  @Test(arguments: [
    ("https://tinh.quangtri.gov.vn", "tinh.quangtri.gov.vn", 443), ("https://10.0.0.7:8443/", "10.0.0.7", 8443),
    ("https://Tinh.VN:1", "tinh.vn", 1), ("https://[FD00::7]:8443", "fd00::7", 8443), ("https://[::1]/", "::1", 443),
  ])
  func isReadAsWritten(text: String, host: String, port: Int) {
    #expect(ServerAddress(text) == ServerAddress(host: host, port: port))
  }

  @Test(arguments: [
    "http://tinh.vn", "tinh.vn", "https://", "https://a:0", "https://a:70000", "https://a/b", "https://a@b",
    "https://a:1:2", "https://a b", "https://á.vn", "https://[::1", "https://[::1]8443", "https://[a]", "https://::1",
  ])
  func nothingElseIsOne(text: String) {
    #expect(ServerAddress(text) == nil)
  }

  @Test func aFingerprintIsReadWithAnySeparators() {
    let bytes: [UInt8] = [0x01, 0xAB, 0xCD, 0xEF, 0x10, 0x20, 0x30, 0x40, 0x50, 0xFF]
    #expect(Fingerprint.text(bytes) == "01AB-CDEF-1020-3040-50FF")
    #expect(Fingerprint.parse("01ab cdef 1020 3040 50ff") == bytes)
    #expect(Fingerprint.parse("01AB-CDEF-1020-3040-50FF") == bytes)
    for wrong in ["", "01AB-CDEF-1020-3040", "01AB-CDEF-1020-3040-50FG", "01AB-CDEF-1020-3040-50FF-00"] {
      #expect(Fingerprint.parse(wrong) == nil)
    }
  }
}
