import DossierDomain
import OfficeWork
import Terminal

extension App {
  /// The smallest screen on which the program can be used.
  static let minimumSize = Size(columns: 60, rows: 20)

  /// Draws the present state. The function is pure: the same state, size and moment give the same surface.
  public func view(size: Size, now: Instant) -> Surface {
    var surface = Surface(size: size)
    guard size.columns >= Self.minimumSize.columns, size.rows >= Self.minimumSize.rows else {
      surface.drawTooSmall(needed: Self.minimumSize, session.language)
      return surface
    }
    var app = self
    (app.session.size, app.session.moment) = (size, now)
    // In plain mode a covered screen is not drawn, because a screen reader would read the visible half of each line.
    let isCovered = session.isPlain && top.overlay != nil
    let message = app.shownMessage(isCovered: isCovered, now)
    app.session.furtherMessageRows = max(0, message.lines.count - 1)
    if !isCovered { top.screen.draw(on: &surface, app: app, now: now) }
    app.draw(message, on: &surface, now)
    // A question takes the keys and names them itself.
    if top.overlay == nil, !top.screen.isAsking {
      app.drawHints(on: &surface, from: size.rows - app.session.hintRows)
    }
    top.overlay?.draw(on: &surface, app: app, now: now)
    app.drawTyping(on: &surface, after: message)
    // If nothing is selected or typed, a screen reader begins at the top.
    if session.isPlain, surface.cursor == nil { surface.cursor = Position(row: 0, column: 0) }
    return surface
  }

  /// The message with its lines. All of a long sentence is shown, because the instruction at its end must be readable;
  /// the rows for it are taken from the body, so that the keys below it stay.
  private struct ShownMessage {
    static let mostLines = 4

    var lines: [String] = []
    var role = Role.info

    init(_ text: String?, _ role: Role, width: Int) {
      guard let text else { return }
      let all = wrapped(text, width: width)
      lines = Array(all.prefix(Self.mostLines))
      if all.count > lines.count {
        lines[lines.count - 1] = all.dropFirst(lines.count - 1).joined(separator: " ")
      }
      self.role = role
    }
  }

  private func shownMessage(isCovered: Bool, _ now: Instant) -> ShownMessage {
    var notice = isCovered ? nil : top.screen.notice(session, now: now)
    if !session.hasWideFooter, !top.screen.isTyping {
      notice = session.exchange.line(session, now: now)?.text ?? notice
    }
    let isProblem = session.message?.tone == .problem
    let text = session.message.map { (isProblem ? "✗ " : "") + $0.text } ?? notice ?? readOnlyNotice(session)
    let role: Role = session.message == nil ? .info : isProblem ? .error : .good
    return ShownMessage(text, role, width: session.size.columns - 2)
  }

  private func draw(_ message: ShownMessage, on surface: inout Surface, _ now: Instant) {
    var row = session.bodyRows
    if session.hasWideFooter {
      surface.horizontalRule(row: row)
      if let line = session.exchange.line(session, now: now) {
        surface.put(" \(line.text) ", row: row, column: 2, width: surface.size.columns - 4, style: Style(line.role))
      }
      row += 1
    }
    if !message.lines.isEmpty {
      surface.fill(
        row: row, column: 0, width: surface.size.columns, height: message.lines.count, style: Style(.text))
    }
    for line in message.lines {
      surface.put(line, row: row, column: 1, width: surface.size.columns - 2, style: Style(message.role))
      if session.message == nil, top.screen.isEntryInNotice, let entry = line.firstIndex(where: { "█▶".contains($0) }) {
        surface.cursor = Position(row: row, column: 1 + Surface.width(of: String(line[..<entry])))
      }
      row += 1
    }
  }

  /// The notice for screens whose title does not say that the session is read-only.
  private func readOnlyNotice(_ session: Session) -> String? {
    guard session.office.isReadOnly, session.clerk != nil, !type(of: top.screen).saysReadOnly else { return nil }
    return session.language.pick("CHỈ XEM", "READ-ONLY")
  }

  /// The program's own typing, at the right end of the rule, which a long message moves up, or, on a low screen, of the
  /// message's last line, if that leaves room.
  private func drawTyping(on surface: inout Surface, after message: ShownMessage) {
    let label = session.typing.label
    guard isTyping, !label.isEmpty else { return }
    let text = " \(label) "
    let column = surface.size.columns - Surface.width(of: text) - 1
    let row = session.hasWideFooter ? session.bodyRows : surface.size.rows - session.hintRows - 1
    let end = session.hasWideFooter ? 0 : 1 + Surface.width(of: message.lines.last ?? "")
    guard end <= column else { return }
    surface.put(text, row: row, column: column, style: Style(.info))
  }

  /// Draws the commands that are available now; the ways out stand at the right.
  private func drawHints(on surface: inout Surface, from firstRow: Int) {
    guard firstRow < surface.size.rows else { return }
    let isTyping = top.screen.isTyping
    let possible = CommandRegistry.standard.commands(in: context).compactMap { command -> Hint? in
      guard let words = command.hint, let key = hintKey(command, isTyping), command.reasonAgainst(self) == nil,
        command.isWorthAHint(self)
      else {
        return nil
      }
      return Hint(command, key: key.label, text: words(session.language))
    }
    let hinted = type(of: top.screen).hintOrder.flatMap { group in possible.filter { $0.group == group } }
    let last = hinted.filter(\.isLast)
    let lastWidth = last.reduce(0) { $0 + $1.width }
    let columns = surface.size.columns
    var (row, column) = (firstRow, 1)
    for hint in hinted where !hint.isLast {
      var limit = row == surface.size.rows - 1 ? columns - lastWidth : columns
      if column + hint.width > limit {
        guard row < surface.size.rows - 1 else { break }
        (row, column) = (row + 1, 1)
        limit = columns - lastWidth
        guard column + hint.width <= limit else { break }
      }
      column = hint.draw(on: &surface, row: row, column: column)
    }
    column = max(1, columns - lastWidth)
    for hint in last { column = hint.draw(on: &surface, row: surface.size.rows - 1, column: column) }
  }

  private struct Hint {
    var group: Command.Group
    /// The hint stands at the right end of the last row.
    var isLast: Bool
    var key: String
    var text: String
    var width: Int

    init(_ command: Command, key: String, text: String) {
      group = command.group
      isLast = ["help", "quit", "back"].contains(command.id)
      (self.key, self.text) = (key, text)
      width = Surface.width(of: key) + Surface.width(of: text) + 3
    }

    /// - Returns: the first free column after the hint.
    func draw(on surface: inout Surface, row: Int, column: Int) -> Int {
      var x = column
      x += surface.put(key, row: row, column: x, style: Style(.key)) + 1
      x += surface.put(text, row: row, column: x, style: Style(.hint)) + 2
      return x
    }
  }

  /// The key to show in the hint. While a field is open a letter is text, so another key is shown.
  private func hintKey(_ command: Command, _ isTyping: Bool) -> Key? {
    guard isTyping else { return command.keys.first }
    return command.keys.first { if case .character = $0 { false } else { true } }
  }
}

extension Session {
  /// The footer is a rule, a message and two rows of hints; on a low screen it is a message and one row.
  var hasWideFooter: Bool { size.rows >= 24 }
  var hintRows: Int { hasWideFooter ? 2 : 1 }
  var bodyRows: Int { size.rows - hintRows - (hasWideFooter ? 2 : 1) - furtherMessageRows }
}
