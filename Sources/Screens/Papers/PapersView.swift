import DossierDomain
import OfficeWork
import Terminal

extension PapersState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(
      language.pick("In giấy", "Papers") + (code.map { " · \($0.short)" } ?? ""), right: clockWording(now, language))
    if let sheet { return draw(sheet, on: &surface, rows: rows, now: now) }
    guard papers != nil else { return }
    let list = self.rows
    if list.isEmpty {
      surface.put(
        language.pick("Hồ sơ này chưa có giấy nào để in.", "There is no paper for this dossier."), row: 2, column: 2,
        style: Style(.muted))
      surface.cursor = Position(row: 2, column: 2)
    }
    for (offset, index) in window.visible(count: list.count, height: rows - 3).enumerated() {
      let row = 2 + offset
      let ground = surface.beginListRow(row, isChosen: index == window.chosen)
      surface.put(
        words(list[index], language), row: row, column: 2, width: surface.size.columns - 3,
        style: Style(isReplaced(list[index]) ? .muted : .text, on: ground))
    }
  }

  /// The cursor is on the chosen line, so that a screen reader goes through the paper line by line.
  private func draw(_ sheet: Sheet, on surface: inout Surface, rows: Int, now: Instant) {
    surface.put(
      sheet.title, row: 1, column: 2, width: surface.size.columns - 3, style: Style(.strong))
    guard let text = sheet.text else { return }
    if let remark = text.remark {
      surface.put(remark, row: 2, column: 2, width: surface.size.columns - 3, style: Style(.info))
    }
    let lines = showsNumbers(at: now) ? text.full : text.masked
    for (offset, index) in sheet.window.visible(count: lines.count, height: rows - 3).enumerated() {
      let ground = surface.beginListRow(3 + offset, isChosen: index == sheet.window.chosen)
      surface.put(
        lines[index], row: 3 + offset, column: 2, width: surface.size.columns - 3, style: Style(.text, on: ground))
    }
  }

  private func isReplaced(_ row: Row) -> Bool {
    switch row {
    case .issued(let paper): papers?.replacements[paper.issue.number] != nil
    case .offer, .replace: false
    }
  }

  func words(_ row: Row, _ language: Language) -> String {
    switch row {
    case .offer(let offer):
      return language.pick("Lập: \(offer.name(.vi))", "New: \(offer.name(.en))")
    case .replace(let paper, _):
      return language.pick(
        "Lập lại, thay giấy số \(paper.issue.number.text)", "Once more, in place of \(paper.issue.number.text)")
    case .issued(let paper):
      let form = papers?.offers.first { $0.form == paper.issue.form }
      let name = form?.name(language) ?? paper.issue.form.wording(language)
      let replacement = papers?.replacements[paper.issue.number].map {
        language.pick("đã thay bằng số \($0.text)", "replaced by \($0.text)")
      }
      // How far it has come stands first: a narrow screen shows no more than the beginning.
      let state = papers?.states[paper.issue.number].map { $0.wording(language) }
      return language.pick("In lại", "Again") + ((replacement ?? state).map { " (\($0)): " } ?? ": ")
        + "\(name), \(paper.issue.number.text), \(paper.at.clockAndDate)"
    }
  }
}

// MARK: The line below

extension PapersState {
  private func wayWording(_ language: Language) -> String {
    guard let way = printer?.way else { return "" }
    let copies = language.pick("\(way.copies) bản (+ -). ", "\(way.copies) × (+ -). ")
    guard trays.count > 1 || way.tray != nil else { return copies }
    let tray = way.tray ?? language.pick("máy tự chọn", "any")
    return copies + language.pick("Khay: \(tray) (◀ ▶). ", "Tray: \(tray) (◀ ▶). ")
  }

  private func askingPrinter(_ language: Language) -> String {
    language.pick("Đang hỏi máy in…", "Asking the printer…")
  }

  /// What an Enter does although the printer would not print.
  private func wayOut(_ language: Language) -> String {
    guard let news = printer?.news, !news.isReady, news.queue(isAnyway: true) != nil, news.printer != nil else {
      return ""
    }
    return language.pick(
      " Xử lý rồi Enter; Enter ngay thì giấy được giữ, ^G vẫn gửi.",
      " See to it, then Enter; Enter now keeps the paper, ^G sends it anyway.")
  }

  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    if isBusy { return language.pick("Đang lập và in…", "Issuing and printing…") }
    // A printer that would not print is said before the office's texts, which have a later chance.
    let printer = printer?.trouble(language) ?? papers?.remark ?? printer?.wording(language)
    guard let sheet, sheet.text != nil else { return printer }
    let deed =
      switch sheet.choice {
      case .new: language.pick("Enter: lập và in. ", "Enter: issue and print. ")
      case .issued: language.pick("Enter: in lại. ", "Enter: print again. ")
      }
    return deed + wayWording(language) + (printer ?? askingPrinter(language)) + wayOut(language)
  }
}
