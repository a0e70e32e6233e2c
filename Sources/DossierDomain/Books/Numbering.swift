/// The numbers that a batch got in a book when it went to the signer.
///
/// They are a fact of the entry that used them: whatever becomes of it, no other act ever gets them.
public struct Numbering: Hashable, Sendable {
  public static let longestSigner = 100

  public let volume: BookVolume
  /// The day of signing by the clock of Vietnam, which is the day in the book and on the papers.
  public let date: CivilDate
  /// Of each certified line, in their order.
  public let numbers: [Int]
  public let signer: String

  /// Nil unless the numbers follow each other without a gap, the date is of the volume's year, and a signer is named.
  public init?(volume: BookVolume, date: CivilDate, numbers: [Int], signer: String) {
    guard (1...CertifiedLine.most).contains(numbers.count), let first = numbers.first, first >= 1,
      let last = numbers.max(), last <= RegisterBook.highestNumber, date.year == volume.year,
      signer.contains(where: \.isLetter), signer.isWithin(Self.longestSigner)
    else { return nil }
    var next = first
    for number in numbers where number >= next {
      guard number == next else { return nil }
      next += 1
    }
    guard numbers.allSatisfy({ $0 >= first }) else { return nil }
    (self.volume, self.date, self.numbers, self.signer) = (volume, date, numbers, signer)
  }

  /// What each number stands for: its paper, the person whom the paper names, and all copies of its lines.
  public func lines(of certified: [CertifiedLine]) -> [(number: Int, paper: String, person: String, copies: Int)] {
    (first...last).map { number in
      let lines = zip(numbers, certified).filter { $0.0 == number }.map(\.1)
      return (number, lines.first?.paper ?? "", lines.first?.person ?? "", lines.reduce(0) { $0 + $1.copies })
    }
  }

  public var first: Int { numbers.first ?? 0 }
  public var last: Int { numbers.max() ?? 0 }

  /// `15–17, quyển số 01/2026 - SCT/BS`
  public var wording: String { Self.wording([self]) ?? "" }
}

extension Numbering {
  /// Of several batches that were sent together, which follow each other; nil for none.
  public static func wording(_ numberings: [Numbering]) -> String? {
    guard let first = numberings.min(by: { $0.first < $1.first }), let last = numberings.map(\.last).max() else {
      return nil
    }
    return (first.first == last ? "\(last)" : "\(first.first)–\(last)") + ", " + first.volume.wording(on: first.date)
  }
}

/// The numbers of a dossier, also those that count no more.
public struct BookNumbering: Hashable, Sendable {
  /// Why the entry does not count. The raw values are stored in folded dossiers.
  public enum Struck: UInt8, CaseIterable, Sendable {
    case undone = 1
    /// Another desk decided the same matter before.
    case conflicted = 2
    /// The province keeps the entry back.
    case held = 3
  }

  public var numbering: Numbering
  public var at: Instant
  public var by: ClerkID
  /// Nil if it counts.
  public var struck: Struck?

  public init(numbering: Numbering, at: Instant, by: ClerkID, struck: Struck?) {
    self.numbering = numbering
    self.at = at
    self.by = by
    self.struck = struck
  }
}

extension Dossier {
  /// The numbers that stand; nil if it was not sent to a signer, or if they were struck.
  public var standingNumbering: Numbering? { isVoid ? nil : numberings.last { $0.struck == nil }?.numbering }

  /// Why these numbers are struck in the book; nil if they stand.
  public func whyStruck(_ numbering: BookNumbering, _ language: Language) -> String? {
    if let struck = numbering.struck { return struck.wording(language) }
    return voidReason.map { language.pick("Hủy hồ sơ: \($0)", "Voided: \($0)") }
  }
}

extension BookNumbering.Struck {
  public func wording(_ language: Language) -> String {
    switch self {
    case .undone: language.pick("Hoàn tác việc trình ký", "Sending it to the signer was undone")
    case .conflicted: language.pick("Máy khác quyết định trước", "Another desk decided before")
    case .held: language.pick("Tỉnh giữ lại việc này", "The province keeps it back")
    }
  }
}

extension DossierAction {
  /// The numbers of a book that it uses; nil if it uses none.
  public var numbering: Numbering? { if case .sendToSigner(let numbering) = self { numbering } else { nil } }
}

// MARK: What it makes of a dossier

extension Dossier {
  /// The next step is the signer's. A procedure with steps of its own says itself which one that is.
  mutating func sendToSigner() {
    if status == .received { status = .inProgress }
    if stepFact == nil { step = .decision }
  }

  /// The numbers that these entries used. Those of entries without effect are struck, because they may stand on paper.
  static func numberings(
    of entries: some Sequence<RecordedAction>, undone: Set<EntryReference>, released: Set<EntryReference>
  ) -> [BookNumbering] {
    entries.compactMap { entry in
      guard case .sendToSigner(let numbering) = entry.action else { return nil }
      var struck: BookNumbering.Struck? = undone.contains(entry.reference) ? .undone : nil
      switch entry.verdict {
      case .accepted: break
      case .conflicted: struck = .conflicted
      case .quarantined: if !released.contains(entry.reference) { struck = .held }
      // The entry that it repeats has the same numbers.
      case .repeated: return nil
      }
      return BookNumbering(numbering: numbering, at: entry.at, by: entry.clerk, struck: struck)
    }
  }
}

// MARK: How the timeline says it

extension ActionWording {
  func sentToSigner(_ numbering: Numbering) -> String {
    language.pick(
      "Trình \(numbering.signer) ký, số \(numbering.wording), ngày \(numbering.date.slashed)",
      "Sent to \(numbering.signer) for signing, number \(numbering.wording), \(numbering.date.slashed)")
  }
}
