import CHardening
import Glibc
import Version
import Workbook

/// `dossier-sheet --for VERSION FILE [SHEET]`: the process in which `dossier` reads a workbook. It writes the rows of
/// the first sheet that has any, or of the named one, to standard output as CSV, a line a row, and what else is to be
/// known to standard error as `key=value`. It takes no part in the office's data, and its limits hold whatever the file
/// does.
///
/// `dossier-sheet --for VERSION --write OUTPUT [SHEET ROWS]…` writes the CSV of standard input, each record with its line
/// end, as a workbook, which must not exist yet and appears when it is complete. Each named sheet has the next so many
/// records.
@main
enum DossierSheet {
  /// The most bytes of a file that is written.
  private static let writtenBytes = 200 << 20

  static func main() {
    let arguments = CommandLine.arguments
    let isWriting = arguments.count > 3 && arguments[3] == "--write"
    limit(fileBytes: isWriting ? writtenBytes : 0)
    let sheets = isWriting ? sheets(arguments.dropFirst(5)) : []
    guard arguments.count >= 4, arguments[1] == "--for", !isWriting || arguments.count >= 5, let sheets else {
      fail("usage: dossier-sheet --for VERSION FILE [SHEET] | --for VERSION --write OUTPUT [SHEET ROWS]...", 64)
    }
    guard arguments[2] == ProgramVersion.text else { fail("fault=version", 65) }
    if isWriting { return write(workbook: arguments[4], sheets) }
    do throws(WorkbookError) {
      try write(path: arguments[3], sheetName: arguments.count > 4 ? arguments[4] : nil)
    } catch {
      fail("fault=\(error.rawValue)", 65)
    }
  }

  private static func write(path: String, sheetName: String?) throws(WorkbookError) {
    let workbook = try Workbook(path: path)
    let output = Output()
    if let sheetName {
      guard let sheet = workbook.sheets.first(where: { $0.name == sheetName }) else {
        sayNames(of: workbook)
        throw .sheetMissing
      }
      note(sheet, try workbook.read(sheet) { output.write($0) }, workbook)
      return output.flush()
    }
    for sheet in workbook.sheets where !sheet.isHidden {
      let notes = try workbook.read(sheet) { output.write($0) }
      if output.hasCells {
        note(sheet, notes, workbook)
        return output.flush()
      }
      output.forget()
    }
    throw .empty
  }

  private static func note(_ sheet: Workbook.Sheet, _ notes: Workbook.Notes, _ workbook: Workbook) {
    say("sheet=\(sheet.name)")
    sayNames(of: workbook)
    if notes.hiddenRows > 0 { say("hiddenRows=\(notes.hiddenRows)") }
  }

  private static func sayNames(of workbook: Workbook) {
    for one in workbook.sheets { say("\(one.isHidden ? "hiddenSheet" : "visibleSheet")=\(one.name)") }
  }

  /// Nil if the arguments are no names of sheets, each with its number of rows.
  private static func sheets(_ arguments: ArraySlice<String>) -> [WorkbookOutput.Sheet]? {
    var sheets: [WorkbookOutput.Sheet] = []
    var rest = arguments
    while let name = rest.popFirst() {
      guard let rows = rest.popFirst().flatMap({ Int($0) }), rows > 0 else { return nil }
      sheets.append(WorkbookOutput.Sheet(name: name, rows: rows))
    }
    return WorkbookWriter.areSheetNames(sheets.map(\.name)) ? sheets : nil
  }

  private static func write(workbook path: String, _ sheets: [WorkbookOutput.Sheet]) {
    // A line a second shows the caller that the work goes on.
    var last = ContinuousClock.now
    do throws(WorkbookOutput.Fault) {
      try WorkbookOutput().write(to: path, sheets: sheets) {
        guard last.duration(to: .now) >= .seconds(1) else { return }
        last = .now
        say("working=")
      }
    } catch {
      if let row = error.row { say("row=\(row)") }
      if let column = error.column { say("column=\(column)") }
      fail("fault=\(error.name)", 65)
    }
  }

  /// Memory, processor time, no core file, no new files or files of a bounded size. The processor's last seconds are
  /// for removing an unfinished file.
  private static func limit(fileBytes: Int) {
    // A size of 0 is not enough where the system pipes cores to a program.
    _ = chardening_forbid_dumps()
    let limits = [
      (RLIMIT_AS, 1 << 30, 1 << 30), (RLIMIT_CPU, 60, 65), (RLIMIT_CORE, 0, 0), (RLIMIT_FSIZE, fileBytes, fileBytes),
    ]
    for (resource, most, hard) in limits {
      var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(hard))
      setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
  }

  private static func say(_ line: String) {
    let bytes = Array(line.utf8.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(300)) + [0x0A]
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  private static func fail(_ line: String, _ code: Int32) -> Never {
    say(line)
    exit(code)
  }
}

/// Standard output as CSV. Line ends in a cell become vertical tabs, so that a line is a row and a cell keeps its lines.
private final class Output {
  private var waiting: [UInt8] = []
  private(set) var hasCells = false
  /// Of the widest row so far. A workbook leaves out the empty cells at the end of a row, which a table has.
  private var width = 0

  func write(_ row: [String]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { waiting.append(UInt8(ascii: ",")) }
      guard !cell.isEmpty else { continue }
      hasCells = true
      waiting.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { waiting.append(byte) }
        waiting.append(byte == 0x0A || byte == 0x0D ? 0x0B : byte)
      }
      waiting.append(UInt8(ascii: "\""))
    }
    width = max(width, row.count)
    if !row.isEmpty { waiting += repeatElement(UInt8(ascii: ","), count: width - row.count) }
    waiting.append(0x0A)
    // Blank rows before the first cell belong to this sheet only if it has any.
    if hasCells, waiting.count > 64 << 10 { flush() }
  }

  /// Drops the blank rows of a sheet without cells.
  func forget() { (waiting, width) = ([], 0) }

  func flush() {
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(74) }
      rest = rest.dropFirst(count)
    }
    waiting = []
  }
}
