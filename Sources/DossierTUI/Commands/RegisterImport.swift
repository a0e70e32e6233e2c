import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import OfficeWork

/// Takes a register in on the command line, and says what came of it.
struct RegisterImport {
  let file: RegisterFile
  let path: String
  let rejectsFile: String
  let clerk: Clerk
  let workplace: Workplace

  func run(_ agreement: ImportAgreement, asJSON: Bool) throws {
    let language = workplace.language
    var intake = RegisterIntake(file, workplace)
    let aside = RejectsFile(path: rejectsFile, headings: intake.headings, language: language)
    var bar: ProgressBar?
    do throws(StoreError) {
      try intake.run(.take(by: clerk.id, rejects: aside, agreement)) { read, total in
        bar = bar ?? ProgressBar(total: total)
        bar?.show(read)
      }
      bar?.finish()
      RememberedChoices(store: workplace.store.office).keep(file.choices, for: file.form)
    } catch {
      if asJSON { Output.json(intake.report) }
      Output.message(error.wording(language))
      let kept = intake.report.imported + intake.report.updated
      Output.message(
        language.pick(
          "Đã nhập xong \(kept) hồ sơ; chạy lại lệnh này để nhập tiếp.",
          "\(kept) dossiers are in; run the same command again for the rest."))
      throw ExitCode.storeUnavailable
    }
    let report = intake.report
    let areRejectsKept = aside.finish()
    if asJSON {
      Output.json(report)
    } else {
      Output.data(
        language.pick(
          "Nhập \(report.imported), cập nhật \(report.updated), không đổi \(report.unchanged), không đọc được \(report.rejectedCount) "
            + "(\(report.encoding)).",
          "Imported \(report.imported), updated \(report.updated), unchanged \(report.unchanged), rejected \(report.rejectedCount) "
            + "(\(report.encoding))."))
      for line in report.lines(of: path, isForCommandLine: true, language) { Output.message(line) }
      if report.rejectedCount > 0, areRejectsKept {
        Output.message(language.pick("Các dòng lỗi ở \(aside.path)", "Rejected rows are in \(aside.path)"))
      }
      try askAboutReadings(report)
      try askAboutSameDossiers(report)
    }
    if !areRejectsKept {
      Output.message(
        language.pick(
          "Không ghi được \(rejectsFile); các dòng khác đã nhập. Làm lại với --rejects ở chỗ ghi được.",
          "Cannot write \(rejectsFile); the other rows are in. Do it again with --rejects at a place that can be written."
        ))
    }
    if report.rejectedCount > 0 || report.isWithoutRows { throw ExitCode.faultsFound }
  }

  /// Takes the rows that are only read differently after one yes on the terminal; without a terminal they stay.
  private func askAboutReadings(_ report: RegisterReport) throws {
    guard report.readDifferently > 0 else { return }
    let question = workplace.language.pick(
      "Lấy \(report.readDifferently) hồ sơ này theo cách đọc mới? c = có, Enter = để nguyên",
      "Take these \(report.readDifferently) dossiers as they are read now? y = yes, Enter = leave them")
    try take(.readings, ifYesTo: question)
  }

  /// Gives dossiers that were received here the codes of the other system, after one yes.
  private func askAboutSameDossiers(_ report: RegisterReport) throws {
    guard report.sameDossiers > 0 else { return }
    let question = workplace.language.pick(
      "Ghi mã của tệp vào \(report.sameDossiers) hồ sơ này? c = có, Enter = để nguyên",
      "Give these \(report.sameDossiers) dossiers the codes of the file? y = yes, Enter = leave them")
    try take(.sameDossiers, ifYesTo: question)
  }

  private func take(_ agreement: ImportAgreement, ifYesTo question: String) throws {
    guard saidYes(to: question) else { return }
    var intake = RegisterIntake(file, workplace)
    try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try intake.run(.take(by: clerk.id, rejects: nil, agreement))
    }
    Output.data(
      workplace.language.pick(
        "Đã cập nhật \(intake.report.updated) hồ sơ.", "Updated \(intake.report.updated) dossiers."))
  }
}
