import DossierDomain
import Testing

@testable import Documents

/// What cells contain, one value at a time. Names and numbers are invented.
@Suite struct RegisterValueTests {
  private let today = CivilDate(dayNumber: 20_787)

  @Test(arguments: [
    ("5/10/2026", "05/10/2026", nil), ("05-10-2026 8:05", "05/10/2026", 485), ("05.10.2026", "05/10/2026", nil),
    ("05/10/26", "05/10/2026", nil), ("2026-10-05T02:00:00Z", "05/10/2026", 540),
    ("mồng 5 tháng mười năm 2026", "05/10/2026", nil),
    ("ngày 5 tháng 10 năm 2026", "05/10/2026", nil), ("05-Oct-26", "05/10/2026", nil),
    ("Oct 5, 2026", "05/10/2026", nil),
    ("20261005", "05/10/2026", nil), ("05/10/2026 8.30", "05/10/2026", 510), ("05/10/2026 0830", "05/10/2026", 510),
    ("2h30 chiều 05/10/2026", "05/10/2026", 870), ("06/10/2026 (ký nhận)", "06/10/2026", nil),
    ("'05/10/2026", "05/10/2026", nil),
    ("Đã nhận 06/10/2026", "06/10/2026", nil), ("05\\10\\2026", "05/10/2026", nil), ("46300", "05/10/2026", nil),
    ("46300,34375", "05/10/2026", 495), ("46300.99999999", "05/10/2026", 1439),
    ("Thứ Hai, 05/10/2026", "05/10/2026", nil),
    ("05/10/2026 12:15 AM", "05/10/2026", 15), ("5 tháng mười một 2026", "05/11/2026", nil),
  ])
  func aDateIsRead(_ text: String, _ day: String, _ minutes: Int?) throws {
    let date = try #require(WrittenDate(text))
    #expect(date.civilDate(.dayFirst, .year1900)?.slashed == day && date.minutes == minutes)
  }

  @Test(arguments: [
    "31/11/2026", "00/10/2026", "5/10", "05/10/2O26", "05/10//2026", "24:00 05/10/2026", "14:30 SA 05/10/2026",
    "1791158400", "0.34375",
    "05/10/2026 - 07/10/2026", "3 ngày", "La Lay, ngày 30 tháng 10 năm 2026", "05/10/2026 8:00 - 10:00", "4.63E+04",
    "Quầy 1", "",
  ])
  func whatIsNoDateIsNone(_ text: String) { #expect(WrittenDate(text) == nil) }

  @Test(arguments: [
    ("045098001234", RegisterIdentity.number("045098001234")), ("045 098 001 234", .number("045098001234")),
    ("045.098.001.234", .number("045098001234")), ("'045098001234", .number("045098001234")),
    ("=\"045098001234\"", .number("045098001234")), ("45098001234", .restored("045098001234", written: "45098001234")),
    ("45,098,001,234", .restored("045098001234", written: "45,098,001,234")),
    ("4.5098001234E+10", .restored("045098001234", written: "4.5098001234E+10")),
    ("4.5098E+10", .digitsLost("4.5098E+10")),
    ("45098001234.5", .unreadable("45098001234.5")), ("197123456", .number("197123456")),
    ("19712345.6", .unreadable("19712345.6")),
    ("12345678", .wrongLength("12345678")), ("999999999999", .impossible("999999999999")),
    ("045498001234", .impossible("045498001234")), ("O45098001234", .unreadable("O45098001234")),
    ("045098001234 cấp ngày 01/02/2022", .restored("045098001234", written: "045098001234 cấp ngày 01/02/2022")),
    ("CCCD: 045098001234", .restored("045098001234", written: "CCCD: 045098001234")), ("không có", .none),
    ("chưa có", .none),
    ("như trên", .unreadable("như trên")), ("Hồ Văn Hai", .unreadable("Hồ Văn Hai")),
    ("05/10/2026", .unreadable("05/10/2026")),
    ("045098001234?", .unreadable("045098001234?")), ("045••••••234", .masked),
    ("045098xxxxxx", .maskedElsewhere("045098xxxxxx")),
    ("B1234567", .number("B1234567")), ("2001098765", .wrongLength("2001098765")),
    ("1098001234", .wrongLength("1098001234")),
  ])
  func anIdentityNumber(_ text: String, _ right: RegisterIdentity) {
    #expect(RegisterIdentity(text, isOrganisation: false, today: today) == right)
  }

  @Test(arguments: [
    ("3200123456", RegisterIdentity.number("3200123456")), ("3200123456-001", .number("3200123456-001")),
    ("101234567", .restored("0101234567", written: "101234567")),
    ("MST: 3200123457", .restored("3200123457", written: "MST: 3200123457")),
  ])
  func theTaxNumberOfAnOrganisation(_ text: String, _ right: RegisterIdentity) {
    #expect(RegisterIdentity(text, isOrganisation: true, today: today) == right)
  }

  @Test(arguments: [
    ("0912345678", RegisterPhone.number("0912345678")), ("0912 345 678", .number("0912345678")),
    ("0912.345.678", .number("0912345678")),
    ("+84 912 345 678", .number("0912345678")), ("0084912345678", .number("0912345678")),
    ("84912345678", .number("0912345678")),
    ("912345678", .restored("0912345678", written: "912345678")), ("02333851234", .number("02333851234")),
    ("2333851234", .restored("02333851234", written: "2333851234")), ("9.12E+08", .digitsLost("9.12E+08")),
    ("0912345678 / 0987654321", .restored("0912345678", written: "0912345678 / 0987654321")),
    ("0912345678.1", .unreadable("0912345678.1")), ("091234567", .unreadable("091234567")),
    ("0912***678", .unreadable("0912***678")),
    ("045098001234", .unreadable("045098001234")), ("05/10/2026", .unreadable("05/10/2026")),
    ("Hồ Văn Hai", .unreadable("Hồ Văn Hai")),
    ("không có", .none), ("0000000000", .unreadable("0000000000")), ("O912345678", .unreadable("O912345678")),
  ])
  func aTelephone(_ text: String, _ right: RegisterPhone) { #expect(RegisterPhone(text) == right) }

  @Test(arguments: [
    ("Thôn A Ngo, xã La Lay, 0912 345 678", "Thôn A Ngo, xã La Lay", "0912345678", ""),
    ("Thôn A, ĐT: 0912345678", "Thôn A", "0912345678", ""),
    ("0912345678 (con trai), Thôn 5", "(con trai), Thôn 5", "0912345678", ""),
    ("Thôn A 84912345678", "Thôn A", "0912345678", ""), ("Km 41, QL9 - 0233.3851.234", "Km 41, QL9", "02333851234", ""),
    ("Thôn A, CCCD 045098001234", "Thôn A", "", "045098001234"), ("Thôn A, ĐT 91234567", "Thôn A, ĐT 91234567", "", ""),
    ("Thôn 5, xã La Lay", "Thôn 5, xã La Lay", "", ""),
  ])
  func anAddressWithATelephone(_ text: String, _ address: String, _ phone: String, _ number: String) {
    let contact = RegisterContact(text)
    #expect(contact.address == address && contact.phone == phone && contact.number == number)
  }

  @Test(arguments: [
    ("000.19.45.h50 - 261005–9001", RegisterCode.code("000.19.45.H50-261005-9001", isRestored: false)),
    ("000.19.45.H50/261005/9001", .code("000.19.45.H50-261005-9001", isRestored: true)),
    ("19.45.H50-261005-9001", .code("000.19.45.H50-261005-9001", isRestored: true)),
    ("000.19.45.H502610059001", .code("000.19.45.H50-261005-9001", isRestored: true)),
    ("Mã: 000.19.45.H50-261005-9001", .code("000.19.45.H50-261005-9001", isRestored: false)),
    ("000.19.45.H50-261305-9001", .noCode("000.19.45.H50-261305-9001")),
    ("OOO.19.45.H50-261005-9001", .noCode("OOO.19.45.H50-261005-9001")),
    ("000.19.45.H50-261005-31**", .noCode("000.19.45.H50-261005-31**")), ("2.61005E+13", .destroyed("2.61005E+13")),
    ("#REF!", .destroyed("#REF!")), ("Người lập sổ", .noCode("Người lập sổ")), ("", .missing),
    ("000.22.45.H50-240301-0001", .code("000.22.45.H50-240301-0001", isRestored: false)),
    ("000.19.45.H50-A-0001", .code("000.19.45.H50-A-0001", isRestored: false)),
  ])
  func aCode(_ text: String, _ right: RegisterCode) { #expect(RegisterCode(text, agency: "000.19.45.H50") == right) }

  @Test(arguments: [
    ("Số CCCD người nộp", RegisterColumn.otherPerson), ("SĐT cán bộ", .otherPerson), ("CCCD cha", .otherPerson),
    ("CCCD chủ hồ sơ", .identityNumber), ("SĐT chủ hồ sơ", .phone), ("Người nộp", .applicant), ("Hẹn", .due),
    ("Ngày hẹn trả kết quả cho công dân", .due), ("Nơi tiếp nhận hồ sơ", .placeOfReception), ("Ngày vào sổ", .received),
  ])
  func aHeadingMeansMost(_ text: String, _ right: RegisterColumn) {
    let scores = HeadingWords.scores(.init(text))
    #expect(scores.max { $0.value < $1.value }?.key == right, "\(scores)")
  }
}
