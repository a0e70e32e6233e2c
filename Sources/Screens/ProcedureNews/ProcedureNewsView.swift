import Documents
import DossierDomain
import OfficeWork
import Terminal

extension ProcedureNewsState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(
      language.pick("Thủ tục thay đổi", "Procedures that changed"), right: clockWording(now, language))
    guard let news else { return }
    surface.put(Self.summary(news, language), row: 1, column: 2, width: width - 4, style: Style(.info))
    guard !news.items.isEmpty else {
      surface.cursor = Position(row: 1, column: 2)
      return
    }
    let columns = Columns(width)
    for (column, title) in [
      (columns.date, Words("Ghi ngày", "Recorded")), (columns.what, Words("Việc", "What")),
      (columns.code, Words("Mã", "Code")), (columns.name, Words("Thủ tục", "Procedure")),
    ] { surface.put(title(language), row: 2, column: column, style: Style(.heading)) }
    let lines = lines(session).flatMap { wrapped($0, width: width - 4) }
    let detail = min(max(6, rows / 2), lines.count + 1)
    let height = max(2, rows - 3 - detail)
    for (offset, index) in window.visible(count: news.items.count, height: height).enumerated() {
      draw(
        news.items[index], row: 3 + offset, isChosen: index == window.chosen, columns, on: &surface, language)
    }
    let rule = 3 + min(height, news.items.count)
    surface.horizontalRule(row: rule)
    for (offset, line) in lines.dropFirst(read).prefix(max(0, rows - rule - 1)).enumerated() {
      surface.put(
        line, row: rule + 1 + offset, column: 2, width: width - 4,
        style: Style(offset + read == 0 ? .strong : .text))
    }
  }

  private static func summary(_ news: ProcedureNews, _ language: Language) -> String {
    let day = news.since.civilDate.slashed
    if news.newCount == 0 {
      let listed = news.items.isEmpty ? "" : language.pick(" Dưới đây: đã xem.", " Below: seen before.")
      return language.pick("Không có thủ tục nào thay đổi từ hôm \(day).", "Nothing changed since \(day).") + listed
    }
    let more = news.hasMore ? language.pick(" Chỉ hiện \(news.items.count).", " \(news.items.count) are shown.") : ""
    return language.pick(
      "\(news.newCount) thủ tục thay đổi từ hôm \(day) (•).",
      "\(counted(news.newCount, "procedure")) changed since \(day) (•).") + more
  }

  /// A narrow screen leaves out the year.
  private struct Columns {
    var isNarrow: Bool
    let date = 4
    var what: Int { date + (isNarrow ? 9 : 11) }
    var code: Int { what + 10 }
    var name: Int { code + 12 }

    init(_ width: Int) { isNarrow = width < 72 }
  }

  private func draw(
    _ item: ProcedureNews.Item, row: Int, isChosen: Bool, _ columns: Columns, on surface: inout Surface,
    _ language: Language
  ) {
    let ground = surface.beginListRow(row, isChosen: isChosen)
    let text = Style(item.isNew ? .strong : .text, on: ground)
    if item.isNew { surface.put("•", row: row, column: 2, style: Style(.warning, on: ground)) }
    let day = item.at.civilDate
    surface.put(
      columns.isNarrow ? day.dayAndMonth : day.slashed, row: row, column: columns.date, style: Style(.text, on: ground))
    surface.put(
      Self.what(item, language), row: row, column: columns.what, width: 9,
      style: Style(item.event == .takenBack || item.isTakenBack ? .warning : .text, on: ground))
    surface.put(item.code, row: row, column: columns.code, width: 11, style: text)
    let name =
      item.code.isEmpty
      ? language.pick("Quyết định không có ở đây", "A decision that is not known here")
      : ProcedureVersion.shortName(of: item.code) ?? item.name
    surface.put(
      name, row: row, column: columns.name, width: surface.size.columns - columns.name - 1, style: text)
  }

  private static func what(_ item: ProcedureNews.Item, _ language: Language) -> String {
    switch item.event {
    case .recorded(let kind): kind.wording(language)
    case .takenBack: language.pick("thu hồi", "taken back")
    }
  }

  /// What the chosen one changed: the decision, field by field the old and the new, and who keeps the old.
  func lines(_ session: Session) -> [String] {
    guard let chosen else { return [] }
    let language = session.language
    let decision =
      chosen.announcement.map {
        language.pick("Quyết định \($0.number) ngày \($0.date.slashed)", "Decision \($0.number) of \($0.date.slashed)")
      } ?? language.pick("Ghi tại đơn vị, không nêu quyết định", "Recorded here, no decision named")
    let name = chosen.name.isEmpty ? [] : ["\(chosen.code) \(chosen.name)"]
    return name + ["\(decision): \(Self.what(chosen, language))."] + standing(chosen, language)
      + (difference.map { Self.lines(chosen, $0, language) } ?? [])
  }

  private func standing(_ item: ProcedureNews.Item, _ language: Language) -> [String] {
    if item.code.isEmpty {
      return [
        language.pick(
          "Việc thu hồi này không thay đổi thủ tục nào ở đây.", "This retraction changes no procedure here.")
      ]
    }
    guard item.isTakenBack, item.event != .takenBack else { return [] }
    return [language.pick("Quyết định này đã bị thu hồi.", "This decision was taken back.")]
  }

  private static func lines(
    _ item: ProcedureNews.Item, _ difference: ProcedureDifference, _ language: Language
  ) -> [String] {
    guard let after = difference.after else {
      return difference.before == nil
        ? [] : [language.pick("Thủ tục này không còn trong danh mục.", "The catalogue no longer has the procedure.")]
    }
    let change = ProcedureBook.Change(
      kind: difference.before == nil ? .new : .changed, version: after, known: difference.before)
    // The console's font has no minus.
    let lines = change.lines(language).map { $0.replacing("\u{2212}", with: "–") }
    guard difference.keeping > 0 else { return lines }
    return lines + [
      language.pick(
        "\(difference.keeping) hồ sơ đang giải quyết giữ phiên bản trước.",
        "\(counted(difference.keeping, "open dossier")) keep the earlier version.")
    ]
  }
}
