import DossierDomain
import OfficeWork
import Terminal

extension DetailState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    guard let dossier = card?.dossier else {
      surface.drawTitleBar("")
      surface.put(
        failure ?? session.language.pick("Đang mở…", "Opening…"), row: 2, column: 2,
        style: Style(failure == nil ? .muted : .error))
      return
    }
    let head = drawHead(dossier, on: &surface, session: session, now: now)
    drawTabs(dossier, on: &surface, row: head, session: session)
    surface.horizontalRule(row: head + 1)
    let lines = lines(session, width: surface.size.columns)
    var height = rows - head - 2
    if tab == .components { height -= drawPapersFrame(on: &surface, head: head, rows: rows, session: session) }
    for (offset, index) in window.visible(count: lines.count, height: height).enumerated() {
      let row = head + 2 + offset
      for (number, part) in lines[index].parts.enumerated() {
        let next = number + 1 < lines[index].parts.count ? lines[index].parts[number + 1].column : surface.size.columns
        surface.put(part.text, row: row, column: part.column, width: next - part.column - 1, style: Style(part.role))
      }
      guard index == window.chosen else { continue }
      surface.cursor = Position(row: row, column: 0)
      // In plain mode the cursor visits all lines for the screen reader. Otherwise it is needed only if lines can be
      // chosen or scrolled.
      guard tab == .components || lines.count > height || session.isPlain else { continue }
      surface.setGround(.focused, row: row)
      if tab == .components || session.isPlain {
        surface.put("▶", row: row, column: 0, style: Style(.text, on: .focused))
      }
    }
  }

  /// Draws the columns' names, and in full what the line of the chosen paper cuts.
  /// - Parameter head: the number of rows above the tabs.
  /// - Returns: the number of rows used at the bottom.
  private func drawPapersFrame(on surface: inout Surface, head: Int, rows: Int, session: Session) -> Int {
    let language = session.language
    let columns = Self.paperColumns(surface.size.columns)
    surface.put(" \(language.pick("Giấy tờ", "Paper")) ", row: head + 1, column: 1, style: Style(.heading))
    surface.put(
      " \(language.pick("Hình thức", "Form")) ", row: head + 1, column: columns.form - 1, style: Style(.heading))
    surface.put(
      " \(language.pick("Số hóa, nguồn", "Digitised, source")) ", row: head + 1, column: columns.state - 1,
      style: Style(.heading))
    guard let card, let paper = chosenComponent else { return 0 }
    let source = origin(of: paper, card, language)
    let counts = paper.countWording(language)
    let isCounted = Surface.width(of: counts) > columns.state - columns.form - 1
    let isCut = (
      name: Surface.width(of: "\(paper.number). \(paper.name)") > columns.form - 2,
      source: Surface.width(of: source) > surface.size.columns - columns.state - 1
    )
    let width = surface.size.columns - 4
    let lines =
      (isCounted ? [counts] : []) + (isCut.source ? wrapped(source, width: width) : [])
      + (isCut.name ? wrapped(paper.name, width: width).prefix(max(2, (rows - head) / 3)) : [])
    for (offset, line) in lines.enumerated() {
      surface.put(line, row: rows - lines.count + offset, column: 2, style: Style(.info))
    }
    return lines.count
  }

  /// - Returns: the number of rows used.
  private func drawHead(_ dossier: Dossier, on surface: inout Surface, session: Session, now: Instant) -> Int {
    let language = session.language
    surface.drawTitleBar("\(dossier.code.text) · \(dossier.procedure.name)")
    let number = dossier.owner.identityNumber
    let showsNumbers = showsNumbers(at: now)
    let owner = [
      dossier.owner.name, dossier.owner.birth, dossier.owner.sex?.wording(language) ?? "",
      showsNumbers ? number : maskedNumber(number),
    ].filter { !$0.isEmpty }
    var row = 1
    head(language.pick("Chủ hồ sơ", "Owner"), owner.joined(separator: " · "), on: &surface, row: &row)
    let applicant = dossier.applicant?.name ?? language.pick("chính chủ", "the owner")
    // One telephone number and one address are shown for all persons, because the clerk asks for one of each at the
    // counter.
    func first(_ value: (Person) -> String) -> String {
      [dossier.applicant, dossier.owner].compactMap { $0.map(value) }.first { !$0.isEmpty } ?? ""
    }
    let phone = dossier.phone
    let contact = [applicant, showsNumbers ? phone : maskedNumber(phone), first { $0.address }]
    head(
      language.pick("Người nộp", "Applicant"), contact.filter { !$0.isEmpty }.joined(separator: " · "), on: &surface,
      row: &row)
    head(
      language.pick("Hẹn trả", "Due"), due(dossier, session, now), on: &surface, row: &row,
      role: isOverdue(dossier, session, now) ? .critical : .text)
    surface.horizontalRule(row: row)
    return row + 1
  }

  /// A long fact takes a second row, because numbers and dates stand at its end.
  private func head(_ label: String, _ text: String, on surface: inout Surface, row: inout Int, role: Role = .text) {
    surface.put(label, row: row, column: 1, style: Style(.heading))
    let width = surface.size.columns - 13
    let lines = wrapped(text, width: width)
    for line in [lines.first ?? ""] + (lines.count > 1 ? [lines.dropFirst().joined(separator: " ")] : []) {
      surface.put(line, row: row, column: 12, width: width, style: Style(role))
      row += 1
    }
  }

  private func due(_ dossier: Dossier, _ session: Session, _ now: Instant) -> String {
    let language = session.language
    guard let appointment = dossier.appointment else { return language.pick("chưa hẹn", "no date") }
    // What is urgent comes first, because the line may be cut at its end.
    var text = [appointment.dueAt.clockAndDate, standing(of: dossier, appointment, session, now)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let missed = dossier.missedDueAt
    if let missed {
      text += language.pick(" · đã lỡ hẹn \(missed.civilDate.slashed)", " · missed \(missed.civilDate.slashed)")
    }
    if let previous = appointment.previousDueAt, previous != appointment.dueAt, previous != missed {
      text += language.pick(" (trước: \(previous.clockAndDate))", " (before: \(previous.clockAndDate))")
    }
    return text
  }

  private func standing(
    of dossier: Dossier, _ appointment: AppointmentFact, _ session: Session, _ now: Instant
  ) -> String {
    let language = session.language
    if dossier.resolvedAt != nil { return dossier.punctuality?.wording(language) ?? "" }
    if dossier.isVoid { return "" }
    if dossier.pausedSince != nil { return language.pick("đang tạm dừng tính hạn", "the clock stands still") }
    return RemainingTime(dueAt: appointment.dueAt, now: now, calendar: session.office.calendar).fullWording(language)
  }

  private func isOverdue(_ dossier: Dossier, _ session: Session, _ now: Instant) -> Bool {
    dossier.resolvedAt == nil && dossier.pausedSince == nil
      && RemainingTime(dueAt: dossier.dueAt, now: now, calendar: session.office.calendar).isOverdue
  }

  private func drawTabs(_ dossier: Dossier, on surface: inout Surface, row: Int, session: Session) {
    let language = session.language
    let share = dossier.componentShare
    var titles: [(tab: Tab, title: String)] = [
      (.overview, language.pick("Tổng quan", "Overview")),
      (.components, language.pick("Thành phần", "Papers") + " \(share.present)/\(share.needed)"),
      (.timeline, language.pick("Quá trình", "Journal")), (.controlSlip, language.pick("Kiểm soát", "Control")),
      (.fees, language.pick("Phí", "Fees")), (.result, language.pick("Kết quả", "Result")),
    ]
    // If the titles do not fit, the names of the last tabs are left out first; digits stay, and the open tab keeps its
    // name.
    for index in titles.indices.reversed() where titles[index].tab != self.tab {
      if titles.reduce(0, { $0 + Surface.width(of: $1.title) + 4 }) < surface.size.columns { break }
      titles[index].title = ""
    }
    var column = 1
    for (tab, title) in titles {
      let style = Style(tab == self.tab ? .strong : .text, on: tab == self.tab ? .tabActive : .plain)
      column += surface.put("[\(tab.rawValue)]\(title)", row: row, column: column, style: style) + 1
    }
  }

  func nextChange(after now: Instant) -> Instant? {
    let masked = numbersUntil.flatMap { $0 > now ? $0 : nil }
    guard let dossier = card?.dossier, dossier.resolvedAt == nil, dossier.pausedSince == nil else { return masked }
    let deadlines = [dossier.dueAt, dossier.runningStepDueAt].compactMap { $0?.milliseconds }
    return (deadlines.map { Instant(milliseconds: $0 + 1) } + [masked].compactMap { $0 }).filter { $0 > now }.min()
  }
}
