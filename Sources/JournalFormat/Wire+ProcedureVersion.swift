import DossierDomain
import SwiftProtobuf

extension Wire {
  private static let onlineLevels: [OnlineLevel] = [.full, .partial]

  static func message(_ version: ProcedureVersion) -> Dossier_Journal_ProcedureVersion {
    .with { message in
      message.code = version.code
      message.name = version.name
      message.field = version.field
      switch version.standing {
      // These two are computed from the dates when somebody asks.
      case .inForce, .notYet: break
      case .guidanceOnly: message.standing = 1
      case .ended(let replacement):
        message.standing = 2
        message.replacedBy = replacement ?? ""
      }
      if let date = version.validFrom.value { message.validFrom = Int32(clamping: date.dayNumber) }
      if let date = version.validTo.value { message.validTo = Int32(clamping: date.dayNumber) }
      message.onlineLevel = number(
        version.onlineLevel.value.flatMap { onlineLevels.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
      (message.timeLimit, message.timeLimitCount) = numbers(of: version.timeLimit)
      message.components = version.components
      if let fee = version.fee.value { message.fee = number(fee) }
      message.isChecked = version.isChecked
      message.note = version.note
      message.isConfidential = version.isConfidential
      if let count = version.bounds.supplements.value { message.mostSupplements = number(count) }
      if let days = version.bounds.waitingDays.value { message.waitingDays = number(days) }
      if let count = version.bounds.extensions.value { message.mostExtensions = number(count) }
      if let days = version.bounds.extensionDays.value { message.extensionDays = number(days) }
      message.noPaperResult = !version.hasPaperResult
      if version.rules != .none { message.rules = Wire.message(version.rules) }
    }
  }

  static func procedure(_ message: Dossier_Journal_ProcedureVersion) throws(EntryFormatError) -> ProcedureVersion {
    let standing: ProcedureVersion.Standing
    switch message.standing {
    case 0: standing = .inForce
    case 1: standing = .guidanceOnly
    case 2: standing = .ended(replacedBy: message.replacedBy.isEmpty ? nil : message.replacedBy)
    default: throw .malformed("standing of a procedure")
    }
    let level = Int(message.onlineLevel)
    guard level <= onlineLevels.count else { throw .malformed("online level of a procedure") }
    var version = ProcedureVersion(
      code: message.code, name: message.name, field: message.field, standing: standing,
      validFrom: message.hasValidFrom ? .known(try date(message.validFrom)) : .unknown,
      validTo: message.hasValidTo ? .known(try date(message.validTo)) : .unknown,
      onlineLevel: level == 0 ? .unknown : .known(onlineLevels[level - 1]),
      timeLimit: try limit(message.timeLimit, message.timeLimitCount),
      components: message.components, fee: message.hasFee ? .known(Int(message.fee)) : .unknown,
      isChecked: message.isChecked, note: message.note, isConfidential: message.isConfidential)
    if message.hasMostSupplements { version.bounds.supplements = .known(Int(message.mostSupplements)) }
    if message.hasWaitingDays { version.bounds.waitingDays = .known(Int(message.waitingDays)) }
    if message.hasMostExtensions { version.bounds.extensions = .known(Int(message.mostExtensions)) }
    if message.hasExtensionDays { version.bounds.extensionDays = .known(Int(message.extensionDays)) }
    version.hasPaperResult = !message.noPaperResult
    if message.hasRules { version.rules = try rules(message.rules) }
    do throws(ProcedureVersion.Fault) {
      return try version.checked()
    } catch {
      throw .malformed("procedure: \(error)")
    }
  }
}

extension EntryFormat {
  /// The payload only, as a projection stores it.
  /// Whether a version fits into an entry. Each of its texts may be as long as the domain permits, all of them together
  /// may not.
  public static func fits(_ version: ProcedureVersion) -> Bool {
    // What is left is more than any envelope needs.
    (try? payload(of: version).count <= maximumBytes - 1024) ?? false
  }

  public static func payload(of version: ProcedureVersion) throws(EntryFormatError) -> [UInt8] {
    try serialise(Wire.message(version))
  }

  public static func procedure(ofPayload payload: [UInt8]) throws(EntryFormatError) -> ProcedureVersion {
    try Wire.procedure(parse(payload))
  }
}
