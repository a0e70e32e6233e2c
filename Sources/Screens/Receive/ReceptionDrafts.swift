import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// Receptions that were begun and left. Each has a name of its own: `receive`, `receive 2`, …
extension Session {
  static let mostReceptionDrafts = 30

  fileprivate static let receptionDrafts = (1...mostReceptionDrafts).map { number in
    number == 1 ? Context.receive.name : "\(Context.receive.name) \(number)"
  }

  /// The name for one more draft. If there are too many, the last one is replaced.
  var freeReceptionDraft: String {
    Self.receptionDrafts.first { promptDrafts[$0] == nil } ?? Self.receptionDrafts[Self.mostReceptionDrafts - 1]
  }

  /// Why the clerk cannot receive here; nil if she can.
  var reasonAgainstReceiving: String? {
    office.lookingOn.map { Failure.readOnly($0).wording(language) }
      ?? clerk.flatMap { ActionRule.of(.receive).denial(by: $0) }?.wording(language)
  }

  var receptionDraftCount: Int { Self.receptionDrafts.count { promptDrafts[$0] != nil } }
}

struct ReceptionDraft: Equatable, Sendable {
  var name: String
  var place: Place

  private var owner: String { place["owner"] ?? "" }

  /// `Hồ Văn Cưới · 1985 · Thôn A Ngo · Khai sinh`; birth and hamlet are left out if no other draft has the name.
  func title(_ session: Session, among drafts: [ReceptionDraft]) -> String {
    let language = session.language
    let isShared = drafts.count { $0.owner.nameKey == owner.nameKey } > 1
    let person = Person(
      name: owner, identityNumber: place["number"] ?? "", birth: BirthDate.normalised(place["birth"] ?? "") ?? "",
      address: place["address"] ?? "", relative: place["relative"] ?? "")
    let mark = isShared && !owner.isEmpty ? PersonMark(person).text : ""
    let procedure =
      place["procedure"].flatMap { session.office.shortNames[$0] ?? ProcedureVersion.shortName(of: $0) }
      ?? place["search"] ?? ""
    let parts = [owner.isEmpty ? language.pick("chưa có tên", "no name yet") : owner, mark, procedure]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension App {
  var receptionDrafts: [ReceptionDraft] {
    Session.receptionDrafts.compactMap { name in
      draft(named: name).map { draft in
        // Earlier versions stored the form as the lines of a seat with this form alone.
        let lines = draft.entries.filter { $0.id.name == "answer" }.map(\.text)
        let seat = SeatState(encoded: Array(lines.joined(separator: "\n").utf8))
        return ReceptionDraft(
          name: name, place: seat?.screens.first ?? Place(name: Context.receive.name, fields: draft.fields))
      }
    }
  }

  /// Keeps the receptions among stored screens as drafts, without a word.
  mutating func keepReceptions(among places: [Place], _ now: Instant) {
    let said = session.message
    for place in places.reversed() where place.name == ReceiveState.context.name {
      ReceiveState(place: place, session.office, now: now).keepDraft(&session)
    }
    session.message = said
  }

  /// An open form is no draft, so the draft is removed.
  mutating func openDraft(_ draft: ReceptionDraft, now: Instant) -> [Effect] {
    session.promptDrafts[draft.name] = nil
    return open(ReceiveState(place: draft.place, session.office.catalogue, now: now), now: now)
  }
}

/// Asks whether to go on with a reception that was begun, or to begin another.
struct DraftChoice: Screen {
  let drafts: [ReceptionDraft]
  var window = ListWindow()

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    var choice = self
    switch key.commandKey {
    case .up: choice.window.move(by: -1, count: drafts.count + 1)
    case .down: choice.window.move(by: 1, count: drafts.count + 1)
    case .enter: return choose(window.chosen, &app, now)
    // N once more begins a new one.
    case .character("n"), .function(2): return choose(drafts.count, &app, now)
    case .escape:
      app.top.overlay = nil
      return []
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...drafts.count + 1).contains(number) else { return [] }
      return choose(number - 1, &app, now)
    case .function(12): return nil
    default: return []
    }
    app.top.overlay = choice
    return []
  }

  private func choose(_ index: Int, _ app: inout App, _ now: Instant) -> [Effect] {
    // One more would take the place of another citizen's.
    if !drafts.indices.contains(index), drafts.count >= Session.mostReceptionDrafts {
      app.session.complain(
        app.session.language.pick(
          "Đã có \(drafts.count) mẫu dở; hãy làm tiếp hoặc xóa trắng (F7) một mẫu trước.",
          "\(drafts.count) forms are not finished; go on with one, or clear one (F7), first."))
      return []
    }
    app.top.overlay = nil
    return drafts.indices.contains(index)
      ? app.openDraft(drafts[index], now: now) : app.open(ReceiveState(), now: now)
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let texts =
      drafts.map { language.pick("Làm tiếp: ", "Go on: ") + $0.title(app.session, among: drafts) }
      + [language.pick("Hồ sơ mới (N)", "New dossier (N)")]
    let height = min(texts.count, max(1, surface.size.rows - 8))
    let dialog = Dialog(
      on: &surface, title: language.pick("Còn mẫu đang nhập dở", "A form is not finished"),
      foot: language.pick("Enter Chọn   Esc Thôi", "Enter Choose   Esc Leave it"), lineCount: height + 1)
    dialog.draw(ChoiceList(texts, chosen: window.chosen), line: 0, height: height, on: &surface)
  }
}
