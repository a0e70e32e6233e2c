import DossierDomain
import Testing

@testable import Documents

@Suite struct RegisterReaderTests {
  private let office = Office(
    id: OfficeID(high: 1, low: 2), name: "TTPVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")

  private let today = CivilDate(dayNumber: 20_787)

  private func read(_ text: String) throws -> [RegisterReader.Row] {
    Array(
      try RegisterReader(bytes: Array(text.utf8), office: office, today: today) { name in
        name == "1.004873" || name == "Cấp Giấy xác nhận tình trạng hôn nhân"
          ? .init(code: "1.004873", name: "Cấp Giấy xác nhận tình trạng hôn nhân", isConfidential: false) : nil
      })
  }

  private func dossiers(_ text: String) throws -> [ImportedDossier] {
    try read(text).compactMap { if case .dossier(let dossier, _) = $0 { dossier } else { nil } }
  }

  private func problems(_ text: String) throws -> [RegisterProblem] {
    try read(text).compactMap { if case .problem(let problem) = $0 { problem } else { nil } }
  }

  private let form07 = """
    SỔ THEO DÕI HỒ SƠ,,,,,,,,,,,,
    TT,Mã hồ sơ,Tên TTHC,Số lượng hồ sơ (bộ),"Tên cá nhân, tổ chức","Địa chỉ, SĐT",Cơ quan chủ trì giải quyết,"Ngày, tháng, năm",,,Phương thức nhận kết quả,Ký nhận,Ghi chú
    ,,,,,,,Nhận hồ sơ,Hẹn trả kết quả,Trả kết quả,,,
    (1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13)

    """

  @Test func form07WithTitlesTwoHeadingRowsAndColumnNumbersIsRead() throws {
    let rows = try dossiers(
      form07 + "1,000.19.45.H50-261118-0031,Cấp Giấy xác nhận tình trạng hôn nhân,1,Hồ Thị Kăn Tưm,"
        + "\"Thôn A Ngo, xã La Lay, 0912 345 678\",UBND xã La Lay,18/11/2026 08:15,23/11/2026,,Tại chỗ,,đã gọi\r\n")
    let row = try #require(rows.first)
    #expect(row.code.text == "000.19.45.H50-261118-0031")
    #expect(row.procedure.code == "1.004873")
    #expect(row.owner.name == "Hồ Thị Kăn Tưm")
    #expect(row.owner.address == "Thôn A Ngo, xã La Lay")
    #expect(row.owner.phone == "0912345678")
    #expect(row.receivedAt == Instant(iso8601: "2026-11-18T08:15:00+07:00"))
    #expect(row.dueAt == Instant(iso8601: "2026-11-23T17:00:00+07:00"))
    #expect(row.status == .inProgress)
    #expect(row.note == "đã gọi")
  }

  @Test func columnsInAnotherOrderAndMissingOnesAreFoundByTheirHeadings() throws {
    let rows = try dossiers("Ghi chú;Hẹn trả;Mã HS;Họ và tên\n;25/11/2026;A-261101-0001;Lê Quốc Đạt\n")
    #expect(rows.map(\.owner.name) == ["Lê Quốc Đạt"])
    // The day is taken from the code.
    #expect(rows.first?.receivedAt?.civilDate.slashed == "01/11/2026")
  }

  @Test func blankRowsAndTheTotalsRowAreNeitherDossiersNorProblems() throws {
    let rows = try read(
      "Mã hồ sơ,Chủ hồ sơ,Ghi chú\nA-261101-0001,Lê Quốc Đạt,\n,,\n  ,,\nTổng cộng,1,\n")
    #expect(rows.count == 1)
  }

  @Test func aDossierHandedBackIsAtItsEnd() throws {
    let rows = try dossiers(
      "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ,Trả kết quả\nA-261101-0001,Lê Quốc Đạt,1/11/2026,3/11/2026\n")
    #expect(rows.first?.status == .handedBack)
    #expect(rows.first?.resolvedAt == Instant(iso8601: "2026-11-03T17:00:00+07:00"))
  }

  @Test func aRowThatCannotBeReadIsReportedWithLineColumnAndReason() throws {
    let found = try problems(
      """
      Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ,Trả kết quả,Trạng thái,Số bộ
      A-261101-0001,"Lê
      Quốc Đạt",31/02/2026,,,
      ,Không Mã,01/11/2026,,,
      A-261101-0003,,01/11/2026,,,
      A-261101-0004,Tên,05/11/2026,04/11/2026,,
      A-261101-0005,Tên,05/11/2026,,bay rồi,
      A-261101-0006,Tên,05/11/2026,,,hai rưỡi
      A-261101-0007,Tên,05/11/2026,,,
      A-261101-0007,Khác,05/11/2026,,,
      """)
    #expect(
      found.map { "\($0.line) \($0.column)" } == [
        "2 Nhận hồ sơ", "4 Mã hồ sơ", "5 Chủ hồ sơ", "6 Trả kết quả", "7 Trạng thái", "8 Số bộ", "10 Mã hồ sơ",
      ])
    #expect(
      found.map(\.reason) == [
        .dateImpossible("31/02/2026"), .codeMissing, .ownerMissing, .dateOrder, .statusUnknown("bay rồi"),
        .copiesUnreadable("hai rưỡi"), .codeRepeated(line: 9),
      ])
  }

  @Test func aFileWithoutAHeaderIsRefused() {
    #expect(throws: RegisterReader.ReadError.headerMissing) { try read("1,2,3\n4,5,6\n") }
    #expect(throws: RegisterReader.ReadError.empty) { try read("") }
  }

  @Test func aByteThatWentBadCostsItsRowOnly() throws {
    var bytes = Array("Mã hồ sơ,Chủ hồ sơ,Ghi chú\nA-261101-0001,Lê Quốc Đạt,\nA-261101-0002,Hồ Thị ".utf8)
    bytes += [0xE1] + Array("Mơ,đã gọi\nA-261101-0003,Trần Thị Hòa\u{0},\n".utf8)
    let rows = Array(
      try RegisterReader(bytes: bytes, office: office, today: today, procedure: { _ in nil }))
    #expect(rows.count == 3)
    guard case .problem(let problem) = rows[1], case .dossier(let last, _) = rows[2] else {
      Issue.record("\(rows)")
      return
    }
    #expect(problem.line == 3 && problem.column == "Chủ hồ sơ" && problem.reason == .bytesUnreadable)
    #expect(last.owner.name == "Trần Thị Hòa")
  }

  @Test func controlCharactersAndEscapeSequencesDoNotComeIn() throws {
    let rows = try dossiers("Mã hồ sơ,Chủ hồ sơ,Ghi chú\nA-261101-0001,\u{1B}[31mLê\u{202E} Quốc\u{7},\n")
    #expect(rows.first?.owner.name == "Lê Quốc")
  }

  @Test func aCodeOfTheFormerDistrictKeepsItsEra() throws {
    let rows = try dossiers(
      "Mã hồ sơ,Chủ hồ sơ,Ghi chú\n000.22.45.H50-240301-0001,Hồ Văn A,\n000.22.45.H50-260301-0001,Hồ Văn B,\n")
    #expect(rows.map(\.code.origin) == [.formerDistrict, .imported])
  }

  @Test func whatWeExportIsReadBackUnchanged() throws {
    var source = try #require(
      try dossiers(
        form07 + "1,000.19.45.H50-261118-0031,Cấp Giấy xác nhận tình trạng hôn nhân,2,\"=Hồ \"\"Kăn\"\" Tưm\","
          + "\"Thôn A Ngo, xã La Lay, 0912345678\",UBND xã La Lay,18/11/2026 08:15,23/11/2026 17:00,"
          + "20/11/2026 09:30,Bưu chính,,\r\n"
      ).first)
    let entry = RecordedAction(
      reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1), clerk: ClerkID(high: 1, low: 1),
      at: Instant(milliseconds: 0), action: .importRow(source))
    let dossier = try #require(Dossier.fold(id: DossierID(high: 9, low: 9), entries: [entry]))
    var writer = RegisterWriter(officeName: "UBND xã La Lay")
    let text = writer.header + writer.row(dossier)
    // A file of our own program has all columns.
    source.unsaid = []
    #expect(try dossiers(String(text.dropFirst())) == [source])
  }

  /// Other programs read the columns of the form by their places, and an import reads no more than before.
  @Test func whatTheRulesMadeOfADossierStandsBehindTheForm() throws {
    var reception = Reception(
      code: DossierCode("000.19.45.H50-261118-0031", origin: .office),
      procedure: ProcedureReference(code: "2.000815", name: "Chứng thực bản sao"), owner: Person(name: "Hồ Thị Mơ"),
      channel: .direct, components: [], receivedAt: Instant(milliseconds: 1_795_000_000_000), appointment: nil,
      fee: 8000, receivingOffice: OfficeID(high: 1, low: 1), decidingOffice: OfficeID(high: 1, low: 1))
    let lines = [
      FeeLine(name: "Lệ phí", kind: .known(.charge), calculation: "2 × 2.000", amount: 4000),
      FeeLine(name: "Phí", kind: .known(.fee), calculation: "", amount: nil),
    ]
    reception.caseRecord = CaseRecord(id: "nhieu", name: "Nhiều trang", fee: lines, reduction: "Hộ nghèo")
    func written(_ reception: Reception) throws -> [String] {
      let entry = RecordedAction(
        reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1), clerk: ClerkID(high: 1, low: 1),
        at: reception.receivedAt, action: .receive(reception))
      let dossier = try #require(Dossier.fold(id: DossierID(high: 9, low: 9), entries: [entry]))
      var writer = RegisterWriter(officeName: "UBND")
      return [writer.header, writer.row(dossier)]
    }
    let text = try written(reception)
    #expect(text[0].hasSuffix("Số giấy tờ,Trường hợp,Các khoản thu,Bước\r\n"), "\(text[0])")
    #expect(
      text[1].hasSuffix(
        ",Nhiều trang,\"Lệ phí: 2 × 2.000 = 4.000 đ; Phí: chưa rõ; giảm, miễn: Hộ nghèo\",Tiếp nhận\r\n"), "\(text[1])")
    reception.isConfidential = true
    #expect(try written(reception)[1].hasSuffix(",,,\r\n"))
    #expect(try dossiers(text.joined().replacing("\u{FEFF}", with: "")).first?.owner.name == "Hồ Thị Mơ")
    // The system beside this one gets its own columns only.
    let form = OtherSystemForm(columns: [OtherSystemForm.Column(heading: "Mã hồ sơ", meaning: .code)])
    let other = RegisterWriter(form, officeName: "UBND", showsNumbers: false) { _ in "" }
    #expect(other.header == "\u{FEFF}Mã hồ sơ\r\n")
  }

  /// Whatever else is to be said of a dossier, each form of the book marks that it was recorded later, and that it is void.
  @Test(arguments: [false, true], [nil, "nhập nhầm"] as [String?])
  func eachBookMarksWhatWasRecordedLater(isConfidential: Bool, voidReason: String?) {
    var dossier = FormSamples.dossier()
    dossier.onBlank = OnBlank(
      reason: "mất điện ở nhà Hồ Thị Mơ", recordedAt: FormSamples.at("2026-11-24T10:30:00+07:00"))
    dossier.notes = [Note(at: dossier.lastChangedAt, by: dossier.lastClerk, text: "đã gọi")]
    (dossier.isConfidential, dossier.voidReason) = (isConfidential, voidReason)
    let form = OtherSystemForm(columns: [
      OtherSystemForm.Column(heading: "Mã hồ sơ", meaning: .code),
      OtherSystemForm.Column(heading: "Ghi chú", meaning: .note),
    ])
    var own = RegisterWriter(officeName: "UBND")
    var other = RegisterWriter(form, officeName: "UBND", showsNumbers: false) { _ in "" }
    let slip = ControlSlipPaper(dossier, name: FormSamples.name, issue: FormSamples.issue).page(.shipped)
    let books = [
      own.row(dossier), other.row(dossier), RegisterPaper.Row(dossier, issue: FormSamples.issue).note,
    ]
    for book in books {
      #expect(book.contains("Phiếu dự phòng, ghi lúc 10:30 24/11/2026"), "\(book)")
      #expect(book.contains("Hồ Thị Mơ") == !isConfidential, "\(book)")
      #expect(book.contains("Hủy: nhập nhầm") == (voidReason != nil), "\(book)")
      #expect(book.contains("đã gọi") == (voidReason == nil && !isConfidential), "\(book)")
    }
    #expect(PageText(width: 200).lines(of: slip).joined(separator: " ").contains("ghi lúc 10:30 24/11/2026"))
  }

  @Test func anIdentityNumberIsMaskedUnlessAskedForAndThenSaysNothing() throws {
    let source = try #require(
      try dossiers("Mã hồ sơ,Chủ hồ sơ,Số giấy tờ,Số điện thoại\nA-261118-0031,Hồ Thị Mơ,045191176943,0912345678\n")
        .first)
    let entry = RecordedAction(
      reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1), clerk: ClerkID(high: 1, low: 1),
      at: Instant(milliseconds: 0), action: .importRow(source))
    let dossier = try #require(Dossier.fold(id: DossierID(high: 9, low: 9), entries: [entry]))
    func written(_ writer: RegisterWriter) -> String {
      var writer = writer
      return writer.header + writer.row(dossier)
    }
    let masked = written(RegisterWriter(officeName: "UBND xã La Lay"))
    #expect(masked.contains("045••••••943") && !masked.contains("045191176943") && masked.contains("0912345678"))
    let again = try #require(try dossiers(String(masked.dropFirst())).first)
    #expect(again.owner.identityNumber.isEmpty && again.unsaid == .ownerNumber)
    // The other columns of the file are not part of this test.
    #expect(importUpdate(again, of: dossier, history: [entry])?.unsaid.contains(.ownerNumber) ?? true)
    let full = written(RegisterWriter(officeName: "UBND", showsNumbers: true))
    #expect(full.contains("045191176943"))
    #expect(try dossiers(String(full.dropFirst())).first?.unsaid == [])
  }

  /// A column of men's births says the sex, so that nobody whose sex is not known stands in it.
  @Test func aBirthOfUnknownSexStandsInNoColumnOfASex() throws {
    let form = OtherSystemForm(columns: [
      OtherSystemForm.Column(heading: "Mã hồ sơ", meaning: .code),
      OtherSystemForm.Column(heading: "Năm sinh nam", meaning: .birth),
      OtherSystemForm.Column(heading: "Năm sinh nữ", meaning: .birthOfWoman),
    ])
    let source = try #require(try dossiers("Mã hồ sơ,Chủ hồ sơ\nA-261118-0031,Hồ Thị Mơ\n").first)
    func cells(_ sex: Sex?, number: String = "") throws -> [Substring] {
      var source = source
      (source.owner.birth, source.owner.sex, source.owner.identityNumber) = ("1990", sex, number)
      let entry = RecordedAction(
        reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1), clerk: ClerkID(high: 1, low: 1),
        at: Instant(milliseconds: 0), action: .importRow(source))
      let dossier = try #require(Dossier.fold(id: DossierID(high: 9, low: 9), entries: [entry]))
      var writer = RegisterWriter(form, officeName: "UBND", showsNumbers: false) { _ in "" }
      return writer.row(dossier).split(separator: ",", omittingEmptySubsequences: false).dropFirst().map {
        $0.prefix { !$0.isNewline }
      }
    }
    #expect(try cells(.male) == ["1990", ""])
    #expect(try cells(.female) == ["", "1990"])
    #expect(try cells(nil, number: "045191176943") == ["", "1990"])
    #expect(try cells(nil) == ["", ""])
    #expect(try cells(.undetermined) == ["", ""])
  }
}

extension RegisterReaderTests {
  /// Such a line took 16 seconds when each of its cells was compared with all headings.
  @Test func aLineOfAMegabyteIsReportedAndTheRestIsRead() throws {
    let long = String(repeating: "ab,", count: 350_000)
    let rows = try read("Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ\n\(long)\nA-261101-0001,Lê Quốc Đạt,01/11/2026\n")
    #expect(rows.count == 2)
    guard case .problem(let problem) = rows.first else {
      Issue.record("\(rows.count)")
      return
    }
    #expect(problem.line == 2 && problem.column == "1001" && problem.reason == .rowTooLong)
    #expect(problem.fields.joined().utf8.count <= 64 << 10)
  }

  @Test func aHeadingIsKnownByItsWordsAndAPageOfTextIsNone() {
    func score(_ text: String, _ column: RegisterColumn) -> Int { HeadingWords.scores(.init(text))[column] ?? 0 }
    #expect(score("Ngày  nhận\nhồ sơ (1)", .received) == 100)
    #expect(score("Hẹn trả kết quả", .due) == 100)
    #expect(score("Hẹn trả kết quả", .handedBack) < score("Hẹn trả kết quả", .due))
    #expect(score(String(repeating: "Hẹn trả kết quả ", count: 100), .due) == 0)
  }
}
