import DossierDomain
import VietnameseText

/// A file of delimited text whose encoding and delimiter are known.
struct DelimitedFile {
  let encoding: TextEncoding
  let delimiter: UInt8
  private let bytes: [UInt8]
  /// The encoding of `bytes`; UTF-16 is converted at once.
  private let innerEncoding: TextEncoding
  /// Where the records begin, behind a byte-order mark and a line `sep=;`.
  private let start: Int
  private let isDelimiterSaid: Bool

  /// - Parameters:
  ///   - encoding: nil to decide it by the evidence of the file.
  ///   - headingScore: how many headings of the wanted table a record contains. The delimiter that shows the best
  ///     heading is the right one; counting characters is not enough, because addresses contain commas and notes
  ///     semicolons.
  init(
    _ bytes: [UInt8], encoding: TextEncoding?, headingScore: (_ fields: [String]) -> Int = { _ in 0 }
  ) throws(TableFileError) {
    guard FileFormat(of: bytes) == .delimitedText else { throw .format(FileFormat(of: bytes)) }
    // A file that was not written to its end is filled with zeros by the disk.
    let bytes = bytes.last == 0 && bytes.suffix(64).allSatisfy { $0 == 0 } ? Self.withoutZeros(bytes) : bytes
    guard let encoding = encoding ?? TextEncoding.detect(bytes) else { throw .encodingUnknown }
    self.encoding = encoding
    if encoding.keepsASCII {
      self.bytes = bytes
      innerEncoding = encoding
    } else {
      self.bytes = Array(encoding.decodeDamaged(bytes).utf8)
      innerEncoding = .utf8
    }
    let afterMark = self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let (said, end) = Self.saidDelimiter(in: self.bytes, from: afterMark) {
      (delimiter, start, isDelimiterSaid) = (said, end, true)
    } else {
      (start, isDelimiterSaid) = (afterMark, false)
      delimiter = Self.detectDelimiter(in: self.bytes, from: afterMark, innerEncoding, headingScore)
    }
  }

  var records: DelimitedTextReader {
    DelimitedTextReader(
      bytes: bytes, delimiter: delimiter, encoding: innerEncoding, start: start, firstLine: isDelimiterSaid ? 2 : 1)
  }

  private static func withoutZeros(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    while bytes.last == 0 { bytes.removeLast() }
    // The second half of the last letter may be a zero.
    if bytes.starts(with: [0xFF, 0xFE]), !bytes.count.isMultiple(of: 2) { bytes.append(0) }
    return bytes
  }

  private static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// Excel's first line "sep=;".
  private static func saidDelimiter(in bytes: [UInt8], from start: Int) -> (delimiter: UInt8, end: Int)? {
    let line = bytes[start...].prefix(8)
    guard line.count >= 5, line.prefix(4).elementsEqual("sep=".utf8) else { return nil }
    let delimiter = bytes[start + 4]
    guard candidates.contains(delimiter) else { return nil }
    var end = start + 5
    while end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    return (delimiter, end)
  }

  private static func detectDelimiter(
    in bytes: [UInt8], from start: Int, _ encoding: TextEncoding, _ headingScore: ([String]) -> Int
  ) -> UInt8 {
    var best: (delimiter: UInt8, score: [Double]) = (candidates[0], [])
    for delimiter in candidates {
      var reader = DelimitedTextReader(bytes: bytes, delimiter: delimiter, encoding: encoding, start: start)
      var counts: [Int: Int] = [:]
      var heading = 0
      var rows = 0
      while rows < 200, reader.bytesRead < start + 1 << 20, let record = reader.next() {
        guard !record.fields.allSatisfy(\.isEmpty) else { continue }
        rows += 1
        // A row of too many cells is not read, but shows what divides it.
        counts[record.hasTooManyFields ? DelimitedTextReader.maximumFields + 1 : record.fields.count, default: 0] += 1
        if rows <= 40 { heading = max(heading, headingScore(record.fields)) }
      }
      let most = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
      let share = rows == 0 ? 0 : Double(most?.value ?? 0) / Double(rows)
      let score = [Double(heading), share, Double(most?.key ?? 0)]
      if best.score.lexicographicallyPrecedes(score) { best = (delimiter, score) }
    }
    return best.delimiter
  }
}

/// Why a file could not be read as a table at all.
public enum TableFileError: Error, Hashable, Sendable {
  /// It is no delimited text.
  case format(FileFormat)
  /// No encoding, or more than one, makes sense of its words.
  case encodingUnknown
}

extension TableFileError {
  /// A sentence that says what the file is and what to do.
  public func wording(_ language: Language) -> String {
    switch self {
    case .format(.workbook):
      language.pick(
        "Đây là bảng tính (XLSX). Trong phần mềm bảng tính, chọn Lưu thành \"CSV UTF-8\" rồi nhập tệp đó.",
        "This is a spreadsheet (XLSX). In the spreadsheet program save it as \"CSV UTF-8\" and import that file.")
    case .format(.oldWorkbook):
      language.pick(
        "Đây là bảng tính Excel đời cũ (XLS). Mở bằng phần mềm bảng tính, chọn Lưu thành \"CSV UTF-8\" rồi nhập tệp đó.",
        "This is a spreadsheet of an old Excel (XLS). Open it, save it as \"CSV UTF-8\" and import that file.")
    case .format(.webPage):
      language.pick(
        "Đây là trang web (HTML hoặc XML), dù tên tệp là gì. Mở bằng phần mềm bảng tính, chọn Lưu thành \"CSV UTF-8\" rồi nhập tệp đó.",
        "This is a web page (HTML or XML), whatever its name says. Open it in a spreadsheet program, save it as \"CSV UTF-8\" and "
          + "import that file.")
    case .format(.pdf):
      language.pick(
        "Đây là tệp PDF; không lấy được dòng và cột từ đó. Hãy xuất sổ ra CSV hoặc bảng tính.",
        "This is a PDF file, from which rows and columns cannot be read. Export the register as CSV or as a spreadsheet."
      )
    case .format(.delimitedText), .encodingUnknown:
      language.pick(
        "Không nhận ra bảng mã của chữ. Chọn bằng --encoding: \(Self.names), hoặc lưu lại tệp thành \"CSV UTF-8\".",
        "The encoding of the letters is not known. Choose it by --encoding: \(Self.names), or save the file as \"CSV UTF-8\"."
      )
    }
  }

  private static var names: String { TextEncoding.allCases.map(\.rawValue).joined(separator: ", ") }
}
