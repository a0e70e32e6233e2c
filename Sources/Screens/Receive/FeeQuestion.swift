import DossierDomain
import Terminal

/// What became of the fee at the reception.
enum Money: Equatable, Sendable {
  case later
  case paid(Int, PaymentMethod)
}

/// Asks for the money before a code is issued, because the citizen stands at the desk now.
struct FeeQuestion: Equatable, Sendable {
  enum Change: Equatable {
    case unused, changed, back
    case answered(Money)
  }

  let issuing: Issuing
  /// A key that was pressed in one go with the one that issues says nothing about money.
  private let waitsUntil: Instant
  private let due: Int
  /// The fee of one page or copy is known, and not how many there are.
  private let isPerUnit: Bool
  private var amount: TextField
  /// Nobody has typed the amount, so the first digit replaces it.
  private var isProposal = true
  private var problem: String?
  /// More than the fee was typed, which the clerk has to confirm.
  private var beyond: Beyond?

  private struct Beyond: Equatable, Sendable {
    var amount: Int
    var method: PaymentMethod
  }

  /// - Parameter due: the proposed amount, in đồng.
  init(_ issuing: Issuing, due: Int, isPerUnit: Bool, now: Instant) {
    self.issuing = issuing
    self.due = due
    self.isPerUnit = isPerUnit
    waitsUntil = now.afterAPause
    amount = TextField(String(moneyText(due).dropLast(2)), kind: .text, maximumLength: 14)
  }

  mutating func press(_ key: Key, _ language: Language, now: Instant) -> Change {
    if let beyond { return press(key, beyond) }
    switch key {
    case .enter, .tab:
      guard now >= waitsUntil else { return .changed }
      return take(key == .enter ? .cash : .transfer, language)
    // Not F2, which has just been pressed: a key that repeats must not answer.
    case .character("c"), .character("C"): return .answered(.later)
    case .escape: return .back
    case .function(12): return .unused
    default:
      if isProposal, case .character(let digit) = key, digit.isASCII, digit.isNumber { amount.giveWay() }
      if amount.press(key) { (problem, isProposal) = (nil, false) }
      return .changed
    }
  }

  /// Enter says no, because a key that repeats must not take too much.
  private mutating func press(_ key: Key, _ asked: Beyond) -> Change {
    switch key {
    case .character("2"): return .answered(.paid(asked.amount, asked.method))
    case .character("1"), .enter, .escape: beyond = nil
    case .function(12): return .unused
    default: break
    }
    return .changed
  }

  private mutating func take(_ method: PaymentMethod, _ language: Language) -> Change {
    do throws(Reading<Int>.Problem) {
      let amount = try Reading<Int>.amount.read(amount.text)
      if amount > due, !isPerUnit {
        beyond = Beyond(amount: amount, method: method)
        return .changed
      }
      return .answered(amount == 0 ? .later : .paid(amount, method))
    } catch {
      problem = error.sentence(language)
      return .changed
    }
  }

  func draw(on surface: inout Surface, _ language: Language) {
    let title = language.pick("Thu phí, lệ phí", "Fee")
    if let beyond { return draw(beyond, on: &surface, title: title, language) }
    let dialog = Dialog(
      on: &surface, title: title,
      foot: language.pick(
        "Enter Tiền mặt  Tab Chuyển khoản  C Chưa  Esc Thôi",
        "Enter Cash  Tab Transfer  C Not yet  Esc Back"), lineCount: 3, most: 72)
    let label = language.pick("Thu bao nhiêu (đồng)? ", "How much (đồng)? ")
    let used = dialog.put(label, line: 0, .heading, on: &surface)
    amount.draw(
      on: &surface, row: dialog.row + 1, column: dialog.column + 2 + used, width: dialog.inner - used, isActive: true)
    if let problem { dialog.put("✗ " + problem, line: 1, .error, on: &surface) }
  }

  private func draw(_ beyond: Beyond, on surface: inout Surface, title: String, _ language: Language) {
    let dialog = Dialog(
      on: &surface, title: title,
      foot: language.pick("1 Không, xem lại   2 Có, thu số này", "1 No, go back   2 Yes, take it"), lineCount: 3,
      most: 72)
    let (fee, typed) = (moneyText(due), moneyText(beyond.amount))
    dialog.put(
      language.pick("Phí \(fee). Vẫn thu \(typed)?", "The fee is \(fee). Take \(typed) all the same?"), line: 0,
      .warning,
      on: &surface)
    surface.cursor = Position(row: dialog.row + 1, column: dialog.column + 2)
  }
}

extension Instant {
  /// The moment from which a key was pressed on purpose: after what was shown at this moment could be read.
  var afterAPause: Instant { Instant(milliseconds: milliseconds + 600) }
}
