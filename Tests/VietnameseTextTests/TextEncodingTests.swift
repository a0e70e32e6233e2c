import Testing

@testable import VietnameseText

@Suite struct TextEncodingTests {
  private let vietnamese = "Hồ Thị Kăn Tưm, Nguyễn Văn Ánh, đăng ký khai sinh, xã La Lay, Quảng Trị"
  /// "Nguyễn Văn Đức, đăng ký kết hôn" in both legacy encodings.
  private let tcvn3: [UInt8] = [
    0x4E, 0x67, 0x75, 0x79, 0xD4, 0x6E, 0x20, 0x56, 0xA8, 0x6E, 0x20, 0xA7, 0xF8, 0x63, 0x2C, 0x20, 0xAE, 0xA8, 0x6E,
    0x67,
    0x20, 0x6B, 0xFD, 0x20, 0x6B, 0xD5, 0x74, 0x20, 0x68, 0xAB, 0x6E,
  ]
  private let vni: [UInt8] = [
    0x4E, 0x67, 0x75, 0x79, 0x65, 0xE3, 0x6E, 0x20, 0x56, 0x61, 0xEA, 0x6E, 0x20, 0xD1, 0xF6, 0xF9, 0x63, 0x2C, 0x20,
    0xF1,
    0x61, 0xEA, 0x6E, 0x67, 0x20, 0x6B, 0x79, 0xF9, 0x20, 0x6B, 0x65, 0xE1, 0x74, 0x20, 0x68, 0x6F, 0xE2, 0x6E,
  ]
  private let decoded = "Nguyễn Văn Đức, đăng ký kết hôn"

  @Test func legacyEncodingsAreDetectedAndDecoded() throws {
    #expect(TextEncoding.detect(tcvn3) == .tcvn3)
    #expect(try TextEncoding.tcvn3.decode(tcvn3) == decoded)
    #expect(TextEncoding.detect(vni) == .vni)
    #expect(try TextEncoding.vni.decode(vni) == decoded)
  }

  @Test func legacyBytesSavedAsUTF8AreRepaired() throws {
    for (bytes, encoding) in [(tcvn3, TextEncoding.tcvn3InUTF8), (vni, .vniInUTF8)] {
      let mojibake = Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
      #expect(TextEncoding.detect(mojibake) == encoding)
      #expect(try encoding.decode(mojibake) == decoded)
    }
  }

  @Test func unicodeEncodingsAreDetectedWithAndWithoutMark() throws {
    let utf8 = Array(vietnamese.utf8)
    let little = vietnamese.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = vietnamese.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let cases: [([UInt8], TextEncoding)] = [
      (utf8, .utf8), ([0xEF, 0xBB, 0xBF] + utf8, .utf8), ([0xFF, 0xFE] + little, .utf16LittleEndian),
      ([0xFE, 0xFF] + big, .utf16BigEndian), (little, .utf16LittleEndian), (big, .utf16BigEndian),
      (Array("plain".utf8), .utf8),
    ]
    for (bytes, expected) in cases {
      #expect(TextEncoding.detect(bytes) == expected)
      if expected != .utf8 || bytes.count > 10 { #expect(try expected.decode(bytes) == vietnamese) }
    }
  }

  @Test func everyByteOfALegacyFileDecodesWithoutATrap() throws {
    let all = (0...255).map { UInt8($0) }
    #expect(try !TextEncoding.tcvn3.decode(all).isEmpty)
    #expect(try !TextEncoding.vni.decode(all + all).isEmpty)
  }

  @Test func invalidUTF8IsReportedWithItsPlace() {
    #expect(throws: TextEncoding.DecodingFailure.invalidByte(offset: 3)) {
      try TextEncoding.utf8.decode([97, 98, 99, 0xFF, 100])
    }
    #expect(throws: TextEncoding.DecodingFailure.incompleteUnit(offset: 2)) {
      try TextEncoding.utf16LittleEndian.decode([97, 0, 98])
    }
  }
}
