import Console
import Dispatch
import Documents
import DossierDomain
import DossierStore
import OfficeWork
import Screens

/// Reads registers for the screen that takes them in. A long file must not keep the other readings waiting.
final class RegisterRunner: Sendable {
  private let workplace: Workplace
  private let lane = DispatchQueue(label: "dossier.registers", qos: .userInitiated)
  private let offering = NewestLane("dossier.register-offers") {}
  private let looking = NewestLane("dossier.register-look") {}

  init(workplace: Workplace) {
    self.workplace = workplace
  }

  func offer(_ typed: String, _ answer: @escaping @Sendable ([FileOffer]) -> Void) {
    offering.ask { answer(FileOffers.offers(for: typed, home: ProcessEnvironment.value(of: .home) ?? "/")) }
  }

  /// Only the newest question is answered: the clerk may change a column before the last look is done.
  func look(_ query: RegisterQuery, _ answer: @escaping @Sendable (RegisterLook) -> Void) {
    looking.ask { answer(self.looked(query)) }
  }

  func take(
    _ query: RegisterQuery, by clerk: ClerkID, _ answer: @escaping @Sendable (RegisterTaken) -> Void
  ) {
    lane.async { answer(self.taken(query, by: clerk)) }
  }

  func settle() {
    lane.sync {}
    looking.settle()
    offering.settle()
  }

  private func looked(_ query: RegisterQuery) -> RegisterLook {
    let language = workplace.language
    do throws(RegisterFile.Failure) {
      let file = try open(query, TypedPath.resolved(query.path))
      var look = RegisterLook(understanding: file.reader.understanding, sentences: file.sentences)
      look.remembered = file.remembered
      do throws(StoreError) {
        look.clockDoubt = try workplace.store.decisions.clockDoubt(at: workplace.clock.now)
      } catch {
        throw .store(error)
      }
      // By a wrong date its dates may be read wrongly too.
      if let doubt = look.clockDoubt { look.sentences.append(doubt.wording(language)) }
      (look.sheets, look.sheet) = (file.sheets, file.sheet)
      var intake = RegisterIntake(file, workplace)
      guard intake.report.questions.isEmpty else {
        look.sentences += file.reader.understanding.questions.map { $0.wording(language) }
        return look
      }
      do throws(StoreError) { try intake.run(.compare) } catch { throw .store(error) }
      let report = intake.report
      (look.imported, look.updated, look.unchanged) = (report.imported, report.updated, report.unchanged)
      (look.rejected, look.unknownStatuses) = (report.rejectedCount, report.unknownStatuses)
      (look.readDifferently, look.sameDossiers) = (report.readDifferently, report.sameDossiers)
      for outcome in RegisterOutcome.allCases { look.firsts[outcome] = report.firstDossiers[outcome.rawValue] }
      look.sentences += report.lines(of: language.pick("dòng", "line"), isForCommandLine: false, language)
      return look
    } catch {
      var look = RegisterLook(sentences: [error.wording(language, isForCommandLine: false)])
      if case .register(_, let sheets, let sheet) = error { (look.sheets, look.sheet) = (sheets, sheet) }
      if case .register(.file(.encodingUnknown), _, _) = error { look.isEncodingUnknown = true }
      return look
    }
  }

  private func taken(_ query: RegisterQuery, by clerk: ClerkID) -> RegisterTaken {
    let path = TypedPath.resolved(query.path)
    do throws(RegisterFile.Failure) {
      let file = try open(query, path)
      do throws(RegisterReader.ReadError) { _ = try file.reader.checked() } catch { throw .register(error) }
      var intake = RegisterIntake(file, workplace)
      let rejects = RejectsFile(path: path + ".rejects.csv", headings: intake.headings, language: workplace.language)
      var fault: String?
      do throws(StoreError) {
        if query.confirmsClock { try confirmClock(by: clerk) }
        try intake.run(.take(by: clerk, rejects: rejects, query.agreement))
        RememberedChoices(store: workplace.store.office).keep(file.choices, for: file.form)
      } catch {
        fault = error.wording(workplace.language, isForCommandLine: false)
      }
      let isWritten = rejects.finish()
      if !isWritten, fault == nil { fault = Self.rejectsNotWritten(intake.report, rejects.path, workplace.language) }
      let areKept = isWritten && intake.report.rejectedCount > 0
      return RegisterTaken(intake.report, rejectsFile: areKept ? rejects.path : nil, fault: fault)
    } catch {
      return RegisterTaken(
        imported: 0, updated: 0, unchanged: 0, rejected: 0, rejectsFile: nil,
        fault: error.wording(workplace.language, isForCommandLine: false))
    }
  }

  private func confirmClock(by clerk: ClerkID) throws(StoreError) {
    let (decisions, now) = (workplace.store.decisions, workplace.clock.now)
    guard try decisions.clockDoubt(at: now) != nil else { return }
    try decisions.perform(.confirmClock(now.civilDate), by: clerk, at: now)
  }

  /// Choices of the clerk, once she has made some, are all that holds.
  private func open(_ query: RegisterQuery, _ path: String) throws(RegisterFile.Failure) -> RegisterFile {
    try RegisterFile(
      path, sheet: query.sheet, query.choices, usesRemembered: query.usesRemembered && query.choices.isEmpty, workplace)
  }

  private static func rejectsNotWritten(_ report: RegisterReport, _ path: String, _ language: Language) -> String {
    language.pick(
      "Đã nhập \(report.imported), cập nhật \(report.updated); \(report.rejectedCount) dòng lỗi chưa lưu được ở \(path). "
        + "Chép tệp vào thư mục ghi được rồi nhập lại.",
      "Imported \(report.imported), updated \(report.updated); \(report.rejectedCount) faulty rows could not be kept in \(path). "
        + "Copy the file into a folder that can be written, and import it again.")
  }
}

extension RegisterTaken {
  init(_ report: RegisterReport, rejectsFile: String?, fault: String?) {
    self.init(
      imported: report.imported, updated: report.updated, unchanged: report.unchanged, rejected: report.rejectedCount,
      readDifferently: report.readDifferently, sameDossiers: report.sameDossiers, rejectsFile: rejectsFile, fault: fault
    )
  }
}
