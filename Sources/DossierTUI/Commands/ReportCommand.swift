import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// `dossier report`: counts and on-time classes of a period, each rate with numerator and denominator.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "report", abstract: "Counts and rates of a period.")

  @Option(name: .long, help: "First day: dd/mm/yyyy or yyyy-mm-dd.")
  var from: DateArgument

  @Option(name: .long, help: "Last day, included.")
  var to: DateArgument

  @Flag(name: .long, help: "JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard from.date <= to.date else { throw ValidationError("--from is later than --to.") }
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
    var onTimeRate: Share
    var digitisedComponents: Share
    var digitisedResults: Share
    var reuse: Share
    var online: Share
  }

  func run() throws {
    let workplace = try global.openWorkplace()
    let report = try workplace.store.reports.report(from: from.date, through: to.date)
    let language = workplace.language
    let record = Record(
      from: from.date.iso8601, to: to.date.iso8601, carriedOver: report.carriedOver, received: report.received,
      resolved: report.resolved, withdrawn: report.withdrawn, stillOpen: report.stillOpen, early: report.early,
      onTime: report.onTime, late: report.late, onTimeRate: .init(report.onTimeRate, language),
      digitisedComponents: .init(report.digitisedComponentsRate, language),
      digitisedResults: .init(report.digitisedResultsRate, language), reuse: .init(report.reuseRate, language),
      online: .init(report.onlineRate, language))
    if json { return Output.json(record) }
    var table = TextTable(header: [language.pick("Chỉ tiêu", "Indicator"), language.pick("Số", "Number"), ""])
    for (vi, en, value) in [
      ("Kỳ trước chuyển sang", "Carried over", report.carriedOver), ("Tiếp nhận mới", "Received", report.received),
      ("Đã giải quyết", "Resolved", report.resolved), ("  trước hạn", "  early", report.early),
      ("  đúng hạn", "  on time", report.onTime), ("  quá hạn", "  late", report.late),
      ("Công dân rút", "Withdrawn", report.withdrawn), ("Đang giải quyết", "Still open", report.stillOpen),
    ] {
      table.append([language.pick(vi, en), String(value), ""])
    }
    for (vi, en, rate) in [
      ("Đúng hạn", "On time", report.onTimeRate),
      ("Số hóa thành phần", "Components digitised", report.digitisedComponentsRate),
      ("Số hóa kết quả", "Results digitised", report.digitisedResultsRate), ("Tái sử dụng", "Reuse", report.reuseRate),
      ("Trực tuyến", "Online", report.onlineRate),
    ] {
      table.append([language.pick(vi, en), "\(rate.numerator)/\(rate.denominator)", rate.text(language)])
    }
    Output.data(table.text)
  }
}
