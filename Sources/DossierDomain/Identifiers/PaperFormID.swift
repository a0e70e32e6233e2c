/// The name of a form among those that the program knows: a `FormKind`, or the declaration of a procedure. Small letters, digits and hyphens, 1 to 16 of them.
public struct PaperFormID: Hashable, Sendable {
  public let text: String

  public init?(_ text: String) {
    guard (1...16).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D })
    else { return nil }
    self.text = text
  }
}
