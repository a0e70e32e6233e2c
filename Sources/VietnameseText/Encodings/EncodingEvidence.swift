extension TextEncoding {
  /// The encoding by the evidence of the whole file: a byte-order mark, whether its bytes are valid UTF-8, and under
  /// which encoding its words with bytes outside ASCII become syllables that Vietnamese has.
  ///
  /// - Returns: nil if no encoding, or more than one, makes sense of the words.
  public static func detect(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    // In UTF-16, most ASCII letters have a zero byte; a single zero byte is only a control character.
    let sample = bytes.prefix(256 << 10)
    if sample.count(where: { $0 == 0 }) * 5 > sample.count {
      let zerosAtOdd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
      return zerosAtOdd * 4 > sample.count ? .utf16LittleEndian : .utf16BigEndian
    }
    let words = MarkedWords(in: bytes)
    guard !words.isEmpty else { return .utf8 }
    let isUTF8 = UTF8Share(of: bytes).isUTF8
    let candidates: [TextEncoding] =
      isUTF8 ? [.utf8, .tcvn3InUTF8, .vniInUTF8, .utf8Twice] : [.tcvn3, .vni, .windows1258, .viscii, .vps]
    let scores = candidates.map { (encoding: $0, score: words.score(as: $0)) }.sorted { $0.score > $1.score }
    if isUTF8 {
      // Valid UTF-8 is UTF-8, unless another reading explains its words much better.
      let plain = scores.first { $0.encoding == .utf8 }?.score ?? 0
      return scores[0].score > plain + 0.25 ? scores[0].encoding : .utf8
    }
    guard scores[0].score >= 0.5, scores[0].score > scores[1].score + 0.02 else { return nil }
    return scores[0].encoding
  }
}

/// The distinct words of a file that have bytes outside ASCII, as bytes, with the number of times they occur.
private struct MarkedWords {
  private var counts: [[UInt8]: Int] = [:]
  /// More distinct words say nothing new.
  private static let maximum = 20_000
  /// No syllable is longer in any of the encodings.
  private static let longest = 24

  var isEmpty: Bool { counts.isEmpty }

  init(in bytes: [UInt8]) {
    var word: [UInt8] = []
    var isMarked = false
    for byte in bytes {
      let isLetter = (0x41...0x5A).contains(byte & 0xDF)
      // VISCII and VPS have letters at control bytes.
      let isOutsideASCII = byte >= 0x80 || (byte < 0x20 && byte > 0x01 && !(0x09...0x0D).contains(byte))
      if isLetter || isOutsideASCII {
        isMarked = isMarked || byte >= 0x80
        if word.count <= Self.longest { word.append(byte) }
        continue
      }
      if isMarked { add(word) }
      if !word.isEmpty { word.removeAll(keepingCapacity: true) }
      isMarked = false
    }
    if isMarked { add(word) }
  }

  private mutating func add(_ word: [UInt8]) {
    if word.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(word.dropFirst(3))
      if rest.contains(where: { $0 >= 0x80 }) { add(rest) }
    } else if counts[word] != nil || counts.count < Self.maximum {
      counts[word, default: 0] += 1
    }
  }

  /// The share of words that become syllables, from 0 to 1. A frequent word counts a little more than a rare one, but
  /// never as much as several words. A word that becomes something else than letters counts against the encoding.
  func score(as encoding: TextEncoding) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for (bytes, count) in counts {
      let weight = Double(min(count, 4))
      weights += weight
      sum += weight * Self.value(encoding.decodeDamaged(bytes))
    }
    return weights == 0 ? 0 : sum / weights
  }

  private static func value(_ text: String) -> Double {
    let words = text.split { !$0.isLetter && !$0.isSymbol && $0 != "\u{FFFD}" }
    guard !words.isEmpty else { return -0.5 }
    let values = words.map { word -> Double in
      if word.contains(where: { !$0.isLetter }) { return -1 }
      guard isPlausibleSyllable(word) else { return 0 }
      return commonSyllables.contains(word.lowercased()) ? 1.2 : 1
    }
    return values.reduce(0, +) / Double(values.count)
  }
}

/// Syllables of the most frequent names and headings. Two encodings can both give possible syllables for a few words;
/// only one gives these.
private let commonSyllables: Set<String> = Set(
  """
  nguyễn trần lê phạm hoàng huỳnh võ vũ đặng bùi đỗ hồ ngô dương lý đinh thị văn hữu đức quốc ngọc hồng thúy phượng hùng dũng tuấn \
  việt đường xuân thành hải hà hòa bình mã hồ sơ số họ và tên ngày nhận hẹn trả kết quả địa chỉ điện thoại giấy tờ thủ tục xã thôn \
  tỉnh quảng trị đăng ký khai sinh chứng thực bản tình trạng hôn nhân tiếp trạng thái ghi chú người nộp chủ cơ quan giải quyết bộ
  """.split(separator: " ").map(String.init))

/// How much of a file is valid UTF-8.
private struct UTF8Share {
  private var (right, wrong) = (0, 0)

  init(of bytes: [UInt8]) {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    reading: while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): if scalar.count > 1 { right += 1 }
      case .error: wrong += 1
      case .emptyInput: break reading
      }
    }
  }

  /// In a text with one byte per letter nearly every sequence would be invalid; in UTF-8 with some lines of another
  /// encoding most are valid.
  var isUTF8: Bool { wrong == 0 || right > wrong }
}
