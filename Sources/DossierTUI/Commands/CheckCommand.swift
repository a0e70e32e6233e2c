import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import Glibc
import OfficeWork
import VietnameseText

/// `dossier check [TEXT]`: whether a paper is true, by its QR code.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: said("Kiểm tra một tờ giấy đã cấp bằng mã QR trên giấy.", "Checks an issued paper by its QR code."),
      discussion: said(
        """
        Mã kết thúc: 0 giấy đúng, 1 giấy bị sửa, do người khác làm, đã thay, hồ sơ đã hủy hoặc tỉnh không tính, 3 ở đây không biết giấy này.
        Bản chụp lại cũng có mã của bản thật: hãy so từng dòng trên giấy với những gì lệnh này hiện ra.
        """,
        """
        Exit codes: 0 the paper holds, 1 it is changed, invented, replaced, of a void dossier or kept back, 3 it is not known here.
        A copy has the code of the true paper: compare each line of it with what this command shows.
        """))
  }

  @Argument(
    help: said(
      "Nội dung mã QR; không ghi thì đọc một dòng từ đầu vào chuẩn, máy quét gõ vào được.",
      "The text of the QR code; without it a line of standard input, which a scanner may type.", value: "mã"))
  var text: String?

  @Flag(
    name: .long,
    help: said(
      "Hiện cả nội dung giấy như đã lập, để so từng dòng: chỉ cho phụ trách bộ phận, kèm --purpose.",
      "Also what the paper says, as it was issued: for a head of desk, with --purpose."))
  var page = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try reading.validate(full: page) }

  func run() throws {
    let workplace = try global.openWorkplace()
    let scanned = text ?? Self.line()
    let check = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try PaperDesk(workplace: workplace).check(scanned, viewer: .commandLine)
    }
    for line in check.lines(workplace.language) { Output.data(line.cleanedMultiline(maxLength: .max)) }
    if page { try show(check, workplace) }
    switch check.answer {
    case .holds: return
    case .doesNotHold: throw ExitCode.faultsFound
    case .open: throw ExitCode.notFound
    }
  }

  private func show(_ check: PaperCheck, _ workplace: Workplace) throws {
    guard let issue = check.recorded?.filed.paper.issue, let page = PaperDesk(workplace: workplace).page(of: issue)
    else { return }
    try reading.reading(at: workplace, as: Clerk.Role.seeingNumbers) { reader in
      let held = HeldOutput(folder: workplace.locations.data)
      held.data("")
      for line in PageText(width: PaperDesk.columns, isPlain: workplace.settings.isPlain).lines(of: page) {
        held.data(line)
      }
      try reader.putOut(held, .show, persons: 1, showsNumbers: true)
    }
  }

  /// The first line that is not empty. At a terminal it ends with the scanner's Enter, so no more is waited for.
  private static func line() -> String {
    var (bytes, byte): ([UInt8], UInt8) = ([], 0)
    // Longer text is no code, and its beginning is enough to know that.
    while bytes.count <= ScannedCode.maximumLength * 4 {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { break }
      if byte == 0x0A || byte == 0x0D {
        if bytes.isEmpty { continue }
        break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
