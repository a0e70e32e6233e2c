import DossierDomain
import Terminal

/// What is asked before a batch of certified copies is received.
enum CertificationQuestion: Equatable, Sendable {
  enum Change {
    case unused, changed, back, compared
    case paid(Money)
  }

  /// Whether the originals were compared, once for the batch (NĐ 23/2015 Đ.20).
  /// - Parameter waitsUntil: a key that was pressed in one go with the one that receives says nothing.
  case compare(waitsUntil: Instant)
  case fee(FeeQuestion)

  mutating func press(_ key: Key, _ language: Language, now: Instant) -> Change {
    switch self {
    case .compare(let until):
      switch key {
      case .character("1"), .enter: return now < until ? .changed : .compared
      case .character("2"), .escape: return .back
      case .function(12): return .unused
      default: return .changed
      }
    case .fee(var fee):
      let change = fee.press(key, language, now: now)
      self = .fee(fee)
      switch change {
      case .unused: return .unused
      case .changed: return .changed
      case .back: return .back
      case .answered(let money): return .paid(money)
      }
    }
  }

  func draw(on surface: inout Surface, _ language: Language) {
    switch self {
    case .fee(let fee): fee.draw(on: &surface, language)
    case .compare:
      let dialog = Dialog(
        on: &surface, title: language.pick("Bản chính đã đối chiếu?", "Compared with the originals?"),
        foot: language.pick("1 Rồi   2 Chưa", "1 Yes   2 Not yet"), lineCount: 2)
      dialog.put(
        language.pick("Từng bản sao đúng với bản chính.", "Each copy is true to its original."), line: 0, .text,
        on: &surface)
      surface.cursor = Position(row: dialog.row + 1, column: dialog.column + 2)
    }
  }
}
