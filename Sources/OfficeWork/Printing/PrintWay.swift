import DossierDomain

/// How a paper goes to a printer.
public struct PrintWay: Hashable, Sendable {
  public static let mostCopies = 9

  /// Nil for the printer that all papers go to.
  public var queue: String?
  /// One of the printer's trays; nil for its own choice.
  public var tray: String?
  /// 1…`mostCopies`.
  public var copies: Int

  public init(queue: String? = nil, tray: String? = nil, copies: Int = 1) {
    (self.queue, self.tray, self.copies) = (queue, tray, copies)
  }

  public mutating func addCopies(_ count: Int) { copies = min(max(1, copies + count), Self.mostCopies) }

  /// Goes through the printer's trays and its own choice, one way or the other.
  public mutating func turnTray(by step: Int, among trays: [String]) {
    let choices = [nil] + trays.map(Optional.some)
    let place = (choices.firstIndex(of: tray) ?? 0) + step
    tray = choices[(place % choices.count + choices.count) % choices.count]
  }
}

/// The printer that papers of a form go to, and how they go there.
public struct PrinterChoice: Hashable, Sendable {
  public var news: PrinterNews
  public var way: PrintWay
  /// What the form is printed on; nil where no form is meant.
  public var media: Media?

  public init(_ news: PrinterNews, _ way: PrintWay = PrintWay(), on media: Media? = nil) {
    (self.news, self.way, self.media) = (news, way, media)
  }

  /// What is against sending a paper now, and the way out of it; nil if nothing is known against it. Said before anybody sends one.
  public func trouble(_ language: Language) -> String? {
    let said = [
      news.fault(of: way)?.wording(language), missingMedia?.missingWording(language),
      news.isReady ? nil : news.wording(language), news.waiting?.remedy(language),
    ].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  /// Which printer it is, or what is against it.
  public func wording(_ language: Language) -> String { trouble(language) ?? news.wording(language) }

  /// A printer that names its sheets and not this one. It may take them all the same, so that this holds nothing back.
  private var missingMedia: Media? {
    guard let media, let known = news.printer?.media, !known.isEmpty, !known.contains(media) else { return nil }
    return media
  }
}
