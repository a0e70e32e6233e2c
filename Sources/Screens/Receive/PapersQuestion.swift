import DossierDomain
import Terminal

/// Asks once about the papers that are not marked, before a code is issued: one key says that all of them were handed
/// in, another that they are missing.
struct PapersQuestion: Equatable, Sendable {
  enum Change: Equatable {
    case unused, waiting, back
    /// The form of all papers that are not marked; `.missing` if they are missing.
    case answered(Component.Form)
    /// They are missing, and the citizen is asked for them at once.
    case rest
  }

  let issuing: Issuing
  /// The names of the papers.
  let missing: [String]
  /// A key that was pressed in one go with the one that issues says nothing about papers.
  private let waitsUntil: Instant

  init(_ issuing: Issuing, missing: [String], now: Instant) {
    self.issuing = issuing
    self.missing = missing
    waitsUntil = now.afterAPause
  }

  /// The digits are those of the fields of the papers.
  private static let answers: [(Character, Component.Form)] = [
    ("1", .original), ("2", .certifiedCopy), ("3", .photocopy), ("4", .electronic), ("0", .missing),
  ]

  func press(_ key: Key, now: Instant) -> Change {
    switch key {
    case .enter: return now >= waitsUntil ? .answered(.missing) : .waiting
    case .character("b"), .character("B"): return .rest
    case .character(let digit):
      return Self.answers.first { $0.0 == digit }.map { .answered($0.1) } ?? .waiting
    case .escape: return .back
    case .function(12): return .unused
    default: return .waiting
    }
  }

  private static let width = 76

  /// The names in full, and how many more there are if not all of them have room.
  private func papers(_ language: Language, width: Int, most: Int) -> [String] {
    let names = missing.map { name in
      wrapped(name, width: width - 2).enumerated().map { ($0.offset == 0 ? "· " : "  ") + $0.element }
    }
    if names.reduce(0, { $0 + $1.count }) <= most { return names.flatMap(\.self) }
    var (shown, count): ([String], Int) = ([], 0)
    for name in names where shown.count + name.count < most {
      shown += name
      count += 1
    }
    return shown + [language.pick("và \(missing.count - count) giấy tờ nữa", "and \(missing.count - count) more")]
  }

  func draw(on surface: inout Surface, _ language: Language) {
    let width = Dialog.inner(surface, most: Self.width)
    let forms = lines(
      of: Self.answers.filter { $0.1 != .missing }.map { "\($0.0) \($0.1.wording(language))" }, apart: "   ",
      width: width)
    let shown = papers(language, width: width, most: surface.size.rows - 8 - forms.count)
    let title = language.pick(
      "Còn \(missing.count) giấy tờ chưa đánh dấu", "\(counted(missing.count, "paper")) not marked")
    let dialog = Dialog(
      on: &surface, title: title,
      foot: language.pick(
        "Enter Vẫn cấp mã  B Bổ sung (mẫu 02)  Esc Về mẫu", "Enter Issue it  B Ask for them (form 02)  Esc Back"),
      lineCount: shown.count + forms.count + 2, most: Self.width)
    dialog.put(shown, line: 0, .warning, on: &surface)
    dialog.put(
      language.pick("Đã nộp đủ cả, đều là:", "All were handed in, as:"), line: shown.count, .heading, on: &surface)
    dialog.put(forms, line: shown.count + 1, .text, on: &surface)
    surface.cursor = Position(row: dialog.row + 1, column: dialog.column + 2)
  }
}

/// What the clerk is asked after the last field, before the code is issued.
enum ReceptionQuestion: Equatable, Sendable {
  case papers(PapersQuestion)
  case fee(FeeQuestion)
  case wayOut(WayOutQuestion)

  func draw(on surface: inout Surface, _ session: Session) {
    switch self {
    case .papers(let question): question.draw(on: &surface, session.language)
    case .fee(let question): question.draw(on: &surface, session.language)
    case .wayOut(let question): question.draw(on: &surface, session)
    }
  }
}
