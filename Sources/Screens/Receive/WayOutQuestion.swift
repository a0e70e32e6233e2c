import DossierDomain
import Terminal

/// Asks what a way out of the form needs and no field of it says: what the citizen has to bring (form 02), or why she is sent
/// away (form 03). What is typed here is kept with the form.
struct WayOutQuestion: Equatable, Sendable {
  enum Change: Equatable {
    case unused, changed, back
    case answered(Issuing)
  }

  enum Way: Equatable, Sendable {
    case rest, refusal
  }

  let way: Way
  /// What is proposed: the papers that were not handed in, with those of them that are needed; the reason and the law that the
  /// rules of the case give.
  let proposals: Proposals
  private(set) var answers = Contents()
  private var prompt: FormPrompt?
  /// The texts from the last time, by the questions.
  private let kept: Contents

  struct Proposals: Equatable, Sendable {
    var papers: [String] = []
    var needed: [String] = []
    /// The procedure says how long the citizen has for them.
    var hasDays = false
    var reason = ""
    var basis = ""
    /// What may be chosen by its number.
    var law: [LegalText] = []
  }

  init(_ way: Way, _ proposals: Proposals, kept: Contents, _ session: Session, _ now: Instant) {
    (self.way, self.proposals, self.kept) = (way, proposals, kept)
    prompt = field(session, now).map(opened)
  }

  /// Where the form keeps what is typed; the names must not change between versions.
  static let keptFields = ["items", "until", "reason", "basis"].map { keptField(Field.ID($0)) }

  static func keptField(_ id: Field.ID) -> Field {
    Field(id: Field.ID("way-out-" + id.name), label: Words("", ""), kind: .text(.text))
  }

  /// What was typed for another list of missing papers, for this one: its numbers would tick other papers. A paper that has come
  /// is gone from it, one that is missing now is ticked, and whatever else was ticked or not stays so.
  static func carried(_ text: String, from old: [String], to proposals: Proposals) -> String {
    guard old != proposals.papers else { return text }
    let items = ItemText(text, names: old).named
    let ticked = proposals.papers.indices.filter { index in
      let paper = proposals.papers[index]
      return (old.contains(paper) ? items : proposals.needed).contains(paper)
    }
    let own = items.filter { !old.contains($0) && !proposals.papers.contains($0) }
    return (ticked.map { String($0 + 1) } + own).map { $0 + "; " }.joined()
  }

  /// What was typed so far, by the questions.
  var typed: Contents { Contents(entries: answers.entries + (prompt?.typed.entries ?? [])) }

  // MARK: What is asked

  private func issuing(_ session: Session, _ now: Instant) throws(Unanswered) -> Issuing {
    let ask = Questions(answers: answers, session: session, now: now)
    switch way {
    case .rest:
      let papers = proposals.papers
      let items = try ask.ask("items", Self.items(papers), .required, numbered: papers) { text in
        papers.isEmpty ? text : ItemText(text, names: papers).textOfNames
      }
      let until = try ask.supplementDay(isKnown: proposals.hasDays)
      return .rest(items: ItemText(items, names: papers).named, until: until)
    case .refusal:
      let reason = try ask.phrase(
        "reason", Words("Vì sao không tiếp nhận?", "Why is it refused?"), of: .end, proposing: proposals.reason)
      let basis = try ask.basis(of: proposals.law, proposing: proposals.basis)
      return .refusal(Issuing.Refusal(reason: reason, basis: basis))
    }
  }

  private static func items(_ papers: [String]) -> Words {
    papers.isEmpty
      ? Words("Thiếu gì, sửa sao? (nhiều mục: cách nhau dấu ;)", "What is missing? (separate with ;)")
      : Words("Thiếu gì? Số đánh dấu, chữ ghi thêm, cách nhau ;", "What? Digits tick, letters add, with ;")
  }

  private func field(_ session: Session, _ now: Instant) -> Field? {
    do throws(Unanswered) {
      _ = try issuing(session, now)
      return nil
    } catch {
      if case .open(let field) = error { return field }
      return nil
    }
  }

  /// What is missing is ticked, so that one key asks for all of it.
  private func opened(_ field: Field) -> FormPrompt {
    let ticked = proposals.needed.compactMap { proposals.papers.firstIndex(of: $0) }.map { String($0 + 1) }
    let all = field.id == "items" && !ticked.isEmpty ? ticked.joined(separator: "; ") + "; " : nil
    return FormPrompt(field, draft: kept[field.id] ?? all)
  }

  // MARK: Keys

  mutating func press(_ key: Key, _ session: Session, now: Instant) -> Change {
    guard let field = field(session, now), var prompt else { return .back }
    if key == .escape { return .back }
    switch prompt.press(key, field, session.language, typing: session.typing) {
    case .unused:
      // Looking something up, the program's own typing and the lock work here as in every prompt.
      return [.function(3), .function(9), .function(12), .control("f")].contains(key) ? .unused : .changed
    case .changed: self.prompt = prompt
    case .answered(let text):
      answers.append(field.id, text)
      guard let next = self.field(session, now) else {
        return (try? issuing(session, now)).map { .answered($0) } ?? .back
      }
      // An answer that cannot be read is asked for again.
      if next.id == field.id { answers = answers.before(field.id) }
      self.prompt = opened(next)
    }
    return .changed
  }

  mutating func insert(_ text: String, _ session: Session, now: Instant) {
    if let field = field(session, now) { prompt?.insert(text, field) }
  }

  // MARK: How it looks

  private static let width = 76

  private func texts(_ language: Language) -> (title: String, consequence: String) {
    switch way {
    case .rest:
      (
        language.pick("Yêu cầu bổ sung (mẫu 02)", "Ask for the rest (form 02)"),
        language.pick(
          "Hồ sơ được cấp mã; đồng hồ dừng đến khi công dân bổ sung. Hãy ghi đủ một lần.",
          "It gets a code; the clock stops until the rest comes. List everything at once.")
      )
    case .refusal:
      (
        language.pick("Từ chối tiếp nhận (mẫu 03)", "Refuse (form 03)"),
        language.pick(
          "Không nhận giấy tờ nào; công dân được phiếu ghi lý do và căn cứ, có mã.",
          "Nothing is received; the citizen gets a paper with reason and basis, under a code.")
      )
    }
  }

  func draw(on surface: inout Surface, _ session: Session) {
    guard let field = field(session, session.moment), let prompt else { return }
    let language = session.language
    let (title, text) = texts(language)
    let width = Dialog.inner(surface, most: Self.width)
    let consequence = wrapped(text, width: width).prefix(2)
    let top = consequence.count
    let height = FormPrompt.height(
      field, available: surface.size.rows - 8 - top, width: width, isPlain: session.isPlain)
    let dialog = Dialog(
      on: &surface, title: title,
      foot: field.numbered.isEmpty
        ? language.pick("Enter Tiếp   Esc Về mẫu (giữ phần đã gõ)", "Enter Go on   Esc Back (what you typed is kept)")
        : language.pick(
          "1-9, ↑↓ Space Đánh dấu   Enter \(proposals.hasDays ? "Cấp mã" : "Tiếp")   Esc Về mẫu",
          "1-9, ↑↓ Space Tick   Enter \(proposals.hasDays ? "Issue it" : "Go on")   Esc Back"),
      lineCount: height + 2 + top, most: Self.width)
    dialog.put(consequence, line: 0, .info, on: &surface)
    dialog.put(field.label(language), line: top, .heading, on: &surface)
    prompt.draw(field, in: dialog, line: top + 1, height: height, on: &surface, session)
    if let problem = prompt.problem { dialog.put("✗ " + problem, line: height + top + 1, .error, on: &surface) }
  }
}
