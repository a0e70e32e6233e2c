import DossierDomain

/// An identity number as a cell of a register contains it.
enum RegisterIdentity: Hashable {
  case number(String)
  /// The number as it is stored, and as it was written: a spreadsheet took its first zeros or wrote it in another form.
  case restored(String, written: String)
  /// Masked at export, so that the cell says nothing.
  case masked
  case digitsLost(String)
  /// Digits of a count that no paper has.
  case wrongLength(String)

  /// - Parameters:
  ///   - isOrganisation: a tax number of 10 or 13 digits is the number of an organisation.
  ///   - today: no number belongs to somebody who is born later.
  init(_ text: String, isOrganisation: Bool, today: CivilDate) {
    if Self.isMaskedNumber(text) {
      self = .masked
      return
    }
    switch SpreadsheetNumber(text) {
    case .digitsLost: self = .digitsLost(text)
    case .other(let bare): self = .number(bare)
    case .digits(let digits, let isAltered):
      if digits.count == 12 || digits.count == 9 {
        self = isAltered ? .restored(digits, written: text) : .number(digits)
      } else if isOrganisation, digits.count == 10 || digits.count == 13 {
        self = .number(digits)
      } else if let full = Self.withZeros(digits, today: today) {
        self = .restored(full, written: text)
      } else {
        self = .wrongLength(text)
      }
    }
  }

  /// A citizen number begins with the code of a province from 001 to 096, so that a spreadsheet takes one or two zeros
  /// from it. The number with its zeros has to name a province that exists and a year of birth that has been.
  private static func withZeros(_ digits: String, today: CivilDate) -> String? {
    guard (10...11).contains(digits.count) else { return nil }
    let full = String(repeating: "0", count: 12 - digits.count) + digits
    guard let number = try? CitizenNumber(full), number.provinceName != nil, number.birthYear <= today.year else {
      return nil
    }
    return full
  }

  /// "045••••••217", and the masks of other software: at least three stars or crosses between digits.
  private static func isMaskedNumber(_ text: String) -> Bool {
    if isMasked(text) { return true }
    let masks = text.count { "*xX#".contains($0) }
    return masks >= 3 && text.allSatisfy { "*xX#".contains($0) || $0.isASCII && $0.isNumber || " .-".contains($0) }
  }
}

/// A telephone number as a cell of a register contains it.
enum RegisterPhone: Hashable {
  case number(String)
  case restored(String, written: String)
  case digitsLost(String)

  init(_ text: String) {
    switch SpreadsheetNumber(text) {
    case .digitsLost: self = .digitsLost(text)
    case .other(let bare): self = .number(bare)
    case .digits(let digits, let isAltered):
      if digits.count == 9, let first = digits.first, "35789".contains(first) {
        // A spreadsheet took the first zero of a mobile number.
        self = .restored("0" + digits, written: text)
      } else if isAltered {
        self = .restored(PhoneNumber.normalised(digits), written: text)
      } else {
        self = .number(text)
      }
    }
  }
}
