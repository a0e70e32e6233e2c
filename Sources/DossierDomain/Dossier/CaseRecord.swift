/// What a reception recorded of the case (trường hợp): why these papers, this limit and this fee.
public struct CaseRecord: Hashable, Sendable {
  public struct Answer: Hashable, Sendable {
    public var question: String
    /// From 1.
    public var number: Int

    public init(question: String, number: Int) {
      self.question = question
      self.number = number
    }
  }

  /// The id of the case and its name at the time; empty if the procedure has one case only.
  public var id: String
  public var name: String
  /// By the ids of the questions.
  public var answers: [Answer]
  /// The stages on which the appointment rests; empty if the procedure's own limit counted.
  public var limit: [TimeLimit]
  /// How the fee was computed; empty if it was a single known amount.
  public var fee: [FeeLine]
  /// Why less is paid, in the words of the procedure's version; empty if nothing is reduced.
  public var reduction: String

  public init(
    id: String = "", name: String = "", answers: [Answer] = [], limit: [TimeLimit] = [], fee: [FeeLine] = [],
    reduction: String = ""
  ) {
    self.id = id
    self.name = name
    self.answers = answers
    self.limit = limit
    self.fee = fee
    self.reduction = reduction
  }

  /// Nothing was chosen, so nothing is recorded.
  public var isEmpty: Bool { self == CaseRecord() }
}

extension CaseRecord {
  /// The recorded answers, without the channel.
  var given: CaseAnswers {
    var answers = CaseAnswers()
    for answer in self.answers { answers[answer.question] = answer.number }
    return answers
  }
}

extension Dossier {
  /// The recorded answers to the questions of its procedure, and its channel.
  public var answers: CaseAnswers {
    var answers = caseRecord.given
    answers[CaseQuestion.channel] = Int(channel.rawValue)
    return answers
  }
}

extension FeeLine {
  /// `30 × (2 × 2.000) = 120.000 đ`
  public func wording(_ language: Language) -> String {
    let amount = amount.map(moneyText) ?? language.pick("chưa rõ", "not known")
    return calculation.isEmpty ? amount : "\(calculation) = \(amount)"
  }
}

extension FeeLine.Count {
  /// `3 bản`
  public func wording(_ language: Language) -> String {
    switch unit {
    case .copy: language.pick("\(quantity) bản", quantity == 1 ? "1 copy" : "\(quantity) copies")
    case .matter: language.pick("\(quantity) trường hợp", quantity == 1 ? "1 matter" : "\(quantity) matters")
    }
  }
}

extension CaseRecord {
  /// How the reception came to the fee, in one line; empty if nothing was computed.
  public func feeWording(_ language: Language) -> String {
    let lines = fee.map { ($0.name.isEmpty ? "" : "\($0.name): ") + $0.wording(language) }
    let reduced = reduction.isEmpty ? [] : [language.pick("giảm, miễn: ", "reduced: ") + reduction]
    return (lines + reduced).joined(separator: "; ")
  }
}
