/// The keys of something that clerks do many times a day, from the moment at which they begin.
public struct KeyScript: Sendable {
  /// Keys with one key a letter, and with Telex.
  public struct Count: Equatable, Sendable {
    public var plain: Int
    public var telex: Int

    public init(_ plain: Int, telex: Int? = nil) {
      self.plain = plain
      self.telex = telex ?? plain
    }

    public subscript(method: WritingMethod) -> Int { method == .plain ? plain : telex }
  }

  public let name: String
  /// The number that a good program needs.
  public let wanted: Count
  public let pressed: [Pressed]

  init(_ name: String, wanted: Count, _ pressed: [Pressed]) {
    (self.name, self.wanted, self.pressed) = (name, wanted, pressed)
  }

  public func keys(_ method: WritingMethod) -> Int {
    pressed.reduce(0) { sum, pressed in
      switch pressed {
      case .keys(let names), .step(let names): sum + names.count
      case .text(let text): sum + method.keys(of: text)
      case .scan: sum + 1
      }
    }
  }

  public var isReached: Bool { WritingMethod.allCases.allSatisfy { keys($0) <= wanted[$0] } }
}
