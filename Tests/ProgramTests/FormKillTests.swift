import DossierDomain
import DossierStore
import Foundation
import Glibc
import OfficeWork
import Testing

/// The power fails while a clerk types into the reception form, at any of her keys. At most what she typed in the last second
/// is lost. `FORM_KILLS=200` kills as often as a release is tried.
@Suite(.serialized) struct FormKillTests {
  private static let kills = ProcessInfo.processInfo.environment["FORM_KILLS"].flatMap { Int($0) } ?? 20
  private static let text = "Pả Lăng Thị Từng Phím Một Cho Đến Khi Mất Điện Giữa Chừng Thì Thôi"
  /// One second, and the time in which a busy machine carries out what is due.
  private static let lost = 1.7

  @Test func atMostTheLastSecondIsLost() throws {
    for number in 0..<Self.kills {
      // Far apart, so that a few kills meet early and late keys, and each key is met if there are many.
      let keys = 1 + number * 37 % Self.text.count
      try Self.kill(after: keys, isRefusing: number % 4 == 3)
    }
  }

  /// - Parameter isRefusing: what is typed is not the name but the reason of a refusal, in the question over the form.
  private static func kill(after keys: Int, isRefusing: Bool) throws {
    let program = try Program.office()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Chào Hồ Thị Lan"))
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    terminal.send("\u{1B}[200~con moi de\u{1B}[201~\r")
    #expect(terminal.waits(for: "khai sinh"))
    if isRefusing {
      terminal.send("\u{1B}[200~Pả Lăng A\u{1B}[201~\u{1B}k")
      #expect(terminal.waits(for: "mẫu 03"))
    }
    var typed: [(text: String, at: Date)] = []
    for character in text.prefix(keys) {
      terminal.send(String(character))
      typed.append(((typed.last?.text ?? "") + String(character), Date()))
      usleep(45_000)
      terminal.rest(1)
    }
    let end = Date()
    Glibc.kill(terminal.process, SIGKILL)
    #expect(terminal.exitCode() == -SIGKILL)
    let safe = typed.last { end.timeIntervalSince($0.at) > lost }?.text ?? ""
    let kept = try drafts(program)
    #expect(safe.isEmpty || kept.contains(safe), "after \(keys) keys \(safe.debugDescription) is lost: \(kept)")
    #expect(try program.run("verify").code == 0)
  }

  private static func drafts(_ program: Program) throws -> String {
    let store = try LocalStore(folder: program.folder, access: .readOnly)
    defer { store.close() }
    return try store.office.clerks().flatMap { try store.drafts.kept(of: $0.id, at: Instant(milliseconds: 0)) }
      .map { String(decoding: $0.content, as: UTF8.self) }.joined(separator: "\n")
  }
}
