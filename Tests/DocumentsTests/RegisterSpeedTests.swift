import DossierDomain
import Testing
import VietnameseText

@testable import Documents

/// What a register of many rows must not do for each of them again, and what is read byte by byte for speed and has to
/// mean the same.
@Suite struct RegisterSpeedTests {
  @Test func wordsThatRepeatAreLookedUpOnce() throws {
    let office = Office(
      id: OfficeID(high: 9, low: 9), name: "Trung tâm PVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
    var text = "Mã hồ sơ;Mã TTHC;Tên thủ tục;Chủ hồ sơ;Ngày nhận;Trạng thái;Hình thức trả\n"
    for row in 0..<3000 {
      let (status, delivery) = (["Đang xử lý", "Đã tiếp nhận"][row % 2], ["Tại quầy", "Bưu điện", "lạ"][row % 3])
      text += "A-261105-\(1000 + row);1.004873;Xác nhận;Hồ Thị Một;05/11/2026;\(status);\(delivery)\n"
    }
    var reader = try RegisterReader(
      bytes: Array(text.utf8), office: office, today: CivilDate(dayNumber: 20_782), procedure: { _ in nil })
    var remarks = 0
    var statuses: [DossierStatus: Int] = [:]
    while let row = reader.next() {
      guard case .dossier(let dossier, _) = row else { continue }
      statuses[dossier.status, default: 0] += 1
      remarks += reader.remarks.count
    }
    #expect(statuses == [.inProgress: 1500, .received: 1500])
    // What is said about a cell is said of each row.
    #expect(remarks == 1000)
    #expect(reader.memory.statuses.computed == 2)
    #expect(reader.memory.deliveries.computed == 3)
    #expect(reader.memory.procedures.computed <= 6)
  }

  @Test func whatIsRememberedIsBounded() {
    var words = RememberedWords<Int>()
    for round in 0..<2 {
      for number in 0..<2000 { #expect(words.value(of: "từ \(number)") { number } == number, "\(round)") }
    }
    let long = String(repeating: "dài ", count: 400)
    let before = words.computed
    for _ in 0..<3 { #expect(words.value(of: long) { 7 } == 7) }
    #expect(words.computed == before + 3)
  }

  /// Composed and decomposed letters are one text for Swift, and two cells.
  @Test func whatIsRememberedIsToldApartByItsBytes() {
    var words = RememberedWords<Int>()
    #expect(words.value(of: "\u{1EBF}") { 1 } == 1)
    #expect(words.value(of: "e\u{302}\u{301}") { 2 } == 2)
  }

  @Test func theCommonFormsOfADateMeanWhatTheScannerReads() {
    var common = 0
    for day in ["0", "1", "05", "12", "13", "31", "32", "005"] {
      for month in ["0", "2", "02", "11", "13", "31"] {
        for year in ["26", "1899", "1900", "2026", "9999", "20261"] {
          for sign in ["/", "-", ".", "\\"] {
            for time in [
              "", " 8:30", " 08:30", " 24:00", " 08:60", " 00:00", " 23:59:59", " 8:30:5", " 8:30:60", " 8", " ",
            ] {
              let text = day + sign + month + sign + year + time
              guard let read = CommonDate(text)?.date else { continue }
              common += 1
              var scanner = DateScanner(text)
              #expect(read == scanner.date(), "\(text)")
            }
          }
        }
      }
    }
    #expect(common > 500)
    for other in ["05/11-2026", "05/11/2026T08:30", "05/11/2026 08:30 PM", "2026-11-05", "5/11/26"] {
      #expect(CommonDate(other) == nil, "\(other)")
    }
  }

  @Test func digitsAreADateInNoOtherForm() {
    for text in ["", "Hồ Văn Nam", "44", "44900x", "44900", "44900.5", "44900,25", "4490", "449001", "44900.5.1"] {
      var scanner = DateScanner(text)
      if scanner.date() != nil { #expect(WrittenDate(text) != nil, "\(text)") }
    }
    #expect(
      WrittenDate("44900")?.day == .serial(44900) && WrittenDate("44900x") == nil && WrittenDate("44900.5.1") == nil)
  }

  @Test(arguments: [
    ("  Hồ   Văn Nam ", "Hồ Văn Nam"), ("Hồ Văn Nam", "Hồ Văn Nam"), ("Hồ ", "Hồ"), ("", ""), (" ", ""),
  ])
  func blanksAreSingle(text: String, single: String) { #expect(text.withSingleBlanks == single) }

  @Test func aFieldOrRecordThatIsTooLongIsFoundWhereItWas() {
    func first(_ text: String) -> DelimitedTextReader.Record? {
      var reader = DelimitedTextReader(bytes: Array(text.utf8), delimiter: UInt8(ascii: ","))
      return reader.next()
    }
    let longest = String(repeating: "x", count: DelimitedTextReader.maximumFieldBytes)
    #expect(first(longest + ",a\n")?.fields == [longest, "a"])
    #expect(first("b," + longest)?.fields == ["b", longest])
    #expect(first("b," + longest + "x,a\n")?.problem == .fieldTooLong(column: 2))
    #expect(first("b,\"\"" + longest)?.fields == ["b", longest])
    #expect(first("b,\"y\"" + longest)?.problem == .fieldTooLong(column: 2))
    let record = Array(repeating: longest.dropLast(), count: 4).joined(separator: ",")
    #expect(first(record + "\n")?.fields.count == 4)
    #expect(first(record + ",x\n")?.problem == .recordTooLong(column: 5))
  }
}
