import DossierDomain
import Testing
import VietnameseText

@testable import Documents

/// Rows in which one thing looks like another. Names and numbers are invented.
@Suite struct RegisterTrapTests {
  private let office = Office(
    id: OfficeID(high: 1, low: 2), name: "TTPVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
  private let today = CivilDate(dayNumber: 20_787)

  private func reader(_ text: String) throws -> RegisterReader {
    try RegisterReader(bytes: Array(text.utf8), office: office, today: today) { name in
      ["1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân"].contains(name)
        ? .init(code: "1.004873", name: "Cấp Giấy xác nhận tình trạng hôn nhân", isConfidential: false) : nil
    }
  }

  private func dossiers(_ text: String) throws -> [ImportedDossier] {
    try Array(reader(text)).compactMap { if case .dossier(let dossier, _) = $0 { dossier } else { nil } }
  }

  private func reasons(_ text: String) throws -> [RegisterProblem.Reason] {
    try Array(reader(text)).compactMap { if case .problem(let problem) = $0 { problem.reason } else { nil } }
  }

  @Test(arguments: [
    "Trương Văn A", "TRUONG VAN A", "Trương Trung Kiên", "Đới Thị B", "Trầm Văn C", "Phong Thị D", "Hồi Văn E",
    "Trương Đại Nghĩa", "Trương Thanh Hải",
  ])
  func aFamilyNameIsNoOrganisation(_ name: String) { #expect(!name.isNameOfOrganisation) }

  @Test(arguments: [
    "Trường Mầm non La Lay", "TRUONG TIEU HOC SO 2", "Trường THCS số 1", "Đội 5", "Trạm Y tế xã", "Phòng khám số 3",
    "Chùa Sắc Tứ", "HTX Nông nghiệp 2", "Công ty TNHH A",
  ])
  func anOrganisationIsOne(_ name: String) { #expect(name.isNameOfOrganisation) }

  @Test func aPersonsOldNumberIsNoTaxNumber() throws {
    let read = try dossiers("Mã hồ sơ,Chủ hồ sơ,Số CCCD\nA-261101-0001,Trương Văn A,197123456\n")
    #expect(read.map(\.owner.identityNumber) == ["197123456"])
  }

  /// "Hoàn thành", "Đúng hạn" and "Cá nhân" are words of headings too.
  /// Whatever its cells contain, a row of a short table is a dossier or is reported.
  @Test(arguments: [
    "", "-", "x", "chưa", "Trả kết quả", "Đã trả kết quả", "Nguyễn Văn A", "Ghi chú", "0", "5", "có", "Địa chỉ", "(1)",
    "Ngày nhận", "gấp", "Hồ Thị Mẹ", "Nữ",
  ])
  func noDossierOfAShortTableIsTakenForHeadings(_ value: String) throws {
    let columns = ["Ngày sinh", "Trạng thái", "Ghi chú", "Địa chỉ", "Số điện thoại", "Xử lý", "Hẹn trả", "Giới tính"]
    for code in ["A-1", "HS01", "000.19.45.H50-261118-0031"] {
      for column in columns {
        for rows in 1...3 {
          let text =
            "Mã hồ sơ;Chủ hồ sơ;\(column)\n" + (1...rows).map { "\(code)\($0);Hồ Một;\(value)\n" }.joined()
          let found = Array(try reader(text))
          #expect(found.count == rows, "\(text)")
        }
      }
    }
  }

  @Test func aRowWithACodeIsNoHeading() throws {
    let read = try dossiers(
      """
      Mã hồ sơ,Chủ hồ sơ,Ghi chú,Đối tượng,Kết quả,Trung tâm
      A-261101-0001,Hồ Văn A,CCCD,Công dân,Ngày trả kết quả,Cơ quan giải quyết
      A-261101-0002,Hồ Văn B,,,,

      """)
    #expect(read.map(\.code.text) == ["A-261101-0001", "A-261101-0002"])
  }

  @Test(arguments: ["Tống Thị B", "Công Văn C", "TONG THI B"])
  func aRowThatBeginsWithANameIsNoTotal(_ name: String) throws {
    let file = "Chủ hồ sơ,Mã hồ sơ,Ngày nhận,Hẹn trả\n\(name),,05/10/2026,07/10/2026\n"
    #expect(try reasons(file) == [.codeMissing])
  }

  @Test(arguments: ["Tổng cộng", "TONG CONG", "Cộng", "Tổng: 25 hồ sơ", "CONG 25", "Cộng trang 3", "Tổng số hồ sơ"])
  func aTotalIsBesideTheTable(_ words: String) throws {
    var reader = try reader("Chủ hồ sơ,Mã hồ sơ,Số điện thoại,Số CCCD\n\(words),,0912345678,045098001234\n")
    #expect(reader.next() == nil && reader.linesBeside == 1)
  }

  @Test func aProcedureThatIsFoundByItsNameInSpiteOfItsCodeIsSaid() throws {
    var reader = try reader(
      "Mã hồ sơ,Chủ hồ sơ,Mã thủ tục,Tên thủ tục\nA-261101-0001,Hồ Văn A,1.019999,Cấp Giấy xác nhận tình trạng hôn nhân\n"
    )
    _ = reader.next()
    #expect(reader.remarks.map(\.kind) == [.procedureCodeRestored(written: "1.019999", stored: "1.004873")])
  }

  @Test func aDayOfTheCodeThatIsStillToComeIsRefused() throws {
    let file = "Mã hồ sơ,Chủ hồ sơ,Ngày nhận\n000.19.45.H50-991231-0001,Hồ Văn A,\n"
    #expect(try reasons(file) == [.dateInFuture("000.19.45.H50-991231-0001")])
  }

  @Test(arguments: ["Ghi chú", "Địa chỉ"])
  func aCellThatIsLongerThanWhatIsStoredIsNotCut(_ heading: String) throws {
    let file = "Mã hồ sơ,Chủ hồ sơ,\(heading)\nA-261101-0001,Hồ Văn A,\(String(repeating: "thôn ", count: 1000))\n"
    #expect(try reasons(file) == [.fieldTooLong])
  }

  @Test func examplesOfNumbersAreMasked() throws {
    let reader = try reader(
      "Mã hồ sơ,Chủ hồ sơ,Số CCCD,Abc\nA-261101-0001,Hồ Văn A,045 098 001 234,gọi 0912345678\n")
    let samples = reader.understanding.columns.flatMap(\.samples)
    #expect(samples.first == "A-261101-0001" && samples.count == 4)
    #expect(!samples.contains { $0.contains("098 001") || $0.contains("0912345678") }, "\(samples)")
  }

  /// "x" below "Trả kết quả" ticks what has been handed back.
  @Test func aTickIsNoDateAndNoAbsenceOfOne() throws {
    let file = """
      Mã hồ sơ,Chủ hồ sơ,Ngày nhận,Ngày trả kết quả
      A-261101-0001,Hồ Văn A,01/11/2026,x
      A-261101-0002,Hồ Văn B,01/11/2026,05/11/2026

      """
    #expect(try dossiers(file).map(\.code.text) == ["A-261101-0002"] && reasons(file).count == 1)
  }

  @Test(arguments: [("• 045098001237", RegisterIdentity?.none), ("⑩45098001237", .unreadable("⑩45098001237"))])
  func anIdentityNumberWithOddSigns(_ text: String, _ right: RegisterIdentity?) {
    let read = RegisterIdentity(text, isOrganisation: false, today: today)
    #expect(read != .masked && (right == nil || read == right))
  }

  @Test func aZeroByteCostsItsRowAndNoOther() throws {
    let row = { (number: Int) in "A-261101-000\(number),Hồ Văn A\n" }
    let text = "Mã hồ sơ,Chủ hồ sơ\n" + row(1) + "A-261101-0002,Hồ \u{0}Văn B\n" + row(3)
    let read = try dossiers(text + String(repeating: "\u{0}", count: 200))
    #expect(Set(read.map(\.code.text)).isSuperset(of: ["A-261101-0001", "A-261101-0003"]))
  }

  @Test func aLongStatusCanBeAnswered() throws {
    let status = String(repeating: "đang chờ bổ sung giấy tờ của công dân ", count: 4)
    let bytes = Array("Mã hồ sơ,Chủ hồ sơ,Trạng thái\nA-261101-0001,Hồ Văn A,\(status)\n".utf8)
    let asked = try #require(
      try Array(RegisterReader(bytes: bytes, office: office, today: today) { _ in nil }).compactMap { row in
        if case .problem(let problem) = row, case .statusUnknown(let asked) = problem.reason { asked } else { nil }
      }.first)
    let choices = RegisterChoices(statuses: [asked.folded: .inProgress])
    let read = Array(try RegisterReader(bytes: bytes, choices: choices, office: office, today: today) { _ in nil })
    guard case .dossier = try #require(read.first) else {
      Issue.record("\(read)")
      return
    }
  }

  /// A table of the rejected rows has one row of headings, which has to say whose number it is.
  @Test func theHeadingsOfRejectedRowsKeepTheirGroups() throws {
    let reader = try reader(
      """
      Mã hồ sơ,Chủ hồ sơ,,Người nộp,
      ,Họ và tên,CCCD,Họ và tên,CCCD
      A-261101-0001,Hồ Văn A,045098001234,Hồ Văn B,045099001234

      """)
    let again = try self.reader(
      RejectsWriter(language: .vi).header(headings: reader.headings)
        + "4,,,A-261101-0001,Hồ Văn A,045098001234,Hồ Văn B,045099001234\n")
    let meanings = { (reader: RegisterReader) in reader.understanding.columns.map(\.meaning) }
    #expect(Array(meanings(again).dropFirst(3)) == meanings(reader), "\(reader.headings)")
  }
}
