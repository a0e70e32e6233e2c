import DossierDomain
import Testing

@testable import Documents

/// Books that nobody has written by hand.
@Suite struct ProcedureBookBoundTests {
  private let today = CivilDate(dayNumber: 20_790)

  private func source(_ name: String, _ heading: String, _ rows: String) -> ProcedureBook.Source {
    ProcedureBook.Source(name: name, bytes: Array((heading + "\n" + rows).utf8))
  }

  private func faults(_ sources: [ProcedureBook.Source]) -> [ProcedureBook.Fault] {
    do {
      _ = try ProcedureBook.read(sources, from: .starter, on: today)
      return []
    } catch { return error.faults }
  }

  @Test func twoMillionCellsAreRefusedAfterTheFirst() throws {
    let papers = String(repeating: "9.999999,,a,,Đơn,x,x,x,x,x\n", count: 200_000)
    let more = String(repeating: "9.999999,Lệ phí,1\n", count: 1000)
    let folder = [
      source("Thủ tục", "Mã,Tên thủ tục", "9.999999,A\n"),
      source("Giấy tờ", "Mã,Hiệu lực từ,Trường hợp,Khi,Giấy tờ,Cần,Hình thức,Số bản,Số mẫu,Ghi chú", papers),
      source("Phí", "Mã,Khoản thu,Mức thu", more),
    ]
    let refused = ProcedureBook.Fault(sheet: "Giấy tờ", error: .tooManyCells(maximum: EditedTableLimits.cells))
    #expect(faults(folder) == [refused])
    // The sheet behind it is not read at all.
    var reading = BookReading(nil)
    reading.takeProcedures(folder[0], from: .starter, on: today)
    #expect(reading.book.cellCount == 4)
    reading.take(PaperSheet.self, folder[1])
    reading.take(FeeSheet.self, folder[2])
    #expect(reading.book.cellCount == EditedTableLimits.cells && reading.book.remarks.count == 1)
  }

  /// The sheets of a book count together.
  @Test func manySheetsAreNoWayAroundTheBound() {
    let rows = String(repeating: "9.999999,a,b,c,d\n", count: 120_000)
    let folder =
      [source("Thủ tục", "Mã,Tên thủ tục", "9.999999,A\n")]
      + ["Phí", "Giấy tờ"].map {
        source($0, "Mã,Giấy tờ,Khoản thu,Mức thu,Ghi chú", rows)
      }
    #expect(
      faults(folder).contains(.init(sheet: "Phí", error: .tooManyCells(maximum: EditedTableLimits.cells))))
  }

  @Test func aBookIsNotLongerThanItsBytes() {
    let half = String(repeating: "\n", count: ProcedureBook.maximumBytes / 2)
    let folder = [source("Thủ tục", "Mã,Tên thủ tục", half), source("Phí", "Mã,Khoản thu,Mức thu", half)]
    #expect(faults(folder) == [.init(sheet: nil, error: .tooLarge(maximum: ProcedureBook.maximumBytes))])
  }

  /// Empty cells cost nothing.
  @Test func cellsAtTheEndOfARowAreNotCounted() throws {
    let commas = String(repeating: ",", count: 900)
    let fees = String(repeating: "9.999999,Lệ phí,1\(commas)\n\(commas)\n", count: 20)
    let book = try ProcedureBook.read(
      [source("Thủ tục", "Mã,Tên thủ tục", "9.999999,A\n"), source("Phí", "Mã,Khoản thu,Mức thu", fees)],
      from: .starter, on: today)
    #expect(book.cellCount == 4 + 3 + 20 * 3)
  }

  @Test func thousandsOfRowsForOneCodeAreOneFault() {
    let table = source("Thủ tục", "Mã,Tên thủ tục", "9.999999,A\n")
    func check(_ name: String, _ heading: String, _ row: String, _ most: Int) {
      let rows = (0..<30_000).map { row.replacing("#", with: "\($0)") + "\n" }.joined()
      let problem = TableProblem<ProcedureBook.Reason>(line: most + 2, .rule(.tooMany(maximum: most)))
      #expect(
        faults([table, source(name, heading, rows)]) == [.init(sheet: name, error: .problems([problem]))], "\(name)")
    }
    check("Giấy tờ", "Mã,Giấy tờ", "9.999999,Đơn #", ProcedureRules.mostPapers)
    check("Quy trình nội bộ", "Mã,Tên ngắn,Bước,Loại việc", "9.999999,b#,Bước #,tiếp nhận", ProcedureRules.mostSteps)
    check("Liên thông", "Mã,Quan hệ,Thủ tục kia", "9.999999,gồm,8.000001", ProcedureRules.mostLinks)
  }

  /// Rows find their version without looking at all of them.
  @Test func thousandsOfVersionsOfOneCodeAreRead() throws {
    let days = (0..<4000).map { CivilDate(dayNumber: 20_000 + $0).slashed }
    let book = try ProcedureBook.read(
      [
        source("Thủ tục", "Mã,Tên thủ tục,Hiệu lực từ", days.map { "9.999999,A,\($0)\n" }.joined()),
        source("Phí", "Mã,Hiệu lực từ,Khoản thu,Mức thu", days.reversed().map { "9.999999,\($0),Phí,1\n" }.joined()),
      ], from: .starter, on: today)
    #expect(book.versions.count == 4000 && book.versions.allSatisfy { $0.rules.fees.count == 1 })
    #expect(book.cellCount == 3 * 4001 + 4 * 4001)
  }
}
