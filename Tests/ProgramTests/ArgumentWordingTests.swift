import Testing

@testable import DossierTUI

/// The translation of what ArgumentParser says, as a function of texts.
@Suite struct ArgumentWordingTests {
  private func error(_ message: String, _ rest: String = "") -> String {
    ArgumentWording.vietnamese("Error: " + message + rest, message: message, columns: 80)
  }

  @Test func whatWasTypedStaysAsItIs() {
    #expect(
      error("Unknown option '--a'. Did you mean '--b'?") == "Lỗi: Không có tùy chọn '--a'. Có phải là '--b' không?")
    #expect(error("Unexpected argument 'Usage: …'").contains("Không hiểu 'Usage: …'"))
    #expect(
      error("The value 'a' is invalid for '--b <b>'. Please provide one of 'c', 'd' or 'e'.")
        == "Lỗi: Giá trị 'a' không dùng được cho '--b <b>'. Hãy chọn 'c', 'd' hoặc 'e'.")
    #expect(
      error("The value 'x' and 'y' is invalid for '--b <b>'. Please provide one of 'c' and 'd'.")
        == "Lỗi: Giá trị 'x' and 'y' không dùng được cho '--b <b>'. Hãy chọn 'c' hoặc 'd'.")
  }

  @Test func theLinesBelowAnErrorAreTranslated() {
    let rest =
      "\nHelp:  <a>  Giải thích\nUsage: dossier x [<options>] <a>\n  See 'dossier x --help' for more information."
    #expect(
      error("Missing expected argument '<a>'", rest)
        == """
        Lỗi: Còn thiếu '<a>'.
        Giải thích:  <a>  Giải thích
        Cách dùng: dossier x [<tùy-chọn>] <a>
          Xem thêm: dossier x --help
        """)
  }

  /// Our own sentences and those without a template.
  @Test func anUnknownSentenceStays() {
    #expect(error("--limit phải từ 1.") == "Lỗi: --limit phải từ 1.")
    #expect(error("Something new happened.") == "Lỗi: Something new happened.")
    for text in ["0.3.0", "#!/bin/bash\nUsage: x", "{\n  \"abstract\" : \"OPTIONS:\"\n}", ""] {
      #expect(ArgumentWording.vietnamese(text, message: text, columns: 10) == text)
    }
  }

  @Test func aHelpPageIsTranslatedThenWrapped() {
    let page = """
      OVERVIEW: Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm

      USAGE: dossier x <options> <subcommand>

      ARGUMENTS:
        <a>                     Một hai ba bốn năm sáu bảy tám (default: 5)

      OPTIONS:
        --a <a>                 Một (values: b, c; default: b)
        --a-very-long-name <a-very-long-name>
                                Một hai ba bốn năm sáu bảy tám chín
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        open (default)          Mở.

        See 'dossier help <subcommand>' for detailed help.
      """
    #expect(
      ArgumentWording.vietnamese(page, message: page, columns: 56) == """
        MÔ TẢ: Một hai ba bốn năm sáu bảy tám chín mười một hai
        ba bốn năm

        CÁCH DÙNG: dossier x <tùy-chọn> <lệnh>

        THAM SỐ:
          <a>                     Một hai ba bốn năm sáu bảy tám
                                  (mặc định: 5)

        TÙY CHỌN:
          --a <a>                 Một (giá trị: b, c; mặc định:
                                  b)
          --a-very-long-name <a-very-long-name>
                                  Một hai ba bốn năm sáu bảy tám
                                  chín
          --version               Xem phiên bản.
          -h, --help              Xem trợ giúp này.

        CÁC LỆNH:
          open (mặc định)         Mở.

          Xem kỹ một lệnh: dossier help <lệnh>
        """)
  }
}
