import DossierDomain
import OfficeWork

extension QueueFilter {
  /// The views on the number keys, in the order of the keys.
  static let numbered: [QueueFilter] = [
    .dueToday, .newOnline, .inProgress, .waitingForCitizen, .toHandBack, .needsDecision, .all,
  ]

  /// The name in stored seats. It must not change between versions.
  var kept: String {
    switch self {
    case .dueToday: "due-today"
    case .newOnline: "new-online"
    case .inProgress: "in-progress"
    case .waitingForCitizen: "waiting"
    case .toHandBack: "hand-back"
    case .needsDecision: "decision"
    case .all: "all"
    case .unassigned: "unassigned"
    case .ofAbsentClerks: "of-absent"
    case .inConflict: "in-conflict"
    case .handedOver: "handed-over"
    case .assigned(let clerk): "assigned-\(clerk.hexadecimal)"
    // No seat stores it, because a list of open work is opened anew.
    case .open(let work, at: _): "open-\(work.rawValue)"
    }
  }

  init?(kept: String) {
    let prefix = "assigned-"
    if kept.hasPrefix(prefix) {
      guard let clerk = ClerkID(hexadecimal: String(kept.dropFirst(prefix.count))) else { return nil }
      self = .assigned(clerk)
      return
    }
    guard
      let view = (Self.numbered + [.unassigned, .ofAbsentClerks, .inConflict, .handedOver]).first(where: {
        $0.kept == kept
      })
    else {
      return nil
    }
    self = view
  }

  /// A short title, for the row of views.
  /// - Parameter isMine: only the clerk's own dossiers are shown; the view of all then contains the open ones.
  func title(_ session: Session, isMine: Bool = false) -> String {
    let words =
      switch self {
      case .dueToday: Words("Đến hạn", "Due")
      case .newOnline: Words("Trực tuyến", "Online")
      case .inProgress: Words("Đang xử lý", "In progress")
      case .waitingForCitizen: Words("Chờ bổ sung", "Waiting")
      case .toHandBack: Words("Chờ trả", "Hand back")
      case .needsDecision: Words("Chờ ký", "Decide")
      case .all: isMine ? Words("Đang giữ", "Held") : Words("Tất cả", "All")
      case .unassigned: Words("Chưa phân công", "Unassigned")
      case .ofAbsentClerks: Words("Của người vắng", "Of absent")
      case .inConflict: Words("Cần soát", "To check")
      case .handedOver: Words("Chờ mình nhận", "To take over")
      case .assigned(let clerk): Words(session.name(of: clerk), session.name(of: clerk))
      case .open(let work, at: _): work.title
      }
    return words(session.language)
  }
}

extension QueueCounts {
  /// Views of open work are counted with their page.
  func count(of view: QueueFilter, isMine: Bool) -> Int {
    let counts = isMine ? mine : office
    return switch view {
    case .dueToday: counts.dueToday
    case .newOnline: counts.newOnline
    case .inProgress: counts.inProgress
    case .waitingForCitizen: counts.waitingForCitizen
    case .toHandBack: counts.toHandBack
    case .needsDecision: counts.needsDecision
    case .all: counts.all
    case .unassigned: unassigned
    case .ofAbsentClerks: ofAbsentClerks
    case .inConflict: inConflict
    case .handedOver: handedOver
    case .assigned(let clerk): byClerk[clerk]?.all ?? 0
    case .open: 0
    }
  }
}

extension QueueSort {
  /// The column whose values are in this order; nil if none shows them.
  var column: QueueColumn? {
    switch self {
    case .triage: .due
    case .code: .code
    case .owner: .owner
    case .procedure: .procedure
    case .received: nil
    case .assignee: .assignee
    }
  }

  var title: Words {
    switch self {
    case .triage: Words("Hạn gấp trước", "Most urgent first")
    case .code: Words("Mã hồ sơ", "Code")
    case .owner: Words("Chủ hồ sơ", "Owner")
    case .procedure: Words("Thủ tục", "Procedure")
    case .received: Words("Ngày nhận", "Received")
    case .assignee: Words("Người giữ", "Assignee")
    }
  }
}
