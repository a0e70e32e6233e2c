import VietnameseText

/// One paper of which copies are to be certified: a line of the certification counter.
public struct CertifiedLine: Hashable, Sendable {
  /// More do not fit into the record of a fee.
  public static let most = 20
  /// In characters.
  public static let longestPaper = 200
  public static let longestPerson = 100

  /// The kind of paper, as it stands in the book.
  public var paper: String
  /// The person whom the paper names; empty for the owner of the dossier, or if nobody said.
  public var person: String
  /// Of the original, which the fee counts.
  public var pages: Int
  public var copies: Int

  public init(paper: String, person: String = "", pages: Int, copies: Int) {
    self.paper = paper
    self.person = person
    self.pages = pages
    self.copies = copies
  }
}

extension CertifiedLine {
  /// Whether a reception can have recorded it.
  public var isBounded: Bool {
    paper.contains(where: \.isLetter) && paper.isWithin(Self.longestPaper) && person.isWithin(Self.longestPerson)
      && (1...FeeQuantities.most).contains(pages) && (1...FeeQuantities.most).contains(copies)
  }

  var tidied: CertifiedLine {
    CertifiedLine(
      paper: paper.cleaned(within: Self.longestPaper), person: person.cleaned(within: Self.longestPerson), pages: pages,
      copies: copies)
  }

  public var quantities: FeeQuantities { FeeQuantities(copies: copies, pages: pages, matters: 1) }

  /// `30 Bằng tốt nghiệp (Hồ Thị Mai), 2 trang`
  public func wording(_ language: Language) -> String {
    let named = person.isEmpty ? paper : "\(paper) (\(person))"
    return language.pick(
      "\(copies) \(named), \(pages) trang", "\(copies) × \(named), \(pages == 1 ? "1 page" : "\(pages) pages")")
  }
}

/// How the pages of a copy lie on sheets, which the office says.
public enum PrintedSides: Int, CaseIterable, Sendable {
  case one = 1
  case two = 2

  public func sheets(ofPages pages: Int) -> Int { (max(0, pages) + rawValue - 1) / rawValue }

  /// From two sheets on, the seal goes over their edges (đóng dấu giáp lai, NĐ 23/2015 Đ.20 k.3).
  public func needsEdgeSeal(pages: Int) -> Bool { sheets(ofPages: pages) >= 2 }
}

extension [CertifiedLine] {
  /// For each line, which of the numbers of its batch it gets, from 0: papers of one kind that name the same person have one
  /// number together, whatever their copies are (NĐ 23/2015 Đ.20 k.3, TT 01/2020 Đ.4 k.1).
  public var placesOfNumbers: [Int] {
    var places: [[String]: Int] = [:]
    return map { line in
      let key = [line.paper.nameKey, line.person.nameKey]
      let place = places[key] ?? places.count
      places[key] = place
      return place
    }
  }

  /// How many numbers of the book the batch needs.
  public var numbersNeeded: Int { placesOfNumbers.max().map { $0 + 1 } ?? 0 }
}

extension CaseOutcome {
  /// The fee for a batch of certified copies: what is counted by copies and pages for each line in turn, everything else once.
  public func quote(_ lines: [CertifiedLine], reducedBy reduction: String? = nil) -> FeeQuote {
    let computed = fees.flatMap { item in
      guard item.isCountedByLine else { return [item.line(.one)] }
      return lines.map { line in
        var computed = item.line(line.quantities)
        computed.name = line.paper
        return computed
      }
    }
    return FeeQuote(lines: computed, reduction: reductions.first { $0.id == reduction })
  }
}

extension FeeItem {
  fileprivate var isCountedByLine: Bool {
    switch amount {
    case .pages, .each(_, .copy): true
    case .unknown, .fixed, .each(_, .matter): false
    }
  }
}
