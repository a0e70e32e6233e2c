import Documents
import DossierDomain
import DossierStore

/// A register in a file, CSV or workbook, opened with what was decided about it.
struct RegisterFile {
  var reader: RegisterReader
  /// What a clerk should know of a workbook.
  var sentences: [String] = []
  /// Of a workbook: the sheets that were not read.
  var sheetsLeftOut: [String] = []

  enum Failure: Error {
    case unreadable(path: String)
    case sheet(SheetHelper.Failure)
    case register(RegisterReader.ReadError)
    case store(StoreError)
  }

  /// Reads the file and finds out what its columns mean. Of a workbook the first sheet with the headings of a register
  /// is read, unless one is named: many begin with a cover.
  init(
    _ path: String, sheet: String? = nil, _ choices: RegisterChoices, _ workplace: Workplace
  ) throws(Failure) {
    guard let bytes = WholeFile.bytes(at: path, atMost: RegisterReader.maximumBytes) else {
      throw .unreadable(path: path)
    }
    let opening: Opening
    do throws(StoreError) { opening = try workplace.store.office.opening() } catch { throw .store(error) }
    let today = workplace.clock.now.civilDate
    func read(_ bytes: [UInt8]) -> Result<RegisterReader, RegisterReader.ReadError> {
      let catalogue = opening.catalogue
      return Result { () throws(RegisterReader.ReadError) in
        try RegisterReader(bytes: bytes, choices: choices, office: opening.office, today: today) { text in
          (catalogue.version(of: text, on: today) ?? catalogue.version(named: text, on: today)).map {
            .init(code: $0.code, name: $0.name, isConfidential: $0.isConfidential)
          }
        }
      }
    }
    guard FileFormat(of: bytes) == .workbook else {
      reader = try Self.register(read(bytes))
      return
    }
    let existing = TypedPath.existing(path)
    var rows = try Self.rows(of: existing, sheet)
    var found = read(rows.csv)
    for other in rows.otherSheets.prefix(20) where sheet == nil {
      guard case .failure(.headerMissing) = found else { break }
      rows = try Self.rows(of: existing, other)
      found = read(rows.csv)
    }
    reader = try Self.register(found)
    sentences = rows.sentences(workplace.language)
    sheetsLeftOut = rows.otherSheets + rows.hiddenSheets
  }

  private static func rows(of path: String, _ sheet: String?) throws(Failure) -> SheetHelper.Rows {
    do throws(SheetHelper.Failure) { return try SheetHelper.rows(of: path, sheet: sheet) } catch { throw .sheet(error) }
  }

  private static func register(
    _ found: Result<RegisterReader, RegisterReader.ReadError>
  ) throws(Failure) -> RegisterReader {
    do throws(RegisterReader.ReadError) { return try found.get() } catch { throw .register(error) }
  }
}

extension RegisterFile.Failure {
  func wording(_ language: Language) -> String {
    switch self {
    case .unreadable(let path): language.pick("Không đọc được tệp \(path).", "Cannot read \(path).")
    case .sheet(let failure): failure.wording(language)
    case .register(let error): error.wording(language)
    case .store(let error): error.wording(language)
    }
  }
}
