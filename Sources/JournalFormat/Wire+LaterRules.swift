import DossierDomain
import SwiftProtobuf

/// What rules know since revision 6: results, steps, offices, links, law and names.
extension Wire {
  static func putLaterFacts(of rules: ProcedureRules, into message: inout Dossier_Journal_ProcedureRules) {
    message.results = rules.results.map(Self.message)
    message.steps = rules.steps.map(Self.message)
    message.offices = rules.offices.map(Self.message)
    message.links = rules.links.map(Self.message)
    message.law = rules.law.map { text in
      .with {
        $0.number = text.number
        $0.title = text.title
        $0.article = text.article
        if text.applies != .always { $0.applies = Wire.message(text.applies) }
      }
    }
    guard rules.names != .none else { return }
    message.names = .with {
      $0.short = rules.names.short
      $0.initials = rules.names.initials
      $0.phrases = rules.names.phrases
      $0.sectorCode = rules.names.sectorCode
      $0.portalID = rules.names.portalID
    }
  }

  static func takeLaterFacts(
    of message: Dossier_Journal_ProcedureRules, into rules: inout ProcedureRules
  ) throws(EntryFormatError) {
    for result in message.results { rules.results.append(try self.result(result)) }
    for step in message.steps { rules.steps.append(try self.step(step)) }
    for office in message.offices { rules.offices.append(try self.office(office)) }
    for link in message.links { rules.links.append(try self.link(link)) }
    for text in message.law {
      rules.law.append(
        LegalText(
          number: text.number, title: text.title, article: text.article,
          applies: text.hasApplies ? try applicability(text.applies) : .always))
    }
    guard message.hasNames else { return }
    let names = message.names
    rules.names = ProcedureNames(
      short: names.short, initials: names.initials, phrases: names.phrases, sectorCode: names.sectorCode,
      portalID: names.portalID)
    guard rules.names != .none else { throw .malformed("names of a procedure") }
  }

  // MARK: Results and steps

  private static func message(_ result: ResultRule) -> Dossier_Journal_ResultRule {
    .with {
      $0.name = result.name
      $0.kind = UInt32(result.kind.value?.rawValue ?? 0)
      if result.applies != .always { $0.applies = message(result.applies) }
      $0.series = result.series
      switch result.validity.value {
      case .unlimited?: $0.validity = 0
      case .months(let count)?: $0.validity = number(count)
      case nil: break
      }
      $0.portalCode = result.portalCode
    }
  }

  private static func result(_ message: Dossier_Journal_ResultRule) throws(EntryFormatError) -> ResultRule {
    ResultRule(
      name: message.name, kind: message.kind == 0 ? .unknown : .known(try choice(message.kind)),
      applies: message.hasApplies ? try applicability(message.applies) : .always, series: message.series,
      validity: !message.hasValidity
        ? .unknown : .known(message.validity == 0 ? .unlimited : .months(Int(message.validity))),
      portalCode: message.portalCode)
  }

  private static func message(_ step: StepRule) -> Dossier_Journal_StepRule {
    .with {
      $0.id = step.id
      $0.name = step.name
      $0.step = UInt32(step.step.rawValue)
      if step.applies != .always { $0.applies = message(step.applies) }
      $0.role = UInt32(step.role?.rawValue ?? 0)
      if let hours = step.hours.value { $0.hours = number(hours) }
      $0.signer = step.signer
      $0.partner = step.partner
    }
  }

  private static func step(_ message: Dossier_Journal_StepRule) throws(EntryFormatError) -> StepRule {
    StepRule(
      id: message.id, name: message.name, step: try choice(message.step),
      applies: message.hasApplies ? try applicability(message.applies) : .always,
      role: message.role == 0 ? nil : try choice(message.role),
      hours: message.hasHours ? .known(Int(message.hours)) : .unknown, signer: message.signer, partner: message.partner)
  }

  static func message(_ fact: StepFact) -> Dossier_Journal_StepFact {
    .with {
      $0.id = fact.id
      $0.name = fact.name
      if let due = fact.dueAt { $0.dueAt = due.milliseconds }
    }
  }

  static func stepFact(_ message: Dossier_Journal_StepFact) throws(EntryFormatError) -> StepFact {
    StepFact(id: message.id, name: message.name, dueAt: message.hasDueAt ? try instant(message.dueAt) : nil)
  }

  // MARK: Offices and links

  private static func message(_ office: OfficeRule) -> Dossier_Journal_OfficeRule {
    .with {
      $0.task = UInt32(office.task.rawValue)
      switch office.who {
      case .communeOfResidence: $0.who = 1
      case .anyCommuneOfProvince: $0.who = 2
      case .anyCommune: $0.who = 3
      case .unit(let code): ($0.who, $0.name) = (4, code)
      case .named(let name): ($0.who, $0.name) = (5, name)
      }
      if office.applies != .always { $0.applies = message(office.applies) }
    }
  }

  private static func office(_ message: Dossier_Journal_OfficeRule) throws(EntryFormatError) -> OfficeRule {
    let who: OfficeRule.Who
    switch message.who {
    case 1: who = .communeOfResidence
    case 2: who = .anyCommuneOfProvince
    case 3: who = .anyCommune
    case 4: who = .unit(message.name)
    case 5: who = .named(message.name)
    default: throw .malformed("office of a procedure")
    }
    return OfficeRule(
      task: try choice(message.task), who: who,
      applies: message.hasApplies ? try applicability(message.applies) : .always)
  }

  private static func message(_ link: ProcedureLink) -> Dossier_Journal_ProcedureLink {
    .with {
      switch link.kind {
      case .contains: $0.kind = 1
      case .resultIsPaper(let paper): ($0.kind, $0.paper) = (2, paper)
      case .usuallyFollowedBy: $0.kind = 3
      }
      $0.code = link.code
      if link.applies != .always { $0.applies = message(link.applies) }
    }
  }

  private static func link(_ message: Dossier_Journal_ProcedureLink) throws(EntryFormatError) -> ProcedureLink {
    let kind: ProcedureLink.Kind
    switch message.kind {
    case 1: kind = .contains
    case 2: kind = .resultIsPaper(message.paper)
    case 3: kind = .usuallyFollowedBy
    default: throw .malformed("link of a procedure")
    }
    return ProcedureLink(
      kind: kind, code: message.code, applies: message.hasApplies ? try applicability(message.applies) : .always)
  }

  // MARK: Bounds

  static func message(_ bounds: ProcedureBounds) -> Dossier_Journal_Bounds {
    .with {
      if let count = bounds.supplements.value { $0.supplements = number(count) }
      if let days = bounds.waitingDays.value { $0.waitingDays = number(days) }
      if let count = bounds.extensions.value { $0.extensions = number(count) }
      if let days = bounds.extensionDays.value { $0.extensionDays = number(days) }
    }
  }

  /// - Throws: if nothing is known, because a limit without bounds does not have the field.
  static func bounds(_ message: Dossier_Journal_Bounds) throws(EntryFormatError) -> ProcedureBounds {
    var bounds = ProcedureBounds()
    if message.hasSupplements { bounds.supplements = .known(Int(message.supplements)) }
    if message.hasWaitingDays { bounds.waitingDays = .known(Int(message.waitingDays)) }
    if message.hasExtensions { bounds.extensions = .known(Int(message.extensions)) }
    if message.hasExtensionDays { bounds.extensionDays = .known(Int(message.extensionDays)) }
    guard bounds != ProcedureBounds() else { throw .malformed("bounds of a limit") }
    return bounds
  }
}
