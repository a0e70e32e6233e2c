/// What the first bytes of a file say it is, when it is no delimited text.
public enum FileFormat: Hashable, Sendable {
  case delimitedText
  /// XLSX or ODS: a ZIP archive.
  case workbook
  /// A binary workbook of Excel 97 to 2003.
  case oldWorkbook
  /// A page in HTML, or the XML form of Excel 2003; portals export such files with the name ".xls".
  case webPage
  case pdf

  public init(of bytes: some Collection<UInt8>) {
    let start = bytes.prefix(1024)
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .workbook
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || start.starts(with: [0x09, 0x08]) {
      self = .oldWorkbook
    } else if start.starts(with: Array("%PDF".utf8)) {
      self = .pdf
    } else {
      // Zero bytes are those of UTF-16.
      let text = String(
        decoding: start.filter { $0 >= 0x20 && $0 < 0x7F }.map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) },
        as: UTF8.self)
      let isPage = ["<!doctype html", "<html", "<table", "<?xml", "<meta", "<head"].contains { text.hasPrefix($0) }
      self = isPage ? .webPage : .delimitedText
    }
  }
}
