import DossierDomain
import OfficeWork
import Terminal

/// Asks which of the requested papers came, and in which form. If some are still missing, the time limit stays paused.
struct SupplementArrival: Screen {
  let row: QueueRow
  /// The items of the request that have not come, and for each the missing paper of that name, if there is one.
  let items: [Item]
  private(set) var form: Form

  struct Item: Equatable, Sendable {
    var name: String
    var component: Int?
  }

  /// Nil if there is nothing to choose: nothing is awaited, or a single item that is no paper of the dossier.
  init?(_ row: QueueRow, _ dossier: Dossier) {
    guard dossier.id == row.id, dossier.status == .supplementRequested,
      let request = dossier.supplementRequests.last(where: { $0.receivedAt == nil })
    else { return nil }
    let items = request.missing.map { name in
      Item(name: name, component: dossier.components.first { $0.name == name && $0.form == .missing }?.number)
    }
    guard items.count > 1 else { return nil }
    self.row = row
    self.items = items
    form = Form(focus: Self.came(0).id)
  }

  // MARK: Fields

  private static func came(_ index: Int) -> Field {
    Field(
      id: Field.ID("came", index), label: Words("", ""),
      kind: .choice([
        Field.Option(value: "yes", label: Words("đã có", "here"), digit: "1", role: .good),
        Field.Option(value: "", label: Words("chưa", "not yet"), digit: "0", role: .warning),
      ]))
  }

  private static let forms: [Component.Form] = [.photocopy, .original, .certifiedCopy, .electronic]

  private static func paperForm(_ index: Int) -> Field {
    let options = forms.map { form in
      Field.Option(value: String(form.rawValue), label: Words { form.wording($0) }, role: .input)
    }
    return Field(id: Field.ID("form", index), label: Words("", ""), kind: .choice(options))
  }

  /// The form is asked only for papers of the dossier.
  private var lines: [[Field]] {
    items.enumerated().map { index, item in
      [Self.came(index)] + (item.component == nil ? [] : [Self.paperForm(index)])
    }
  }

  private var arrived: [Item] {
    items.enumerated().filter { !form.text(Self.came($0.offset)).isEmpty }.map(\.element)
  }

  // MARK: Keys

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .escape:
      app.top.overlay = nil
      return []
    case .enter:
      guard !arrived.isEmpty else { return [] }
      app.top.overlay = nil
      return app.perform([Act(dossier: row.id, commands: commands)], as: Verb.receiveSupplement.title)
    default:
      var arrival = self
      guard arrival.form.pressOnGrid(key, lines, app.session, now) != .unused else { return [] }
      app.top.overlay = arrival
      return []
    }
  }

  /// The form of each paper first, because a paper that came in full counts as a photocopy otherwise.
  private var commands: [DossierCommand] {
    let arrived = arrived
    var commands: [DossierCommand] = []
    for (index, item) in items.enumerated() where arrived.contains(item) {
      guard let number = item.component, let raw = UInt8(form.text(Self.paperForm(index))),
        let paper = Component.Form(rawValue: raw)
      else { continue }
      commands.append(.setComponentForm(number: number, form: paper, quantity: 1))
    }
    return commands + [.receiveSupplement(came: arrived.count == items.count ? [] : arrived.map(\.name))]
  }

  // MARK: How it looks

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let columns = [
      FormGrid.Column(heading: language.pick("Đã có?", "Here?"), width: 8),
      FormGrid.Column(heading: language.pick("Hình thức", "Form"), width: 15),
    ]
    let grid = FormGrid(
      form: form, heading: language.pick("Đã yêu cầu", "Requested"), columns: columns,
      lines: zip(items, lines).map { FormGrid.Line(label: $0.name, fields: $1) }, language: language, ground: .dialog)
    let height = min(grid.rowCount(width: Dialog.inner(surface, most: Self.width)), surface.size.rows - 9)
    let dialog = Dialog(
      on: &surface,
      title: "\(Verb.receiveSupplement.title(language)): \(row.code.short) · \(row.ownerName ?? hiddenOwner(language))",
      foot: language.pick(
        "Space Đổi   Tab Ô sau   Enter Ghi   Esc Thôi", "Space Change   Tab Next   Enter Record   Esc Leave"),
      lineCount: height + 3, most: Self.width)
    let (text, role) = consequence(language)
    dialog.put(text, line: 0, role, on: &surface)
    grid.draw(on: &surface, row: dialog.row + 2, column: dialog.column + 2, width: dialog.inner, height: height)
  }

  private static let width = 76

  private func consequence(_ language: Language) -> (String, Role) {
    let left = items.count - arrived.count
    if arrived.isEmpty {
      return (language.pick("Chưa giấy nào có: không có gì để ghi.", "Nothing came, nothing to record."), .warning)
    }
    if left == 0 {
      return (
        language.pick("Đủ giấy tờ: đồng hồ chạy tiếp, hẹn trả dời lại.", "All came: the clock runs on."), .info
      )
    }
    return (
      language.pick("Còn chờ \(left) giấy tờ: đồng hồ vẫn dừng.", "\(left) still awaited: the clock stays stopped."),
      .warning
    )
  }
}
