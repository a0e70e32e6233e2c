import DossierDomain
import Foundation
import Testing

@testable import Documents

/// Registers as real spreadsheets and older software leave them, each with the right result. Names and numbers are
/// invented.
@Suite struct RegisterCaseTests {
  struct Outcome {
    var dossiers: [ImportedDossier] = []
    var problems: [RegisterProblem] = []
    var remarks: [RegisterRemark] = []
    var repeated = 0
    var beside = 0
    var understanding: RegisterUnderstanding?

    var names: [String] { dossiers.map(\.owner.name) }
    var places: [String] { problems.map { "\($0.line) \($0.column)" } }
  }

  static let office = Office(
    id: OfficeID(high: 1, low: 2), name: "TTPVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
  static let today = CivilDate(dayNumber: 20_787)

  static func read(_ bytes: [UInt8], _ choices: RegisterChoices = RegisterChoices()) throws -> Outcome {
    var reader = try RegisterReader(bytes: bytes, choices: choices, office: office, today: today) { _ in nil }.checked()
    var outcome = Outcome(understanding: reader.understanding)
    while let row = reader.next() {
      switch row {
      case .dossier(let dossier, _):
        outcome.dossiers.append(dossier)
        outcome.remarks += reader.remarks
      case .problem(let problem): outcome.problems.append(problem)
      case .repeated: outcome.repeated += 1
      }
    }
    outcome.beside = reader.linesBeside
    return outcome
  }

  private func read(_ file: String, _ choices: RegisterChoices = RegisterChoices()) throws -> Outcome {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Registers")
    return try Self.read(Array(try Data(contentsOf: folder.appendingPathComponent(file))), choices)
  }

  private func at(_ written: String) -> Instant? { Instant(iso8601: "\(written):00+07:00") }

  private static let seven = [
    "Hồ Thị Mẫu", "Nguyễn Văn Đường", "Trần Thị Thúy Phượng", "Đặng Hữu Nghĩa", "Lê Quốc Việt", "Phạm Thị Ngọc Ánh",
    "Võ Thị Kiều Oanh",
  ]

  // MARK: Numbers that spreadsheets change

  @Test func aNumberWithADecimalPartGetsItsZeroBack() throws {
    let found = try read("number-with-decimal.csv")
    #expect(found.dossiers.map(\.owner.identityNumber) == ["045098001236"])
    #expect(found.remarks.map(\.kind) == [.numberRestored(written: "45098001236.0", stored: "045098001236")])
  }

  @Test func numbersAndPhonesAreReadOrReported() throws {
    let found = try read("spreadsheet-numbers.csv")
    #expect(
      found.dossiers.map(\.owner.identityNumber) == ["045098001234", "045098001235", "045098001236", "045098001237"])
    #expect(found.dossiers.map(\.owner.phone) == Array(repeating: "0912345678", count: 4))
    #expect(found.problems.map(\.reason) == [.numberDigitsLost("4.5098E+10"), .phoneDigitsLost("9.12E+08")])
    #expect(found.dossiers.map(\.copies) == [1, 1, 1, 1])
    #expect(Set(found.remarks.map(\.line)) == [3, 6])
  }

  // MARK: Dates

  @Test func numbersOfDaysAreDates() throws {
    let found = try read("date-serials.csv")
    #expect(found.dossiers.map(\.receivedAt) == [at("2026-10-05T07:00"), at("2026-10-05T08:15")])
    #expect(found.dossiers.map(\.dueAt) == [at("2026-10-07T17:00"), at("2026-10-07T17:00")])
  }

  @Test func aColumnWithTheMonthFirstIsReadSoAsAWhole() throws {
    let found = try read("month-first.csv")
    #expect(found.dossiers.map { $0.receivedAt?.civilDate.slashed } == ["05/10/2026", "13/10/2026", "06/10/2026"])
    #expect(found.dossiers.map { $0.dueAt?.civilDate.slashed } == ["07/10/2026", "15/10/2026", "08/10/2026"])
  }

  @Test func datesInWordsWithHoursAndZonesAreRead() throws {
    let found = try read("written-dates.csv")
    #expect(
      found.dossiers.map(\.receivedAt) == [
        at("2026-02-05T07:00"), at("2026-02-05T08:30"), at("2026-02-05T08:30"), at("2026-02-05T14:30"),
        at("2026-02-05T08:30"),
        at("2026-02-05T08:30"),
      ])
  }

  @Test func aDateAtMidnightHasNoTime() throws {
    let found = try #require(try read("midnight.csv").dossiers.first)
    #expect(found.receivedAt == at("2026-10-05T07:00") && found.dueAt == at("2026-10-07T17:00"))
  }

  @Test func yearsThatCannotBeAreReported() throws {
    let found = try read("odd-years.csv")
    #expect(found.problems.map(\.reason) == [.dateOutOfRange("01/01/1900"), .dateInFuture("05/10/2126")])
    #expect(found.names == ["Hồ Ba"] && found.remarks.map(\.kind) == [.dueBeforeReception])
  }

  // MARK: Headings

  @Test func mergedHeadingsOfThreeRowsAreRead() throws {
    let found = try read("three-heading-rows.csv")
    let dossier = try #require(found.dossiers.first)
    #expect(dossier.receivedAt == at("2026-10-05T07:00") && dossier.dueAt == at("2026-10-07T17:00"))
    #expect(dossier.handedBackAt == nil && dossier.status == .inProgress && found.problems.isEmpty)
  }

  @Test(arguments: ["heading-han-tra.csv", "heading-han-giai-quyet.csv"])
  func theTermIsTheAppointment(_ file: String) throws {
    let dossier = try #require(try read(file).dossiers.first)
    #expect(dossier.dueAt == at("2026-10-07T17:00") && dossier.handedBackAt == nil && dossier.status == .inProgress)
  }

  @Test func theOwnerIsTheOwnerWhateverTheOrder() throws {
    let found = try read("submitter-before-owner.csv")
    #expect(found.names == ["Hồ Thị Chủ"])
    #expect(found.understanding?.columns.map(\.meaning) == [.code, .applicant, .owner, .received])
  }

  @Test func aPlaceIsNoDate() throws {
    #expect(try read("place-of-reception.csv").dossiers.map(\.receivedAt) == [at("2026-10-05T08:00")])
  }

  @Test func theCodeHasManyNames() throws {
    #expect(try read("heading-ma-so.csv").names == ["Hồ Thị Một"])
  }

  // MARK: Delimiters and lines beside the table

  @Test func semicolonsInACommaFileAreText() throws {
    let found = try read("semicolons-in-comma-file.csv")
    #expect(found.dossiers.count == 5 && found.dossiers.allSatisfy { $0.note == "giấy khai sinh; CCCD; ảnh" })
  }

  @Test func signaturesBelowTheTableAreNoDossiers() throws {
    let found = try read("signatures.csv")
    #expect(found.dossiers.count == 1 && found.problems.isEmpty && found.beside == 4)
  }

  // MARK: Codes

  @Test func oneCodeInManyFormsIsOneDossier() throws {
    let found = try read("one-code-many-ways.csv")
    #expect(found.dossiers.map(\.code.text) == ["000.19.45.H50-261005-9001"] && found.repeated == 3)
  }

  @Test func codesThatASpreadsheetLostAreReported() throws {
    let found = try read("broken-codes.csv")
    #expect(
      found.problems.map(\.reason) == [
        .codeDestroyed("2.61005E+13"), .codeDestroyed("#REF!"), .codeDestroyed("########"),
      ])
    #expect(found.dossiers.isEmpty)
  }

  // MARK: Letters

  @Test(arguments: ["windows-1258.csv", "encoded-twice.csv"])
  func otherEncodingsGiveTheSameNames(_ file: String) throws {
    #expect(try read(file).names == Self.seven)
  }

  @Test func singleCellsOfAnotherEncodingAreRepaired() throws {
    let found = try read("some-names-vni.csv")
    #expect(
      found.names == ["Nguyễn Văn Mẫu", "Trần Thị Hường", "Lê Văn Tài", "Phạm Thị Hường", "Hồ Thị Lành", "Đỗ Văn Sáu"])
    #expect(found.remarks.map(\.line) == [4, 5])
  }

  @Test func aCapitalFontGivesOneCase() throws {
    let found = try read("tcvn3-capital-font.csv")
    #expect(found.names == Self.seven.map { $0.uppercased() })
  }

  // MARK: No tables

  @Test func whatIsNoTextIsSaidToBeThat() {
    #expect(throws: RegisterReader.ReadError.file(.format(.workbook))) { try read("workbook.xlsx") }
    #expect(throws: RegisterReader.ReadError.file(.format(.webPage))) { try read("web-page.xls") }
  }
}

extension RegisterCaseTests {
  /// An unquoted delimiter moves each value behind it into the next column; a line end inside a cell cuts a row in two.
  @Test func aRowWithMoreOrFewerCellsThanHeadingsIsReported() throws {
    var lines = ["Mã hồ sơ,Chủ hồ sơ,Địa chỉ,Nhận hồ sơ,Hẹn trả"]
    for number in 1...20 { lines.append("A-\(number),Hồ Thị Một,Thôn A,05/10/2026,07/10/2026") }
    lines.append("A-21,Hồ Thị Hai,Thôn B, xã La Lay,05/10/2026,07/10/2026")
    lines.append("A-22,Hồ Thị Ba,Thôn C")
    lines.append("xã La Lay,05/10/2026,07/10/2026")
    let found = try Self.read(Array(lines.joined(separator: "\n").utf8))
    #expect(found.dossiers.count == 20)
    #expect(found.problems.map(\.line) == [22, 23, 24])
    #expect(
      found.problems.prefix(2).map(\.reason) == [
        .tooManyCells(count: 6, headings: 5), .tooFewCells(count: 3, headings: 5),
      ])
  }

  @Test func lostLettersAndErrorsOfSpreadsheetsAreReported() throws {
    let table = """
      Mã hồ sơ;Chủ hồ sơ;Địa chỉ;Ghi chú
      A-1;Nguy?n V?n A;;
      A-2;Hồ Thị Hai;x? La Lay;gọi lại?
      A-3;#N/A;;
      A-4;0912345678;;
      A-5;Nguyễn Văn ‘Ba’;;Đã gọi?
      A-6;TrÇn ThÞ T­;;
      A-7;Müller, Jürgen;;

      """
    let found = try Self.read(Array(table.utf8))
    #expect(found.names == ["Hồ Thị Hai", "Nguyễn Văn ‘Ba’", "Trần Thị Tư", "Müller, Jürgen"])
    #expect(found.problems.map(\.line) == [2, 4, 5])
  }

  @Test func aColumnThatTwoHeadingsCouldNameWaitsForAnAnswer() throws {
    let table = "Mã hồ sơ;Chủ hồ sơ;Ngày nhận;Ngày tiếp nhận\nA-1;Hồ Thị Một;05/10/2026;06/10/2026\n"
    #expect(
      throws: RegisterReader.ReadError.questionsOpen([
        .sameMeaning(.received, headings: ["Ngày nhận", "Ngày tiếp nhận"])
      ])
    ) { try Self.read(Array(table.utf8)) }
    let chosen = try Self.read(
      Array(table.utf8), RegisterChoices(columns: ["ngay tiep nhan": .meaning(.received), "ngay nhan": .ignored]))
    #expect(chosen.dossiers.first?.receivedAt == at("2026-10-06T07:00"))
  }

  @Test func dayAndMonthAgainstTheCodeAreReported() throws {
    let table = """
      Mã hồ sơ;Chủ hồ sơ;Ngày nhận
      000.19.45.H50-261005-0001;Hồ Thị Một;2026-05-10
      000.19.45.H50-261013-0002;Hồ Thị Hai;13/10/2026
      000.19.45.H50-261009-0003;Hồ Thị Ba;2026-10-09

      """
    let found = try Self.read(Array(table.utf8))
    #expect(
      found.problems.map(\.reason) == [.dateContradictsCode("2026-05-10")]
        && found.names == ["Hồ Thị Hai", "Hồ Thị Ba"])
  }
}
