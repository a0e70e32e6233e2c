import VietnameseText

/// Receipts of one day that a desk prints without contents, for the hours in which it has no current. The numbers are those of its
/// lane, so that a gap in the numbers of a day can be explained.
public struct BlankReceipts: Hashable, Sendable {
  /// A drawer full; more at once would use up the numbers of a day.
  public static let mostAtOnce = 100
  /// In characters.
  public static let longestReason = 200

  public let agency: String
  /// The day in the codes, which is the day on which they were printed.
  public let date: CivilDate
  /// In ascending order.
  public let numbers: [Int]

  /// Nil unless there are 1 to 100 numbers of 1…9999 in ascending order, and the agency code is one.
  public init?(agency: String, date: CivilDate, numbers: [Int]) {
    guard (1...Self.mostAtOnce).contains(numbers.count), Office.isAcceptable(agencyCode: agency),
      numbers.allSatisfy((1...9999).contains), zip(numbers, numbers.dropFirst()).allSatisfy(<)
    else { return nil }
    (self.agency, self.date, self.numbers) = (agency, date, numbers)
  }

  public var codes: [DossierCode] { numbers.map { .office(agency: agency, date: date, number: $0) } }

  /// Codes of offices, put together by agency and day. What has not the form of such a code is left out.
  public static func groups(of codes: [DossierCode]) -> [BlankReceipts] {
    struct Series: Hashable {
      var agency: Substring
      var date: CivilDate
    }
    var numbers: [Series: Set<Int>] = [:]
    for code in codes {
      let parts = code.text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, let date = code.dayOfOffice, let number = Int(parts[2]) else { continue }
      numbers[Series(agency: parts[0], date: date), default: []].insert(number)
    }
    return numbers.sorted { ($0.key.date, $0.key.agency) < ($1.key.date, $1.key.agency) }.compactMap {
      series, numbers in
      BlankReceipts(agency: String(series.agency), date: series.date, numbers: numbers.sorted())
    }
  }

  /// A typed reason, cleaned; nil if it says nothing.
  public static func reason(_ typed: String) -> String? {
    let reason = typed.cleaned(within: longestReason)
    return reason.contains(where: \.isLetter) ? reason : nil
  }
}
