import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore

/// `dossier export register`: form 07 of a period as CSV.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: said("Xuất tệp cho phần mềm khác.", "Writes files for other software."),
      subcommands: [Register.self, OtherSystem.self])
  }

  struct Register: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Sổ theo dõi hồ sơ (mẫu 07) dạng CSV, theo ngày tiếp nhận.",
          "The register of dossiers (form 07) as CSV, by date of reception."))
    }

    @Option(
      name: .long, help: said("Ngày đầu, ví dụ 01/11/2026 hoặc 2026-11-01.", "First day: dd/mm/yyyy or yyyy-mm-dd."))
    var from: DateArgument

    @Option(name: .long, help: said("Ngày cuối, tính cả ngày ấy.", "Last day, included."))
    var to: DateArgument

    @Flag(
      name: .long,
      help: said(
        "Số định danh để nguyên, dù mẫu 07 không đòi: chỉ cho phụ trách bộ phận, kèm --purpose.",
        "Identity numbers as they are, which form 07 does not ask for: for a head of desk, with --purpose."))
    var full = false

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      try reading.validate(full: full)
      guard from.date <= to.date else {
        throw ValidationError(said("Ngày --from sau ngày --to.", "--from is later than --to."))
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      try reading.reading(at: workplace, as: full ? Clerk.Role.seeingNumbers : []) { reader in try export(for: reader) }
    }

    private func export(for reader: DataReader) throws {
      let workplace = reader.workplace
      let held = HeldOutput(folder: workplace.locations.data)
      var (persons, hidden) = (0, 0)
      let office = try workplace.store.office.current()
      var writer = RegisterWriter(officeName: office.name, showsNumbers: full)
      held.verbatim(writer.header, terminator: "")
      try workplace.store.reports.forEachDossier(receivedFrom: from.date, through: to.date) { dossier in
        held.data(writer.row(dossier), terminator: "")
        if dossier.isConfidential { hidden += 1 } else { persons += 1 }
      }
      try reader.putOut(held, .export, persons: persons, showsNumbers: full)
      Output.warnWhileRefolding(workplace)
      if hidden > 0 {
        Output.message(
          workplace.language.pick(
            "\(hidden) hồ sơ kín chỉ có mã và ngày, không có tên.",
            "\(hidden) confidential dossiers have code and dates, and no names."))
      }
    }
  }
}

/// A day as it is written on a command line.
struct DateArgument: ExpressibleByArgument {
  var date: CivilDate

  init?(argument: String) {
    guard let date = CivilDate(text: argument) else { return nil }
    self.date = date
  }
}
