/// The encodings that have one byte for every Vietnamese letter, capitals included. They need more than the 128 bytes
/// of the upper half, so that rare capitals stand at control bytes that texts do not use.
struct SingleByteTable {
  private let letters: [Unicode.Scalar]

  /// - Parameters:
  ///   - upperHalf: the letters of the bytes 0x80 to 0xFF; "·" where there is none.
  ///   - controls: the letters that stand at control bytes.
  private init(upperHalf: String, controls: [UInt8: Unicode.Scalar]) {
    var letters = (0..<0x80).map { Unicode.Scalar(UInt8($0)) }
    letters += upperHalf.unicodeScalars.map { $0 == "·" ? "\u{FFFD}" : $0 }
    letters[0xA0] = letters[0xA0] == "\u{FFFD}" ? " " : letters[0xA0]
    for (byte, letter) in controls { letters[Int(byte)] = letter }
    self.letters = letters
  }

  func decode(_ bytes: some Sequence<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    for byte in bytes { view.append(letters[Int(byte)]) }
    return String(view)
  }

  /// RFC 1456.
  static let viscii = SingleByteTable(
    upperHalf:
      "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" + "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ" + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
      + "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
    controls: [0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"])

  /// The encoding of the Vietnamese Professionals Society.
  static let vps = SingleByteTable(
    upperHalf:
      "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ··ỀỂỄỐỒỔỖýỷỵỚỜỞ" + "·ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự" + "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ·"
      + "àáâãảạă·èéêẽìí·ĩẴĐòóôõ·Ơụùúủ·ỶẼỳ",
    controls: [
      0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ", 0x12: "Ộ",
      0x13: "Ợ", 0x14: "Ụ", 0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
    ])
}

/// Windows-1258: letters with hats have bytes of their own, most tones are combining marks after the vowel.
func decodeWindows1258(_ bytes: some Sequence<UInt8>) -> String {
  var view = String.UnicodeScalarView()
  for byte in bytes {
    if byte < 0x80 {
      view.append(Unicode.Scalar(byte))
    } else if let special = windows1258[byte] {
      view.append(special)
    } else if byte >= 0xA0 {
      view.append(Unicode.Scalar(byte))
    } else {
      view.append(scalar(ofWindows1252: byte) ?? "\u{FFFD}")
    }
  }
  return String(view)
}

/// Where Windows-1258 differs from Windows-1252. Some of its bytes from 0x80 on have no character.
private let windows1258: [UInt8: Unicode.Scalar] = [
  0x8A: "\u{FFFD}", 0x8E: "\u{FFFD}", 0x9A: "\u{FFFD}", 0x9E: "\u{FFFD}", 0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ",
  0xD2: "\u{309}",
  0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă", 0xEC: "\u{301}", 0xF0: "đ", 0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư",
  0xFE: "₫",
]
