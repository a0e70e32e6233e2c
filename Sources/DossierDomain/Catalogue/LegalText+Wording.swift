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
}
