import ArgumentParser
import DossierDomain
import DossierStore

/// `dossier due CODE --received TIME`: the appointment that a reception at that time gets, and why.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "The appointment of a procedure received at a time, and its reasoning.")

  @Argument(help: "Procedure code, e.g. 1.004873.")
  var code: String

  @Option(name: .long, help: "When it is handed in: ISO 8601, +07:00 by default.")
  var received: InstantArgument

  @Option(name: .long, help: "Working days, when the procedure's time limit is not known.")
  var days: Int?

  @Flag(name: .long, help: "JSON: dueAt, reasons.")
  var json = false

  @OptionGroup var global: GlobalOptions

  private struct Report: Encodable {
    var procedureCode: String
    var receivedAt: String
    var dueAt: String
    var reasons: [String]
  }

  func run() throws {
    let language = global.language ?? .vi
    guard let version = Catalogue.starter.version(of: code) else {
      Output.message(Denial.procedureUnknown(code: code).wording(language))
      throw ExitCode.notFound
    }
    let limit = days.map { TimeLimit.workingDays($0) } ?? version.timeLimit
    do throws(DeadlineError) {
      let (calendar, hours) = officeTime(language)
      let appointment = try DeadlineRule.appointment(
        limit: limit, receivedAt: received.instant, calendar: calendar, hours: hours)
      show(appointment, language)
    } catch {
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
  }

  /// The office's own days and hours; the usual ones where there is no office to read.
  private func officeTime(_ language: Language) -> (WorkingCalendar, WorkingHours) {
    do throws(StoreError) {
      let opening = try Desk.open(global.desk, access: .readOnly).store.opening()
      return (opening.calendar, opening.office.workingHours)
    } catch {
      if error != .noOffice { Output.message(error.wording(language)) }
      return (.standard, .standard)
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
