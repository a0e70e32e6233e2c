import Documents
import DossierDomain
import DossierStore

/// A register in a file, CSV or workbook, opened with what was decided about it.
struct RegisterFile {
  var reader: RegisterReader
  /// What a clerk should know of a workbook.
  var sentences: [String] = []
  /// Of a workbook all its sheets, and the name of the one that was read.
  private(set) var sheets: [RegisterSheet] = []
  private(set) var sheet: String?

  /// Of a workbook: the sheets that were not read.
  var sheetsLeftOut: [String] { sheets.map(\.name).filter { $0 != sheet } }

  enum Failure: Error {
    case unreadable(path: String)
    case sheet(SheetHelper.Failure)
    /// With the sheets of a workbook, of which another one may be the register.
    case register(RegisterReader.ReadError, sheets: [RegisterSheet] = [], sheet: String? = nil)
    case store(StoreError)
  }

  /// What was decided about the file, now or for an earlier one.
  let choices: RegisterChoices
  /// The choices for an earlier file with the same headings, if they were used.
  private(set) var remembered: RegisterChoices?
  /// What the choices are remembered by.
  let form: RememberedChoices.Form

  /// Reads the file and finds out what its columns mean. Of a workbook the first sheet with the headings of a register
  /// is read, unless one is named: many begin with a cover.
  /// - Parameter usesRemembered: whether choices for an earlier file with the same headings hold where `choices` says
  ///   nothing.
  init(
    _ path: String, sheet: String? = nil, _ choices: RegisterChoices, usesRemembered: Bool, _ workplace: Workplace
  ) throws(Failure) {
    guard let beginning = WholeFile.bytes(at: path, atMost: 1024) else { throw .unreadable(path: path) }
    let opening: Opening
    do throws(StoreError) { opening = try workplace.store.office.opening() } catch { throw .store(error) }
    let today = workplace.clock.now.civilDate
    let memory = RememberedChoices(store: workplace.store.office)
    func read(_ bytes: [UInt8]) -> (form: RememberedChoices.Form, earlier: RegisterChoices?, register: Found) {
      let form = RememberedChoices.Form(bytes)
      let earlier = usesRemembered ? memory.choices(for: form) : nil
      let catalogue = opening.catalogue
      return (
        form, earlier,
        Result { () throws(RegisterReader.ReadError) in
          try RegisterReader(
            bytes: bytes, choices: choices.over(earlier ?? RegisterChoices()), office: opening.office, today: today
          ) { text in
            (catalogue.version(of: text, on: today) ?? catalogue.version(named: text, on: today)).map {
              .init(code: $0.code, name: $0.name, isConfidential: $0.isConfidential)
            }
          }
        }
      )
    }
    let found: (form: RememberedChoices.Form, earlier: RegisterChoices?, register: Found)
    if FileFormat(of: beginning) == .workbook {
      let existing = TypedPath.existing(path)
      var rows = try Self.rows(of: existing, sheet)
      var sheetFound = read(rows.csv)
      for other in rows.otherSheets.filter({ !$0.isHidden }).prefix(20) where sheet == nil {
        guard case .failure(.headerMissing) = sheetFound.register else { break }
        rows = try Self.rows(of: existing, other.name)
        sheetFound = read(rows.csv)
      }
      found = sheetFound
      sentences = rows.sentences(workplace.language)
      (sheets, self.sheet) = (rows.sheets, rows.sheet)
    } else if let bytes = WholeFile.bytes(at: path, atMost: RegisterReader.maximumBytes) {
      found = read(bytes)
    } else {
      throw .unreadable(path: path)
    }
    do throws(RegisterReader.ReadError) { reader = try found.register.get() } catch {
      throw .register(error, sheets: sheets, sheet: self.sheet)
    }
    (form, remembered) = (found.form, found.earlier)
    self.choices = choices.over(found.earlier ?? RegisterChoices())
    if remembered != nil {
      sentences.append(
        workplace.language.pick(
          "Dùng lại lựa chọn của lần trước cho tệp có cùng tiêu đề cột.",
          "The choices of last time for a file with the same headings are used again."))
    }
  }

  private typealias Found = Result<RegisterReader, RegisterReader.ReadError>

  private static func rows(of path: String, _ sheet: String?) throws(Failure) -> SheetHelper.Rows {
    do throws(SheetHelper.Failure) { return try SheetHelper.rows(of: path, sheet: sheet) } catch { throw .sheet(error) }
  }
}

extension RegisterFile.Failure {
  /// On a screen the other sheets are a row of their own.
  func wording(_ language: Language, isForCommandLine: Bool = true) -> String {
    switch self {
    case .unreadable(let path): language.pick("Không đọc được tệp \(path).", "Cannot read \(path).")
    case .sheet(let failure): failure.wording(language)
    case .register(.file(.encodingUnknown), _, _) where !isForCommandLine:
      language.pick(
        "Không nhận ra bảng mã của chữ: ▶ ở dòng \"(bảng mã)\" để chọn.",
        "The encoding of the letters is not known: ▶ in the row \"(encoding)\" chooses one.")
    case .register(let error, let sheets, let sheet?) where sheets.count > 1:
      language.pick("Trang \"\(sheet)\": ", "The sheet \"\(sheet)\": ") + error.wording(language)
        + (isForCommandLine ? " " + RegisterSheet.list(sheets, language) + " (--sheet)." : "")
    case .register(let error, _, _): error.wording(language)
    case .store(let error): error.wording(language, isForCommandLine: isForCommandLine)
    }
  }
}
