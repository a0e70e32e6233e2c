import DossierDomain

extension SyncFailure {
  /// What happened, what was kept, and what to do.
  func sentence(_ language: Language) -> String {
    switch self {
    case .notEnrolled:
      language.pick(
        "Máy này chưa đăng ký với tỉnh. Xin mã đăng ký của tỉnh rồi chạy: dossier enrol.",
        "This machine is not enrolled. Ask the province for a code, then run: dossier enrol.")
    case .unreachable:
      language.pick(
        "Không tới được máy chủ của tỉnh. Mọi việc vẫn còn ở máy này; kiểm tra mạng rồi làm lại.",
        "The province's server cannot be reached. Everything is still on this machine; check the network and try again."
      )
    case .interrupted:
      language.pick(
        "Mạng đứt giữa chừng. Không mất gì; làm lại sẽ gửi tiếp.",
        "The link broke in the middle. Nothing is lost; the next try goes on from there.")
    case .wrongServer:
      language.pick(
        "Máy trả lời không phải máy chủ của tỉnh; chưa gửi gì. Báo quản trị.",
        "What answered is not the province's server; nothing was sent. Tell the administrator.")
    case .captivePortal:
      language.pick(
        "Mạng này chặn lại bằng trang của nó. Mở trình duyệt, đăng nhập mạng rồi làm lại; chưa mất gì.",
        "This network answers with a page of its own. Sign in to the network in a browser, then try again; nothing is lost."
      )
    case .certificateExpired:
      language.pick(
        "Chứng thư đã hết hạn, hoặc ngày giờ của máy sai. Xem lại ngày giờ; nếu đúng, xin tỉnh mã đăng ký mới.",
        "A certificate has expired, or this machine's date is wrong. Check the date; if it is right, ask the province for a new code."
      )
    case .deviceRevoked:
      language.pick(
        "Tỉnh đã khóa máy này. Việc gửi lên được giữ riêng, chưa có hiệu lực. Liên hệ tỉnh.",
        "The province has locked this machine. What was sent is kept aside there, without effect. Call the province.")
    case .serverBusy(let seconds):
      language.pick(
        "Máy chủ của tỉnh đang bận, hẹn lại sau \(seconds) giây. Không mất gì.",
        "The province's server is busy and asks to come again in \(seconds) seconds. Nothing is lost.")
    case .serverFailed:
      language.pick(
        "Máy chủ của tỉnh đang trục trặc. Mọi việc vẫn còn ở máy này; làm lại sau.",
        "The province's server is in trouble. Everything is still on this machine; try again later.")
    case .answerDamaged(let detail):
      language.pick(
        "Không đọc được trả lời của tỉnh (\(detail)). Chưa ghi gì; làm lại, nếu vẫn vậy báo quản trị.",
        "The province's answer cannot be read (\(detail)). Nothing was written; try again, then tell the administrator."
      )
    case .orderDiffers(let detail):
      language.pick(
        "Nhật ký của tỉnh không khớp với máy này (\(detail)). Chưa ghi gì; báo quản trị.",
        "The province's journal does not fit to this machine's (\(detail)). Nothing was written; tell the administrator."
      )
    case .copyInUse:
      language.pick(
        "Dữ liệu này đang dùng ở cả máy khác. Chỉ dùng một máy; báo quản trị.",
        "This data is also in use on another machine. Use only one; tell the administrator.")
    case .newerProtocol:
      language.pick(
        "Tỉnh dùng bản mới hơn. Hãy cài bản mới của chương trình.",
        "The province uses a newer version. Install the newer program.")
    case .diskFull:
      language.pick(
        "Ổ đĩa của máy đầy: chưa ghi trả lời của tỉnh. Xóa bớt tệp rồi đồng bộ lại.",
        "This machine's disk is full: the province's answer was not written. Free some space and synchronise again.")
    case .storeFailed(let detail):
      language.pick(
        "Không ghi được dữ liệu (\(detail)). Làm lại; nếu vẫn vậy báo quản trị.",
        "The data cannot be written (\(detail)). Try again, then tell the administrator.")
    case .cancelled: language.pick("Đã dừng đồng bộ. Không mất gì.", "Stopped. Nothing is lost.")
    }
  }
}
