import Foundation
import Testing

/// An office with PINs on a real terminal: the first PIN, and a result that asks for it again.
@Suite(.serialized) struct ConfirmTests {
  @Test func aResultIsGivenWithThePINOnly() throws {
    let program = Program()
    defer { program.remove() }
    let made = try program.run(
      "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
      "Hồ Thị Lan")
    #expect(made.code == 0, "\(made.messages)")
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Ai đang ngồi ở quầy?"))
    terminal.send("1")
    #expect(terminal.waits(for: "Mã PIN mới:"))
    terminal.send("2468\r")
    #expect(terminal.waits(for: "Hãy đặt từ 6 chữ số"))
    terminal.send("246813\r")
    #expect(terminal.waits(for: "Gõ lại lần nữa:"))
    terminal.send("246813\r")
    #expect(terminal.waits(for: "Chào Hồ Thị Lan"))
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    terminal.send("\u{1B}[200~2.000815\u{1B}[201~\r")
    #expect(terminal.waits(for: "Chứng thực bản sao"))
    terminal.send("\u{1B}[200~Pả Lăng Có Mã\u{1B}[201~\u{1B}OS")
    #expect(terminal.leavesPapersOut())
    #expect(terminal.waits(for: "Thu bao nhiêu"))
    terminal.send("c")
    #expect(terminal.waits(for: "Để ghi kết quả: Pả Lăng Có Mã"))
    // Two keys and six digits within 50 ms are eight keys as from a scanner (`BurstGate`), which no hand does.
    terminal.rest(200)
    terminal.send("111111")
    #expect(terminal.waits(for: "Sai mã PIN (lần 1)"))
    terminal.send("246813\r")
    #expect(terminal.waits(for: "Đã giải quyết và trả ngay tại quầy."))
    #expect(!terminal.received.contains("246813"))
    terminal.send("\u{1B}")
    terminal.rest(200)
    terminal.send("\u{1B}[21~\u{1B}[21~")
    #expect(terminal.exitCode() == 0, "\(terminal.received.suffix(2000))")
  }
}
