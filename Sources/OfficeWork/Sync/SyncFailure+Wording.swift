import DossierDomain

extension SyncFailure {
  /// A few words, for a line without room for a sentence.
  public func title(_ language: Language) -> String {
    switch self {
    case .notEnrolled: language.pick("chưa nối với tỉnh", "not connected to the province")
    case .unreachable: language.pick("không tới được máy chủ tỉnh", "the server cannot be reached")
    case .interrupted: language.pick("mạng đứt giữa chừng", "the link broke")
    case .wrongServer: language.pick("không phải máy chủ tỉnh", "not the province's server")
    case .captivePortal: language.pick("mạng đòi đăng nhập trước", "the network asks to sign in")
    case .certificateExpired: language.pick("chứng thư hết hạn", "the certificate has ended")
    case .deviceRevoked: language.pick("tỉnh đã khóa máy này", "the province locked this machine")
    case .serverBusy: language.pick("máy chủ tỉnh đang bận", "the server is busy")
    case .serverFailed: language.pick("máy chủ tỉnh đang lỗi", "the server has a fault")
    case .answerDamaged: language.pick("trả lời của tỉnh bị hỏng", "the answer is damaged")
    case .orderDiffers: language.pick("nhật ký không khớp với tỉnh", "the journal differs from the province's")
    case .provinceRestored: language.pick("tỉnh vừa khôi phục dữ liệu", "the province was restored")
    case .clerksUnknown: language.pick("tỉnh ghi sai mã cán bộ", "the province named unknown clerks")
    case .copyInUse: language.pick("dữ liệu đang dùng ở máy khác", "the data is in use elsewhere")
    case .newerProtocol: language.pick("cần bản mới của chương trình", "a newer program is needed")
    case .diskFull: language.pick("ổ đĩa máy này đầy", "this machine's disk is full")
    case .storeFailed: language.pick("máy này chưa ghi được", "this machine could not write")
    case .cancelled: language.pick("đã dừng", "stopped")
    }
  }

  /// A sentence that says what happened, what was kept, and what to do.
  /// - Parameter isForCommandLine: a screen names its key that tries again, a command is run again.
  public func wording(_ language: Language, isForCommandLine: Bool = false) -> String {
    let again =
      isForCommandLine
      ? language.pick("chạy lại lệnh này", "run this command again") : language.pick("bấm F5", "press F5")
    return switch self {
    case .notEnrolled:
      language.pick(
        "Máy này chưa nối với tỉnh; mọi việc vẫn làm và giữ tại máy. Hãy xin tỉnh địa chỉ máy chủ, mã nối máy dùng một lần và mã kiểm tra, rồi nhờ quản trị chạy \"dossier enrol\".",
        "This machine is not connected to the province; work goes on and is kept here. Ask the province for the server's address, a one-time code and the check code; the administrator then runs \"dossier enrol\"."
      )
    case .unreachable:
      language.pick(
        "Không tới được máy chủ tỉnh; chưa gửi gì, mọi việc vẫn giữ tại máy. Xem dây mạng hoặc sóng, rồi \(again).",
        "The province's server cannot be reached; nothing was sent and all is kept here. Check the link, then \(again)."
      )
    case .interrupted:
      language.pick(
        "Mạng đứt giữa chừng. Phần tỉnh đã nhận không mất, phần còn lại giữ tại máy. Muốn gửi tiếp thì \(again).",
        "The link broke. What the province has is safe, the rest is kept here. To go on, \(again).")
    case .wrongServer:
      language.pick(
        "Máy trả lời không phải máy chủ tỉnh; chưa gửi gì, mọi việc giữ tại máy. Báo quản trị xem lại địa chỉ và mạng.",
        "What answered is not the province's server; nothing was sent, all is kept here. Tell the administrator.")
    case .captivePortal:
      language.pick(
        "Mạng này đòi đăng nhập trước, trang của mạng trả lời thay tỉnh; chưa gửi gì. Đăng nhập mạng hoặc đổi mạng, rồi \(again).",
        "This network asks to sign in first and answered in the province's place; nothing was sent. Sign in to the network or use another, then \(again)."
      )
    case .certificateExpired:
      language.pick(
        "Chứng thư hết hạn, hoặc ngày giờ máy sai; chưa gửi gì, mọi việc giữ tại máy. Xem lại ngày giờ; nếu đúng, nhờ quản trị xin mã mới và chạy lại \"dossier enrol\".",
        "A certificate has ended, or the machine's date is wrong; nothing was sent, all is kept here. Check the date; if it is right, the administrator asks for a new code and runs \"dossier enrol\" again."
      )
    case .deviceRevoked:
      language.pick(
        "Tỉnh đã khóa máy này. Việc gửi lên được giữ riêng ở tỉnh, chưa có hiệu lực; dữ liệu tại máy còn nguyên. Hãy gọi quản trị tỉnh.",
        "The province locked this machine. What it sends is kept aside there, without effect; the data here is whole. Call the province's administrator."
      )
    case .serverBusy(let seconds):
      language.pick(
        "Máy chủ tỉnh đang bận, hẹn \(seconds) giây nữa; mọi việc giữ tại máy. Chờ rồi \(again).",
        "The province's server is busy for \(seconds) seconds; all is kept here. Wait, then \(again).")
    case .serverFailed:
      language.pick(
        "Máy chủ tỉnh đang lỗi, chưa nhận được; mọi việc giữ tại máy. Lát nữa \(again); nếu vẫn vậy, báo tỉnh.",
        "The province's server has a fault and took nothing; all is kept here. Later \(again); if it stays so, tell them."
      )
    case .answerDamaged(let reason):
      language.pick(
        "Trả lời của tỉnh không đọc được\(Self.aside(reason)); chưa ghi gì, việc tại máy còn nguyên. Hãy \(again); nếu vẫn vậy, báo quản trị.",
        "The answer cannot be read\(Self.aside(reason)); nothing was written, all here is whole. Please \(again); if it stays so, tell the administrator."
      )
    case .orderDiffers(let reason):
      language.pick(
        "Nhật ký tỉnh gửi về không khớp với máy này\(Self.aside(reason)); chưa ghi gì, việc tại máy còn nguyên. Báo quản trị chạy \"dossier verify\".",
        "What the province sent does not fit to this machine\(Self.aside(reason)); nothing was written, all here is whole. The administrator runs \"dossier verify\"."
      )
    case .provinceRestored:
      language.pick(
        "Tỉnh đã trở về bản lưu cũ mà chưa khai báo; chưa gửi gì, việc giữ tại máy. Gọi tỉnh chạy \"provincial-server log restored\", rồi \(again) để gửi lại.",
        "The province was put back to an earlier state and has not said so; nothing was sent, all is kept here. They run \"provincial-server log restored\"; then \(again)."
      )
    case .clerksUnknown(let clerks):
      language.pick(
        "Tỉnh cho đăng nhập máy này bằng mã cán bộ mà đơn vị không có\(Self.aside(clerks)). Ở đây chưa đổi gì, vẫn làm việc như cũ. Nhờ tỉnh chạy \"provincial-server device clerks\" với mã đúng theo \"dossier office clerks\", rồi \(again).",
        "The province named clerks for this machine whom the office does not have\(Self.aside(clerks)). Nothing has changed here; work goes on. They run \"provincial-server device clerks\" with the ids of \"dossier office clerks\"; then \(again)."
      )
    case .copyInUse:
      language.pick(
        "Dữ liệu này cũng đang dùng trên một máy khác; chưa gửi gì. Ngừng dùng một trong hai máy và gọi quản trị.",
        "This data is also in use on another machine; nothing was sent. Stop using one of the two and call the administrator."
      )
    case .newerProtocol:
      language.pick(
        "Máy chủ tỉnh đã lên bản mới; mọi việc giữ tại máy. Nhờ quản trị cài bản mới của chương trình, rồi \(again).",
        "The province's server is newer; all is kept here. The administrator installs the newer program, then \(again)."
      )
    case .diskFull:
      language.pick(
        "Ổ đĩa máy này đầy: phần vừa nhận chưa ghi. Việc đã ghi còn nguyên. Dọn ổ đĩa rồi \(again).",
        "This machine's disk is full: what came was not written. What was recorded is whole. Make room, then \(again).")
    case .storeFailed(let reason):
      language.pick(
        "Máy chưa ghi được phần vừa nhận\(Self.aside(reason)). Việc đã ghi còn nguyên. Báo quản trị chạy \"dossier doctor\".",
        "What came could not be written\(Self.aside(reason)). What was recorded is whole. The administrator runs \"dossier doctor\"."
      )
    case .cancelled:
      language.pick(
        "Đã dừng đồng bộ. Phần tỉnh đã nhận không mất, phần còn lại giữ tại máy. Khi muốn gửi tiếp thì \(again).",
        "Stopped. What the province has is safe, the rest is kept here. To go on, \(again).")
    }
  }

  private static func aside(_ reason: String) -> String { reason.isEmpty ? "" : " (\(reason))" }

  private static func aside(_ clerks: [ClerkID]) -> String {
    aside(clerks.map(\.hexadecimal).joined(separator: ", "))
  }
}

extension SyncSummary {
  /// `Đã đồng bộ: gửi 37, nhận 12, 1 chỗ xử lý trùng.`
  public func wording(_ language: Language) -> String {
    var text = language.pick(
      "Đã đồng bộ: gửi \(entriesSent), nhận \(entriesReceived)",
      "Synchronised: \(entriesSent) sent, \(entriesReceived) received"
    )
    if conflicts > 0 { text += language.pick(", \(conflicts) chỗ xử lý trùng", ", \(counted(conflicts, "conflict"))") }
    if refused > 0 { text += language.pick(", \(refused) việc tỉnh giữ lại", ", \(refused) kept back") }
    text += "."
    if beganNewLife {
      text += language.pick(
        " Dữ liệu này cũng chạy ở máy khác: từ nay máy này dùng dải số riêng. Hãy báo quản trị.",
        " This data also runs elsewhere: from now on this machine has numbers of its own. Tell the administrator.")
    }
    return text
  }
}
