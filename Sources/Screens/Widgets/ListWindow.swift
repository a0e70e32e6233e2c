import Terminal

/// The visible part of a list; the chosen row is always inside.
struct ListWindow: Hashable, Sendable {
  private(set) var chosen = 0
  /// The clerk has moved the choice since the list arrived, so she looks at the choice and not at the search text.
  private(set) var wasMoved = false

  /// Moves the choice and keeps it within `count`.
  mutating func move(by steps: Int, count: Int) {
    choose(chosen + steps, count: count)
    wasMoved = true
  }

  mutating func choose(_ index: Int, count: Int) {
    chosen = min(max(0, index), max(0, count - 1))
  }

  /// Moves the choice by a key that means the same in every list; returns false for another key.
  mutating func press(_ key: Key, count: Int) -> Bool {
    switch key {
    case .up: move(by: -1, count: count)
    case .down: move(by: 1, count: count)
    case .home: choose(0, count: count)
    case .end: choose(.max, count: count)
    default: return false
    }
    return true
  }

  /// The rows that are visible in `height` lines.
  func visible(count: Int, height: Int) -> Range<Int> {
    guard count > height, height > 0 else { return 0..<max(0, min(count, height)) }
    let start = min(max(0, chosen - height / 2), count - height)
    return start..<start + height
  }
}
