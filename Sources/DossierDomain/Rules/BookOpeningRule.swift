/// What a clerk says when she opens a book at a desk.
public struct BookOpeningForm: Hashable, Sendable {
  public var kind: BookKind
  public var year: Int
  /// Nil for the volume that is open, or the first one.
  public var volume: Int?
  /// The last number that stands in the year's book on paper; 0 for none, nil if she has not looked.
  public var lastOnPaper: Int?
  /// The machine that holds the book numbers in it no more.
  public var takesOver: Bool

  public init(kind: BookKind, year: Int, volume: Int? = nil, lastOnPaper: Int? = nil, takesOver: Bool = false) {
    self.kind = kind
    self.year = year
    self.volume = volume
    self.lastOnPaper = lastOnPaper
    self.takesOver = takesOver
  }

  /// The opening as it is recorded.
  /// - Parameters:
  ///   - book: the id of the kind's book of the year.
  ///   - open: the book as this desk knows it; nil if nobody has opened it.
  public func opening(of book: BookID, after open: OpenVolume?, today: CivilDate) throws(BookDenial) -> BookOpening {
    guard year == today.year else { throw .otherYear(today.year) }
    if let open, let denial = open.denial {
      guard open.holding == .closed ? lastOnPaper != nil : takesOver else { throw denial }
    }
    let current = open?.volume.number
    let number = volume ?? current ?? 1
    if let current, number != current, number != current + 1 { throw .volumeNotNext(next: current + 1) }
    let last = try lastNumber(after: open, isNext: current != nil && number != current)
    guard let opened = BookVolume(book: book, kind: kind, year: year, number: number),
      let opening = BookOpening(volume: opened, lastOnPaper: last)
    else { throw .impossible }
    return opening
  }

  private func lastNumber(after open: OpenVolume?, isNext: Bool) throws(BookDenial) -> Int {
    guard let open else {
      guard let lastOnPaper else { throw .lastNumberMissing }
      return lastOnPaper
    }
    // These data know every number of a book that they hold.
    if open.holding == .held {
      guard isNext, lastOnPaper == nil || lastOnPaper == open.lastNumber else {
        throw .lastNumberKnown(open.lastNumber)
      }
      return open.lastNumber
    }
    guard let lastOnPaper else { throw .lastNumberMissing }
    guard lastOnPaper >= open.lastNumber else { throw .lastNumberTooLow(known: open.lastNumber) }
    return lastOnPaper
  }
}
