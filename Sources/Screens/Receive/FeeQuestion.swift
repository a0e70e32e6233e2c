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
  private var amount: TextField
  private var problem: String?

  /// - Parameter due: the proposed amount, in đồng.
  init(_ issuing: Issuing, due: Int, now: Instant) {
    self.issuing = issuing
    waitsUntil = now.afterAPause
    amount = TextField(String(moneyText(due).dropLast(2)), kind: .text, maximumLength: 14)
  }

  mutating func press(_ key: Key, _ language: Language, now: Instant) -> Change {
    switch key {
    case .enter, .tab:
      guard now >= waitsUntil else { return .changed }
      return take(key == .enter ? .cash : .transfer, language)
    // Not F2, which has just been pressed: a key that repeats must not answer.
    case .character("c"), .character("C"): return .answered(.later)
    case .escape: return .back
    case .function(12): return .unused
    default:
      if amount.press(key) { problem = nil }
      return .changed
    }
  }

  private mutating func take(_ method: PaymentMethod, _ language: Language) -> Change {
    do throws(Reading<Int>.Problem) {
      let amount = try Reading<Int>.amount.read(amount.text)
      return .answered(amount == 0 ? .later : .paid(amount, method))
    } catch {
      problem = error.sentence(language)
      return .changed
    }
  }

  func draw(on surface: inout Surface, _ language: Language) {
    let dialog = Dialog(
      on: &surface, title: language.pick("Thu phí, lệ phí", "Fee"),
      foot: language.pick(
        "Enter Tiền mặt  Tab Chuyển khoản  C Chưa  Esc Thôi",
        "Enter Cash  Tab Transfer  C Not yet  Esc Back"), lineCount: 3, most: 72)
    let label = language.pick("Thu bao nhiêu (đồng)? ", "How much (đồng)? ")
    let used = dialog.put(label, line: 0, .heading, on: &surface)
    amount.draw(
      on: &surface, row: dialog.row + 1, column: dialog.column + 2 + used, width: dialog.inner - used, isActive: true)
    if let problem { dialog.put("✗ " + problem, line: 1, .error, on: &surface) }
  }
}

extension Instant {
  /// The moment from which a key was pressed on purpose: after what was shown at this moment could be read.
  var afterAPause: Instant { Instant(milliseconds: milliseconds + 600) }
}
