import DossierDomain
import PageDescription
import Testing

@testable import Documents

/// What attestations say.
@Suite struct AttestationPaperTests {
  @Test func aCopySaysNumberVolumeSignAndDay() {
    #expect(
      AttestationSamples.lines(.copy) == [
        "Chứng thực bản sao đúng với bản chính", "Số chứng thực 07 quyển số 01/2026 - SCT/BS",
        "Ngày 24 tháng 11 năm 2026", "Người thực hiện chứng thực", "(ký, ghi rõ họ, tên và đóng dấu)", "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH", "Hồ Văn Thiện",
      ])
  }

  @Test func whatIsNotKnownIsDotted() {
    let lines = AttestationSamples.lines(.copy, AttestationFacts())
    #expect(
      lines == [
        "Chứng thực bản sao đúng với bản chính", "Số chứng thực ....... quyển số ....... - .......",
        "Ngày ..... tháng ..... năm .......", "Người thực hiện chứng thực", "(ký, ghi rõ họ, tên và đóng dấu)",
        String(repeating: ".", count: 25),
      ])
    // Nobody has seen the sign of that book.
    #expect(AttestationSamples.lines(.electronicCopy)[1] == "Số chứng thực 07 quyển số 01/2026 - .......")
  }

  @Test func theOfficeIsTheCentreOrTheAuthorityAboveIt() {
    let (centre, before) = (
      AttestationFacts(FormSamples.issue, for: .signatureAtCentre), AttestationFacts(FormSamples.issue, for: .signature)
    )
    #expect(centre.agency == "Trung tâm Phục vụ hành chính công xã La Lay" && centre.place == centre.agency)
    #expect(before.agency == "Ủy ban nhân dân xã La Lay" && before.place == before.agency)
    #expect(centre.day == AttestationSamples.day && before.minuteOutside == nil)
    #expect(AttestationFacts(FormSamples.unknownIssue, for: .signature).place.isEmpty)
  }

  @Test func earlyMonthsAndDaysHaveTwoDigits() {
    var facts = AttestationSamples.facts
    facts.day = CivilDate(text: "05/02/2027")
    #expect(AttestationSamples.lines(.copy, facts)[2] == "Ngày 05 tháng 02 năm 2027")
    facts.day = CivilDate(text: "05/03/2027")
    #expect(AttestationSamples.lines(.copy, facts)[2] == "Ngày 05 tháng 3 năm 2027")
  }

  @Test func theFormulaIsThatOfTheSigner() {
    var facts = AttestationSamples.facts
    let formulas: [(Certifier.Formula, [String])] = [
      (.chair, ["CHỦ TỊCH"]), (.deputy, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
      (.authorised(position: "Công chức Tư pháp"), ["TUQ. CHỦ TỊCH", "CÔNG CHỨC TƯ PHÁP"]),
      (.authorised(position: ""), ["TUQ. CHỦ TỊCH"]),
    ]
    for (formula, lines) in formulas {
      facts.certifier?.formula = formula
      #expect(Array(AttestationSamples.lines(.copy, facts).dropFirst(5).dropLast()) == lines)
    }
  }

  // MARK: Signatures

  private static let head = [
    "Ngày 24 tháng 11 năm 2026 (Bằng chữ: Ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi sáu)",
    "Tại xã La Lay, tỉnh Quảng Trị", "Tôi Hồ Văn Thiện, là Phó Chủ tịch Ủy ban nhân dân xã La Lay", "Chứng thực",
  ]
  private static let foot = [
    "Người thực hiện chứng thực", "(ký, ghi rõ họ, tên và đóng dấu)", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hồ Văn Thiện",
  ]
  private static let receiver = ["Người tiếp nhận hồ sơ", "(ký, ghi rõ họ, tên)", "Nguyễn Thị Lan"]

  @Test func aSignatureIsThatOfAPersonWithHerPaper() {
    let promise =
      "cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã ký vào giấy tờ, văn bản này trước mặt"
    let person = "Ông/bà Hồ Thị Kăn Tưm, thẻ căn cước số 045198000001, \(promise)"
    let number = "Số chứng thực 07 quyển số 01/2026 - SCT/CK,ĐC"
    let full = AttestationSamples.full
    #expect(
      AttestationSamples.joined(.signature, full(.signature))
        == (Self.head + ["\(person) tôi.", number] + Self.foot).joined(separator: " "))
    #expect(
      AttestationSamples.joined(.signatureAtCentre, full(.signatureAtCentre))
        == (Self.head + ["\(person) ông/bà Nguyễn Thị Lan là người tiếp nhận hồ sơ.", number] + Self.receiver
        + Self.foot)
        .joined(separator: " "))
    for kind in [AttestationKind.fingerprint, .fingerprintAtCentre] {
      let text = AttestationSamples.joined(kind, full(kind))
      #expect(text.contains("và đã điểm chỉ vào giấy tờ, văn bản này") && !text.contains("đã ký vào"))
    }
  }

  @Test func outsideOfTheOfficeTheHourIsSaid() {
    var facts = AttestationSamples.full(.signature)
    facts.minuteOutside = 8 * 60 + 5
    #expect(AttestationSamples.joined(.signature, facts).contains("hai mươi sáu), 08 giờ 05 phút Tại xã La Lay"))
    // At the centre nobody is outside.
    #expect(!AttestationSamples.joined(.signatureAtCentre, facts).contains("phút"))
  }

  @Test func severalPersonsAreListedAndTheActIsThatOfAll() {
    var facts = AttestationSamples.full(.several)
    let text = AttestationSamples.joined(.several, facts)
    #expect(
      text.contains(
        "1. Ông/bà Hồ Thị Kăn Tưm, thẻ căn cước số 045198000001 2. Ông/bà Hồ Văn Nam, hộ chiếu số C1234567 Các ông/bà có tên trên"
      ))
    #expect(text.contains("và đã ký/điểm chỉ vào giấy tờ"))
    facts.persons[1].manner = .signature
    #expect(AttestationSamples.joined(.severalAtCentre, facts).contains("và đã ký vào giấy tờ"))
    facts.persons = []
    let unknown = AttestationSamples.joined(.several, facts)
    #expect(unknown.contains("2. Ông/bà ....") && !unknown.contains("3. Ông/bà") && unknown.contains("ký/điểm chỉ vào"))
  }

  @Test func aTranslatorSignsAboveTheCertifier() {
    let lines = AttestationSamples.lines(.translator, AttestationSamples.full(.translator))
    #expect(lines[0].hasSuffix("văn bản này từ tiếng Lào sang tiếng Việt."))
    #expect(lines[1] == "Ngày ..... tháng ..... năm .....")
    #expect(Array(lines[2...4]) == ["Người dịch", "(ký, ghi rõ họ, tên)", "Hồ Thị Kăn Tưm"])
    #expect(lines.contains("Số chứng thực 07 quyển số 01/2026 - SCT/CKND"))
  }

  // MARK: Transactions

  @Test func aTransactionAtTheCentreReadsAsItWasSeen() {
    let lines = AttestationSamples.lines(.transactionAtCentre, AttestationSamples.full(.transactionAtCentre))
    #expect(
      Array(lines.prefix(8)) == [
        "Lời chứng chứng thực giao dịch tại \(AttestationSamples.agency)", Self.head[0] + ".",
        "Tại: \(AttestationSamples.agency).", "Tôi: Hồ Văn Thiện - Phó Chủ tịch Ủy ban nhân dân xã La Lay.",
        "Chứng thực", "- Giao dịch chuyển nhượng quyền sử dụng đất được giao kết giữa:",
        "Hồ Thị Kăn Tưm, thẻ căn cước số 045198000001", "Hồ Văn Nam, hộ chiếu số C1234567",
      ])
    let text = lines.joined(separator: " ")
    #expect(
      text.contains(
        "Tại thời điểm tiếp nhận hồ sơ yêu cầu và chứng thực, các bên tham gia giao dịch minh mẫn, nhận thức và làm chủ được hành vi của mình; tự nguyện thỏa thuận giao kết giao dịch và đã ký và điểm chỉ vào giao dịch này trước mặt bà Nguyễn Thị Lan là người tiếp nhận hồ sơ."
      ))
    #expect(
      text.contains(
        "Giao dịch này được lập thành 03 bản gốc (mỗi bản gốc gồm 02 tờ, 04 trang, bao gồm cả trang lời chứng), cấp cho: + Bên A 1 bản; + Bên B 1 bản; Lưu tại: \(AttestationSamples.agency) 01 (một) bản gốc. Số chứng thực 07 quyển số 01/2026 - SCT/GD."
      ))
    #expect(text.hasSuffix((Self.receiver + Self.foot).joined(separator: " ")))
  }

  @Test func beforeTheCertifierNobodyElseIsNamed() {
    for kind in [AttestationKind.transaction, .division, .will, .refusal] {
      let text = AttestationSamples.joined(kind, AttestationSamples.full(kind))
      #expect(text.contains("trước mặt tôi.") && text.contains("Tại thời điểm chứng thực,"), "\(kind)")
      #expect(!text.contains("người tiếp nhận") && !text.contains("Nguyễn Thị Lan"), "\(kind)")
    }
  }

  @Test func whoOnlySignsGivesNoFingerprint() {
    var facts = AttestationSamples.full(.divisionAtCentre)
    facts.persons[1].manner = .signature
    facts.receiver?.sex = nil
    let text = AttestationSamples.joined(.divisionAtCentre, facts)
    #expect(text.contains("và đã ký vào văn bản phân chia di sản này trước mặt ông/bà Nguyễn Thị Lan"))
    #expect(text.contains("2. Ông/Bà: Hồ Văn Nam hộ chiếu số: C1234567"))
  }

  @Test func severalWhoRefuseAreListed() {
    var facts = AttestationSamples.full(.refusal)
    let one = AttestationSamples.joined(.refusal, facts)
    #expect(one.contains("- Ông/bà Hồ Thị Kăn Tưm, thẻ căn cước số 045198000001 cam đoan việc từ chối"))
    #expect(one.contains("chứng thực, ông/bà Hồ Thị Kăn Tưm minh mẫn") && !one.contains("được lập bởi"))
    facts.persons = AttestationSamples.persons
    let several = AttestationSamples.joined(.refusal, facts)
    #expect(
      several.contains("được lập bởi: 1. Ông/Bà: Hồ Thị Kăn Tưm thẻ căn cước số: 045198000001 2. Ông/Bà: Hồ Văn Nam"))
    #expect(several.contains("- Các ông/bà có tên trên cam đoan việc từ chối") && !several.contains("- Ông/bà Hồ"))
  }

  @Test func theHelpOfInterpreterAndWitnessesIsReminded() throws {
    var facts = AttestationSamples.full(.transactionAtCentre)
    #expect(
      AttestationPaper(AttestationTemplates.shipped[.transactionAtCentre], facts).reminders
        == [.everyPage(isAtCentre: true)])
    #expect(AttestationPaper(AttestationTemplates.shipped[.copy], facts).reminders.isEmpty)
    (facts.interpreter, facts.witnesses) = ("Hồ Thị Len", ["Hồ Văn Bình", "Hồ Thị Mai"])
    let paper = AttestationPaper(AttestationTemplates.shipped[.transaction], facts)
    #expect(paper.reminders == [.everyPage(isAtCentre: false), .interpreter, .witnesses])
    #expect(paper.reminders.allSatisfy { !$0.wording(.vi).isEmpty && !$0.wording(.en).isEmpty })
    // No text says a sentence for them; an office that knows one writes it.
    #expect(!AttestationSamples.lines(paper.blocks(.page)).joined().contains("Hồ Thị Len"))
    let own = "[transaction]\ndate = 01/02/2027\ntext = a[interpreter:, có {interpreter}][witnesses:, có {witnesses}]"
    let template = try AttestationTemplates(changedBy: Array(own.utf8))[.transaction]
    #expect(
      AttestationSamples.lines(AttestationPaper(template, facts).blocks(.page))
        == ["a, có Hồ Thị Len, có Hồ Văn Bình, Hồ Thị Mai"])
  }
}
