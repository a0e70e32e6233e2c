import DossierDomain

extension PaperCheck {
  /// In one line, for whoever has scanned the paper to open its dossier. `lines` says more.
  public func line(_ language: Language) -> String {
    let number = recorded?.filed.number.text ?? ""
    switch answer {
    case .holds:
      return language.pick("Giấy thật, có trong sổ: số \(number).", "A true paper, recorded here: \(number).")
    case .doesNotHold: return reasonAgainst(number, language)
    case .open: return reasonForDoubt(number, language)
    }
  }

  private func reasonAgainst(_ number: String, _ language: Language) -> String {
    guard verdict != .wrong, let recorded else {
      return language.pick(
        "Giấy giả hoặc mã bị sửa: chữ ký sai. Quét lại; vẫn sai thì đừng nhận.",
        "False or changed: the signature is wrong. Scan again; if it stays wrong, do not accept it.")
    }
    if recorded.isSame == false {
      return language.pick(
        "Đừng nhận: giấy số \(number) trong sổ có mã khác.",
        "Do not accept it: the recorded paper \(number) has another code.")
    }
    if let reason = recorded.filed.held {
      return language.pick(
        "Đừng nhận: tỉnh không tính giấy số \(number) (\(reason.wording(.vi))).",
        "Do not accept it: the province does not count the paper \(number) (\(reason.wording(.en))).")
    }
    if let replacement = recorded.filed.replacement {
      return language.pick(
        "Giấy cũ: số \(number) đã được thay bằng số \(replacement.text).",
        "An old paper: \(number) was replaced by \(replacement.text).")
    }
    let void = recorded.filed.void.map(\.text).joined(separator: ", ")
    return language.pick(
      "Giấy số \(number) không còn giá trị: hồ sơ đã hủy (\(void)).",
      "The paper \(number) does not hold any more: void (\(void)).")
  }

  private func reasonForDoubt(_ number: String, _ language: Language) -> String {
    switch verdict {
    case .unreadable, .noPaper:
      return language.pick(
        "Không đọc được mã trên giấy: tắt bộ gõ và Caps Lock, rồi quét lại.",
        "The paper's code cannot be read: turn the input method and Caps Lock off, then scan again.")
    case .unknownMachine:
      return language.pick(
        "Chưa kiểm tra được giấy: ở đây không biết máy đã ký. Giấy của xã khác thì hỏi tỉnh.",
        "The paper cannot be checked here: the machine that signed is not known. Ask the province.")
    case .unsealed:
      return language.pick("Mã trên giấy không có dấu ký.", "The paper's code has no seal.")
    case .signed, .wrong: break
    }
    switch record {
    case .confidential:
      return language.pick(
        "Chữ ký đúng; hồ sơ kín nên không xem được giấy đã lập.",
        "The signature is right; the dossier is confidential, so its papers cannot be seen.")
    case .here:
      return language.pick(
        "Chữ ký đúng, số \(number) có trong sổ, nhưng không có gì để so nội dung giấy.",
        "The signature is right and \(number) is recorded, but there is nothing to compare what the paper says.")
    case .notHere, nil:
      return language.pick(
        "Chữ ký đúng, nhưng máy này không có giấy ấy: đồng bộ rồi quét lại, hoặc hỏi đơn vị lập.",
        "The signature is right, but the paper is not recorded here: exchange and scan again, or ask its office.")
    }
  }
}
