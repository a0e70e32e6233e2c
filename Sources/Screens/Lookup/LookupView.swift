import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension LookupState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(language.pick("Tìm hồ sơ, thủ tục, người", "Find dossiers, procedures, people"))
    surface.put(">", row: 1, column: 1, style: Style(.key))
    field.draw(
      on: &surface, row: 1, column: 3, width: width - 4, isActive: true,
      placeholder: language.pick(
        "tên, số, mã hồ sơ, hoặc lời công dân: con mới đẻ, độc thân…", "name, number, code, or what citizens say"),
      ground: .plain)
    surface.horizontalRule(row: 2)
    let answer = answerLines(session, now, width: width)
    let height = Self.listHeight(rows: rows, answer: answer.count)
    drawGroups(on: &surface, row: 3, session: session)
    drawHits(on: &surface, row: 4, height: height - 1, session: session, now: now)
    guard !answer.isEmpty else { return }
    let row = 3 + height
    surface.horizontalRule(row: row)
    if let code = chosenProcedure?.code ?? targets.first?.code.short {
      surface.put(" \(code) ", row: row, column: 1, style: Style(.strong))
    }
    let room = rows - row - 1
    let isCut = answer.count > room
    for (offset, line) in answer.prefix(isCut ? room - 1 : room).enumerated() {
      surface.put(line.0, row: row + 1 + offset, column: 1, width: width - 2, style: Style(line.1))
    }
    guard isCut else { return }
    let rest = answer.count - room + 1
    surface.put(
      language.pick("… còn \(rest) dòng: ^R xem hết", "… \(counted(rest, "more line")): ^R shows all"), row: rows - 1,
      column: 1, width: width - 2, style: Style(.muted))
  }

  /// The answer takes the rows that it needs, and the list keeps a few.
  private static func listHeight(rows: Int, answer: Int) -> Int {
    max(4, rows - 4 - (answer == 0 ? 0 : min(max(9, rows / 2), answer) + 1))
  }

  private func drawGroups(on surface: inout Surface, row: Int, session: Session) {
    let language = session.language
    var column = 1
    for group in Group.allCases {
      let title =
        switch group {
        case .procedures: language.pick("Thủ tục", "Procedures")
        case .dossiers:
          person.map { language.pick("Hồ sơ của ", "Dossiers of ") + $0.name } ?? language.pick("Hồ sơ", "Dossiers")
        case .people: language.pick("Người", "People")
        }
      let hasMore =
        switch group {
        case .procedures: false
        case .dossiers: results?.hasMore == true && person == nil
        case .people: results?.hasMorePeople == true
        }
      let more = hasMore ? "+" : ""
      let style = Style(group == self.group ? .strong : .muted, on: group == self.group ? .tabActive : .plain)
      column += surface.put(" \(title) (\(count(group))\(more)) ", row: row, column: column, style: style) + 2
    }
    if pending != nil || pendingPerson != nil {
      surface.put(language.pick("đang tìm…", "searching…"), row: row, column: column, style: Style(.muted))
    }
  }

  private func drawHits(on surface: inout Surface, row: Int, height: Int, session: Session, now: Instant) {
    let width = surface.size.columns
    let typed = typed
    if count(group) == 0, pending == nil, !typed.words.isEmpty {
      for (offset, line) in wrapped(emptyText(session.language), width: width - 4).enumerated() {
        surface.put(line, row: row + offset, column: 2, style: Style(.muted))
      }
    }
    let namesakes = namesakes
    var y = row - 1
    for index in visible(height: height) {
      y += 1
      if let field = fieldBegun(at: index) {
        surface.put(field, row: y, column: 1, width: width - 2, style: Style(.heading))
        y += 1
      }
      let ground = surface.beginListRow(y, isChosen: index == window.chosen, setsCursor: window.wasMoved)
      switch group {
      case .procedures: drawProcedure(procedures[index].version, typed, on: &surface, row: y, ground, session)
      case .dossiers: drawDossier(dossiers[index], typed, on: &surface, row: y, ground, session)
      case .people:
        guard let person = results?.people[index] else { continue }
        drawPerson(
          person, isAlone: !namesakes.contains(person.name.nameKey), typed, on: &surface, row: y, ground, session)
      }
    }
  }

  /// The rows that fit together with the names of the fields above them.
  private func visible(height: Int) -> Range<Int> {
    let all = window.visible(count: count(group), height: height)
    let headings = all.count { fieldBegun(at: $0) != nil }
    return headings == 0 ? all : window.visible(count: count(group), height: max(1, height - headings))
  }

  /// The field whose procedures are listed from this row on; nil if none begins here.
  private func fieldBegun(at index: Int) -> String? {
    guard group == .procedures, procedures.indices.contains(index), procedures[index].isByField else { return nil }
    let field = procedures[index].version.field
    guard index > 0, procedures[index - 1].isByField else { return field }
    return procedures[index - 1].version.field == field ? nil : field
  }

  private func emptyText(_ language: Language) -> String {
    guard Group.allCases.allSatisfy({ count($0) == 0 }) else {
      return language.pick("Nhóm này không có gì. Tab sang nhóm sau.", "Nothing in this group. Tab: the next one.")
    }
    return language.pick(
      "Không thấy thủ tục, hồ sơ hay người nào. Thử ít chữ hơn (không cần dấu), chữ đầu như tthn, 4 số cuối của mã, "
        + "hoặc số giấy tờ.",
      "No procedure, dossier or person is found. Try fewer letters (marks are not needed), initials such as tthn, "
        + "the last 4 digits of the code, or the number of a paper.")
  }

  /// The names that several people of the list have.
  private var namesakes: Set<String> {
    let names = (results?.people ?? []).map(\.name.nameKey)
    return Set(Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.keys)
  }

  private func drawPerson(
    _ person: PersonHit, isAlone: Bool, _ typed: TypedText, on surface: inout Surface, row: Int, _ ground: Ground,
    _ session: Session
  ) {
    let width = surface.size.columns
    let muted = Style(.muted, on: ground)
    surface.put(person.name, found: typed, row: row, column: 2, width: 24, style: Style(.text, on: ground))
    surface.put(maskedNumber(person.identityNumber), row: row, column: 27, width: 13, style: muted)
    surface.put(person.birth, row: row, column: 41, width: 11, style: muted)
    let told = [person.hamlet, person.relative].filter { !$0.isEmpty }.joined(separator: " · ")
    if !isAlone { surface.put(told, row: row, column: 53, width: width - 64, style: muted) }
    guard width >= 65 else { return }
    surface.put(
      session.language.pick(
        "\(person.dossierCount) hồ sơ", person.dossierCount == 1 ? "1 dossier" : "\(person.dossierCount) dossiers"),
      row: row, column: width - 12, width: 11, style: Style(.text, on: ground))
  }

  private func drawProcedure(
    _ version: ProcedureVersion, _ typed: TypedText, on surface: inout Surface, row: Int, _ ground: Ground,
    _ session: Session
  ) {
    let width = surface.size.columns
    surface.put(version.code, row: row, column: 2, width: 12, style: Style(.muted, on: ground))
    surface.put(
      version.name, found: typed, row: row, column: 14, width: width - 46,
      style: Style(version.isReceivable ? .text : .muted, on: ground))
    let standing =
      version.isReceivable
      ? version.usualLimit(session.language) : session.language.pick("không nhận ở đây", "not received here")
    surface.put(standing, row: row, column: width - 31, width: 17, style: Style(.text, on: ground))
    surface.put(
      version.onlineLevel.value?.wording(session.language) ?? session.language.pick("chưa rõ", "not known"), row: row,
      column: width - 14, width: 13, style: Style(.muted, on: ground))
  }

  private func drawDossier(
    _ row: QueueRow, _ typed: TypedText, on surface: inout Surface, row y: Int, _ ground: Ground, _ session: Session
  ) {
    let width = surface.size.columns
    // What tells owners of one name apart takes its room from the other columns.
    let hasMarks = dossiers.contains { $0.ownerMark != nil }
    let longest = dossiers.reduce(0) { max($0, Surface.width(of: $1.code.short)) }
    let (code, owner, status) =
      hasMarks ? (min(14, longest), min(46, width / 2 - 2), width < 100 ? 16 : 20) : (14, 22, 20)
    let style = Style(.text, on: ground)
    surface.put(row.code.short, found: typed, row: y, column: 2, width: code, style: style)
    surface.put(
      row.ownerName ?? session.language.pick("(hồ sơ kín)", "(confidential)"), row.ownerMark, found: typed, row: y,
      column: 3 + code, width: owner, style: style)
    let column = 4 + code + owner
    surface.put(
      session.office.shortName(of: row), found: typed, row: y, column: column, width: width - column - status - 2,
      style: style)
    surface.put(
      row.isVoid ? session.language.pick("Đã hủy", "Void") : row.status.wording(session.language), row: y,
      column: width - status - 1, width: status, style: Style(.muted, on: ground))
  }

  /// What is asked about the chosen row: of a procedure its papers, time, fee and who decides, of a dossier, or a person
  /// with one, how it stands.
  private func answerLines(_ session: Session, _ now: Instant, width: Int) -> [(String, Role)] {
    if let version = chosenProcedure {
      return ProcedureAnswer(version: version, session: session, day: now.civilDate).lines(width: width - 2)
    }
    let card = card.flatMap { $0.dossier.id == toOpen ? $0 : nil }
    var lines: [String] = []
    if let row = chosenDossier ?? card.map({ QueueRow($0.dossier, delivery: $0.delivery) }) {
      lines = DossierPreview(row, card?.dossier, session, now, namesKeys: false).lines(width: width - 2)
    } else if let person = chosenPerson {
      let number = maskedNumber(person.identityNumber)
      lines = [
        [person.name, person.birth, number, person.hamlet, person.relative].filter { !$0.isEmpty }.joined(
          separator: " · "),
        session.language.pick(
          "\(person.dossierCount) hồ sơ: Enter liệt kê", "\(person.dossierCount) dossiers: Enter lists them"),
      ]
    }
    guard !lines.isEmpty else { return [] }
    // The list above does not change its height from row to row.
    lines += Array(repeating: "", count: max(0, 3 - lines.count))
    return lines.enumerated().map { ($0.element, $0.offset == 0 ? .strong : .text) }
  }

  func notice(_ session: Session, now: Instant) -> String? {
    if chosenProcedure != nil {
      return session.language.pick("F2: lập hồ sơ thủ tục này.", "F2 begins a dossier of it.")
    }
    if canListMorePeople {
      return session.language.pick("Enter: mở. PgDn: liệt kê thêm người.", "Enter opens. PgDn lists more people.")
    }
    if hasMorePeople {
      return session.language.pick(
        "Enter: mở. Còn nhiều người nữa: gõ thêm chữ.", "Enter opens. There are many more: type more.")
    }
    if chosenDossier != nil || chosenPerson != nil { return session.language.pick("Enter: mở.", "Enter opens.") }
    guard field.isEmpty, !session.queries.texts.isEmpty else { return nil }
    return session.language.pick("↑ lần tìm trước.", "↑ brings earlier searches.")
  }
}
