import DossierDomain
import Terminal

extension ConfirmQuestion {
  func draw(on surface: inout Surface, app: App, now: Instant) {
    let session = app.session
    let language = session.language
    let why = wrapped(sentence(language), width: Dialog.inner(surface))
    let dialog = Dialog(
      on: &surface, title: language.pick("Nhập lại mã PIN", "Your PIN once more"),
      foot: language.pick("Enter Làm   Esc Bỏ, chưa ghi gì", "Enter Do it   Esc Drop it, nothing is recorded"),
      lineCount: why.count + 3)
    dialog.put(why, line: 0, .text, on: &surface)
    let asked = why.count + 1
    drawField(on: &surface, row: dialog.row + 1 + asked, column: dialog.column + 2, width: dialog.inner, session)
    if let line = state(now, language) { dialog.put(line.text, line: asked + 1, line.role, on: &surface) }
  }

  private func drawField(on surface: inout Surface, row: Int, column: Int, width: Int, _ session: Session) {
    let language = session.language
    let name = session.name(of: act.clerk)
    let label = language.pick("Mã PIN của \(name): ", "PIN of \(name): ")
    let used = surface.put(label, row: row, column: column, width: width - 10, style: Style(.heading, on: .dialog))
    let room = min(20, width - used)
    secret.draw(on: &surface, row: row, column: column + used, width: room, isActive: true)
  }

  private func state(_ now: Instant, _ language: Language) -> (text: String, role: Role)? {
    if stage != .typing { return (language.pick("Đang kiểm tra…", "Checking…"), .muted) }
    let wait = waitUntil.flatMap { until -> String? in
      guard until > now else { return nil }
      let time = waitWording(from: now, until: until, language)
      return language.pick("Hãy chờ \(time) rồi gõ lại.", "Wait \(time), then type it again.")
    }
    if problem == nil, wait == nil { return nil }
    return ([problem, wait].compactMap { $0 }.joined(separator: " "), .error)
  }

  /// The purpose of the PIN, such as `Để ghi kết quả: 261118-0001 · Hồ Thị Kăn Tưm.`
  private func sentence(_ language: Language) -> String {
    let purpose = weight.purpose(language)
    let head = language.pick("Để \(purpose)", "To \(purpose)")
    return subject.isEmpty ? head + "." : head + ": " + subject
  }
}

extension Weight {
  /// The words that follow "Để" and "To" in the purpose.
  fileprivate var purpose: Words {
    switch self {
    case .result: Words("ghi kết quả", "record a result")
    case .refusal: Words("từ chối hồ sơ", "refuse")
    case .stop: Words("dừng giải quyết", "stop")
    case .annulment: Words("hủy hồ sơ", "make void")
    case .reopening: Words("mở lại hồ sơ đã có kết quả", "reopen what has a result")
    case .erasure: Words("xóa hẳn bản quét", "destroy a scan for good")
    case .decision: Words("quyết định về đơn vị", "decide about the office")
    }
  }
}
