import DossierDomain
import OfficeWork
import Terminal

extension SignInState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar("TTPVHCC \(session.office.office.name)", right: clockWording(now, language))
    surface.put(
      language.pick("Ai đang ngồi ở quầy?", "Who is at the desk?"), row: 3, column: 4, style: Style(.title))
    let clerks = session.signInClerks
    if clerks.isEmpty { return drawNobody(on: &surface, session) }
    let room = max(1, rows - 9)
    // Names and roles vary in length, and both are read whole where the screen allows it.
    let name = max(12, min(28, clerks.reduce(0) { max($0, Surface.width(of: $1.name)) }))
    let top = max(0, min(chosen - room / 2, clerks.count - room))
    for (offset, clerk) in clerks.dropFirst(top).prefix(room).enumerated() {
      let index = top + offset
      let row = 5 + offset
      let ground = surface.beginListRow(
        row, column: 2, width: surface.size.columns - 4, isChosen: index == chosen)
      let style = Style(.text, on: ground)
      if index < 9 { surface.put("\(index + 1)", row: row, column: 4, style: Style(.key, on: style.ground)) }
      surface.put(clerk.name, row: row, column: 7, width: name, style: style)
      surface.put(
        clerk.title.isEmpty ? clerk.roles.sorted().map { $0.wording(language) }.joined(separator: ", ") : clerk.title,
        row: row, column: 9 + name, width: surface.size.columns - 12 - name, style: Style(.muted, on: style.ground))
    }
    drawSecret(on: &surface, row: 6 + min(room, clerks.count), session: session, now: now)
  }

  /// If nobody may sign in here, the instruction stands in place of the names.
  private func drawNobody(on surface: inout Surface, _ session: Session) {
    let width = surface.size.columns - 8
    let lines = wrapped(
      session.language.pick(
        "Chưa ai được phép làm việc ở máy này. Quản trị ở tỉnh cho phép bằng lệnh \"provincial-server device clerks\"; sau đó bấm F5 để đồng bộ.",
        "Nobody may work at this machine yet. An administrator of the province names them with \"provincial-server device clerks\"; F5 then synchronises."
      ), width: width)
    for (offset, line) in lines.enumerated() {
      surface.put(line, row: 5 + offset, column: 4, width: width, style: Style(.warning))
    }
  }

  private func drawSecret(on surface: inout Surface, row: Int, session: Session, now: Instant) {
    let language = session.language
    let label: String
    switch stage {
    case .choosing: return
    case .secret: label = language.pick("Mã PIN:", "PIN:")
    case .newSecret(nil): label = language.pick("Mã PIN mới:", "New PIN:")
    case .newSecret: label = language.pick("Gõ lại lần nữa:", "Once more:")
    case .checking:
      surface.put(language.pick("Đang kiểm tra…", "Checking…"), row: row, column: 7, style: Style(.muted))
      return
    }
    let used = surface.put(label, row: row, column: 7, style: Style(.heading)) + 8
    let width = max(10, min(32, surface.size.columns - used - 4))
    secret.draw(on: &surface, row: row, column: used, width: width, isActive: true)
    if let waitUntil, waitUntil > now {
      let time = waitWording(from: now, until: waitUntil, language)
      surface.put(
        language.pick("Còn phải chờ \(time).", "\(time) to wait."), row: row + 1, column: 7, style: Style(.warning))
    }
    guard case .newSecret = stage else { return }
    let room = surface.size.columns - 9
    let lines =
      wrapped(replaced.map { why($0.reason, language) } ?? whyFirst(language), width: room)
      + wrapped(
        language.pick(
          "6 đến 12 chữ số, hoặc cụm từ từ 8 ký tự.", "6 to 12 digits, or a phrase of 8 or more characters."),
        width: room)
    for (offset, line) in lines.enumerated() {
      surface.put(line, row: row + 1 + offset, column: 7, width: room, style: Style(.info))
    }
  }

  private func whyFirst(_ language: Language) -> String {
    language.pick(
      "Chưa có mã PIN: chọn một mã từ 6 chữ số, chỉ mình biết, gõ hai lần.",
      "No PIN yet: choose one of 6 or more digits that only you know, and type it twice.")
  }

  private func why(_ reason: PINChangeReason, _ language: Language) -> String {
    switch reason {
    case .tooShort:
      language.pick(
        "Mã PIN nay phải có từ 6 chữ số: hãy đặt mã mới.", "PINs now have 6 digits or more: choose a new one.")
    case .chosenByOthers:
      language.pick(
        "Mã này do người khác đặt: hãy đặt mã chỉ mình biết.",
        "Somebody else has set this PIN: choose one that only you know.")
    }
  }
}
