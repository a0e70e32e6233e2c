/// The XML of a workbook whose sheets have texts (ECMA-376 part 1, 18.2 to 18.8).
enum SheetMarkup {
  /// Ends a cell of a row that is not XML yet. XML cannot contain it, so no cell does.
  static let cellSeparator: UInt8 = 0x1F
  /// Ends such a row.
  static let rowEnd: UInt8 = 0x1E

  /// XML 1.0, production 2.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20
      ? scalar.value != 0xFFFE && scalar.value != 0xFFFF : scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// Everything before the rows.
  /// - Parameters:
  ///   - widths: how many characters the longest line of each column has.
  ///   - isShown: whether a spreadsheet opens at this sheet. Two that were marked would be edited together.
  static func head(widths: [Int], rows: Int, isShown: Bool) -> [UInt8] {
    let columns = widths.enumerated().map { column, width in
      // The style says that what somebody types into an empty cell is a text as well.
      let shown = min(max(width + 2, 8), 60)
      return
        "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(shown)\" style=\"1\" customWidth=\"1\"/>"
    }
    return Array(
      """
      \(declaration)<worksheet xmlns="\(main)"><dimension ref="\(range(widths.count, rows))"/>\
      <sheetViews><sheetView\(isShown ? " tabSelected=\"1\"" : "") workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
      <sheetFormatPr defaultRowHeight="15"/><cols>\(columns.joined())</cols><sheetData>
      """.utf8)
  }

  /// Everything after the rows. Spreadsheets offer to turn digits that are a text into a number, which would take the
  /// zeros away; here they do not.
  static func tail(columns: Int, rows: Int) -> [UInt8] {
    Array(
      """
      </sheetData><ignoredErrors><ignoredError sqref="\(range(columns, rows))" numberStoredAsText="1"/></ignoredErrors>\
      </worksheet>
      """.utf8)
  }

  /// Appends a row to the XML. Empty cells are left out.
  /// - Parameters:
  ///   - number: from 1; the first row is bold.
  ///   - cells: UTF-8 without the characters that XML forbids, separated by `cellSeparator`.
  static func append(row number: Int, _ cells: ArraySlice<UInt8>, to xml: inout [UInt8]) {
    let digits = Array(String(number).utf8)
    xml += rowStart
    xml += digits
    xml += attributeEnd
    var (start, column) = (cells.startIndex, 0)
    while start <= cells.endIndex {
      let end = cells[start...].firstIndex(of: cellSeparator) ?? cells.endIndex
      if end > start {
        xml += cellStart
        xml += columnNames[column]
        xml += digits
        xml += number == 1 ? boldText : plainText
        let isTrimmed = cells[start] > 0x20 && cells[end - 1] > 0x20
        xml += isTrimmed && !cells[start..<end].contains { $0 < 0x20 } ? text : preservedText
        append(text: cells[start..<end], to: &xml)
        xml += cellEnd
      }
      (start, column) = (end + 1, column + 1)
    }
    xml += rowClose
  }

  private static func append(text: ArraySlice<UInt8>, to xml: inout [UInt8]) {
    for place in text.indices {
      switch text[place] {
      case UInt8(ascii: "&"): xml += ampersand
      case UInt8(ascii: "<"): xml += less
      case UInt8(ascii: ">"): xml += greater
      // A parser turns the character itself into a line feed.
      case 0x0D: xml += carriageReturn
      case UInt8(ascii: "_") where isEscape(text[place...]): xml += underscore
      case let byte: xml.append(byte)
      }
    }
  }

  /// Whether a spreadsheet would read the beginning as an escaped character (ECMA-376, ST_Xstring).
  private static func isEscape(_ text: ArraySlice<UInt8>) -> Bool {
    let escape = Array(text.prefix(7))
    guard escape.count == 7, escape[1] == UInt8(ascii: "x"), escape[6] == UInt8(ascii: "_") else { return false }
    return escape[2..<6].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// `A`, `B`, … `AA` for a column that counts from 0.
  static func letters(_ column: Int) -> [UInt8] {
    let last = UInt8(ascii: "A") + UInt8(column % 26)
    return column < 26 ? [last] : letters(column / 26 - 1) + [last]
  }

  private static let columnNames = (0..<WorkbookLimits.columns).map(letters)

  private static func range(_ columns: Int, _ rows: Int) -> String {
    "A1:\(String(decoding: letters(columns - 1), as: UTF8.self))\(rows)"
  }

  private static let rowStart = Array("<row r=\"".utf8)
  private static let rowClose = Array("</row>".utf8)
  private static let attributeEnd = Array("\">".utf8)
  private static let cellStart = Array("<c r=\"".utf8)
  private static let plainText = Array("\" s=\"1\" t=\"inlineStr\"><is>".utf8)
  private static let boldText = Array("\" s=\"2\" t=\"inlineStr\"><is>".utf8)
  private static let text = Array("<t>".utf8)
  private static let preservedText = Array("<t xml:space=\"preserve\">".utf8)
  private static let cellEnd = Array("</t></is></c>".utf8)
  private static let ampersand = Array("&amp;".utf8)
  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)
  private static let carriageReturn = Array("&#13;".utf8)
  private static let underscore = Array("_x005F_".utf8)
}

extension SheetMarkup {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The part with the rows of a sheet, which counts from 0.
  static func partName(_ place: Int) -> String { "xl/worksheets/sheet\(place + 1).xml" }

  /// The parts beside the sheets, which depend on their names only. The types of all parts come first, as in the archives
  /// of spreadsheet programs.
  static func otherParts(sheets: [String]) -> [(name: String, xml: String)] {
    func each(_ text: (_ number: Int, _ name: String) -> String) -> String {
      sheets.enumerated().map { text($0.offset + 1, $0.element) }.joined()
    }
    let sheetTypes = each { number, _ in
      "<Override PartName=\"/\(partName(number - 1))\" ContentType=\"\(types).worksheet+xml\"/>"
    }
    let entries = each { number, name in
      "<sheet name=\"\(attribute(name))\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
    }
    let relations = each { number, _ in
      "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
    }
    return [
      (
        "[Content_Types].xml",
        """
        \(declaration)<Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
        \(sheetTypes)<Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
        """
      ),
      (
        "_rels/.rels",
        """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        \(declaration)<workbook xmlns="\(main)" xmlns:r="\(office)"><bookViews><workbookView/></bookViews>\
        <sheets>\(entries)</sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        \(relations)<Relationship Id="rId\(sheets.count + 1)" Type="\(office)/styles" Target="styles.xml"/></Relationships>
        """
      ),
      ("xl/styles.xml", styles),
    ]
  }

  private static func attribute(_ text: String) -> String {
    var xml: [UInt8] = []
    append(text: Array(text.utf8)[...], to: &xml)
    return String(decoding: xml, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "&quot;")
  }

  /// Style 1 is a text (format 49, "@"), style 2 a bold one.
  private static let styles = """
    \(declaration)<styleSheet xmlns="\(main)"><fonts count="2">\
    <font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
}
