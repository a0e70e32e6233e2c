import DossierDomain
import Testing

@testable import Documents

/// What a procedure gives, how an office works on it, where it belongs and on what it rests, as people write it.
@Suite struct ProcedureBookLaterFactsTests {
  private typealias Problem = TableProblem<ProcedureBook.Reason>

  private func rules(
    _ name: String, _ text: String, hours: WorkingHours? = nil
  ) throws -> ProcedureRules {
    let sheets = ProcedureBookTests.sheets((name, text))
    let book = try ProcedureBook.read(
      sheets.map { ProcedureBook.Source(name: $0.name, bytes: Array($0.text.utf8)) }, from: .starter,
      on: CivilDate(dayNumber: 20_790), hours: hours)
    return try #require(book.versions.first).rules
  }

  private func problems(_ name: String, _ text: String) -> [Problem] {
    do {
      _ = try rules(name, text)
    } catch let error as ProcedureBook.ReadError {
      guard error.faults.map(\.sheet) == [name], case .problems(let problems) = error.faults.first?.error else {
        return []
      }
      return problems
    } catch { Issue.record(error) }
    return []
  }

  @Test func resultsAreRead() throws {
    let rules = try rules(
      "ket-qua.csv",
      """
      Mã thủ tục,Trường hợp,Kết quả,Dạng,Ký hiệu số,Giá trị sử dụng,Mã trên cổng
      9.999999,bo-roi,Giấy A,Giấy,/UBND-XNTTHN,6 tháng,KQ.G15.000031
      9.999999,,Giấy B,bản điện tử,,2 năm,
      9.999999,,Ghi vào sổ,không có giấy,,không thời hạn,
      9.999999,,Giấy C,?,,?,

      """)
    #expect(
      rules.results == [
        ResultRule(
          name: "Giấy A", kind: .known(.paper), applies: Applicability(cases: ["bo-roi"]), series: "/UBND-XNTTHN",
          validity: .known(.months(6)), portalCode: "KQ.G15.000031"),
        ResultRule(name: "Giấy B", kind: .known(.electronic), validity: .known(.months(24))),
        ResultRule(name: "Ghi vào sổ", kind: .known(.noPaper), validity: .known(.unlimited)),
        ResultRule(name: "Giấy C"),
      ])
    #expect(
      problems(
        "Kết quả",
        "Mã,Kết quả,Dạng,Giá trị sử dụng\n9.999999,A,bìa,\n9.999999,B,,lâu dài\n9.999999,C,,0 tháng\n")
        == [
          Problem(line: 2, column: "Dạng", .resultKindUnknown("bìa")),
          Problem(line: 3, column: "Giá trị sử dụng", .validityUnreadable("lâu dài")),
          Problem(line: 4, .rule(.validityOutOfRange(0))),
        ])
  }

  @Test func stepsAreRead() throws {
    let rules = try rules(
      "cac-buoc.csv",
      """
      Mã,Tên ngắn,Bước,Loại việc,Vai trò,Giờ làm việc,Người ký,Phối hợp
      9.999999,Tiếp nhận,Tiếp nhận hồ sơ,tiếp nhận,tiếp nhận,2 giờ,,
      9.999999,tham-tra,Thẩm tra,thẩm tra,chuyên môn,8,,Công an xã
      9.999999,ky,Ký,ký duyệt,lãnh đạo ký,4 giờ làm việc,Chủ tịch,
      9.999999,tra,Trả,trả kết quả,,?,,

      """)
    #expect(
      rules.steps == [
        StepRule(id: "tiep-nhan", name: "Tiếp nhận hồ sơ", step: .reception, role: .reception, hours: .known(2)),
        StepRule(
          id: "tham-tra", name: "Thẩm tra", step: .verification, role: .specialist, hours: .known(8),
          partner: "Công an xã"),
        StepRule(id: "ky", name: "Ký", step: .decision, role: .signingLeader, hours: .known(4), signer: "Chủ tịch"),
        StepRule(id: "tra", name: "Trả", step: .handBack),
      ])
    let heading = "Mã,Tên ngắn,Bước,Loại việc,Vai trò,Giờ làm việc\n"
    #expect(
      problems(
        "Quy trình nội bộ",
        heading + "9.999999,a,A,đóng dấu,,\n9.999999,b,B,ký,thủ trưởng,\n9.999999,c,C,ký,,nửa buổi\n")
        == [
          Problem(line: 2, column: "Loại việc", .workUnknown("đóng dấu")),
          Problem(line: 3, column: "Vai trò", .roleUnknown("thủ trưởng")),
          Problem(line: 4, column: "Giờ làm việc", .hoursUnreadable("nửa buổi")),
        ])
    #expect(
      problems("Quy trình nội bộ", heading + "9.999999,a,A,ký,,\n9.999999,a,B,ký,,\n")
        == [Problem(line: 3, .rule(.idTwice("a")))])
  }

  /// How many hours a day has is the office's matter.
  @Test func daysAreHoursOnlyWhereThatIsCertain() throws {
    let text = "Mã,Tên ngắn,Bước,Loại việc,Giờ làm việc\n9.999999,a,A,ký,1 ngày\n9.999999,b,B,ký,2 ngày làm việc\n"
    let uneven = WorkingHours(morning: 420..<690, afternoon: 810..<1030)
    #expect(try rules("Quy trình nội bộ", text, hours: .standard).steps.map(\.hours) == [.known(8), .known(16)])
    #expect(throws: ProcedureBook.ReadError.self) { try rules("Quy trình nội bộ", text, hours: uneven) }
    #expect(
      problems("Quy trình nội bộ", text) == [
        Problem(line: 2, column: "Giờ làm việc", .daysAreNoHours("1 ngày")),
        Problem(line: 3, column: "Giờ làm việc", .daysAreNoHours("2 ngày làm việc")),
      ])
  }

  @Test func officesAreRead() throws {
    let rules = try rules(
      "Cơ quan",
      """
      Mã,Việc,Cơ quan,Khi
      9.999999,tiếp nhận,Xã nơi cư trú,tre = 3
      9.999999,tiếp nhận,xã bất kỳ trong tỉnh,
      9.999999,nhận,any commune,
      9.999999,giải quyết,19433,
      9.999999,decides,unit: 19433,
      9.999999,giải quyết,Sở Tư pháp,
      9.999999,giải quyết,tên: Xã đội,

      """)
    let third = Applicability(condition: CaseCondition([.init(question: "tre", answers: [3])]))
    #expect(
      rules.offices == [
        OfficeRule(task: .receives, who: .communeOfResidence, applies: third),
        OfficeRule(task: .receives, who: .anyCommuneOfProvince), OfficeRule(task: .receives, who: .anyCommune),
        OfficeRule(task: .decides, who: .unit("19433")), OfficeRule(task: .decides, who: .unit("19433")),
        OfficeRule(task: .decides, who: .named("Sở Tư pháp")), OfficeRule(task: .decides, who: .named("Xã đội")),
      ])
    #expect(
      problems(
        "Cơ quan",
        "Mã,Việc,Cơ quan\n9.999999,ghi sổ,A\n9.999999,nhận,\n9.999999,nhận,xã nơi ở\n9.999999,nhận,12345678\n")
        == [
          Problem(line: 2, column: "Việc", .taskUnknown("ghi sổ")),
          Problem(line: 3, column: "Cơ quan", .officeMissing),
          Problem(line: 4, column: "Cơ quan", .officeUnclear("xã nơi ở")),
          Problem(line: 5, .rule(.unitCodeMalformed("12345678"))),
        ])
  }

  @Test func linksAreRead() throws {
    let rules = try rules(
      "Liên thông",
      """
      Mã,Quan hệ,Thủ tục kia,Là giấy tờ
      9.999999,gồm,1.001193,
      9.999999,kết quả là giấy,1.000894,Tờ khai
      9.999999,followed by,1.004873,

      """)
    #expect(
      rules.links == [
        ProcedureLink(kind: .contains, code: "1.001193"),
        ProcedureLink(kind: .resultIsPaper("Tờ khai"), code: "1.000894"),
        ProcedureLink(kind: .usuallyFollowedBy, code: "1.004873"),
      ])
    let heading = "Mã,Quan hệ,Thủ tục kia,Là giấy tờ\n"
    #expect(
      problems("Liên thông", heading + "9.999999,cùng,1.001193,\n9.999999,gồm,1.001193,Đơn\n9.999999,gồm,khai sinh,\n")
        == [
          Problem(line: 2, column: "Quan hệ", .linkUnknown("cùng")),
          Problem(line: 3, column: "Là giấy tờ", .paperOfNoResult("Đơn")),
          Problem(line: 4, .rule(.procedureCodeMalformed("khai sinh"))),
        ])
    #expect(
      problems("Liên thông", heading + "9.999999,kết quả là giấy,1.001193,\n")
        == [Problem(line: 2, .rule(.textMalformed("")))])
  }

  @Test func lawNamesAndBoundsAreRead() throws {
    let law = try rules(
      "Căn cứ pháp lý",
      """
      Mã,Số văn bản,Tên văn bản,"Điều, khoản",Trường hợp
      9.999999,60/2014/QH13,Luật Hộ tịch,"Điều 16, khoản 1",bo-roi

      """)
    #expect(
      law.law == [
        LegalText(
          number: "60/2014/QH13", title: "Luật Hộ tịch", article: "Điều 16, khoản 1",
          applies: Applicability(cases: ["bo-roi"]))
      ])
    let limits = try rules(
      "Thời hạn",
      "Mã,Thời hạn,Số lần bổ sung,Số ngày chờ bổ sung,Số lần gia hạn,Số ngày gia hạn\n9.999999,3 ngày,1,30,?,\n")
    var bounds = ProcedureBounds()
    (bounds.supplements, bounds.waitingDays) = (.known(1), .known(30))
    #expect(limits.limits == [LimitRule(stages: [.init(limit: .calendarDays(3))], bounds: bounds)])
    #expect(
      problems("Thời hạn", "Mã,Thời hạn,Số lần bổ sung\n9.999999,3 ngày,một\n9.999999,3 ngày,9999\n") == [
        Problem(line: 2, column: "Số lần bổ sung", .procedure(.boundUnreadable("một"))),
        Problem(line: 3, .rule(.boundOutOfRange(9999))),
      ])
    let table = """
      Mã,Tên thủ tục,Tên rút gọn,Chữ tắt,Cách gọi của dân,Mã lĩnh vực,Mã trên cổng
      9.999999,Đăng ký A,Đăng ký,"dka, dk",làm giấy A; xin giấy A,G15,987

      """
    #expect(
      try ProcedureBookTests.read([("p.csv", table)]).versions.map(\.rules.names) == [
        ProcedureNames(
          short: "Đăng ký", initials: ["dka", "dk"], phrases: ["làm giấy A", "xin giấy A"], sectorCode: "G15",
          portalID: "987")
      ])
  }

  // MARK: Changes

  @Test func aChangeIsToldFieldByField() throws {
    var known = ProcedureVersion(code: "9.999999", name: "Đăng ký A", field: "")
    known.rules.results = [ResultRule(name: "Giấy A", validity: .known(.months(6)))]
    known.rules.steps = [StepRule(id: "ky", name: "Ký", step: .decision, hours: .known(8))]
    known.rules.law = [LegalText(number: "60/2014/QH13")]
    known.rules.names.short = "ĐK A"
    let book = try ProcedureBookTests.read(
      [
        ("Thủ tục", "Mã,Tên thủ tục,Tên rút gọn\n9.999999,Đăng ký A,A\n"),
        ("Kết quả", "Mã,Kết quả,Dạng,Giá trị sử dụng\n9.999999,Giấy A,giấy,không thời hạn\n"),
        ("Quy trình nội bộ", "Mã,Tên ngắn,Bước,Loại việc,Giờ làm việc\n9.999999,ky,Ký,ký duyệt,4\n"),
        ("Căn cứ pháp lý", "Mã,Số văn bản\n9.999999,123/2015/NĐ-CP\n"),
        ("Cơ quan", "Mã,Việc,Cơ quan\n9.999999,giải quyết,Sở Tư pháp\n"),
        ("Liên thông", "Mã,Quan hệ,Thủ tục kia\n9.999999,gồm,1.001193\n"),
      ], knowing: [known])
    let changes = book.changes(from: Catalogue(changes: [known]), on: CivilDate(dayNumber: 20_790))
    #expect(
      changes.first?.lines(.vi) == [
        "Tên rút gọn: ĐK A → A", "Kết quả: Giấy A: Dạng: chưa rõ → giấy",
        "Kết quả: Giấy A: Giá trị sử dụng: 6 tháng → không thời hạn",
        "Quy trình nội bộ: Ký: Giờ làm việc: 8 giờ làm việc → 4 giờ làm việc",
        "Cơ quan: + giải quyết | Sở Tư pháp", "Liên thông: + gồm | 1.001193",
        "Căn cứ pháp lý: − 60/2014/QH13", "Căn cứ pháp lý: + 123/2015/NĐ-CP",
      ])
  }

  @Test(arguments: 0..<20) func everyChangeOfARuleIsTold(_ seed: UInt64) throws {
    var (one, other) = (RuleGenerator(seed: seed), RuleGenerator(seed: seed + 1000))
    let (known, new) = (try #require(one.versions().first), try #require(other.versions().first))
    func lines<Kind: RuleSheet>(_ kind: Kind.Type, _ old: ProcedureRules, _ new: ProcedureRules) -> [String] {
      RuleDifference.lines(kind, old, new, .en)
    }
    for case let kind? in ProcedureBook.Sheet.allCases.map(\.rules) {
      #expect(lines(kind, known.rules, known.rules).isEmpty)
      let rows = known.rules.count(kind) + new.rules.count(kind)
      #expect(lines(kind, .none, new.rules).count == new.rules.count(kind))
      if known.rules.count(kind) != new.rules.count(kind) { #expect(!lines(kind, known.rules, new.rules).isEmpty) }
      #expect(lines(kind, known.rules, new.rules).count <= rows * 12)
    }
  }

  // MARK: What versions say of each other

  @Test func aCircleIsAFaultAtItsRow() throws {
    let links = """
      Mã,Quan hệ,Thủ tục kia
      9.999998,thường làm tiếp,9.999999
      9.999998,gồm,9.999999
      9.999999,gồm,9.999998

      """
    #expect(throws: fault("Liên thông", 3, .containedInCircle(["9.999998", "9.999999"]))) {
      try ProcedureBookTests.read([
        ("Thủ tục", "Mã,Tên thủ tục\n9.999998,A\n9.999999,B\n"), ("Liên thông", links),
      ])
    }
    // The other half of the circle may be known already.
    var known = ProcedureVersion(code: "9.999999", name: "B", field: "", standing: .ended(replacedBy: "9.999998"))
    #expect(throws: fault("p.csv", 2, .replacedInCircle(["9.999998", "9.999999"]))) {
      try ProcedureBookTests.read(
        [("p.csv", "Mã,Tên thủ tục,Thay bằng\n9.999998,A,9.999999\n")], knowing: [known])
    }
    // What was wrong before the book came keeps nothing out.
    known.standing = .ended(replacedBy: "9.999999")
    let other = try ProcedureBookTests.read([("p.csv", "Mã,Tên thủ tục\n9.999997,A\n")], knowing: [known])
    #expect(other.versions.count == 1)
  }

  private func fault(_ sheet: String, _ line: Int, _ fault: CatalogueConsistency.Fault) -> ProcedureBook.ReadError {
    ProcedureBook.ReadError(faults: [
      .init(sheet: sheet, error: .problems([Problem(line: line, .consistency(fault))]))
    ])
  }

  @Test func whatIsNotThereIsSaidWithItsRow() throws {
    let book = try ProcedureBookTests.read([
      ("Thủ tục", "Mã,Tên thủ tục,Thay bằng\n9.999998,A,\n9.999997,C,9.999990\n"),
      (
        "Liên thông",
        "Mã,Quan hệ,Thủ tục kia,Là giấy tờ\n9.999998,gồm,9.999991,\n9.999998,kết quả là giấy,1.001193,Giấy lạ\n"
      ),
    ])
    #expect(book.versions.count == 2)
    let sentences = book.sentences(.vi, file: "b.xlsx")
    #expect(sentences.contains { $0.hasPrefix("b.xlsx [Thủ tục]:3: Thủ tục 9.999997 được thay bằng 9.999990") })
    #expect(sentences.contains { $0.hasPrefix("b.xlsx [Liên thông]:2: Thủ tục 9.999998 nhắc đến 9.999991") })
    #expect(sentences.contains { $0.hasPrefix("b.xlsx [Liên thông]:3: Kết quả của 9.999998 là \"Giấy lạ\"") })
  }

  /// The later version counts from its first day on, whatever the earlier one says.
  @Test func versionsThatOverlapAreTold() throws {
    let table = "Mã,Tên thủ tục,Hiệu lực từ,Đến hết\n9.999999,A,,31/01/2027\n9.999999,A,01/01/2027,\n"
    let book = try ProcedureBookTests.read([("p.csv", table)])
    #expect(book.versions.count == 2)
    let sentences = book.sentences(.vi, file: "p.csv")
    #expect(
      sentences.contains {
        $0.contains(":3: Thủ tục 9.999999 có phiên bản ghi đến hết 31/01/2027, nhưng từ 01/01/2027")
      },
      "\(sentences)")
  }
}
