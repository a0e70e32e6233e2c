extension DossierStatus {
  public func wording(_ language: Language) -> String {
    switch self {
    case .registered: language.pick("Mới đăng ký", "Registered")
    case .received: language.pick("Được tiếp nhận", "Received")
    case .refused: language.pick("Không được tiếp nhận", "Refused")
    case .inProgress: language.pick("Đang xử lý", "In progress")
    case .supplementRequested: language.pick("Yêu cầu bổ sung", "Supplement requested")
    case .paymentRequested: language.pick("Chờ nộp phí", "Payment requested")
    case .withdrawn: language.pick("Công dân rút hồ sơ", "Withdrawn")
    case .stopped: language.pick("Dừng xử lý", "Stopped")
    case .completed: language.pick("Đã xử lý xong", "Completed")
    case .handedBack: language.pick("Đã trả kết quả", "Handed back")
    }
  }
}

extension ProcessingStep {
  public func wording(_ language: Language) -> String {
    switch self {
    case .reception: language.pick("Tiếp nhận", "Reception")
    case .verification: language.pick("Thẩm tra", "Verification")
    case .decision: language.pick("Ký duyệt", "Decision")
    case .handBack: language.pick("Trả kết quả", "Hand-back")
    }
  }
}

extension Channel {
  public func wording(_ language: Language) -> String {
    switch self {
    case .direct: language.pick("trực tiếp", "at the desk")
    case .online: language.pick("trực tuyến", "online")
    case .postal: language.pick("bưu chính", "by post")
    }
  }
}

extension Dossier {
  /// The channel, and whether the desk helped to use it.
  public func channelWording(_ language: Language) -> String {
    channel.wording(language) + (isAssisted ? language.pick(" (cán bộ hỗ trợ)", " (with the desk's help)") : "")
  }
}

extension ResultDelivery {
  public func wording(_ language: Language) -> String {
    switch self {
    case .atDesk: language.pick("tại quầy", "at the desk")
    case .post: language.pick("qua bưu chính", "by post")
    case .electronic: language.pick("bản điện tử", "electronic")
    }
  }
}

extension PaymentMethod {
  public func wording(_ language: Language) -> String {
    switch self {
    case .cash: language.pick("tiền mặt", "cash")
    case .transfer: language.pick("chuyển khoản", "transfer")
    case .online: language.pick("trực tuyến", "online")
    }
  }
}

extension Sex {
  public func wording(_ language: Language) -> String {
    switch self {
    case .male: language.pick("Nam", "Male")
    case .female: language.pick("Nữ", "Female")
    case .undetermined: language.pick("Chưa xác định", "Undetermined")
    }
  }
}
