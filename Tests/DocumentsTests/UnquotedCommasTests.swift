import DossierDomain
import Testing

@testable import Documents

/// Files in which nobody has quoted the commas of addresses. Names and numbers are invented.
@Suite struct UnquotedCommasTests {
  private func read(_ lines: [String]) throws -> RegisterCaseTests.Outcome {
    try RegisterCaseTests.read(Array(lines.joined(separator: "\n").utf8))
  }

  /// The cells behind the comma begin with a blank, so that the name before them is not part of it.
  @Test func theAddressTakesTheCommasOfEveryRow() throws {
    let found = try read([
      "Mã hồ sơ,Chủ hồ sơ,Địa chỉ,Nhận hồ sơ,Hẹn trả",
      "A-1,Hồ Thị Một,Thôn A Ngo, xã La Lay,05/10/2026,07/10/2026",
      "A-2,Hồ Thị Hai,Thôn A Ngo, xã La Lay, tỉnh Quảng Trị,05/10/2026,07/10/2026",
      "A-3,Hồ Thị Ba,Thôn Tân Đi, xã La Lay,05/10/2026,",
      "Người lập sổ",
    ])
    #expect(found.names == ["Hồ Thị Một", "Hồ Thị Hai", "Hồ Thị Ba"])
    #expect(
      found.dossiers.map(\.owner.address) == [
        "Thôn A Ngo, xã La Lay", "Thôn A Ngo, xã La Lay, tỉnh Quảng Trị", "Thôn Tân Đi, xã La Lay",
      ])
    #expect(found.dossiers.map { $0.dueAt?.civilDate.iso8601 } == ["2026-10-07", "2026-10-07", nil])
    #expect(found.remarks.map(\.kind).first == .commasJoined("Thôn A Ngo, xã La Lay"))
    #expect(found.remarks.map(\.line) == [2, 3, 4] && found.remarks.allSatisfy { $0.column == "Địa chỉ" })
    #expect(found.problems.isEmpty && found.beside == 1)
  }

  /// Without the blanks the columns beside it tell: a name has no numbers, a date is no place.
  @Test func aTextBetweenNumbersAndDatesTakesThem() throws {
    let found = try read([
      "Mã hồ sơ,Chủ hồ sơ,Số CCCD,Địa chỉ,Nhận hồ sơ", "A-1,Hồ Thị Một,045098001236,Thôn A Ngo,xã La Lay,05/10/2026",
      "A-2,Hồ Thị Hai,045098001237,Thôn A Ngo,xã La Lay,05/10/2026",
    ])
    #expect(found.dossiers.map(\.owner.address) == ["Thôn A Ngo,xã La Lay", "Thôn A Ngo,xã La Lay"])
    #expect(found.dossiers.map(\.owner.identityNumber) == ["045098001236", "045098001237"])
  }

  @Test func whatTwoColumnsCouldTakeIsReported() throws {
    let found = try? read([
      "Mã hồ sơ,Chủ hồ sơ,Địa chỉ,Nhận hồ sơ,Hẹn trả", "A-1,Hồ Thị Một,Thôn A Ngo,xã La Lay,05/10/2026,07/10/2026",
      "A-2,Hồ Thị Hai,Thôn A Ngo,xã La Lay,05/10/2026,07/10/2026",
    ])
    #expect(found?.dossiers.isEmpty ?? true)
  }

  @Test func aCommaAtTheEndOfEachRowIsNoSurplus() throws {
    let found = try read([
      "Mã hồ sơ,Chủ hồ sơ,Địa chỉ,Nhận hồ sơ", "A-1,Hồ Thị Một,Thôn A,05/10/2026,", "A-2,Hồ Thị Hai,Thôn B,05/10/2026,",
    ])
    #expect(found.dossiers.map(\.owner.address) == ["Thôn A", "Thôn B"] && found.remarks.isEmpty)
  }
}
