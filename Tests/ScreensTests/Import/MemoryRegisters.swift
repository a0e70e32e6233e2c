import Documents
import DossierDomain
import OfficeWork

@testable import Screens

/// Registers in memory: what a file of this path contains.
struct MemoryRegisters {
  var files: [String: String] = [:]
  private(set) var taken: [RegisterQuery] = []
  /// Of the dossiers of a file, how many are known and only read differently.
  var readDifferently = 0
  /// Why the machine's date is in doubt.
  var clockDoubt: ClockDoubt?
  /// Files whose encoding has to be chosen.
  var encodingsUnknown: Set<String> = []
  /// The choices for an earlier file.
  var remembered: RegisterChoices?
  /// Of a workbook the sheets, of which `files` has the rows under the path and their name: "/so.xlsx#Nháp".
  var sheets: [String: [RegisterSheet]] = [:]

  static let form07 = """
    Mã hồ sơ;Khách;Ngày nhận;Hẹn trả;Trạng thái
    000.19.45.H50-261105-9001;Hồ Thị Một;05/11/2026;09/11/2026;Đang xử lý
    000.19.45.H50-261105-9002;Hồ Thị Hai;05/11/2026;09/11/2026;Xong bước 2
    000.19.45.H50-261105-9003;Hồ Thị Ba;31/11/2026;09/11/2026;Đã trả

    """

  func offers(_ typed: String) -> [FileOffer] {
    files.keys.sorted().filter { $0.hasPrefix(typed) || typed.isEmpty }.map {
      FileOffer(path: $0, isFolder: false, modifiedAt: Instant(milliseconds: 1_793_000_000_000))
    }
  }

  func look(_ query: RegisterQuery, _ office: Office, _ language: Language) -> RegisterLook {
    guard let sheets = sheets[query.path] else { return look(query, at: query.path, office, language) }
    let sheet = query.sheet ?? sheets.first { !$0.isHidden }?.name ?? ""
    var look = look(query, at: "\(query.path)#\(sheet)", office, language)
    // Of a sheet that cannot be read nothing is known, as of a damaged file.
    if files["\(query.path)#\(sheet)"] != nil { (look.sheets, look.sheet) = (sheets, sheet) }
    return look
  }

  private func look(
    _ query: RegisterQuery, at path: String, _ office: Office, _ language: Language
  ) -> RegisterLook {
    guard let text = files[path] else { return RegisterLook(sentences: ["Không đọc được tệp \(path)."]) }
    if encodingsUnknown.contains(path), query.choices.encoding == nil {
      var look = RegisterLook(sentences: ["Không nhận ra bảng mã của chữ."])
      look.isEncodingUnknown = true
      return look
    }
    let remembered = query.usesRemembered && query.choices.isEmpty ? remembered : nil
    do throws(RegisterReader.ReadError) {
      var reader = try RegisterReader(
        bytes: Array(text.utf8), choices: remembered ?? query.choices, office: office,
        today: CivilDate(dayNumber: 20_782), procedure: { _ in nil })
      var look = RegisterLook(understanding: reader.understanding)
      look.remembered = remembered
      look.clockDoubt = clockDoubt
      guard reader.understanding.questions.isEmpty else {
        look.sentences = reader.understanding.questions.map { $0.wording(language) }
        return look
      }
      while let row = reader.next() {
        switch row {
        case .dossier(_, let line):
          look.imported += 1
          look.firsts[.imported] = look.firsts[.imported] ?? reader.dossier(in: reader.fields, line: line)
        case .repeated: look.unchanged += 1
        case .problem(let problem):
          look.rejected += 1
          look.firsts[.rejected] = look.firsts[.rejected] ?? reader.dossier(in: problem.fields, line: problem.line)
          if case .statusUnknown(let word) = problem.reason { look.unknownStatuses.append(word) }
          look.sentences.append("dòng:\(problem.line): \(problem.column): \(problem.reason.wording(language))")
        }
      }
      look.readDifferently = min(readDifferently, look.imported)
      look.imported -= look.readDifferently
      return look
    } catch {
      return RegisterLook(sentences: [error.wording(language)])
    }
  }

  mutating func take(_ query: RegisterQuery, _ office: Office, _ language: Language) -> RegisterTaken {
    taken.append(query)
    let look = look(query, office, language)
    let updated = query.agreement.contains(.readings) ? look.readDifferently : 0
    return RegisterTaken(
      imported: look.imported, updated: updated, unchanged: look.unchanged, rejected: look.rejected,
      readDifferently: look.readDifferently - updated,
      rejectsFile: look.rejected > 0 ? query.path + ".rejects.csv" : nil)
  }
}
