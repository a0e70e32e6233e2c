extension LegalText {
  /// `Luật Hộ tịch 60/2014/QH13, Điều 16`
  public var text: String {
    let name = title.isEmpty ? number : "\(title) \(number)"
    return article.isEmpty ? name : "\(name), \(article)"
  }
}

extension [LegalText] {
  /// As it is written into a decision.
  public var text: String { map(\.text).joined(separator: "; ") }

  /// The first ones, as many as stand in so many characters without being cut.
  public func text(within most: Int) -> String {
    var fitting = self
    while fitting.text.count > most { fitting.removeLast() }
    return fitting.text
  }
}
