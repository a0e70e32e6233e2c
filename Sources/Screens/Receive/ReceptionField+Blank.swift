import DossierDomain
import OfficeWork
import Terminal

/// What is copied from a blank receipt, above everything else: asked only for what was received on one.
extension ReceptionField {
  static let ofBlank: [ReceptionField] = [blankCode, blankTime, blankReason]

  private static let blankCode = onBlank(
    text(
      "blank-code", Words("Mã phiếu dự phòng", "Blank's code"), maximum: DossierCode.maximumLength, use: .codes,
      placeholder: Words("quét hoặc gõ mã in trên phiếu", "scan, or type the code on the paper"),
      tidy: { DossierCode.normalised($0) }
    ) { _, _ in }
  ) { state, language in
    state.text("blank-code").isEmpty
      ? language.pick("Hãy nhập mã in trên phiếu dự phòng.", "Enter the code on the blank receipt.") : nil
  }

  private static let blankTime = onBlank(
    text(
      "blank-time", Words("Giờ trên phiếu", "Time on paper"), maximum: 20, use: .codes,
      placeholder: Words("9:45 hoặc 9:45 24/11", "9:45 or 9:45 24/11")
    ) { _, _ in }
  ) { state, language in
    switch state.blankTime {
    case .at: nil
    case nil:
      language.pick(
        "Hãy nhập giờ ghi trên phiếu, như 9:45 hoặc 9:45 24/11.", "Enter the time on the paper, as 9:45 or 9:45 24/11.")
    case .dayMissing([]):
      language.pick(
        "Hãy ghi cả ngày nhận trên phiếu, như 9:45 24/11.", "Enter the day on the paper, too, as 9:45 24/11.")
    case .dayMissing(let days):
      language.pick(
        "Giờ này có thể của \(Self.named(days)): hãy ghi cả ngày, như 9:45 24/11.",
        "That time may be of \(Self.named(days)): enter the day, too, as 9:45 24/11.")
    }
  }

  private static let blankReason = onBlank(
    text(
      "blank-reason", Words("Vì sao ghi sau", "Why later"), maximum: BlankReceipts.longestReason,
      placeholder: Words("mất điện từ 8 giờ 50", "no current since 8:50")
    ) { _, _ in }
  ) { state, language in
    BlankReceipts.reason(state.text("blank-reason")) == nil ? Denial.reasonMissing.wording(language) : nil
  }

  /// The first and the last one tell enough.
  private static func named(_ days: [CivilDate]) -> String {
    [days.first, days.last].compactMap { $0?.dayAndMonth }.joined(separator: days.count == 2 ? ", " : "…")
  }

  private static func onBlank(
    _ row: ReceptionField, problem: @escaping @Sendable (ReceiveState, Language) -> String?
  ) -> ReceptionField {
    var row = row
    row.isAsked = { $0.isOnBlank }
    row.problem = { state, language in state.isOnBlank ? problem(state, language) : nil }
    return row
  }
}

extension ReceiveState {
  /// It is copied from a blank receipt. A form that is taken up again knows it by what was typed.
  var isOnBlank: Bool {
    wantsBlank || ReceptionField.ofBlank.contains { !form.trimmed($0.field).isEmpty }
  }

  /// A form for what was received on this blank receipt; what the paper says is asked first.
  init(onBlank code: DossierCode) {
    self.init()
    wantsBlank = true
    fill("blank-code", code.text)
    form.go(to: "blank-time")
  }

  /// Whoever scans a blank receipt enters it; a form that was begun becomes a draft.
  func succeed(in app: inout App, _ now: Instant) -> [Effect] {
    if app.frames.count > 1 { app.frames.removeLast() }
    return app.openReception(onBlank: DossierCode(text("blank-code"), origin: .office), now: now)
  }

  /// It is received now after all. A cursor that is elsewhere stays there, and any other one goes back to where it came from.
  mutating func leaveBlank() {
    wantsBlank = false
    for row in ReceptionField.ofBlank { form.set(row.field, "") }
    let left = leftForBlank
    leftForBlank = nil
    guard ReceptionField.ofBlank.contains(where: { $0.field.id == form.focus }) else { return }
    form.go(to: fields.first { $0.id == left }?.id ?? "search")
  }

  /// Copies what stands on a paper that was entered before.
  mutating func fill(code: DossierCode, receivedAt: Instant, reason: String) {
    fill("blank-code", code.text)
    fill("blank-time", "\(receivedAt.civilTime) \(receivedAt.civilDate.slashed)")
    fill("blank-reason", reason)
  }

  /// The time on the paper; nil while it cannot be read.
  var blankTime: TypedTime? {
    guard isOnBlank, let today else { return nil }
    return BlankEntry.time(
      text("blank-time"), today: today, silences: silences,
      printedOn: DossierCode(DossierCode.normalised(text("blank-code")), origin: .office).dayOfOffice)
  }

  /// Nil while its day is not known, too.
  var blankMoment: Instant? { if case .at(let moment) = blankTime { moment } else { nil } }

  /// The moment that counts: that of the paper, or now. Nil while the one of the paper cannot be read.
  func receptionMoment(_ now: Instant) -> Instant? { isOnBlank ? blankMoment : now }

  /// The day that counts. Before it can be read, today does.
  var receptionDay: CivilDate? { blankMoment?.civilDate ?? today }

  /// What applies is the version of the procedure that was in force on the day of the paper, as it is recorded. The questions and
  /// papers of another version are asked for again.
  /// - Returns: whether it is another version now.
  @discardableResult
  mutating func takeVersionOfDay(_ session: inout Session) -> Bool {
    guard takeVersionOfDay(session.office.catalogue), let day = receptionDay else { return false }
    session.say(
      Words(
        "Ngày \(day.slashed) áp dụng quy định khác: xem lại câu hỏi, giấy tờ và lệ phí.",
        "Other rules applied on \(day.slashed): look at questions, papers and fee again."))
    return true
  }

  /// The same before the form is shown.
  mutating func takeVersionOfDay(_ catalogue: Catalogue) -> Bool {
    guard let procedure, let day = receptionDay, day != versionDay ?? today else { return false }
    versionDay = day
    guard let version = catalogue.version(of: procedure.code, on: day), version != procedure else { return false }
    let focus = form.focus
    fill("search", version.name)
    form.dropOffer("search")
    choose(version)
    versionDay = day
    form.go(to: fields.contains { $0.id == focus } ? focus : firstAsked)
    return true
  }

  var blank: BlankEntry? {
    blankMoment.map { BlankEntry(code: text("blank-code"), receivedAt: $0, reason: text("blank-reason")) }
  }
}

extension ReceiveCommands {
  static let blank = Command(
    "receive.blank", in: [.receive], keys: [.alt("p")],
    Words("Nhập phiếu dự phòng (nhận lúc mất điện)", "Enter a blank receipt"),
    group: .act, unless: isDone
  ) { app, _ in
    app.onTop(ReceiveState.self) { form, _ in
      // The same key takes it back, so that nobody is kept in fields that she opened by mistake.
      if form.isOnBlank {
        form.leaveBlank()
        return []
      }
      (form.wantsBlank, form.leftForBlank) = (true, form.form.focus)
      form.form.go(to: "blank-code")
      return []
    }
  }
}

extension App {
  /// Opens the form on a blank receipt, or goes on where its entering was left; another one that was begun becomes a draft.
  mutating func openReception(onBlank code: DossierCode, now: Instant) -> [Effect] {
    keepUnfinishedReception()
    if let begun = receptionDrafts.first(where: { $0.place["blank-code"] == code.text }) {
      return openDraft(begun, now: now)
    }
    let effects = openInPlaceOfAnEmptyForm(ReceiveState(onBlank: code), now)
    if session.message == nil {
      session.say(
        Words(
          "Phiếu dự phòng \(code.short): gõ giờ ghi trên phiếu.",
          "Blank receipt \(code.short): type the time on the paper."))
    }
    return effects
  }
}
