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

  public init(_ news: PrinterNews, _ way: PrintWay = PrintWay()) { (self.news, self.way) = (news, way) }
}
