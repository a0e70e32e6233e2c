import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

/// `dossier due CODE --received TIME`: the appointment for a reception at that time, and the steps by which it was
/// counted.
struct DueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due",
      abstract: said(
        "Hẹn trả của một thủ tục theo lúc nhận hồ sơ, và cách tính.",
        "The appointment of a procedure received at a time, and its reasoning."))
  }

  @Argument(help: said("Mã thủ tục, ví dụ 1.004873.", "Procedure code, e.g. 1.004873.", value: "mã-thủ-tục"))
  var code: String

  @Option(
    name: .long,
    help: said(
      "Lúc nhận hồ sơ, ví dụ 2026-11-25T14:30; không ghi múi giờ thì là +07:00.",
      "When it is handed in: ISO 8601, +07:00 by default."))
  var received: InstantArgument

  @Option(
    name: .long,
    help: said(
      "Số ngày làm việc, khi chưa biết thời hạn của thủ tục; đã biết thì số này thay vào.",
      "Working days, when the procedure's time limit is not known; in place of the one that is."))
  var days: Int?

  @Flag(name: .long, help: said("In ra JSON: dueAt, reasons.", "JSON: dueAt, reasons."))
  var json = false

  @OptionGroup var global: GlobalOptions

  private struct Report: Encodable {
    var procedureCode: String
    var receivedAt: String
    var dueAt: String
    var reasons: [String]
  }

  func validate() throws {
    guard days.map({ (1...365).contains($0) }) ?? true else {
      throw ValidationError(said("--days phải từ 1 đến 365.", "--days must be 1 to 365."))
    }
  }

  func run() throws {
    let language = global.language ?? .vi
    let office = office(language)
    guard let version = (office?.catalogue ?? .starter).version(of: code, on: received.instant.civilDate) else {
      Output.message(Denial.procedureUnknown(code: code).wording(language, isForCommandLine: true))
      throw ExitCode.notFound
    }
    if let denial = version.denial {
      Output.message(denial.wording(language, isForCommandLine: true))
      throw ExitCode.faultsFound
    }
    let usual = version.usualOutcome(.direct).limit?.stages.map(\.limit) ?? [version.timeLimit]
    let stages = days.map { [TimeLimit.workingDays($0)] } ?? usual
    do throws(DeadlineError) {
      let appointment = try DeadlineRule.appointment(
        limit: stages.first ?? .unknown, then: Array(stages.dropFirst()), receivedAt: received.instant,
        calendar: office?.calendar ?? .standard, hours: office?.office.workingHours ?? .standard,
        opening: office?.openingHours,
        law: SameDayLaw(field: version.field))
      show(appointment, language)
    } catch {
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
  }

  /// The office with its own days, hours and procedures; nil if there is no data, so that the usual values apply.
  private func office(_ language: Language) -> Opening? {
    do throws(StoreError) {
      return try Workplace.open(global.workplace, access: .readOnly).store.office.opening()
    } catch {
      if error != .noOffice { Output.message(error.wording(language)) }
      return nil
    }
  }

  private func show(_ appointment: Appointment, _ language: Language) {
    let reasons = appointment.reasons.map { $0.wording(language) }
    guard json else {
      Output.data(appointment.dueAt.clockAndDate)
      for reason in reasons { Output.data("  " + reason) }
      return
    }
    Output.json(
      Report(
        procedureCode: code, receivedAt: received.instant.iso8601, dueAt: appointment.dueAt.iso8601, reasons: reasons))
  }
}
