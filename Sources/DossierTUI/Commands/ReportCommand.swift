import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// `dossier report`: counts and on-time classes of a period, each rate with numerator and denominator.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: said("Số liệu và tỷ lệ của một kỳ.", "Counts and rates of a period."))
  }

  @Option(
    name: .long, help: said("Ngày đầu, ví dụ 01/11/2026 hoặc 2026-11-01.", "First day: dd/mm/yyyy or yyyy-mm-dd."))
  var from: DateArgument

  @Option(name: .long, help: said("Ngày cuối, tính cả ngày ấy.", "Last day, included."))
  var to: DateArgument

  @Flag(name: .long, help: said("In ra JSON.", "JSON."))
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard from.date <= to.date else {
      throw ValidationError(said("Ngày --from sau ngày --to.", "--from is later than --to."))
    }
  }

  private struct Record: Encodable {
    struct Share: Encodable {
      var numerator: Int
      var denominator: Int
      var text: String

      init(_ rate: Rate, _ language: Language) {
        numerator = rate.numerator
        denominator = rate.denominator
        text = rate.text(language)
      }
    }

    /// Where the dossiers of one kind stand at the end of the period; `all` is the sum of the others.
    struct Standing: Encodable {
      var all: Int
      var resolved: Int
      var early: Int
      var onTime: Int
      var late: Int
      var withoutAppointment: Int
      var withdrawn: Int
      var refused: Int
      var stopped: Int
      var openInTime: Int
      var openOverdue: Int
      var paused: Int

      init(_ standing: Report.Standing) {
        all = standing.all
        resolved = standing.resolved
        early = standing.early
        onTime = standing.onTime
        late = standing.late
        withoutAppointment = standing.resolvedWithoutAppointment
        withdrawn = standing.withdrawn
        refused = standing.refused
        stopped = standing.stopped
        openInTime = standing.openInTime
        openOverdue = standing.openOverdue
        paused = standing.paused
      }
    }

    struct Standings: Encodable {
      var received: Standing
      var carriedOver: Standing
      var total: Standing
    }

    var from: String
    var to: String
    var carriedOver: Int
    var received: Int
    var resolved: Int
    var withdrawn: Int
    var stillOpen: Int
    var early: Int
    var onTime: Int
    var late: Int
    var standing: Standings
    var onTimeRate: Share
    var digitisedComponents: Share
    var digitisedResults: Share
    var reuse: Share
    var lookups: Share
    var online: Share
  }

  func run() throws {
    let workplace = try global.openWorkplace()
    let report = try workplace.store.reports.report(from: from.date, through: to.date, now: workplace.clock.now)
    let language = workplace.language
    Output.warnWhileRefolding(workplace)
    if json {
      return Output.json(
        Record(
          from: from.date.iso8601, to: to.date.iso8601, carriedOver: report.carriedOver.all,
          received: report.received.all, resolved: report.total.resolved, withdrawn: report.total.withdrawn,
          stillOpen: report.total.open, early: report.total.early, onTime: report.total.onTime,
          late: report.total.late,
          standing: .init(
            received: .init(report.received), carriedOver: .init(report.carriedOver), total: .init(report.total)),
          onTimeRate: .init(report.onTimeRate, language),
          digitisedComponents: .init(report.digitisedComponentsRate, language),
          digitisedResults: .init(report.digitisedResultsRate, language), reuse: .init(report.reuseRate, language),
          lookups: .init(report.lookupRate, language), online: .init(report.onlineRate, language)))
    }
    Output.data(numbers(report, language).text)
    Output.data(rates(report, language).text)
  }

  private func numbers(_ report: Report, _ language: Language) -> TextTable {
    var table = TextTable(header: [
      language.pick("Số hồ sơ", "Dossiers"), language.pick("Tiếp nhận mới", "Received"),
      language.pick("Kỳ trước chuyển sang", "Carried over"), language.pick("Cộng", "Total"),
    ])
    let rows: [(vi: String, en: String, number: (Report.Standing) -> Int)] = [
      ("Tất cả", "All", \.all), ("Đã giải quyết", "Resolved", \.resolved), ("  trước hạn", "  early", \.early),
      ("  đúng hạn", "  on time", \.onTime), ("  quá hạn", "  late", \.late),
      ("  không có hẹn", "  without appointment", \.resolvedWithoutAppointment),
      ("Công dân rút", "Withdrawn", \.withdrawn), ("Từ chối", "Refused", \.refused), ("Dừng", "Stopped", \.stopped),
      ("Đang giải quyết, còn hạn", "Open, in time", \.openInTime),
      ("Đang giải quyết, quá hạn", "Open, overdue", \.openOverdue),
      ("Đang chờ công dân", "Waiting for the citizen", \.paused),
    ]
    for row in rows {
      let standings = [report.received, report.carriedOver, report.total]
      table.append([language.pick(row.vi, row.en)] + standings.map { String(row.number($0)) })
    }
    return table
  }

  private func rates(_ report: Report, _ language: Language) -> TextTable {
    var table = TextTable(header: [language.pick("Chỉ tiêu", "Indicator"), language.pick("Số", "Number"), ""])
    for (vi, en, rate) in [
      ("Đúng hạn", "On time", report.onTimeRate),
      ("Số hóa thành phần", "Components digitised", report.digitisedComponentsRate),
      ("Số hóa kết quả", "Results digitised", report.digitisedResultsRate), ("Tái sử dụng", "Reuse", report.reuseRate),
      ("Khai thác dữ liệu", "Looked up", report.lookupRate), ("Trực tuyến", "Online", report.onlineRate),
    ] {
      table.append([language.pick(vi, en), "\(rate.numerator)/\(rate.denominator)", rate.text(language)])
    }
    return table
  }
}
