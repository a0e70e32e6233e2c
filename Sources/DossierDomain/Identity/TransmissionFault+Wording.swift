extension TransmissionFault {
  /// One sentence about what happened, and one about what to change.
  public func wording(_ language: Language) -> String {
    switch self {
    case .guessedCharacterSet:
      language.pick(
        "Máy quét đoán sai bảng mã (ra chữ Nhật, Trung, Hàn). Đặt máy quét gửi UTF-8, tắt tự đoán, rồi quét lại.",
        "The scanner guessed the character set (Asian letters came). Set it to UTF-8, without guessing, and scan again."
      )
    case .lostLetters:
      language.pick(
        "Máy quét làm mất dấu tiếng Việt. Đặt máy quét ở chế độ Unicode hoặc cổng nối tiếp (COM), rồi quét lại.",
        "The scanner lost the Vietnamese marks. Set it to Unicode output, or to its serial port, and scan again.")
    case .latinForUnicode:
      language.pick(
        "Máy quét gửi UTF-8 như chữ Latinh. Đặt kiểu chữ gửi đi của máy quét là UTF-8.",
        "The scanner sends UTF-8 as Latin letters. Set its output to UTF-8.")
    case .outsideMethod:
      language.pick(
        "Bộ gõ bên ngoài (UniKey) đã sửa chữ của máy quét. Tắt bộ gõ (chữ E), rồi quét lại.",
        "The input method outside (UniKey) changed the scanner's letters. Turn it off and scan again.")
    case .keyboardLayout:
      language.pick(
        "Máy quét và máy tính khác kiểu bàn phím. Đặt cả hai cùng kiểu Mỹ (US), rồi quét lại.",
        "Scanner and computer have different keyboard layouts. Set both to US and scan again.")
    case .altCodes:
      language.pick(
        "Máy quét gửi chữ bằng Alt và số, ở đây không ghép được. Đặt máy quét gửi Unicode (UTF-8), rồi quét lại.",
        "The scanner sends letters as Alt and digits, which are not put together here. Set it to Unicode (UTF-8) and scan again."
      )
    case .capitals:
      language.pick(
        "Chữ hoa và chữ thường bị đổi. Tắt Caps Lock, và tắt đổi chữ hoa ở máy quét.",
        "Capital and small letters were changed. Turn Caps Lock off, and the scanner's change of capitals.")
    case .doubled:
      language.pick(
        "Máy quét gửi hai lần. Quét mỗi thẻ một lần; nếu vẫn vậy, tắt lặp lại ở máy quét.",
        "The scanner sent it twice. Scan a card once; if it goes on, turn off repeating at the scanner.")
    case .cut:
      language.pick(
        "Chữ quét được bị thiếu một phần. Quét lại; nếu vẫn vậy, đặt máy quét gửi chậm hơn.",
        "A part of the scanned text is missing. Scan again; if it goes on, let the scanner send more slowly.")
    }
  }
}
