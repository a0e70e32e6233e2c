import DossierDomain
import OfficeWork
import Terminal

/// Asks "Which number was the last one printed today?" once before a code is printed, when the program did not end in
/// order and the province cannot be asked. The data may then be older than the last printed papers.
struct LastNumberQuestion: RefusalQuestion {
  /// The last number of today in the data; 0 for none.
  var recorded: Int
  /// The outcome of the act that waits for the answer; the screens receive it when the clerk gives no number.
  var number: RequestNumber
  var refused: [ActOutcome]
  /// The digits typed so far.
  var digits = TextField(kind: .number, maximumLength: 4)
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
    case .escape:
      app.top.overlay = nil
      return app.refuse(number, refused, because: .lastNumberUnknown(recorded: recorded), now)
    case .enter:
      guard let last = Int(question.digits.text) else { return [] }
      // Every number in the data was printed, so a lower number is a typing error.
      guard last >= question.recorded else {
        question.isTooLow = true
        break
      }
      app.top.overlay = nil
      guard let act = app.refusable[number] else { return [] }
      return [.keep(.lastNumber(last, on: now.civilDate)), .act(act)]
    default: guard question.digits.press(key) else { return [] }
    }
    app.top.overlay = question
    return []
  }
}

extension LastNumberQuestion {
  func draw(on surface: inout Surface, app: App, now: Instant) {
    let session = app.session
    let language = session.language
    let why = wrapped(reason(language), width: Dialog.inner(surface))
    let dialog = Dialog(
      on: &surface, title: language.pick("Số cuối đã in hôm nay", "The last number printed today"),
      foot: language.pick("Enter: cấp mã tiếp theo.  Esc: chưa cấp.", "Enter issues the next code.  Esc issues none."),
      lineCount: why.count + 4)
    dialog.put(why, line: 0, .warning, on: &surface)
    let asked = why.count + 1
    let label = language.pick("Số cuối trên giấy ngày \(now.civilDate.slashed): ", "Last on paper: ")
    let column = dialog.column + 2 + dialog.put(label, line: asked, .strong, on: &surface)
    digits.draw(
      on: &surface, row: dialog.row + 1 + asked, column: column, width: 5, isActive: true, ground: .focused)
    dialog.put(
      isTooLow
        ? language.pick(
          "Máy đã ghi đến số \(recorded): xem lại giấy.", "The machine knows of number \(recorded): look again.")
        : language.pick("Bốn số cuối của mã; chưa in mã nào thì gõ 0.", "The code's last four digits; 0 for none."),
      line: asked + 1, isTooLow ? .error : .text, on: &surface)
  }

  private func reason(_ language: Language) -> String {
    language.pick(
      "Lần trước chương trình bị ngắt (mất điện, hoặc ổ đĩa được trả về bản cũ) và chưa hỏi được tỉnh. Xem giấy hẹn và phiếu dự phòng cuối cùng đã in hôm nay để không cấp trùng mã.",
      "The program was cut off before (power, or a disk put back to an older state), and the province cannot be asked. Look at the last receipt and the last blank printed today, so that no code is issued twice."
    )
  }
}
