import DossierDomain
import OfficeWork
import Terminal

/// "Which number was the last one printed today?", asked once before a code is printed when the program was cut off before
/// and the province cannot be asked: the data may be from before the last papers.
struct LastNumberQuestion: RefusalQuestion {
  /// The last number of today that the data know; 0 for none.
  var recorded: Int
  /// What came of the act that waits for the answer, for the screens when the clerk gives none.
  var number: RequestNumber
  var refused: [ActOutcome]
  /// As typed so far.
  var digits = ""
  var isTooLow = false
}

extension LastNumberQuestion {
  init?(_ denial: Denial, of number: RequestNumber, refused: [ActOutcome]) {
    guard case .lastNumberUnknown(let recorded) = denial else { return nil }
    self.init(recorded: recorded, number: number, refused: refused)
  }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    var question = self
    question.isTooLow = false
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber && question.digits.count < 4:
      question.digits.append(digit)
    case .backspace: _ = question.digits.popLast()
    case .escape:
      app.top.overlay = nil
      return app.refuse(number, refused, now)
    case .enter:
      guard let last = Int(question.digits) else { return [] }
      // What the data know was printed: a lower number is a slip.
      guard last >= question.recorded else {
        question.isTooLow = true
        break
      }
      app.top.overlay = nil
      guard let act = app.issuing[number] else { return [] }
      return [.keep(.lastNumber(last, on: now.civilDate)), .act(act)]
    default: return []
    }
    app.top.overlay = question
    return []
  }
}

extension LastNumberQuestion {
  func draw(on surface: inout Surface, app: App, now: Instant) {
    let session = app.session
    let language = session.language
    let width = min(surface.size.columns - 4, 66)
    let inner = width - 4
    let why = wrapped(reason(language), width: inner)
    let height = why.count + 7
    let (row, column) = (max(0, (surface.size.rows - height) / 2), (surface.size.columns - width) / 2)
    surface.box(row: row, column: column, width: width, height: height, style: Style(.border, on: .dialog))
    surface.put(
      language.pick(" Số cuối đã in hôm nay ", " The last number printed today "), row: row, column: column + 2,
      style: Style(.title, on: .dialog))
    for (offset, line) in why.enumerated() {
      surface.put(line, row: row + 1 + offset, column: column + 2, width: inner, style: Style(.warning, on: .dialog))
    }
    let asked = row + 2 + why.count
    let label = language.pick("Số cuối trên giấy ngày \(now.civilDate.slashed): ", "Last on paper: ")
    let used = surface.put(label, row: asked, column: column + 2, width: inner, style: Style(.strong, on: .dialog))
    let field = column + 2 + used
    surface.fill(row: asked, column: field, width: 5, height: 1, style: Style(.text, on: .focused))
    surface.put(digits, row: asked, column: field, width: 5, style: Style(.text, on: .focused))
    surface.cursor = Position(row: asked, column: field + digits.count)
    surface.put(
      isTooLow
        ? language.pick(
          "Máy đã ghi đến số \(recorded): xem lại giấy.", "The machine knows of number \(recorded): look again.")
        : language.pick("Bốn số cuối của mã; chưa in mã nào thì gõ 0.", "The code's last four digits; 0 for none."),
      row: asked + 1, column: column + 2, width: inner, style: Style(isTooLow ? .error : .text, on: .dialog))
    surface.put(
      language.pick("Enter: cấp mã tiếp theo.  Esc: chưa cấp.", "Enter issues the next code.  Esc issues none."),
      row: row + height - 2, column: column + 2, width: inner, style: Style(.hint, on: .dialog))
  }

  private func reason(_ language: Language) -> String {
    language.pick(
      "Lần trước chương trình bị ngắt (mất điện, hoặc ổ đĩa được trả về bản cũ) và chưa hỏi được tỉnh. Xem giấy hẹn cuối cùng đã in hôm nay để không cấp trùng mã.",
      "The program was cut off before (power, or a disk put back to an older state), and the province cannot be asked. Look at the last receipt printed today, so that no code is issued twice."
    )
  }
}
