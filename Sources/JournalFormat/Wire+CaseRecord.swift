import DossierDomain
import SwiftProtobuf

/// What a reception recorded of the rules of its procedure.
extension Wire {
  static func message(_ record: CaseRecord) -> Dossier_Journal_CaseRecord {
    .with {
      $0.id = record.id
      $0.name = record.name
      $0.answers = record.answers.map { answer in
        .with {
          $0.question = answer.question
          $0.answers = [number(answer.number)]
        }
      }
      $0.limit = record.limit.map { message($0) }
      $0.fee = record.fee.map { message($0) }
      $0.reduction = record.reduction
    }
  }

  /// - Throws: if the record is empty, because a reception without one does not have the field, or if no reception could have
  ///   recorded it.
  static func caseRecord(_ message: Dossier_Journal_CaseRecord) throws(EntryFormatError) -> CaseRecord {
    var record = CaseRecord(id: message.id, name: message.name, reduction: message.reduction)
    for answer in message.answers {
      guard answer.answers.count == 1, let number = answer.answers.first else { throw .malformed("answer") }
      record.answers.append(CaseRecord.Answer(question: answer.question, number: Int(number)))
    }
    for limit in message.limit { record.limit.append(try self.limit(limit)) }
    for line in message.fee { record.fee.append(try feeLine(line)) }
    guard !record.isEmpty, record.isBounded else { throw .malformed("case of a reception") }
    return record
  }

  private static func message(_ line: FeeLine) -> Dossier_Journal_FeeLine {
    .with {
      $0.name = line.name
      $0.kind = UInt32(line.kind.value?.rawValue ?? 0)
      $0.calculation = line.calculation
      if let amount = line.amount { $0.amount = UInt64(clamping: amount) }
      if let count = line.count {
        $0.quantity = number(count.quantity)
        $0.unit = UInt32(count.unit.rawValue)
        $0.unitAmount = UInt64(clamping: count.unitAmount)
      }
    }
  }

  private static func feeLine(_ message: Dossier_Journal_FeeLine) throws(EntryFormatError) -> FeeLine {
    var line = FeeLine(
      name: message.name, kind: message.kind == 0 ? .unknown : .known(try choice(message.kind)),
      calculation: message.calculation, amount: message.hasAmount ? try amount(message.amount) : nil)
    if message.unit != 0 {
      line.count = FeeLine.Count(
        Int(message.quantity), try choice(message.unit), at: try amount(message.unitAmount))
    } else if message.quantity != 0 || message.unitAmount != 0 {
      throw .malformed("fee line")
    }
    return line
  }
}
