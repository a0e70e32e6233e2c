import DossierDomain

/// An identity number as a cell of a register contains it.
enum RegisterIdentity: Hashable {
  case number(String)
  /// The number as it is stored, and as it was written: a spreadsheet took its first zeros or wrote it in another form,
  /// or words stand beside it.
  case restored(String, written: String)
  case none
  /// Masked by this program's export, so that the cell says nothing.
  case masked
  /// Masked by another program.
  case maskedElsewhere(String)
  case digitsLost(String)
  /// Digits of a count that no paper has.
  case wrongLength(String)
  /// Twelve digits that no citizen can have.
  case impossible(String)
  case unreadable(String)

  /// - Parameters:
  ///   - isOrganisation: a tax number of 10 or 13 digits is the number of an organisation.
  ///   - today: no number belongs to somebody who is born later.
  init(_ text: String, isOrganisation: Bool, today: CivilDate) {
    if !text.isEmpty, isDigits(text) {
      self = Self(digits: text, false, written: text, isOrganisation: isOrganisation, today: today)
    } else if CellWords.saysNone(text) {
      self = .none
    } else if isMasked(text), text.count(where: \.isNumber) < 9 {
      self = .masked
    } else if Self.isMaskedElsewhere(text) {
      self = .maskedElsewhere(text)
    } else {
      switch SpreadsheetNumber(text) {
      case .digitsLost: self = .digitsLost(text)
      case .digits(let digits, let isAltered):
        self = Self(digits: digits, isAltered, written: text, isOrganisation: isOrganisation, today: today)
      case .other(let bare): self = Self(words: bare, written: text, isOrganisation: isOrganisation, today: today)
      }
    }
  }

  private init(digits: String, _ isAltered: Bool, written: String, isOrganisation: Bool, today: CivilDate) {
    if isOrganisation, let tax = Self.taxNumber(digits, written: written) {
      self = tax == digits || tax == written ? .number(tax) : .restored(tax, written: written)
    } else if digits.count == 12 {
      self =
        !Self.isPossible(digits, today)
        ? .impossible(written) : isAltered ? .restored(digits, written: written) : .number(digits)
    } else if digits.count == 9 {
      self = isAltered ? .restored(digits, written: written) : .number(digits)
    } else if digits.count == 11, Self.isPossible("0" + digits, today) {
      // A citizen number begins with the code of a province from 001 to 096, so that a spreadsheet takes its first
      // zero. Ten digits may be a number from Hà Nội without two zeros, or a tax number.
      self = .restored("0" + digits, written: written)
    } else {
      self = .wrongLength(written)
    }
  }

  /// Words and digits: one number among words, or the number of another paper.
  private init(words: String, written: String, isOrganisation: Bool, today: CivilDate) {
    let plain = words.map { sign -> Character in
      // Signs such as "⑩" and "万" are whole numbers of more than one digit.
      guard sign.isNumber, !sign.isASCII, let digit = sign.wholeNumberValue, (0...9).contains(digit) else {
        return sign
      }
      return Character("\(digit)")
    }
    let runs = plain.split { !$0.isASCII || !$0.isNumber }.map { String($0) }
    let wanted: Set<Int> = isOrganisation ? [10, 12, 13] : [12]
    let numbers = runs.filter { wanted.contains($0.count) }
    if written.contains("?") || CellWords.refersElsewhere(written) || WrittenDate(written) != nil {
      self = .unreadable(written)
    } else if numbers.count == 1, runs.allSatisfy({ wanted.contains($0.count) || $0.count <= 4 || $0.count == 9 }) {
      let found = Self(digits: numbers[0], true, written: written, isOrganisation: isOrganisation, today: today)
      self = found == .number(numbers[0]) ? .restored(numbers[0], written: written) : found
    } else {
      self = Self.isOtherPaper(String(plain)) ? .number(words) : .unreadable(written)
    }
  }

  /// A passport or another paper: some letters and digits. Twelve signs that are digits but for letters that look like
  /// such are a mistyped number.
  private static func isOtherPaper(_ text: String) -> Bool {
    let signs = text.filter { $0.isLetter || $0.isNumber }
    let digits = signs.count(where: \.isNumber)
    let mistyped = signs.allSatisfy { $0.isNumber || "OoIlSB".contains($0) } && signs.count >= 9
    return digits >= 3 && signs.count <= 30 && !mistyped
  }

  /// Whether some citizen could have it: a province that exists or a country of birth, and a year of birth that has
  /// been.
  private static func isPossible(_ digits: String, _ today: CivilDate) -> Bool {
    guard let number = try? CitizenNumber(digits), number.birthYear <= today.year else { return false }
    // The codes of countries are 1xx to 3xx (unverified).
    return number.provinceName != nil || ("100"..."399").contains(number.provinceCode)
  }

  /// Ten digits, with a dash and three more for a branch.
  private static func taxNumber(_ digits: String, written: String) -> String? {
    switch digits.count {
    case 10: digits
    case 13: "\(digits.prefix(10))-\(digits.suffix(3))"
    // Without the zero with which the numbers of old provinces begin.
    case 9: "0" + digits
    default: nil
    }
  }

  private static func isMaskedElsewhere(_ text: String) -> Bool {
    let masks = text.count { "*xX#".contains($0) }
    return masks >= 3 && text.allSatisfy { "*xX#".contains($0) || $0.isASCII && $0.isNumber || " .-".contains($0) }
  }
}

/// A telephone number as a cell of a register contains it.
enum RegisterPhone: Hashable {
  case number(String)
  case restored(String, written: String)
  case none
  case digitsLost(String)
  /// It is no number that can be called; the row comes in without it.
  case unreadable(String)

  init(_ text: String) {
    if CellWords.saysNone(text) {
      self = .none
      return
    }
    switch SpreadsheetNumber(text.first == "+" ? String(text.dropFirst()) : text) {
    case .digitsLost: self = .digitsLost(text)
    case .digits(let digits, let isAltered):
      guard let national = Self.national(digits) else {
        self = .unreadable(text)
        return
      }
      let hasLostZero = national != digits && !digits.hasPrefix("84") && !digits.hasPrefix("00")
      self = isAltered || hasLostZero ? .restored(national, written: text) : .number(national)
    case .other:
      // Several numbers, or words beside one; letters and masks within a number make it unreadable.
      let parts = text.split { !$0.isNumber && !$0.isLetter && !" .+-()*".contains($0) }
        .flatMap { $0.split(separator: " - ") }
      let numbers = parts.filter { !$0.contains(where: { $0.isLetter || $0 == "*" }) }
      let first = numbers.lazy.compactMap { Self.national($0.filter(\.isNumber)) }.first
      self = first.map { .restored($0, written: text) } ?? .unreadable(text)
    }
  }

  /// Digits with the leading zero: ten, or eleven of a landline or an old mobile number. Nil for what is no number.
  static func national(_ digits: String) -> String? {
    guard isDigits(digits) else { return nil }
    var rest = digits[...]
    if rest.hasPrefix("0084") {
      rest = rest.dropFirst(4)
    } else if rest.hasPrefix("84"), rest.count >= 11 {
      rest = rest.dropFirst(2)
    }
    if rest.first == "0" { rest = rest.dropFirst() }
    // Mobile numbers have nine digits, landlines nine or ten that begin with 2, old mobile numbers ten that begin with
    // 1.
    switch (rest.count, rest.first) {
    case (9, "3"?), (9, "5"?), (9, "7"?), (9, "8"?), (9, "9"?), (9, "2"?), (10, "2"?), (10, "1"?): return "0" + rest
    default: return nil
    }
  }
}
