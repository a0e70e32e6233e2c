import VietnameseText

/// What could be read from the scanned text of a citizen's card, and what went wrong on its way.
public struct CardReading: Hashable, Sendable {
  /// Nil if not even the number and the dates are certain.
  public var card: CitizenCard?
  /// In the order in which they were found; empty if all came as the card has it.
  public var faults: [TransmissionFault]

  public init(card: CitizenCard?, faults: [TransmissionFault] = []) {
    self.card = card
    self.faults = faults
  }

  /// The fault was undone, and nothing is missing; whether the text is right now is for a person to say.
  public var isRepaired: Bool { !faults.isEmpty && card?.name.isEmpty == false }

  /// - Parameter text: without what stands around the code; nil if it has not the form of a card's text.
  init?(_ text: Substring) {
    let scalars = Array(text.unicodeScalars)
    if let reading = Self.readingOfKeys(scalars) {
      self = reading
    } else if CitizenCard(text) != nil {
      self = Self.readingOfLetters(text, [])
    } else if let half = Self.half(scalars) {
      self = Self.readingOfLetters(half, [.doubled])
    } else if let separated = Self.withBars(text) {
      self = Self.readingOfLetters(separated, [.keyboardLayout])
    } else if Self.hasDigitsOfAnotherLayout(scalars) {
      self.init(card: nil, faults: [.keyboardLayout])
    } else if Self.isPartOfCard(text) {
      // A control character among the Latin letters ends the text for a terminal.
      self.init(card: nil, faults: [CardLetters(text).isLatin ? .latinForUnicode : .cut])
    } else {
      return nil
    }
  }

  // MARK: Keys that are no text

  /// Alt codes (`ESC` and digits) and what an input method removed with backspaces. The letters are lost with both.
  private static func readingOfKeys(_ scalars: [Unicode.Scalar]) -> CardReading? {
    guard scalars.contains("\u{1B}") || scalars.contains("\u{8}") else { return nil }
    var kept = String.UnicodeScalarView()
    var isAlt = false
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "\u{1B}": isAlt = scalars.dropFirst(place + 1).first.map { isDigit($0) } ?? false
      case "\u{8}": if !kept.isEmpty { kept.removeLast() }
      default:
        isAlt = isAlt && isDigit(scalar)
        if !isAlt { kept.append(scalar) }
      }
    }
    let text = Substring(String(kept))
    guard let card = CitizenCard(text) ?? withBars(text).flatMap({ CitizenCard($0) }) else {
      guard isPartOfCard(text) else { return nil }
      return CardReading(card: nil, faults: [scalars.contains("\u{1B}") ? .altCodes : .outsideMethod])
    }
    return CardReading(card: card.withoutLetters, faults: [scalars.contains("\u{1B}") ? .altCodes : .outsideMethod])
  }

  // MARK: Letters

  /// - Parameter text: of a whole card.
  private static func readingOfLetters(_ text: Substring, _ faults: [TransmissionFault]) -> CardReading {
    guard let card = CitizenCard(text) else { return CardReading(card: nil, faults: faults) }
    var letters = CardLetters(text)
    if let fault = letters.lost { return CardReading(card: card.withoutLetters, faults: faults + [fault]) }
    var faults = faults
    for (fault, repaired) in [
      (TransmissionFault.latinForUnicode, letters.fromLatin), (.capitals, letters.withOtherCapitals),
    ] {
      switch repaired {
      case .unharmed: continue
      case .lost: return CardReading(card: card.withoutLetters, faults: faults + [fault])
      case .repaired(let text):
        faults.append(fault)
        guard let mended = CitizenCard(text) else { return CardReading(card: card.withoutLetters, faults: faults) }
        letters = CardLetters(text)
        if let more = letters.lost { return CardReading(card: mended.withoutLetters, faults: faults + [more]) }
        return CardReading(card: mended, faults: faults)
      }
    }
    return CardReading(card: card, faults: faults)
  }

  // MARK: Form

  /// One of two equal halves, or every other one of characters that all came twice.
  private static func half(_ scalars: [Unicode.Scalar]) -> Substring? {
    guard scalars.count.isMultiple(of: 2) else { return nil }
    let middle = scalars.count / 2
    let halves = [
      Array(scalars[..<middle]), stride(from: 0, to: scalars.count, by: 2).map { scalars[$0] },
    ]
    let isTwice = [
      scalars[..<middle].elementsEqual(scalars[middle...]),
      stride(from: 0, to: scalars.count, by: 2).allSatisfy { scalars[$0] == scalars[$0 + 1] },
    ]
    for (half, isTwice) in zip(halves, isTwice) where isTwice {
      let text = Substring(text(half)).trimmed
      if CitizenCard(text) != nil { return text }
    }
    return nil
  }

  /// Another sign stands where the bars belong: the one behind the number.
  private static func withBars(_ text: Substring) -> Substring? {
    guard isDigits(text.prefix(12)), let sign = text.dropFirst(12).unicodeScalars.first, sign != "|",
      !sign.properties.isAlphabetic, !isDigit(sign), !sign.properties.isWhitespace,
      !",.-/".unicodeScalars.contains(sign)
    else { return nil }
    let bars = Substring(Self.text(text.unicodeScalars.map { $0 == sign ? "|" : $0 }))
    return CitizenCard(bars) == nil ? nil : bars
  }

  /// The upper row of a French (AZERTY) and of a Vietnamese keyboard, by the digits 0 to 9 of a US one.
  private static let upperRows = ["à&é\"'(-è_ç", "đăâêô\u{300}\u{309}\u{303}\u{301}\u{323}"].map {
    Set($0.unicodeScalars)
  }

  /// The number came as the signs that another layout has in the place of the digits.
  private static func hasDigitsOfAnotherLayout(_ scalars: [Unicode.Scalar]) -> Bool {
    let first = scalars.prefix(12)
    return first.count == 12 && scalars.count > 40
      && upperRows.contains { row in first.allSatisfy { row.contains($0) } }
  }

  /// The end is missing, or digits at the beginning. It needs a bar and what only a card has.
  private static func isPartOfCard(_ text: Substring) -> Bool {
    let fields = text.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count >= 2, isDigits(fields[0]) else { return false }
    let isBegun = fields[0].utf8.count == 12 && isDigits(fields[1].trimmed)
    let isReshared = fields[0].utf8.count == 12 && fields.count >= 3 && isDigits(fields[2].filter { $0 != "/" })
    let hasEnd = fields.count >= 7 && ["nam", "nu"].contains(fields[4].trimmed.folded)
    return isBegun && text.utf8.count > 13 || isReshared || hasEnd
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
