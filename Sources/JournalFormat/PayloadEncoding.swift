import DossierDomain
import SwiftProtobuf

extension EntryFormat {
  static func payload(of content: EntryContent) throws(EntryFormatError) -> (kind: UInt32, bytes: [UInt8]) {
    switch content {
    case .unknown(let kind, let bytes): return (kind, bytes)
    case .dossier(let action): return (action.kind.rawValue, try serialise(message(of: action)))
    case .office(let action):
      let (kind, message) = OfficeFormat.payload(of: action)
      return (kind.rawValue, try serialise(message))
    }
  }

  private static func message(of action: DossierAction) -> any Message {
    switch action {
    case .receive(let reception): ReceptionFormat.message(reception)
    case .submitOnline(let submission): ReceptionFormat.message(submission)
    case .acceptOnline(let acceptance): ReceptionFormat.message(acceptance)
    case .importRow(let row), .importUpdate(let row): ImportedFormat.message(row)
    case .assign(let clerk): PlainMessage.with { $0.clerk = Wire.data(clerk) }
    case .handOver(let step, let clerk, let fact): CourseFormat.handOver(step, clerk, fact)
    case .takeOver: PlainMessage()
    case .addComponent(let component): Wire.message(component)
    case .setComponentForm(let number, let form, let quantity): PaperFormat.setComponentForm(number, form, quantity)
    case .digitise(let number, let hash): PaperFormat.digitise(number, hash)
    case .reuse(let number, let source, let digitisation): PaperFormat.reuse(number, source, digitisation)
    case .replaceByLookup(let number, let method, let reference):
      PaperFormat.replaceByLookup(number, method, reference)
    case .requestSupplement(let items, let reason, let until):
      CourseFormat.requestSupplement(items, reason, until)
    case .receiveSupplement(let received, let came, let appointment):
      CourseFormat.receiveSupplement(received, came, appointment)
    case .requestPayment(let title, let amount): MoneyFormat.requestPayment(title, amount)
    case .recordPayment(let amount, let method, let appointment):
      MoneyFormat.recordPayment(amount, method, appointment)
    case .refuse(let reason, let basis): RecordFormat.texts(reason, basis)
    case .withdraw(let reason): PlainMessage.with { $0.text = reason }
    case .stop(let reason, let basis): RecordFormat.texts(reason, basis)
    case .extend(let reason, let appointment): CourseFormat.appointment(appointment, reason)
    case .verify(let reason, let appointment): CourseFormat.message(reason, until: appointment)
    case .complete(let result): CourseFormat.message(result)
    case .reopen(let reason): PlainMessage.with { $0.text = reason }
    case .handBack(let recipient, let delivery): CourseFormat.handBack(recipient, delivery)
    case .note(let text): PlainMessage.with { $0.text = text }
    case .correct(let field, let value, let reason): RecordFormat.correct(field, value, reason)
    case .recomputeAppointment(let appointment, let reason): CourseFormat.appointment(appointment, reason)
    case .addCode(let code): PlainMessage.with { $0.code = Wire.message(code) }
    case .void(let reason): PlainMessage.with { $0.text = reason }
    case .undo(let entry), .settleConflict(let entry), .release(let entry): PlainMessage.with { $0.refer(to: entry) }
    case .eraseScan(let hash, let reason): RecordFormat.texts(hash, reason)
    case .issuePaper(let paper): IssuedPaperFormat.message(paper)
    case .sendToSigner(let numbering): CertificationFormat.message(numbering)
    }
  }
}
