extension Verdict {
  /// The reason why an entry has no effect; nil if it has one.
  /// - Parameter winner: the author and time of the winning entry; nil if that entry is not in this database.
  public func wording(_ language: Language, winner: String?) -> String? {
    switch self {
    case .accepted: nil
    case .conflicted(_, let matter):
      language.pick(
        "đến sau \(winner ?? "máy khác"), cùng quyết định \(matter.wording(.vi))",
        "came after \(winner ?? "another desk"), about the same \(matter.wording(.en))")
    case .quarantined(let reason):
      language.pick("tỉnh giữ lại: \(reason.wording(.vi))", "kept back: \(reason.wording(.en))")
    case .repeated: language.pick("tỉnh đã có, không tính lần hai", "the province had it already")
    }
  }
}

extension QuarantineReason {
  /// The reason, and what would resolve it.
  public func wording(_ language: Language) -> String {
    switch self {
    case .deviceRevoked:
      language.pick(
        "máy gửi đã bị khóa; tỉnh xem rồi cho phép", "the machine is locked; the province looks and releases it")
    case .clerkUnknown:
      language.pick(
        "tỉnh chưa có cán bộ này trong danh sách; báo tỉnh thêm",
        "the province does not know this clerk; have her added")
    case .roleMissing:
      language.pick(
        "cán bộ không có vai trò cho việc này; phụ trách xem lại", "the clerk lacks the role; the head of desk looks")
    case .dossierUnknown:
      language.pick(
        "tỉnh chưa có phần đầu của hồ sơ; máy tiếp nhận hãy đồng bộ",
        "its beginning is missing; the receiving desk sends it")
    case .codeTaken:
      language.pick(
        "mã này đã có hồ sơ khác dùng; báo quản trị", "another dossier has this code; tell the administrator")
    case .unreadable: language.pick("tỉnh không đọc được nội dung", "the province cannot read it")
    case .unplaceable:
      language.pick(
        "ghi sai dạng (ngày giờ hoặc độ dài), không máy nào nhận được; làm lại việc này",
        "its form is wrong (moment or size), no desk could take it; do this again")
    case .authorAwaited:
      language.pick(
        "tỉnh khôi phục dữ liệu nên mất việc này; máy đã ghi việc đó cần đồng bộ lại",
        "the province lost it in a restore; the machine that wrote it exchanges again")
    case .other(let number):
      language.pick(
        "lý do số \(number), bản mới hơn mới đọc được", "reason \(number), which a newer version can tell")
    }
  }
}

extension Matter {
  public func wording(_ language: Language) -> String {
    switch self {
    case .course: language.pick("tiến trình hồ sơ", "course of the dossier")
    case .assignee: language.pick("người giữ hồ sơ", "assignee")
    case .component(let number): language.pick("giấy tờ \(number)", "paper \(number)")
    case .field(let field): field.wording(language)
    case .other: language.pick("một việc mà bản mới hơn mới đọc được", "matter, which a newer version can tell")
    }
  }
}
