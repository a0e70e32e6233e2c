import DossierDomain
import OfficeWork

/// What the head of desk is asked before she sees the full numbers of a dossier that she does not hold.
extension Verb {
  struct NumberRequest: Equatable, Sendable {
    var dossier: DossierID
    var purpose: String
  }

  static let numbers = Verb(
    "numbers", Words("Xem số giấy tờ đầy đủ", "Full numbers"),
    consequence: Words(
      "Được ghi lại: ai xem, lúc nào, để làm gì.", "It is recorded who sees them, when, and what for."),
    asks: { ask throws(Unanswered) in
      NumberRequest(dossier: try ask.given(.dossier), purpose: try purpose(ask))
    },
    officeEffect: { number, request, clerk in
      .readNumbers(number, request.dossier, purpose: request.purpose, by: clerk)
    })

  private static func purpose(_ ask: Questions) throws(Unanswered) -> String {
    // Who holds the dossier is not asked.
    let usual = DataReading.UsualPurpose.allCases.filter { $0 != .handling }
    let other = Choice<DataReading.UsualPurpose?>(
      nil, "other", Words("Việc khác (gõ vào)", "Something else, in your own words"))
    let chosen = try ask.choose(
      "purpose", Words("Xem số đầy đủ để làm gì?", "What are the full numbers for?"),
      Choice.each(of: usual) { $0.wording($1) }.map(\.orNone) + [other])
    if let chosen { return chosen.recorded }
    return try ask.ask("words", Words("Việc gì?", "What is it?"), .purpose)
  }
}

extension Reading<String> {
  /// The purpose for which people's data are read.
  fileprivate static let purpose = Reading { text throws(Problem) in
    guard let purpose = DataReading.purpose(text) else {
      throw Problem(sentence: Words("Hãy gõ từ 3 đến 200 ký tự.", "Type 3 to 200 characters."))
    }
    return purpose
  }
}
