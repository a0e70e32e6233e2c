import DossierDomain
import Terminal

extension FirstRun {
  /// Draws the present state; pure like `App.view`.
  public func view(size: Size, now: Instant) -> Surface {
    var surface = Surface(size: size)
    guard size.columns >= App.minimumSize.columns, size.rows >= App.minimumSize.rows else {
      surface.drawTooSmall(needed: App.minimumSize, language)
      return surface
    }
    surface.drawTitleBar(
      language.pick("dossier · lần đầu trên máy này", "dossier · first run on this machine"),
      right: clockWording(now, language))
    switch page {
    case .ways: drawWays(on: &surface)
    case .form: drawForm(on: &surface)
    case .summary: drawSummary(on: &surface, now)
    case .demo, .otherMachine: drawText(on: &surface)
    }
    drawKeys(on: &surface)
    drawMessage(on: &surface)
    return surface
  }

  // MARK: Pages

  private func drawWays(on surface: inout Surface) {
    let width = surface.size.columns - 4
    surface.put(
      language.pick("Chưa có đơn vị nào trên máy này.", "There is no office on this machine yet."), row: 2, column: 2,
      width: width, style: Style(.strong))
    surface.put(
      language.pick("Chọn một cách để bắt đầu:", "Choose how to begin:"), row: 3, column: 2, width: width,
      style: Style(.text))
    let list = ChoiceList(Way.allCases.map { $0.title(language) }, chosen: ways.chosen)
    list.draw(on: &surface, row: 5, column: 0, width: surface.size.columns, height: Way.allCases.count)
    let explanation = Way(rawValue: ways.chosen)?.explanation(language) ?? ""
    for (offset, line) in wrapped(explanation, width: width - 2).enumerated() {
      surface.put(line, row: 6 + Way.allCases.count + offset, column: 4, width: width - 2, style: Style(.info))
    }
  }

  private func drawForm(on surface: inout Surface) {
    FormPage(form: form, fields: Self.fields, asides: asides, language: language)
      .draw(on: &surface, row: 2, height: surface.size.rows - 7, width: surface.size.columns)
  }

  /// The code of the chosen unit, so that a wrong one is noticed.
  private var asides: [Field.ID: FormPage.Aside] {
    guard let unit else { return [:] }
    return [
      Self.unitField.id: FormPage.Aside(
        text: language.pick("mã đơn vị \(unit.code)", "unit code \(unit.code)"), role: .muted)
    ]
  }

  private func drawSummary(on surface: inout Surface, _ now: Instant) {
    guard let newOffice, let unit else { return }
    let width = surface.size.columns - 4
    surface.put(
      language.pick("Xem lại:", "Look it over:"), row: 2, column: 2, width: width, style: Style(.strong))
    let roles = newOffice.clerk(id: ClerkID(high: 0, low: 0)).roles.sorted().map { $0.wording(language) }
    let code = DossierCode.office(agency: newOffice.agencyCode, date: now.civilDate, number: 1)
    let rows: [(Words, String)] = [
      (Self.nameField.label, newOffice.name),
      (Self.unitField.label, "\(unit.kind.rawValue) \(unit.name) (\(unit.code))"),
      (Self.agencyCodeField.label, newOffice.agencyCode),
      (Words("Mã hồ sơ sẽ như", "Codes will look like"), code.text),
      (Self.clerkField.label, newOffice.firstClerk),
      (Words("Vai trò", "Roles"), roles.joined(separator: ", ")),
      (
        Self.pinField.label,
        newOffice.requiresPIN
          ? language.pick("có; chọn mã ngay sau đây", "yes; it is chosen next") : language.pick("không", "no")
      ),
      (Words("Dữ liệu ở", "Data folder"), places.data),
    ]
    // On a low screen the blank line would be missing below, where a failure is reported.
    var row = surface.size.rows < 24 ? 3 : 4
    for (label, value) in rows {
      surface.put(label(language), row: row, column: 2, width: 21, style: Style(.heading))
      for line in wrapped(value, width: width - 23) {
        surface.put(line, row: row, column: 24, width: width - 23, style: Style(.text))
        row += 1
      }
    }
    drawAct(language.pick("Tạo đơn vị này", "Make this office"), row: row + 1, on: &surface)
  }

  /// The only row that can be chosen, so the cursor stands there.
  private func drawAct(_ title: String, row: Int, on surface: inout Surface) {
    let ground = surface.beginListRow(row, isChosen: true)
    surface.put(title, row: row, column: 2, width: surface.size.columns - 3, style: Style(.strong, on: ground))
  }

  private func drawText(on surface: inout Surface) {
    let lines = textLines(width: textWidth)
    for (offset, line) in lines.dropFirst(topLine).prefix(textRows).enumerated() {
      surface.put(
        line.text, row: 2 + offset, column: 2 + line.indent, width: textWidth - line.indent, style: Style(line.role))
    }
    surface.cursor = Position(row: 2, column: 2)
    if topLine > 0 { surface.put("▲", row: 2, column: surface.size.columns - 1, style: Style(.muted)) }
    if lines.count - topLine > textRows {
      surface.put("▼", row: 1 + textRows, column: surface.size.columns - 1, style: Style(.muted))
    }
    guard page == .demo else { return }
    drawAct(
      language.pick("Mở đơn vị thử", "Open the invented office"), row: 3 + min(lines.count, textRows), on: &surface)
  }

  var textWidth: Int { session.size.columns - 4 }
  /// The title and the keys take the others; on the demo page also what can be done and a message.
  var textRows: Int { session.size.rows - (page == .demo ? 6 : 4) }

  // MARK: The foot

  private func drawMessage(on surface: inout Surface) {
    let message: (text: String, role: Role)? =
      if isWorking {
        (language.pick("Đang tạo, xin chờ…", "Making it, please wait…"), .info)
      } else if let problem = session.message {
        ("✗ " + problem.text, .error)
      } else if page == .form, form.focus == Self.unitField.id, form.findsNothing {
        (
          language.pick(
            "Không có xã, phường nào của Quảng Trị có tên như vậy. Thử ít chữ hơn.",
            "No unit of Quảng Trị has such a name. Try fewer letters."), .warning
        )
      } else if page == .form, let hint = form.focused(Self.fields)?.hint {
        (hint(language), .info)
      } else {
        nil
      }
    guard let message else { return }
    let width = surface.size.columns - 2
    let lines = wrapped(message.text, width: width).prefix(4)
    for (offset, line) in lines.enumerated() {
      let row = surface.size.rows - 1 - lines.count + offset
      surface.fill(row: row, column: 0, width: surface.size.columns, height: 1, style: Style(.text))
      surface.put(line, row: row, column: 1, width: width, style: Style(message.role))
    }
  }

  private func drawKeys(on surface: inout Surface) {
    var column = 1
    for (key, words) in keys {
      column += surface.put(key, row: surface.size.rows - 1, column: column, style: Style(.key)) + 1
      column += surface.put(words(language), row: surface.size.rows - 1, column: column, style: Style(.hint)) + 2
    }
  }

  private var keys: [(String, Words)] {
    let back = ("Esc", Words("Quay lại", "Back"))
    return switch page {
    case .ways:
      [("↑↓", Words("Chọn", "Choose")), ("Enter", Words("Tiếp", "Next")), ("F10", Words("Thoát", "Quit"))]
    case .form: [("Enter", Words("Tiếp", "Next")), ("Tab", Words("Ô sau", "Next field")), back]
    case .summary: [("Enter", Words("Tạo đơn vị", "Make the office")), back]
    case .demo: [("Enter", Words("Mở", "Open")), back]
    case .otherMachine:
      textLines(width: textWidth).count > textRows ? [("↑↓", Words("Đọc tiếp", "Read on")), back] : [back]
    }
  }
}
