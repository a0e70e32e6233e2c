/// An XLSX workbook (ECMA-376) whose sheets are read as rows of text.
///
/// Numbers come as they are stored, dates in ISO 8601, formulas by their last value, errors as `#REF!`. Used by a
/// process of its own, with limits of memory and time: whatever a file does to it, the program that shows the rows goes
/// on.
public final class Workbook {
  public struct Sheet: Hashable, Sendable {
    public var name: String
    public var isHidden: Bool
    var part: String
  }

  public let sheets: [Sheet]
  private let archive: WorkbookArchive
  private let is1904: Bool
  private let formats: CellFormats
  private let strings: SharedStrings

  public init(path: String) throws(WorkbookError) {
    let archive = try WorkbookArchive(path: path)
    guard archive.has("xl/workbook.xml") else { throw .notAWorkbook }
    self.archive = archive
    let targets = try Self.relations(archive)
    var (found, is1904): ([(name: String, isHidden: Bool, relation: String)], Bool) = ([], false)
    let events = try XMLEvents()
    events.onStart = { element, attributes in
      if element == "workbookPr" { is1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
      // The attribute of the relation is "r:id"; "sheetId" is another one.
      if element == "sheet" {
        found.append(
          (attributes["name"] ?? "", attributes["state"].map { $0 != "visible" } ?? false, attributes["id"] ?? ""))
      }
    }
    try events.parse("xl/workbook.xml", of: archive)
    self.is1904 = is1904
    sheets = found.compactMap { sheet in
      guard let target = targets[sheet.relation], target.kind == "worksheet", archive.has(target.part) else {
        return nil
      }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.part)
    }
    func part(_ kind: String) -> String? { targets.values.first { $0.kind == kind && archive.has($0.part) }?.part }
    formats = if let part = part("styles") { try CellFormats(archive, part) } else { CellFormats() }
    strings = if let part = part("sharedStrings") { try SharedStrings(archive, part) } else { SharedStrings() }
  }

  /// The parts that the workbook names, by the ids of their relations.
  private static func relations(_ archive: WorkbookArchive) throws(WorkbookError) -> [String: (
    kind: String, part: String
  )] {
    var targets: [String: (kind: String, part: String)] = [:]
    guard archive.has("xl/_rels/workbook.xml.rels") else { throw .notAWorkbook }
    let events = try XMLEvents()
    events.onStart = { element, attributes in
      guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
        let type = attributes["Type"]
      else { return }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      targets[id] = (type.split(separator: "/").last.map(String.init) ?? "", part)
    }
    try events.parse("xl/_rels/workbook.xml.rels", of: archive)
    return targets
  }

  /// What was seen in a sheet besides its cells.
  public struct Notes: Hashable, Sendable {
    public var rows = 0
    public var hiddenRows = 0
  }

  /// Passes each row of a sheet to the body, blank ones included, so that the count of rows is that of the spreadsheet.
  public func read(_ sheet: Sheet, _ body: @escaping ([String]) -> Void) throws(WorkbookError) -> Notes {
    let reader = SheetReader(formats: formats, strings: strings, is1904: is1904, body: body)
    try reader.read(sheet.part, of: archive)
    return reader.notes
  }
}

/// The texts that cells share; a workbook stores each once.
final class SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  init(_ archive: WorkbookArchive, _ name: String) throws(WorkbookError) {
    var isText = false
    var isPhonetic = false
    let events = try XMLEvents()
    events.onStart = { element, _ in
      switch element {
      case "t": isText = true
      case "rPh": isPhonetic = true
      default: break
      }
    }
    events.onEnd = { [unowned self] element in
      switch element {
      case "t": isText = false
      case "rPh": isPhonetic = false
      case "si": ends.append(bytes.count)
      default: break
      }
    }
    events.onText = { [unowned self] text throws(WorkbookError) in
      guard isText, !isPhonetic else { return }
      bytes += text
      guard bytes.count <= WorkbookLimits.textBytes else { throw .tooLarge }
    }
    try events.parse(name, of: archive)
  }

  subscript(_ index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }
}
