import Documents
import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension ImportState {
  func draw(on surface: inout Surface, rows height: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(language.pick("Nhập sổ theo dõi", "Take in a register"), right: clockWording(now, language))
    switch step {
    case .file: drawFiles(on: &surface, height, language)
    case .columns: drawColumns(on: &surface, height, language)
    }
  }

  // MARK: The file

  private func drawFiles(on surface: inout Surface, _ height: Int, _ language: Language) {
    let width = surface.size.columns
    let label = language.pick("Tệp: ", "File: ")
    surface.put(label, row: 2, column: 1, style: Style(.heading))
    let start = 1 + Surface.width(of: label)
    // The end of a long path is what is typed.
    let shown = String(field.text.suffix(max(0, width - start - 2)))
    surface.put(shown, row: 2, column: start, width: width - start, style: Style(.input))
    surface.put(
      language.pick(
        "Gõ đường dẫn, hoặc chọn một tệp dưới đây. Tab điền, Enter mở.",
        "Type a path, or choose a file below. Tab fills in, Enter opens."),
      row: 4, column: 1, width: width - 2, style: Style(.muted))
    let visible = window.visible(count: offers.count, height: max(1, height - 6))
    for (offset, index) in visible.enumerated() {
      let offer = offers[index]
      let isChosen = index == window.chosen
      let ground = surface.beginListRow(6 + offset, isChosen: isChosen, setsCursor: isOfferChosen)
      let date = "\(offer.modifiedAt.civilDate.slashed) \(offer.modifiedAt.civilTime)"
      surface.put(offer.isFolder ? "" : date, row: 6 + offset, column: 2, width: 17, style: Style(.muted, on: ground))
      surface.put(
        offer.path + (offer.isFolder ? "/" : ""), row: 6 + offset, column: 20, width: width - 21,
        style: Style(offer.isFolder ? .muted : .text, on: ground))
    }
    if offers.isEmpty, pendingOffers == nil {
      surface.put(
        language.pick("Không thấy tệp CSV hay XLSX nào ở đây.", "No CSV or XLSX file is here."), row: 6, column: 2,
        width: width - 3, style: Style(.muted))
    }
    if !isOfferChosen {
      surface.cursor = Position(
        row: 2, column: min(width - 1, start + Surface.width(of: String(shown.prefix(field.cursor)))))
    }
  }

  // MARK: The columns

  private func drawColumns(on surface: inout Surface, _ height: Int, _ language: Language) {
    let width = surface.size.columns
    surface.put(query.path, row: 1, column: 1, width: width - 2, style: Style(.muted))
    drawSummary(on: &surface, language)
    surface.horizontalRule(row: 3)
    let sentences = look?.sentences ?? []
    let below = min(sentences.count, max(1, height / 4))
    drawRows(on: &surface, from: 4, height: max(1, height - 5 - below), language)
    for (offset, sentence) in sentences.prefix(below).enumerated() {
      surface.put(
        sentence, row: height - below + offset, column: 1, width: width - 2,
        style: Style(look?.understanding?.questions.isEmpty == false ? .warning : .muted))
    }
  }

  private func drawSummary(on surface: inout Surface, _ language: Language) {
    let width = surface.size.columns
    let text: String
    if pendingTaken != nil {
      text = language.pick("Đang nhập…", "Taking it in…")
    } else if let taken {
      text =
        language.pick(
          "Đã nhập \(taken.imported), cập nhật \(taken.updated), không đổi \(taken.unchanged), để riêng \(taken.rejected)",
          "Imported \(taken.imported), updated \(taken.updated), unchanged \(taken.unchanged), kept aside \(taken.rejected)"
        )
    } else if pendingLook != nil || look == nil {
      text = language.pick("Đang đọc tệp…", "Reading the file…")
    } else if let look, let understanding = look.understanding {
      text =
        (understanding.questions.isEmpty
          ? language.pick(
            "Nếu nhập: mới \(look.imported), cập nhật \(look.updated + agreed), không đổi \(look.unchanged), để riêng \(look.rejected)",
            "An import gives: new \(look.imported), updated \(look.updated + agreed), unchanged \(look.unchanged), aside \(look.rejected)"
          )
          : language.pick("Còn phải trả lời", "To be answered first"))
        + " · \(understanding.encoding.rawValue)"
    } else {
      text = language.pick("Không đọc được tệp này", "This file cannot be read")
    }
    surface.put(text, row: 2, column: 1, width: width - 2, style: Style(.strong))
  }

  private func drawRows(on surface: inout Surface, from top: Int, height: Int, _ language: Language) {
    let width = surface.size.columns
    let (heading, meaning) = (max(16, width / 4), max(22, width / 3))
    for (offset, index) in window.visible(count: rows.count, height: height).enumerated() {
      let y = top + offset
      let ground = surface.beginListRow(y, isChosen: index == window.chosen)
      let cells = cells(of: rows[index], language)
      surface.put(cells.name, row: y, column: 2, width: heading - 3, style: Style(.text, on: ground))
      surface.put(cells.meaning, row: y, column: heading, width: meaning - 1, style: Style(cells.role, on: ground))
      surface.put(
        cells.rest, row: y, column: heading + meaning, width: width - heading - meaning - 1,
        style: Style(.muted, on: ground))
    }
  }

  private func cells(of row: Row, _ language: Language) -> (name: String, meaning: String, role: Role, rest: String) {
    switch row {
    case .remembered:
      return (
        language.pick("(như lần trước)", "(as last time)"),
        "◀ \(language.pick("dùng lại lựa chọn", "the same choices")) ▶", .good,
        language.pick("◀▶ bỏ các lựa chọn ấy", "◀▶ drops those choices")
      )
    case .agreement(let agreement):
      let isReading = agreement == .readings
      let count = (isReading ? look?.readDifferently : look?.sameDossiers) ?? 0
      let isAgreed = query.agreement.contains(agreement)
      let yes =
        isReading
        ? language.pick("lấy theo cách mới", "take as read now")
        : language.pick("ghi mã của tệp", "add the file's codes")
      return (
        isReading
          ? language.pick("(khác cách đọc)", "(other reading)") : language.pick("(đã nhận ở đây)", "(received here)"),
        "◀ \(isAgreed ? yes : language.pick("để nguyên", "leave as it is")) ▶", isAgreed ? .good : .warning,
        language.pick("\(count) hồ sơ", "\(count) dossiers")
      )
    case .column(let place):
      guard let column = look?.understanding?.columns[place] else { return ("", "", .text, "") }
      let (meaning, grounds) = column.explanation(language)
      let isTaken = column.meaning?.isTakenIn ?? false
      let examples = column.samples.joined(separator: " | ")
      let rest = grounds.isEmpty ? examples : "\(examples)  (\(grounds))"
      return (column.heading, "◀ \(meaning) ▶", isTaken ? .good : .muted, rest)
    case .status(let word):
      let status = query.choices.statuses[word.folded]
      return (
        "\"\(word)\"", "◀ \(status?.wording(language) ?? language.pick("trạng thái chưa rõ", "unknown status")) ▶",
        status == nil ? .warning : .good, ""
      )
    case .dateOrder:
      let order = query.choices.dateOrder.map {
        $0 == .dayFirst
          ? language.pick("ngày/tháng/năm", "day/month/year") : language.pick("tháng/ngày/năm", "month/day/year")
      }
      return (
        language.pick("(cách viết ngày)", "(order of dates)"),
        "◀ \(order ?? language.pick("theo các dòng", "by the rows")) ▶",
        .text, ""
      )
    case .encoding:
      return (
        language.pick("(bảng mã)", "(encoding)"),
        "◀ \(query.choices.encoding?.rawValue ?? language.pick("tự nhận ra", "detected")) ▶", .text,
        look?.understanding?.encoding.rawValue ?? ""
      )
    }
  }

  func notice(_ session: Session, now: Instant) -> String? {
    guard step == .columns, taken == nil, !isBusy else { return nil }
    return isReady
      ? session.language.pick("◀▶ đổi nghĩa của cột · Enter nhập", "◀▶ what a column is · Enter takes it in")
      : reasonNotReady(session.language)
  }
}
