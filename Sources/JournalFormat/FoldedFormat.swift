import DossierDomain
import SwiftProtobuf

/// The byte form in which a folded dossier is sent and stored. Unlike an entry it is computed, so it has a revision
/// (`FoldedDossier.revision`) and is computed again when the rules of the fold change.
public enum FoldedFormat {
  /// - Throws: `.notCanonical` if these fields cannot hold the whole dossier; its entries have to be sent instead.
  public static func encode(_ folded: FoldedDossier) throws(EntryFormatError) -> [UInt8] {
    let bytes = try EntryFormat.serialise(message(folded))
    guard bytes.count <= EntryFormat.maximumBytes else { throw .tooLarge(bytes.count) }
    guard try decodeTrusted(bytes) == folded else { throw .notCanonical }
    return bytes
  }

  /// Decodes strictly: bytes that encoding would not give exactly are refused.
  public static func decode(_ bytes: [UInt8]) throws(EntryFormatError) -> FoldedDossier {
    let folded = try decodeTrusted(bytes)
    guard try EntryFormat.serialise(message(folded)) == bytes else { throw .notCanonical }
    return folded
  }

  /// Decodes bytes that were verified before.
  public static func decodeTrusted(_ bytes: [UInt8]) throws(EntryFormatError) -> FoldedDossier {
    guard bytes.count <= EntryFormat.maximumBytes else { throw .tooLarge(bytes.count) }
    return try folded(EntryFormat.parse(bytes))
  }

  // MARK: Encoding

  private static func message(_ folded: FoldedDossier) -> Dossier_Journal_Folded {
    let dossier = folded.dossier
    return .with {
      $0.id = Wire.data(dossier.id)
      $0.codes = dossier.codes.map { Wire.message($0) }
      $0.namedCodes = folded.namedCodes.map { Wire.message($0) }
      $0.procedure = Wire.message(dossier.procedure)
      $0.owner = Wire.message(dossier.owner)
      if let applicant = dossier.applicant { $0.applicant = Wire.message(applicant) }
      $0.channel = UInt32(dossier.channel.rawValue)
      $0.status = Wire.number(dossier.status.rawValue)
      $0.step = UInt32(dossier.step.rawValue)
      $0.assignee = Wire.data(dossier.assignee)
      $0.summary = dossier.summary
      $0.copies = Wire.number(dossier.copies)
      $0.delivery = UInt32(dossier.delivery.rawValue)
      $0.deliveryPlace = dossier.deliveryPlace
      $0.related = dossier.related.map { Wire.message($0) }
      $0.assisted = dossier.isAssisted
      if let fee = dossier.fee { $0.fee = UInt64(clamping: fee) }
      if let reason = dossier.voidReason { $0.voidReason = reason }
      $0.confidential = dossier.isConfidential
      $0.imported = dossier.isImported
      $0.receivingOffice = Wire.data(dossier.receivingOffice)
      $0.decidingOffice = Wire.data(dossier.decidingOffice)
      $0.decidingOfficeName = dossier.decidingOfficeName
      $0.lastEpoch = Wire.data(dossier.lastEntry.epoch)
      $0.lastSequence = dossier.lastEntry.sequence
      $0.lastClerk = Wire.data(dossier.lastClerk)
      $0.lastChangedAt = dossier.lastChangedAt.milliseconds
      $0.visit = Wire.data(dossier.visit)
      if let onBlank = dossier.onBlank {
        $0.onBlank = .with { ($0.reason, $0.recordedAt) = (onBlank.reason, onBlank.recordedAt.milliseconds) }
      }
      putMoments(of: dossier, into: &$0)
      putParts(of: dossier, into: &$0)
    }
  }

  private static func putMoments(of dossier: Dossier, into message: inout Dossier_Journal_Folded) {
    if let step = dossier.stepFact { message.stepFact = Wire.message(step) }
    if let step = dossier.receptionStep { message.receptionStep = Wire.message(step) }
    if let at = dossier.submittedAt { message.submittedAt = at.milliseconds }
    if let at = dossier.receivedAt { message.receivedAt = at.milliseconds }
    if let appointment = dossier.appointment { message.appointment = Wire.message(appointment) }
    if let at = dossier.missedDueAt { message.missedDueAt = at.milliseconds }
    if let at = dossier.pausedSince { message.pausedSince = at.milliseconds }
    if let at = dossier.resolvedAt { message.resolvedAt = at.milliseconds }
  }

  private static func putParts(of dossier: Dossier, into message: inout Dossier_Journal_Folded) {
    message.components = dossier.components.map { Wire.message($0) }
    if !dossier.caseRecord.isEmpty { message.caseRecord = Wire.message(dossier.caseRecord) }
    message.supplements = dossier.supplementRequests.map { request in
      .with {
        $0.at = request.requestedAt.milliseconds
        $0.by = Wire.data(request.requestedBy)
        $0.items = request.items
        $0.came = request.came
        if let at = request.receivedAt { $0.receivedAt = at.milliseconds }
        $0.until = Wire.number(request.until?.dayNumber ?? 0)
      }
    }
    message.payments = dossier.payments.map { payment in
      .with {
        $0.title = payment.title
        if let amount = payment.amount { $0.amount = UInt64(clamping: amount) }
        $0.at = payment.requestedAt.milliseconds
        if let at = payment.paidAt { $0.paidAt = at.milliseconds }
        if let amount = payment.paidAmount { $0.paidAmount = UInt64(clamping: amount) }
        $0.method = UInt32(payment.method?.rawValue ?? 0)
      }
    }
    message.extensions = dossier.extensions.map { Self.message($0) }
    message.verifications = dossier.verifications.map { Self.message($0) }
    message.handOvers = dossier.handOvers.map { handOver in
      .with {
        $0.givenAt = handOver.givenAt.milliseconds
        $0.givenBy = Wire.data(handOver.givenBy)
        if let at = handOver.takenAt { $0.takenAt = at.milliseconds }
        $0.to = Wire.data(handOver.to)
        $0.step = UInt32(handOver.step.rawValue)
        if let fact = handOver.fact { $0.fact = Wire.message(fact) }
      }
    }
    message.notes = dossier.notes.map { note in
      .with {
        $0.at = note.at.milliseconds
        $0.by = Wire.data(note.by)
        $0.text = note.text
      }
    }
    message.papers = dossier.issuedPapers.map { paper in
      .with {
        $0.at = paper.at.milliseconds
        $0.by = Wire.data(paper.by)
        $0.paper = IssuedPaperFormat.message(paper.issue)
      }
    }
    message.certified = dossier.certified.map(CertificationFormat.message)
    message.numberings = dossier.numberings.map(CertificationFormat.message)
    if let result = dossier.result { message.result = CourseFormat.message(result) }
    if let handBack = dossier.handBack {
      message.handBack = .with {
        $0.at = handBack.at.milliseconds
        $0.recipient = handBack.recipient
        $0.delivery = UInt32(handBack.delivery.rawValue)
      }
    }
    if let closing = dossier.closing {
      message.closing = .with {
        $0.at = closing.at.milliseconds
        $0.reason = closing.reason
        $0.legalBasis = closing.legalBasis
      }
    }
  }

  private static func message(_ prolongation: Extension) -> Dossier_Journal_FoldedExtension {
    .with {
      $0.at = prolongation.at.milliseconds
      $0.oldDueAt = prolongation.oldDueAt.milliseconds
      $0.newDueAt = prolongation.newDueAt.milliseconds
      $0.reason = prolongation.reason
    }
  }

  private static func prolongation(
    _ message: Dossier_Journal_FoldedExtension
  ) throws(EntryFormatError) -> Extension {
    Extension(
      at: try Wire.instant(message.at), oldDueAt: try Wire.instant(message.oldDueAt),
      newDueAt: try Wire.instant(message.newDueAt), reason: message.reason)
  }

  // MARK: Decoding

  private static func folded(_ message: Dossier_Journal_Folded) throws(EntryFormatError) -> FoldedDossier {
    guard let status = DossierStatus(rawValue: Int(message.status)) else { throw .malformed("status") }
    guard !message.codes.isEmpty, message.lastSequence > 0 else { throw .malformed("folded") }
    var dossier = Dossier(
      id: try Wire.identifier(message.id), codes: try codes(message.codes),
      procedure: Wire.procedure(message.procedure), owner: try Wire.person(message.owner), status: status,
      receivingOffice: try Wire.identifier(message.receivingOffice),
      decidingOffice: try Wire.identifier(message.decidingOffice),
      lastEntry: EntryReference(epoch: try Wire.identifier(message.lastEpoch), sequence: message.lastSequence),
      lastClerk: try Wire.identifier(message.lastClerk), lastChangedAt: try Wire.instant(message.lastChangedAt))
    dossier.channel = try Wire.choice(message.channel)
    dossier.step = try Wire.choice(message.step)
    dossier.summary = message.summary
    dossier.copies = Int(message.copies)
    dossier.delivery = try Wire.choice(message.delivery)
    guard message.deliveryPlace.isWithin(Reception.longestPlace) else { throw .malformed("delivery place") }
    dossier.deliveryPlace = message.deliveryPlace
    dossier.related = try Wire.people(message.related)
    dossier.isAssisted = message.assisted
    dossier.components = try Wire.components(message.components)
    dossier.isConfidential = message.confidential
    dossier.isImported = message.imported
    dossier.decidingOfficeName = message.decidingOfficeName
    if message.hasStepFact { dossier.stepFact = try Wire.stepFact(message.stepFact) }
    if message.hasReceptionStep { dossier.receptionStep = try Wire.stepFact(message.receptionStep) }
    if message.hasApplicant { dossier.applicant = try Wire.person(message.applicant) }
    dossier.assignee = try Wire.optionalIdentifier(message.assignee)
    dossier.visit = try Wire.optionalIdentifier(message.visit)
    if message.hasOnBlank {
      guard message.onBlank.reason.isWithin(BlankReceipts.longestReason) else { throw .malformed("blank receipt") }
      dossier.onBlank = OnBlank(
        reason: message.onBlank.reason, recordedAt: try Wire.instant(message.onBlank.recordedAt))
    }
    if message.hasFee { dossier.fee = try Wire.amount(message.fee) }
    if message.hasVoidReason { dossier.voidReason = message.voidReason }
    if message.hasCaseRecord { dossier.caseRecord = try Wire.caseRecord(message.caseRecord) }
    try takeMoments(of: message, into: &dossier)
    try takeParts(of: message, into: &dossier)
    return FoldedDossier(dossier: dossier, namedCodes: try codes(message.namedCodes))
  }

  private static func codes(_ messages: [Dossier_Journal_Code]) throws(EntryFormatError) -> [DossierCode] {
    var codes: [DossierCode] = []
    for message in messages { codes.append(try Wire.code(message)) }
    return codes
  }

  private static func takeMoments(
    of message: Dossier_Journal_Folded, into dossier: inout Dossier
  ) throws(EntryFormatError) {
    if message.hasSubmittedAt { dossier.submittedAt = try Wire.instant(message.submittedAt) }
    if message.hasReceivedAt { dossier.receivedAt = try Wire.instant(message.receivedAt) }
    if message.hasAppointment { dossier.appointment = try Wire.appointment(message.appointment) }
    if message.hasMissedDueAt { dossier.missedDueAt = try Wire.instant(message.missedDueAt) }
    if message.hasPausedSince { dossier.pausedSince = try Wire.instant(message.pausedSince) }
    if message.hasResolvedAt { dossier.resolvedAt = try Wire.instant(message.resolvedAt) }
  }

  private static func takeParts(
    of message: Dossier_Journal_Folded, into dossier: inout Dossier
  ) throws(EntryFormatError) {
    for request in message.supplements {
      dossier.supplementRequests.append(
        SupplementRequest(
          requestedAt: try Wire.instant(request.at), requestedBy: try Wire.identifier(request.by), items: request.items,
          came: request.came, receivedAt: request.hasReceivedAt ? try Wire.instant(request.receivedAt) : nil,
          until: try Wire.optionalDate(request.until)))
    }
    for payment in message.payments {
      dossier.payments.append(
        PaymentRequest(
          title: payment.title, amount: payment.hasAmount ? try Wire.amount(payment.amount) : nil,
          requestedAt: try Wire.instant(payment.at), paidAt: payment.hasPaidAt ? try Wire.instant(payment.paidAt) : nil,
          paidAmount: payment.hasPaidAmount ? try Wire.amount(payment.paidAmount) : nil,
          method: payment.method == 0 ? nil : try Wire.choice(payment.method)))
    }
    for prolongation in message.extensions { dossier.extensions.append(try self.prolongation(prolongation)) }
    for prolongation in message.verifications { dossier.verifications.append(try self.prolongation(prolongation)) }
    for handOver in message.handOvers {
      dossier.handOvers.append(
        HandOver(
          givenAt: try Wire.instant(handOver.givenAt), givenBy: try Wire.identifier(handOver.givenBy),
          to: try Wire.optionalIdentifier(handOver.to), step: try Wire.choice(handOver.step),
          takenAt: handOver.hasTakenAt ? try Wire.instant(handOver.takenAt) : nil,
          fact: handOver.hasFact ? try Wire.stepFact(handOver.fact) : nil))
    }
    for note in message.notes {
      dossier.notes.append(
        Note(at: try Wire.instant(note.at), by: try Wire.identifier(note.by), text: note.text))
    }
    for paper in message.papers {
      dossier.issuedPapers.append(
        IssuedPaper(
          issue: try IssuedPaperFormat.issue(paper.paper), at: try Wire.instant(paper.at),
          by: try Wire.identifier(paper.by)))
    }
    dossier.certified = try CertificationFormat.lines(message.certified)
    for numbering in message.numberings { dossier.numberings.append(try CertificationFormat.numbering(numbering)) }
    if message.hasResult { dossier.result = CourseFormat.result(message.result) }
    if message.hasHandBack {
      dossier.handBack = HandBack(
        at: try Wire.instant(message.handBack.at), recipient: message.handBack.recipient,
        delivery: try Wire.choice(message.handBack.delivery))
    }
    if message.hasClosing {
      dossier.closing = Closing(
        at: try Wire.instant(message.closing.at), reason: message.closing.reason,
        legalBasis: message.closing.legalBasis)
    }
  }
}
