import Crypto
import DossierDomain
import JournalFormat
import VietnameseText

/// Adds online submissions to the order of the receiving office, as entries of the province itself.
public struct PortalDesk: Sendable {
  private let administration: Administration
  private let memory = CatalogueMemory()

  public init(administration: Administration) {
    self.administration = administration
  }

  /// - Throws: `ExchangeError.malformed` with the name of the unusable field, `ExchangeError.receivedElsewhere` if the
  ///   rules of the usual case give it to other offices, `ServerStoreError`.
  public func submit(_ submission: PortalSubmission, at now: Instant) throws -> PortalReceipt {
    let code = submission.portalCode.cleaned(maxLength: DossierCode.maximumLength)
    // Codes of an office's form are refused, because a portal that used one would prevent a citizen's dossier from
    // counting.
    guard code.count >= 4, code == submission.portalCode, !DossierCode(code, origin: .portal).hasFormOfOffice else {
      throw ExchangeError.malformed("portalCode")
    }
    guard let owner = submission.owner.person else { throw ExchangeError.malformed("owner.name") }
    // At most a day ahead, because clocks may differ, but not by years.
    guard let submittedAt = Instant(iso8601: submission.submittedAt), submittedAt < now.adding(minutes: 1440),
      submittedAt > Instant(milliseconds: 0)
    else { throw ExchangeError.malformed("submittedAt") }
    return try administration.store.transaction { transaction in
      let catalogue = try ProcedureDecisions.catalogue(in: transaction, by: memory)
      guard let version = catalogue.version(of: submission.procedureCode, on: now.civilDate) else {
        throw ExchangeError.malformed("procedureCode")
      }
      guard let receiving = try OfficeRecord.find(agencyCode: submission.agencyCode, in: transaction) else {
        throw ExchangeError.malformed("agencyCode")
      }
      let deciding = try submission.decidingAgencyCode.map { code in
        guard let office = try OfficeRecord.find(agencyCode: code, in: transaction) else {
          throw ExchangeError.malformed("decidingAgencyCode")
        }
        return office
      }
      let content = OnlineSubmission(
        portalCode: DossierCode(code, origin: .portal),
        procedure: ProcedureReference(
          code: version.code, name: version.name,
          versionHash: Hexadecimal.text(SHA256.hash(data: Array(version.canonicalText.utf8)))),
        owner: owner, applicant: submission.applicant?.person, components: Self.components(of: version),
        summary: (submission.summary ?? "").cleanedMultiline(maxLength: 1000), submittedAt: submittedAt,
        isConfidential: version.isConfidential, receivingOffice: receiving.id,
        decidingOffice: deciding?.id ?? receiving.id)
      let placed = try place(content, at: now, transaction) {
        guard version.isReceivable else { throw ExchangeError.malformed("procedureCode") }
        try Self.check(version, isReceivedBy: receiving, in: transaction)
      }
      return PortalReceipt(
        dossier: placed.dossier, officeSequence: placed.place, isNew: placed.isNew, version.usualOutcome(.online),
        papers: content.components)
    }
  }

  private static func check(
    _ version: ProcedureVersion, isReceivedBy office: OfficeRecord, in transaction: any ServerTransaction
  ) throws {
    let denial = try version.usualOutcome(.online).denial { code in
      guard let unit = OfficeID.ofUnit(code) else { return false }
      return try UnitCodes.holder(of: unit, in: transaction) == office.agencyCode
    }
    guard case .receivedElsewhere(let offices)? = denial else { return }
    throw ExchangeError.receivedElsewhere(offices)
  }

  /// What is handed in online in the usual case, because the portal asks nothing. Every desk can read it: what the rules say
  /// of a paper is left out, and so is what need not be handed in.
  private static func components(of version: ProcedureVersion) -> [Component] {
    let papers = version.usualOutcome(.online).papers
    let asked = papers.enumerated().map { Component(number: $0 + 1, name: $1.name, need: $1.needInDossier) }
    return asked.settled.filter { ![.shown, .lookedUp].contains($0.need) }.enumerated().map { index, paper in
      Component(number: index + 1, name: paper.name, form: .electronic, digitisation: .digitised)
    }
  }

  /// - Parameter check: whether a submission that is not known yet may be taken. A portal repeats one whose answer was lost, and
  ///   gets that answer also where the rules are others by now.
  private func place(
    _ submission: OnlineSubmission, at now: Instant, _ transaction: any ServerTransaction,
    ifNew check: () throws -> Void
  ) throws -> (dossier: DossierID, place: Int64?, isNew: Bool) {
    let name = "portal " + submission.portalCode.text
    guard let dossier = DossierID.version8(digest: Array(SHA256.hash(data: Array(name.utf8)))) else {
      throw ExchangeError.malformed("portalCode")
    }
    var orders: [OfficeID: OfficeOrder] = [:]
    for office in Set([submission.receivingOffice, submission.decidingOffice]).sorted() {
      guard let record = try OfficeRecord.lock(office, in: transaction) else { continue }
      orders[office] = try OfficeOrder(record, dossiers: [dossier], in: transaction)
    }
    let home = submission.receivingOffice
    guard let order = orders[home] else { throw ExchangeError.malformed("agencyCode") }
    if let known = try order.holder(of: submission.portalCode) {
      return (known, nil, false)
    }
    try check()
    for office in orders.keys { try orders[office]?.introduceProvince(at: now) }
    guard let entry = try orders[home]?.appendOwn(.dossier(.submitOnline(submission)), dossier: dossier, at: now) else {
      throw ExchangeError.malformed("agencyCode")
    }
    let place = orders[home]?.office.head
    for office in orders.keys where office != home {
      try orders[office]?.append(entry, verdict: .accepted, home: home)
    }
    for order in orders.values { try order.finish() }
    return (dossier, place, true)
  }
}
