import DossierDomain
import OfficeWork

/// What is asked before blank receipts get their numbers, and before they are struck.
extension Verb {
  static let usualBlankCount = 20

  static let printBlanks = Verb(
    "print-blanks", Words("In phiếu dự phòng", "Print blank receipts"),
    consequence: Words(
      "Mỗi phiếu dùng một số hồ sơ của máy này hôm nay; in xong cất trong ngăn kéo.",
      "Each takes one of this desk's dossier numbers of today; keep the sheets in the drawer."),
    asks: { ask throws(Unanswered) in
      try ask.ask(
        "count", Words("In bao nhiêu phiếu?", "How many?"), .number(1...BlankReceipts.mostAtOnce),
        proposal: String(usualBlankCount))
    },
    officeEffect: { number, count, clerk in .printBlanks(number, count: count, by: clerk) })

  struct BlankStrike: Equatable, Sendable {
    var codes: [DossierCode]
    var reason: String
  }

  static let strikeBlanks = Verb(
    "strike-blanks", Words("Hủy phiếu dự phòng", "Strike blank receipts"), consequence: StrikeQuestion.consequence,
    asks: { ask throws(Unanswered) in
      let codes = try ask.given(.blanks)
      let reason = try ask.ask(
        "reason",
        Words("Vì sao không dùng nữa? (phiếu ướt, in hỏng, …)", "Why are they not used? (wet, misprinted, …)"),
        .blankReason)
      return BlankStrike(codes: codes, reason: reason)
    },
    officeEffect: { number, strike, clerk in
      .strikeBlanks(number, strike.codes, reason: strike.reason, by: clerk)
    })
}

extension Given<[DossierCode]> {
  static var blanks: Given {
    Given(
      id: "blanks", text: { codes in codes.map(\.text).joined(separator: " ") },
      value: { text in text.split(separator: " ").map { DossierCode(String($0), origin: .office) } })
  }
}

extension Reading<String> {
  fileprivate static let blankReason = Reading { text throws(Problem) in
    guard let reason = BlankReceipts.reason(text) else {
      throw Problem(sentence: Words { Denial.reasonMissing.wording($0) })
    }
    return reason
  }
}
