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

extension Clerk.Role {
  public func wording(_ language: Language) -> String {
    switch self {
    case .reception: language.pick("tiếp nhận", "reception")
    case .specialist: language.pick("chuyên môn", "specialist")
    case .signingLeader: language.pick("lãnh đạo ký", "signing leader")
    case .headOfDesk: language.pick("phụ trách bộ phận", "head of desk")
    case .administrator: language.pick("quản trị", "administrator")
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

extension ResultDelivery {
  public func wording(_ language: Language) -> String {
    switch self {
    case .atDesk: language.pick("tại quầy", "at the desk")
    case .post: language.pick("qua bưu chính", "by post")
    case .electronic: language.pick("bản điện tử", "electronic")
    }
  }
}

extension Component.Form {
  public func wording(_ language: Language) -> String {
    switch self {
    case .missing: language.pick("THIẾU", "MISSING")
    case .original: language.pick("bản chính", "original")
    case .certifiedCopy: language.pick("bản chứng thực", "certified copy")
    case .photocopy: language.pick("bản photo", "photocopy")
    case .electronic: language.pick("bản điện tử", "electronic")
    case .reused: language.pick("dùng lại", "reused")
    case .replacedByLookup: language.pick("đã khai thác", "looked up")
    case .notApplicable: language.pick("không cần", "not needed")
    }
  }
}

extension Digitisation {
  public func wording(_ language: Language) -> String {
    switch self {
    case .none: language.pick("chưa số hóa", "not digitised")
    case .digitised: language.pick("đã số hóa", "digitised")
    case .reusedComponent: language.pick("dùng lại giấy tờ", "reused paper")
    case .reusedResult: language.pick("dùng lại kết quả", "reused result")
    }
  }
}

extension LookupMethod {
  public func wording(_ language: Language) -> String {
    switch self {
    case .cardSeen: language.pick("xem thẻ căn cước", "card seen")
    case .cardQR: language.pick("quét QR thẻ", "card QR code")
    case .cardChip: language.pick("đọc chip thẻ", "card chip")
    case .populationDatabase: language.pick("CSDL dân cư", "population database")
    case .vneid: "VNeID"
    case .residenceConfirmation: language.pick("giấy CT07", "paper CT07")
    case .personalNumberNotice: language.pick("thông báo số định danh", "notice of personal number")
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

extension DossierAction.CorrectableField {
  public func wording(_ language: Language) -> String {
    switch self {
    case .ownerName: language.pick("tên chủ hồ sơ", "owner's name")
    case .ownerIdentityNumber: language.pick("số giấy tờ", "identity number")
    case .ownerBirth: language.pick("ngày sinh", "date of birth")
    case .ownerPhone: language.pick("số điện thoại", "phone number")
    case .ownerAddress: language.pick("địa chỉ", "address")
    case .applicantName: language.pick("tên người nộp", "applicant's name")
    case .applicantPhone: language.pick("điện thoại người nộp", "applicant's phone")
    case .summary: language.pick("trích yếu", "summary")
    case .copies: language.pick("số bộ", "number of sets")
    }
  }
}

extension OnlineLevel {
  public func wording(_ language: Language) -> String {
    switch self {
    case .full: language.pick("toàn trình", "fully online")
    case .partial: language.pick("một phần", "partly online")
    }
  }
}
