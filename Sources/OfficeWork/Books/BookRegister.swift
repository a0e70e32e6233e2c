import DossierDomain

/// A line of a certification book: what one number was used for.
public struct BookLine: Hashable, Sendable {
  /// Why a number does not count. The raw values are those of `BookNumbering.Struck`, and are stored in a projection.
  public enum Struck: Int, CaseIterable, Sendable {
    case undone = 1
    case conflicted = 2
    case held = 3
    case void = 100

    public init(_ struck: BookNumbering.Struck) {
      self =
        switch struck {
        case .undone: .undone
        case .conflicted: .conflicted
        case .held: .held
        }
    }
  }

  public var number: Int
  public var volume: Int
  public var date: CivilDate
  public var dossier: DossierID
  public var code: String
  /// Nil if the dossier is confidential and the viewer may not see the name.
  public var owner: String?
  public var paper: String
  public var person: String
  public var copies: Int
  public var signer: String
  /// Nil if it counts.
  public var struck: Struck?

  public init(
    number: Int, volume: Int, date: CivilDate, dossier: DossierID, code: String, owner: String?, paper: String,
    person: String, copies: Int, signer: String, struck: Struck?
  ) {
    self.number = number
    self.volume = volume
    self.date = date
    self.dossier = dossier
    self.code = code
    self.owner = owner
    self.paper = paper
    self.person = person
    self.copies = copies
    self.signer = signer
    self.struck = struck
  }
}

/// A year's book: what its numbers were used for, as far as these data know.
public struct BookRegister: Hashable, Sendable {
  public var open: OpenVolume
  /// The last number that was said to stand on paper, when the book was opened or taken over.
  public var lastOnPaper: Int
  /// By their numbers.
  public var lines: [BookLine]

  public init(open: OpenVolume, lastOnPaper: Int, lines: [BookLine]) {
    self.open = open
    self.lastOnPaper = lastOnPaper
    self.lines = lines
  }

  /// The numbers that stand on paper and not in these data.
  public var onPaperOnly: [ClosedRange<Int>] { unused(from: 1, through: lastOnPaper) }

  /// The numbers behind those on paper that nothing here has used.
  public var missing: [ClosedRange<Int>] { unused(from: lastOnPaper + 1, through: open.lastNumber) }

  /// The numbers that more than one act has used.
  public var doubles: [Int] {
    Dictionary(grouping: lines, by: \.number).filter { $0.value.count > 1 }.map(\.key).sorted()
  }

  private func unused(from first: Int, through last: Int) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var next = first
    for number in lines.map(\.number) + [last + 1] where number >= next && number <= last + 1 {
      if number > next { ranges.append(next...number - 1) }
      next = number + 1
    }
    return ranges
  }
}

extension BookLine.Struck {
  public func wording(_ language: Language) -> String {
    switch self {
    case .undone: BookNumbering.Struck.undone.wording(language)
    case .conflicted: BookNumbering.Struck.conflicted.wording(language)
    case .held: BookNumbering.Struck.held.wording(language)
    case .void: language.pick("Hủy hồ sơ", "The dossier is void")
    }
  }
}
