/// What the seal in a paper's code proves. How far that protects is in docs/PAPER-SEAL.md.
public enum SealVerdict: Hashable, Sendable {
  /// This machine made the code, with these fields, for one paper. A copy of that paper has the same code.
  case signed(SealingMachine)
  /// Nobody here has the key of the machine that is named.
  case unknownMachine
  /// It is not the signature of the machine that is named.
  case wrong
  /// The code was changed on its way from the paper, by a scanner or an input method: nothing can be said of the paper.
  case unreadable
  /// An office that is not enrolled has no key to sign with.
  case unsealed
  /// The text is not that of a paper's code.
  case noPaper
}

extension SealVerdict {
  public func wording(_ language: Language) -> String {
    switch self {
    case .signed(let machine):
      let since = machine.revokedAt.map {
        language.pick(
          " Máy này đã bị thu hồi lúc \($0.clockAndDate); giờ trên giấy do máy tự ghi nên không chứng minh được gì.",
          " This machine was revoked at \($0.clockAndDate); the time on a paper is the machine's own and proves nothing."
        )
      }
      return language.pick(
        "Chữ ký đúng: mã do máy \(machine.name), \(machine.office) lập. Bản chụp lại cũng có mã này: hãy so từng dòng trên giấy.",
        "The signature is right: the code was made by the machine \(machine.name), \(machine.office). A copy has the same code: compare each line of the paper."
      )
        + (since ?? "")
    case .unknownMachine:
      return language.pick(
        "Chưa kiểm tra được: ở đây không biết máy đã ký. Giấy của xã khác thì hỏi tỉnh.",
        "It cannot be checked here: the machine that signed is not known. Ask the province about a paper of another commune."
      )
    case .wrong:
      return language.pick(
        "Chữ ký sai: mã bị sửa hoặc do người khác làm ra. Quét lại; vẫn sai thì đừng nhận giấy này.",
        "The signature is wrong: the code was changed or made by somebody else. Scan again; if it stays wrong, do not accept the paper."
      )
    case .unreadable:
      return language.pick(
        "Không đọc được mã: máy quét hoặc bộ gõ đã đổi chữ, hoặc gửi thiếu. Tắt bộ gõ và Caps Lock, rồi quét lại.",
        "The code cannot be read: the scanner or an input method changed it, or it was not sent whole. Turn the input method and Caps Lock off and scan again."
      )
    case .unsealed:
      return language.pick(
        "Mã không có dấu ký, nên không chứng minh được gì: đơn vị chưa nối với tỉnh, hoặc mã bị sửa.",
        "The code has no seal and proves nothing: the office was not enrolled with the province, or the code was changed."
      )
    case .noPaper:
      return language.pick(
        "Đây không phải mã trên giấy do chương trình này lập, hoặc quét chưa hết mã.",
        "This is not the code of a paper of this program, or it was not scanned whole.")
    }
  }
}
