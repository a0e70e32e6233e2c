extension CaseRecord {
  /// Whether a reception by the rules of some version could have recorded it. Nobody but the office knows the version, so
  /// that more cannot be said of it elsewhere.
  public var isBounded: Bool {
    let texts = [name, reduction] + fee.flatMap { [$0.name, $0.calculation] }
    return (id.isEmpty || ProcedureRules.isID(id)) && texts.allSatisfy(ProcedureVersion.isShort)
      && answers.count <= ProcedureRules.mostQuestions && answers.allSatisfy(\.isBounded)
      && zip(answers, answers.dropFirst()).allSatisfy { $0.question < $1.question }
      && limit.count <= ProcedureRules.mostStages && limit.allSatisfy(\.isInRange)
      // So many lines at most, and each at most the highest fee, are a sum that can be computed.
      && fee.count <= ProcedureRules.mostFees
      && fee.allSatisfy(\.isBounded)
  }

  /// As machines know it that do not read the counts of its fee; the sum says them in words.
  var withoutCounts: CaseRecord {
    var record = self
    for index in record.fee.indices { record.fee[index].count = nil }
    return record
  }
}

extension FeeLine {
  fileprivate var isBounded: Bool {
    guard let count else { return amount.map { (0...Self.highest).contains($0) } ?? true }
    return count.isBounded && count.amount <= Self.highest && amount == count.amount
  }
}

extension CaseRecord.Answer {
  fileprivate var isBounded: Bool {
    ProcedureRules.isID(question) && (1...ProcedureRules.mostAnswers).contains(number)
  }
}
