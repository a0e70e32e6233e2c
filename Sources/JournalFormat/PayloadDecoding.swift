import DossierDomain
import SwiftProtobuf

extension EntryFormat {
  static func content(_ envelope: Dossier_Journal_Envelope) throws(EntryFormatError) -> EntryContent {
    let payload = Array(envelope.payload)
    // A newer revision may have added fields to a known kind, so this entry too is read only after the upgrade.
    guard envelope.revision <= revision, let kind = EntryKind(rawValue: envelope.kind) else {
      return .unknown(kind: envelope.kind, payload: payload)
    }
    let content: EntryContent =
      switch kind {
      case .dossier(let kind): .dossier(try dossierAction(kind, payload))
      case .office(let kind): .office(try OfficeFormat.action(kind, payload))
      }
    // A program that names a lower revision than the fields need would give other bytes when this entry is written
    // again.
    return Self.revision(of: content) > envelope.revision ? .unknown(kind: envelope.kind, payload: payload) : content
  }

  private static func dossierAction(_ kind: DossierKind, _ payload: [UInt8]) throws(EntryFormatError) -> DossierAction {
    func plain() throws(EntryFormatError) -> PlainMessage { try parse(payload) }
    return switch kind {
    case .receive: .receive(try ReceptionFormat.reception(parse(payload)))
    case .submitOnline: .submitOnline(try ReceptionFormat.submission(parse(payload)))
    case .acceptOnline: .acceptOnline(try ReceptionFormat.acceptance(parse(payload)))
    case .importRow: .importRow(try ImportedFormat.row(parse(payload)))
    case .importUpdate: .importUpdate(try ImportedFormat.row(parse(payload)))
    case .assign: .assign(to: try Wire.optionalIdentifier(plain().clerk))
    case .handOver: try CourseFormat.handOver(plain())
    case .takeOver: try RecordFormat.empty(plain(), .takeOver)
    case .addComponent: .addComponent(try Wire.component(parse(payload)))
    case .setComponentForm: try PaperFormat.setComponentForm(plain())
    case .digitise: PaperFormat.digitise(try plain())
    case .reuse: try PaperFormat.reuse(plain())
    case .replaceByLookup: try PaperFormat.replaceByLookup(plain())
    case .requestSupplement: try CourseFormat.requestSupplement(plain())
    case .receiveSupplement: try CourseFormat.receiveSupplement(plain())
    case .requestPayment: try MoneyFormat.requestPayment(plain())
    case .recordPayment: try MoneyFormat.recordPayment(plain())
    case .refuse: try RecordFormat.texts(plain(), DossierAction.refuse)
    case .withdraw: .withdraw(reason: try plain().text)
    case .stop: try RecordFormat.texts(plain(), DossierAction.stop)
    case .extend: try CourseFormat.extend(plain())
    case .verify: try CourseFormat.verify(parse(payload))
    case .complete: .complete(CourseFormat.result(try parse(payload)))
    case .reopen: .reopen(reason: try plain().text)
    case .handBack: try CourseFormat.handBack(plain())
    case .note: .note(try plain().text)
    case .correct: try RecordFormat.correct(plain())
    case .recomputeAppointment: try CourseFormat.recomputeAppointment(plain())
    case .addCode: .addCode(try Wire.code(plain().code))
    case .void: .void(reason: try plain().text)
    case .undo: .undo(try plain().reference())
    case .settleConflict: .settleConflict(try plain().reference())
    case .release: .release(try plain().reference())
    case .eraseScan: try RecordFormat.texts(plain(), DossierAction.eraseScan)
    case .issuePaper: .issuePaper(try IssuedPaperFormat.issue(parse(payload)))
    case .sendToSigner:
      .sendToSigner(try CertificationFormat.numbering(parse(payload) as Dossier_Journal_Numbering))
    }
  }
}
