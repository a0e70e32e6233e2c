extension ProcedureVersion {
  /// Why a version is not valid, whatever its source is.
  public enum Fault: Error, Hashable, Sendable {
    case codeMalformed(String)
    case nameMissing
    /// In characters.
    case textTooLong(String, maximum: Int)
    case tooManyComponents(maximum: Int)
    case timeLimitOutOfRange(Int)
    case feeOutOfRange
    case boundOutOfRange(Int)
    case endsBeforeItBegins
    case rules(ProcedureRules.Fault)
  }

  public static let longestText = 500
  public static let mostComponents = 60
  /// In đồng.
  private static let highestFee = 1_000_000_000

  /// Returns the version itself if it is valid.
  public func checked() throws(Fault) -> ProcedureVersion {
    guard Self.isCode(code) else { throw .codeMalformed(code) }
    if case .ended(let replacement?) = standing, !Self.isCode(replacement) { throw .codeMalformed(replacement) }
    guard name.contains(where: \.isLetter) else { throw .nameMissing }
    for text in [name, field, note] + components where !Self.isShort(text) {
      throw .textTooLong(String(text.prefix(40)), maximum: Self.longestText)
    }
    guard components.count <= Self.mostComponents else { throw .tooManyComponents(maximum: Self.mostComponents) }
    guard timeLimit.isInRange else { throw .timeLimitOutOfRange(timeLimit.count) }
    if let fee = fee.value, !(0...Self.highestFee).contains(fee) { throw .feeOutOfRange }
    for bound in bounds.all.compactMap(\.value) {
      guard (0...TimeLimit.mostDays).contains(bound) else { throw .boundOutOfRange(bound) }
    }
    if let from = validFrom.value, let to = validTo.value, to < from { throw .endsBeforeItBegins }
    do throws(ProcedureRules.Fault) {
      try rules.check()
    } catch {
      throw .rules(error)
    }
    return self
  }

  /// Whether the text has the national form: a digit, a point, six digits. A province's own code may continue with
  /// `.H50`.
  public static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), text.utf8.count <= 20 else { return false }
    return parts[0].count == 1 && parts[1].count == 6 && parts.prefix(2).allSatisfy { isDigits($0) }
      && (parts.count == 2
        || !parts[2].isEmpty && parts[2].allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) })
  }

  static func isShort(_ text: String) -> Bool {
    text.utf8.count <= longestText * 4 && text.count <= longestText
  }
}
