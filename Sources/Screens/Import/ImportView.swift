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
    var top = 3
    // What has to be answered is seen whatever the cursor is on; all of it stands at the end of the list too.
    let questions = look?.understanding?.questions.map { $0.wording(language) } ?? []
    for line in questions.flatMap({ wrapped($0, width: width - 2) }).prefix(max(2, height / 5)) {
      surface.put(line, row: top, column: 1, width: width - 2, style: Style(.warning))
      top += 1
    }
    surface.horizontalRule(row: top)
    let below = detailHeight(height)
    drawRows(on: &surface, from: top + 1, height: max(1, height - top - 2 - below), language)
    surface.horizontalRule(row: height - below - 1)
    drawDetail(on: &surface, from: height - below, height: below, language)
  }

  /// The chosen row as a whole: in the list it has one line, which a narrow terminal cuts.
  private func drawDetail(on surface: inout Surface, from top: Int, height: Int, _ language: Language) {
    guard let row = chosenRow else { return }
    let width = surface.size.columns - 2
    let lines = detail(of: row, language).flatMap { part in wrapped(part.text, width: width).map { ($0, part.role) } }
    for (offset, line) in lines.prefix(height).enumerated() {
      let isCut = offset == height - 1 && lines.count > height
      surface.put(isCut ? line.0 + " …" : line.0, row: top + offset, column: 1, width: width, style: Style(line.1))
    }
  }

  private func detailHeight(_ height: Int) -> Int { min(8, max(3, height * 2 / 5 - 1)) }

  /// Of a longer value the beginning says what the column is.
  private static let longestSample = 100

  private func detail(of row: Row, _ language: Language) -> [(text: String, role: Role)] {
    switch row {
    case .sentence(let place):
      return look.map { [($0.sentences[place], .text)] } ?? []
    case .column(let place):
      guard let column = look?.understanding?.columns[place] else { return [] }
      let (meaning, grounds) = column.explanation(language)
      let samples = column.samples.map { sample in
        sample.count > Self.longestSample ? sample.prefix(Self.longestSample) + "…" : sample
      }
      let name = "\(column.heading) (\(RegisterChoices.letters(of: place))): \(meaning)"
      var parts: [(text: String, role: Role)] = [(name, .strong)]
      if !grounds.isEmpty { parts.append((language.pick("Vì sao: ", "Why: ") + grounds, .text)) }
      if !samples.isEmpty {
        parts.append((language.pick("Ví dụ: ", "Values: ") + samples.joined(separator: " | "), .muted))
      }
      return parts
    case .remembered, .agreement, .status, .dateOrder, .encoding, .sheet, .first:
      let cells = cells(of: row, language)
      return [("\(cells.name): \(cells.value)", .strong), (cells.rest, .text)]
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
      text =
        (look?.sheets.count ?? 0) > 1
        ? language.pick("Trang này không phải là sổ", "This sheet is no register")
        : language.pick("Không đọc được tệp này", "This file cannot be read")
    }
    surface.put(text, row: 2, column: 1, width: width - 2, style: Style(.strong))
  }

  private func drawRows(on surface: inout Surface, from top: Int, height: Int, _ language: Language) {
    let width = surface.size.columns
    let (heading, meaning) = (max(16, width / 4), max(22, width / 3))
    let shown = rows
    for (offset, index) in window.visible(count: shown.count, height: height).enumerated() {
      let y = top + offset
      let ground = surface.beginListRow(y, isChosen: index == window.chosen)
      if case .sentence(let place) = shown[index] {
        surface.put(
          look?.sentences[place] ?? "", row: y, column: 2, width: width - 3,
          style: Style(look?.understanding?.questions.isEmpty == false ? .warning : .muted, on: ground))
        continue
      }
      let cells = cells(of: shown[index], language)
      let value = cells.isChangeable ? "◀ \(cells.value) ▶" : cells.value
      surface.put(cells.name, row: y, column: 2, width: heading - 3, style: Style(.text, on: ground))
      surface.put(value, row: y, column: heading, width: meaning - 1, style: Style(cells.role, on: ground))
      surface.put(
        cells.rest, row: y, column: heading + meaning, width: width - heading - meaning - 1,
        style: Style(.muted, on: ground))
    }
  }

  private struct Cells {
    var name: String
    var value: String
    var role: Role
    var rest = ""
    var isChangeable = true
  }

  private func cells(of row: Row, _ language: Language) -> Cells {
    switch row {
    case .remembered:
      return Cells(
        name: language.pick("(như lần trước)", "(as last time)"),
        value: language.pick("dùng lại lựa chọn", "the same choices"), role: .good,
        rest: language.pick("◀▶ bỏ các lựa chọn ấy", "◀▶ drops those choices"))
    case .agreement(let agreement):
      return cells(of: agreement, language)
    case .column(let place):
      guard let column = look?.understanding?.columns[place] else { return Cells(name: "", value: "", role: .text) }
      let (meaning, grounds) = column.explanation(language)
      let isTaken = column.meaning?.isTakenIn ?? false
      let examples = column.samples.joined(separator: " | ")
      let rest = grounds.isEmpty ? examples : "\(examples)  (\(grounds))"
      return Cells(name: column.heading, value: meaning, role: isTaken ? .good : .muted, rest: rest)
    case .status(let word):
      return cells(ofStatus: word, language)
    case .dateOrder:
      return Cells(
        name: language.pick("(cách viết ngày)", "(order of dates)"),
        value: query.choices.dateOrder?.wording(language) ?? language.pick("theo các dòng", "by the rows"), role: .text)
    case .encoding:
      return Cells(
        name: language.pick("(bảng mã)", "(encoding)"),
        value: query.choices.encoding?.rawValue ?? language.pick("tự nhận ra", "detected"), role: .text,
        rest: look?.understanding?.encoding.rawValue ?? "")
    case .sheet:
      let sheets = look?.sheets ?? []
      let others = sheets.filter { $0.name != look?.sheet }.map { $0.wording(language) }.joined(separator: ", ")
      let name = sheets.first { $0.name == look?.sheet }?.wording(language) ?? ""
      return Cells(
        name: language.pick("(trang tính)", "(sheet)"), value: name, role: .text,
        rest: language.pick("còn: ", "others: ") + others)
    case .first(let outcome):
      return Cells(
        name: "(\(outcome.wording(language)))", value: language.pick("hồ sơ đầu tiên", "the first dossier"),
        role: .text, rest: look?.firsts[outcome]?.wording(language) ?? "", isChangeable: false)
    case .sentence(let place):
      return Cells(name: "", value: look?.sentences[place] ?? "", role: .muted, isChangeable: false)
    }
  }

  private func cells(of agreement: ImportAgreement, _ language: Language) -> Cells {
    let isReading = agreement == .readings
    let count = (isReading ? look?.readDifferently : look?.sameDossiers) ?? 0
    let isAgreed = query.agreement.contains(agreement)
    let yes =
      isReading
      ? language.pick("lấy theo cách mới", "take as read now") : language.pick("ghi mã của tệp", "add the file's codes")
    return Cells(
      name: isReading
        ? language.pick("(khác cách đọc)", "(other reading)") : language.pick("(đã nhận ở đây)", "(received here)"),
      value: isAgreed ? yes : language.pick("để nguyên", "leave as it is"), role: isAgreed ? .good : .warning,
      rest: language.pick("\(count) hồ sơ", "\(count) dossiers"))
  }

  private func cells(ofStatus word: String, _ language: Language) -> Cells {
    let chosen = query.choices.statuses[word.folded]
    let status = chosen ?? knownStatus(word)
    let grounds =
      if chosen != nil {
        language.pick("đã chọn", "chosen")
      } else if status != nil {
        language.pick("trạng thái, hiểu theo từ", "a status, by its words")
      } else {
        language.pick("dòng có từ này để riêng", "rows with it are kept aside")
      }
    return Cells(
      name: "\"\(word)\"", value: status?.wording(language) ?? language.pick("trạng thái chưa rõ", "unknown status"),
      role: status == nil ? .warning : .good, rest: grounds)
  }

  func notice(_ session: Session, now: Instant) -> String? {
    guard step == .columns, taken == nil, !isBusy else { return nil }
    return isReady
      ? session.language.pick("◀▶ đổi nghĩa của cột · Enter nhập", "◀▶ what a column is · Enter takes it in")
      : reasonNotReady(session.language)
  }
}
