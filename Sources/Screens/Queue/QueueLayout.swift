import DossierDomain
import Terminal

/// The positions of the parts of the queue, by the size of the screen.
struct QueueLayout: Equatable, Sendable {
  enum Preview: Equatable, Sendable {
    case none
    case below(row: Int, height: Int)
    case right(column: Int, width: Int)
  }

  static let firstListRow = 4
  static let previewHeight = 4
  /// The width of a preview at the right, without its rule. It is wider only if the list still has room for step and
  /// assignee.
  static func previewWidth(_ columns: Int) -> Int { columns >= 140 ? 44 : columns >= 132 ? 36 : 44 }

  var listWidth: Int
  var listHeight: Int
  var preview: Preview

  init(_ session: Session) {
    let size = session.size
    let body = session.bodyRows
    listWidth = size.columns
    listHeight = max(1, body - Self.firstListRow)
    preview = .none
    guard size.rows >= 24 else { return }
    if size.columns >= 110 {
      let width = Self.previewWidth(size.columns) + 1
      listWidth = size.columns - width
      preview = .right(column: listWidth, width: width)
    } else {
      listHeight -= Self.previewHeight
      preview = .below(row: body - Self.previewHeight, height: Self.previewHeight)
    }
  }
}

extension QueueState {
  func listHeight(_ session: Session) -> Int { QueueLayout(session).listHeight }
}

/// One column of the list.
enum QueueColumn: Sendable {
  case due, code, owner, procedure, step, assignee, digitised, delivery

  /// The position of the first column, after the arrow, the mark and a blank. A screen reader is given the mark as a word.
  static func first(isPlain: Bool) -> Int { isPlain ? 9 : 3 }

  /// The columns that fit into a width, each with its own width, in the order in which they are drawn.
  /// - Parameters:
  ///   - due: the width of the widest text of the first column, which is never cut up to 18 columns.
  ///   - code: the width of the widest code; codes are cut only above 20 columns.
  ///   - owner: the width of the widest name with what tells its bearer apart; 0 if nobody has to be told apart.
  ///   - step: the width of the widest step of an internal procedure with its time; 0 if there is none.
  static func fitting(
    _ width: Int, due: Int, code: Int, owner: Int, step: Int, isPlain: Bool
  ) -> [(column: QueueColumn, width: Int)] {
    let hasMarks = owner > 0
    var fixed: [(QueueColumn, Int)] = [(.due, min(max(due, 15), 18) + 1), (.code, min(max(code, 11), 20) + 1)]
    var tail: [(QueueColumn, Int)] = [(.delivery, isPlain ? 10 : 4)]
    if width >= (hasMarks ? 110 : 72) { tail.insert((.digitised, 7), at: 0) }
    if width >= 92 { tail.insert((.assignee, width >= 110 ? 16 : 10), at: 0) }
    let step = step == 0 ? 12 : width >= 110 ? min(max(12, step + 1), 30) : 16
    if width >= (hasMarks ? 110 : 92) { tail.insert((.step, step), at: 0) }
    let used = first(isPlain: isPlain) + (fixed + tail).reduce(0) { $0 + $1.1 }
    let room = width - used
    if width >= 72 {
      let usual = min(26, room / 2)
      let owner = hasMarks ? max(usual, min(owner + 1, 46, room - 10)) : usual
      fixed += [(.owner, owner), (.procedure, room - owner)]
    } else {
      fixed.append((.owner, room))
    }
    return (fixed + tail).map { (column: $0.0, width: $0.1) }
  }

  /// Whether the filter looks into what the column shows.
  var isSearched: Bool {
    switch self {
    case .code, .owner, .procedure, .assignee: true
    case .due, .step, .digitised, .delivery: false
    }
  }

  var title: Words {
    switch self {
    case .due: Words("Hạn (ngày LV)", "Due, workdays")
    case .code: Words("Mã hồ sơ", "Code")
    case .owner: Words("Chủ hồ sơ", "Owner")
    case .procedure: Words("Thủ tục", "Procedure")
    case .step: Words("Bước", "Step")
    case .assignee: Words("Người giữ", "Assignee")
    case .digitised: Words("Số hóa", "Scan")
    case .delivery: Words("Gửi", "Sent")
    }
  }
}
