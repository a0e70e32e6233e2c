/// Words denials in one language. Sentences longer than a line stand beside the other sentences of their subject.
struct DenialWording {
  let language: Language
  let isForCommandLine: Bool

  /// ` (R)`: the key of the full-screen program that does it.
  func key(_ name: String) -> String { isForCommandLine ? "" : " (\(name))" }

  /// How one synchronises from here.
  var synchronise: String { isForCommandLine ? "dossier sync" : "F5" }
}

extension Denial {
  /// A sentence that says what was not done, why, and what to do instead. A denied command has changed nothing.
  /// - Parameter isForCommandLine: commands and options are named where a screen names its keys.
  public func wording(_ language: Language, isForCommandLine: Bool = false) -> String {
    let say = DenialWording(language: language, isForCommandLine: isForCommandLine)
    return switch self {
    case .moveNotAllowed(let from, let to): say.moveNotAllowed(from, to)
    case .alreadyFinal(let status): say.alreadyFinal(status)
    case .voided(let reason): say.voided(reason)
    case .dossierUnknown: language.pick("Không tìm thấy hồ sơ.", "There is no such dossier.")
    case .alreadyExists: language.pick("Hồ sơ này đã có rồi.", "This dossier exists already.")
    case .roleMissing(let roles): say.roleMissing(roles)
    case .confidential: say.confidential()
    case .procedureUnknown(let code): say.procedureUnknown(code)
    case .procedureGuidanceOnly: say.procedureGuidanceOnly()
    case .procedureEnded(_, let replacement): say.procedureEnded(replacement)
    case .procedureNotYet(_, let date): say.procedureNotYet(date)
    case .receivedElsewhere(let offices): say.receivedElsewhere(offices)
    case .newDueOnDayOff(let next): say.newDueOnDayOff(next)
    case .overdueAlready(let due): say.overdueAlready(due)
    case .headDecides(let exception): say.headDecides(exception)
    case .verifiedBefore(let due): say.verifiedBefore(due)
    case .verificationNotForeseen: say.verificationNotForeseen()
    case .notRequested(let item): say.notRequested(item)
    case .handedToAnother: say.handedToAnother()
    case .stepOfAnotherRole(let step, let role): say.stepOfAnotherRole(step, role)
    case .clerkUnknown(let name): say.clerkUnknown(name)
    case .machineNotHers: say.machineNotHers()
    case .pinIsTheProvinces: say.pinIsTheProvinces()
    case .numbersNotHers: say.numbersNotHers()
    case .absenceEndsBeforeItBegins: say.absenceEndsBeforeItBegins()
    case .timeLimitUnknown: say.timeLimitUnknown()
    case .codeNotProvisional: say.codeNotProvisional()
    case .numbersUsedUp: say.numbersUsedUp()
    case .machinesBehind(let names, let isProvinceBehind): say.machinesBehind(names, isProvinceBehind)
    case .reasonMissing: language.pick("Hãy ghi lý do.", "Give a reason.")
    case .questionOpen(let question): language.pick("Chưa trả lời: \(question)", "Not answered yet: \(question)")
    case .legalBasisMissing: language.pick("Hãy ghi căn cứ pháp lý.", "Give the legal basis.")
    case .reasonNotInWords: say.reasonNotInWords()
    case .itemsMissing: language.pick("Hãy ghi ít nhất một giấy tờ.", "Name at least one paper.")
    case .supplementDayPassed: say.supplementDayPassed()
    case .ownerNameMissing: language.pick("Thiếu tên chủ hồ sơ.", "The owner's name is missing.")
    case .identityNumberInvalid: language.pick("Số định danh phải đủ 12 chữ số.", "A citizen number has 12 digits.")
    case .birthImpossible: say.birthImpossible()
    case .birthInFuture: language.pick("Ngày sinh chưa tới.", "The date of birth has not come yet.")
    case .recipientMissing: language.pick("Hãy ghi người nhận kết quả.", "Say who receives the result.")
    case .componentUnknown(let number): say.componentUnknown(number)
    case .valueInvalid(let field): say.valueInvalid(field)
    case .amountInvalid: language.pick("Số tiền không hợp lệ.", "The amount is not valid.")
    case .newDueNotLater(let instant): say.newDueNotLater(instant)
    case .notHandedOver: say.notHandedOver()
    case .sameAssignee: language.pick("Người này đang giữ hồ sơ rồi.", "This clerk holds the dossier already.")
    case .nameInUse: say.nameInUse()
    case .agencyCodeIsTheProvinces: say.agencyCodeIsTheProvinces()
    case .nothingToUndo: language.pick("Không có việc gì để hoàn tác.", "There is nothing to undo.")
    case .laterEntryBuildsOnIt: say.laterEntryBuildsOnIt()
    case .codeUnavailable: say.codeUnavailable()
    case .blank(let denial): denial.wording(language, isForCommandLine: isForCommandLine)
    case .book(let denial): denial.wording(language)
    case .codeInUse(let code): say.codeInUse(code)
    case .codeOfThisOffice(let agency): say.codeOfThisOffice(agency)
    case .codesNotOursYet(let day): say.codesNotOursYet(day)
    case .notImported: say.notImported()
    case .calendarOutOfRange: say.calendarOutOfRange()
    case .clockDoubtful(let doubt): say.clockDoubtful(doubt)
    case .lastNumberUnknown(let recorded): say.lastNumberUnknown(recorded)
    case .conflictUnknown: say.conflictUnknown()
    case .notOnline: say.notOnline()
    case .paperNumberInUse(let number): say.paperNumberInUse(number)
    case .paperUnknown(let number): say.paperUnknown(number)
    case .paperReplaced(let number, let other): say.paperReplaced(number, other)
    }
  }
}
