import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore

extension OfficeCommand {
  struct Days: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Ngày nghỉ và thứ Bảy làm bù, như khi tính hẹn trả.",
          "The days off and the Saturdays that are worked, as appointments count them."),
        discussion: said(
          "--format csv cho ra bảng mà `decide-days` nhận.", "--format csv gives the table that `decide-days` takes."))
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    @Option(name: .long, help: said("Chỉ năm này.", "Only this year.")) var year: Int?
    @Option(name: .long, help: said("Dạng kết quả: bảng (table), CSV hay JSON.", "table, csv or json."))
    var format = Format.table
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var date: String
      var kind: String
      var name: String
      var source: String
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        let calendar = try workplace.store.office.opening().calendar
        // A single day of a reception point does not become part of the yearly decision.
        let rows = (format == .csv ? calendar.decidedRows : calendar.rows)
          .filter { year == nil || $0.date.year == year }
        switch format {
        case .csv: Output.verbatim(CalendarTable.csv(rows, workplace.language), terminator: "")
        case .json:
          Output.json(
            rows.map { Record(date: $0.date.iso8601, kind: $0.kind.rawValue, name: $0.name, source: $0.source) })
        case .table:
          for row in rows {
            Output.data("\(row.date.slashed)  \(row.kind.wording(workplace.language))  \(row.name)  [\(row.source)]")
          }
        }
      }
    }
  }

  struct DecideDays: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "decide-days",
        abstract: said(
          "Nhập thông báo lịch nghỉ hằng năm: ngày nghỉ và thứ Bảy làm bù.",
          "Takes in the yearly decision: the days off and the Saturdays that are worked for them."),
        discussion: said(
          """
          Bảng gồm ngày, loại (nghỉ lễ, nghỉ bù, nghỉ hoán đổi, đi làm), tên và nguồn, như `days --format csv` cho \
          ra. Bảng thay cho những gì đã ghi trước về các năm trong đó; ngày không nêu thì giữ mặc định. Hẹn đã cấp \
          giữ nguyên như trên giấy.
          """,
          """
          A table with date, kind (nghỉ lễ, nghỉ bù, nghỉ hoán đổi, đi làm), name and source, as `days --format csv` \
          gives it. It takes the place of what was decided before about its years; days that it does not name keep \
          their default. Appointments that were given stay as they are on paper.
          """))
    }

    @Argument(help: said("Tệp CSV hoặc bảng tính.", "The CSV file, or the workbook.", value: "tệp")) var file: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let decisions = try OfficeCommand.table(file, global.language ?? .vi, CalendarTable.read).decisions
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let before = try workplace.store.office.decidedDays()
        try workplace.store.decisions.perform(
          decisions.map { .setDays($0) }, by: decider.id, at: workplace.clock.now, isConfirmed: true)
        for decision in decisions {
          let (year, count) = (decision.year, decision.rows.count)
          let replaced = before[year].map {
            workplace.language.pick(", thay cho \($0) ngày đã ghi trước", ", in place of \($0) recorded before")
          }
          Output.data(
            workplace.language.pick("\(year): đã ghi \(count) ngày", "\(year): \(count) days recorded")
              + (replaced ?? "")
              + ".")
        }
      }
    }
  }

  struct DefaultDays: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "default-days",
        abstract: said(
          "Bỏ lịch nghỉ đã nhập cho một năm: trở lại mặc định của luật.",
          "Takes the decision about a year back: the defaults hold again."))
    }

    @Argument(help: said("Năm nào.", "The year.", value: "năm")) var year: Int
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let decision: YearlyDecision
      do throws(YearlyDecision.Fault) {
        decision = try .entered(year: year, rows: [])
      } catch {
        Output.message(error.wording(global.language ?? .vi))
        throw ExitCode.faultsFound
      }
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let before = try workplace.store.office.decidedDays()[year]
        // If there is nothing to revoke, no entry is written.
        if before != nil {
          try workplace.store.decisions.perform(
            .setDays(decision), by: decider.id, at: workplace.clock.now, isConfirmed: true)
        }
        Output.data(workplace.language.pick("\(year): theo mặc định của luật.", "\(year): the defaults of the law."))
      }
    }
  }
}
