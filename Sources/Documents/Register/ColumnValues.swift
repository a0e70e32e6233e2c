import DossierDomain
import VietnameseText

/// What the first values of a column look like. They have a vote on what the column is: a column of names is no date,
/// whatever its heading.
struct ColumnValues {
  private(set) var samples: [String] = []
  private var filled = 0
  private var dates = 0
  private var withDigit = 0
  private var names = 0
  private var identities = 0
  private var phones = 0
  private var smallNumbers = 0
  private var years = 0
  private var procedureCodes = 0
  private var statuses = 0

  init(_ values: some Sequence<String>) {
    for value in values where !value.isEmpty {
      // "Chưa trả" in a column of dates is no vote.
      if CellWords.saysNotYet(value) { continue }
      filled += 1
      if samples.count < 3, !samples.contains(value) { samples.append(value) }
      if value.contains(where: \.isNumber) { withDigit += 1 } else if Self.isName(value) { names += 1 }
      if WrittenDate(value) != nil { dates += 1 }
      if case .digits(let digits, _) = SpreadsheetNumber(value) {
        if [9, 11, 12].contains(digits.count) { identities += 1 }
        if (9...11).contains(digits.count) { phones += 1 }
        if digits.count <= 3 { smallNumbers += 1 }
        if digits.count == 4 { years += 1 }
      } else if isMasked(value) {
        identities += 1
      }
      if Self.isProcedureCode(value) { procedureCodes += 1 }
      if RegisterStatus.known(value) != nil { statuses += 1 }
    }
  }

  /// What is added to the score of the heading.
  func vote(for column: RegisterColumn) -> Int {
    guard filled > 0 else { return 0 }
    switch column {
    case .received, .due, .handedBack, .resolved, .otherDate, .birth, .birthOfWoman:
      if share(dates) >= 0.5 { return 15 }
      return dates == 0 && share(filled - withDigit) >= 0.5 ? -Self.veto : -20
    case .owner, .applicant, .relative, .parent, .recipient, .clerk:
      return share(dates) >= 0.5 || share(withDigit) > 0.8 && share(identities) >= 0.5
        ? -Self.veto : share(names) >= 0.5 ? 10 : 0
    case .code:
      // Below a short table there are more signatures than codes.
      if share(dates) >= 0.5 && share(identities) < 0.5 { return -Self.veto }
      return share(withDigit) >= 0.5 ? 10 : withDigit == 0 && share(names) >= 0.5 ? -Self.veto : -30
    case .identityNumber:
      return share(identities) >= 0.3 ? 10 : share(names) >= 0.5 || share(dates) >= 0.5 ? -Self.veto : 0
    case .phone: return share(phones) >= 0.3 ? 10 : share(names) >= 0.5 || share(dates) >= 0.5 ? -Self.veto : 0
    case .copies: return share(smallNumbers) >= 0.5 ? 5 : share(dates) >= 0.5 ? -Self.veto : 0
    case .procedureCode: return share(procedureCodes) >= 0.3 ? 15 : share(dates) >= 0.5 ? -Self.veto : -10
    case .procedureName, .decidingOffice, .delivery, .signature, .placeOfReception, .channel, .field, .email:
      return share(dates) >= 0.5 ? -Self.veto : 0
    // Births of men and women stand in two columns as well.
    case .sex, .sexOfWoman: return share(dates + years) >= 0.5 ? -Self.veto : 0
    case .status: return share(statuses) >= 0.3 ? 15 : share(dates) >= 0.5 ? -Self.veto : 0
    case .timeLimit, .punctuality, .result, .fee, .ordinal, .otherPerson: return share(dates) >= 0.5 ? -60 : 5
    case .addressAndPhone, .note, .dateOfIssue: return 0
    }
  }

  private static let veto = 1000

  private func share(_ count: Int) -> Double { Double(count) / Double(filled) }

  private static func isName(_ value: String) -> Bool {
    let words = value.split(separator: " ")
    return (1...8).contains(words.count) && value.count <= 60 && value.contains(where: \.isLetter)
  }

  /// "1.004873", "2.000815.000.00.00.H50"
  private static func isProcedureCode(_ value: String) -> Bool {
    let parts = value.split(separator: " ").first?.split(separator: ".") ?? []
    return parts.count >= 2 && parts[0].count == 1 && parts[1].count == 6 && isDigits(parts[0]) && isDigits(parts[1])
  }
}
