/// A volume (quyển) of a certification book in which a year's acts are numbered. The numbers of a year go on into its next
/// volume and begin at 1 with the new year (NĐ 23/2015 Đ.13 k.2), so that each year has a book of its own.
public struct BookVolume: Hashable, Sendable {
  public static let mostVolumes = 99
  static let years = 2000...9999

  public let book: BookID
  public let kind: BookKind
  public let year: Int
  /// From 1.
  public let number: Int

  /// Nil for a year or volume beyond the bounds.
  public init?(book: BookID, kind: BookKind, year: Int, number: Int) {
    guard Self.years.contains(year), (1...Self.mostVolumes).contains(number) else { return nil }
    (self.book, self.kind, self.year, self.number) = (book, kind, year, number)
  }

  /// `01/2026`, as certified papers have it.
  public var text: String { "\(twoDigits(number))/\(year)" }

  /// `quyển số 01/2026 - SCT/BS`, with the sign of the day.
  public func wording(on day: CivilDate) -> String { "quyển số \(text) - \(kind.sign(on: day))" }
}

/// A volume was opened at a desk.
public struct BookOpening: Hashable, Sendable {
  public let volume: BookVolume
  /// The last number that stands in the year's book on paper; 0 for none. Said again of an open volume it says which numbers
  /// stand on paper that these data do not know, because they were restored.
  public let lastOnPaper: Int

  public init?(volume: BookVolume, lastOnPaper: Int) {
    guard (0...RegisterBook.highestNumber).contains(lastOnPaper) else { return nil }
    (self.volume, self.lastOnPaper) = (volume, lastOnPaper)
  }
}

/// The volume of a year's book that was opened last, and how far its numbers have come.
public struct OpenVolume: Hashable, Sendable {
  public var volume: BookVolume
  /// The last number of the year; 0 for none.
  public var lastNumber: Int
  /// The day of the last numbers; nil if there are none.
  public var lastDate: CivilDate?
  /// Whether this desk numbers in it. A book is held by the machine that opened it last.
  public var holding: RegisterBook.Holding

  public init(
    volume: BookVolume, lastNumber: Int, lastDate: CivilDate? = nil, holding: RegisterBook.Holding = .held
  ) {
    self.volume = volume
    self.lastNumber = lastNumber
    self.lastDate = lastDate
    self.holding = holding
  }

  /// Why this desk may not number in it; nil if it may.
  public var denial: BookDenial? {
    switch holding {
    case .held: nil
    case .closed: .closed(volume.kind, lastKnown: lastNumber)
    case .elsewhere, .wanted, .returning: .notHeld(volume.kind)
    }
  }
}
