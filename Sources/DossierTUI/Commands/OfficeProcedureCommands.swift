import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import OfficeWork

extension OfficeCommand {
  struct Procedures: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Các thủ tục của đơn vị, như đang có hiệu lực hôm nay.",
          "The procedures that the office knows, as they hold today."),
        discussion: said(
          """
          --format csv cho ra bảng mà `decide-procedures` nhận. Thêm --to thì ghi cả quy tắc (câu hỏi, trường hợp, giấy tờ, \
          phí, giảm phí, thời hạn, kết quả, các bước, cơ quan, liên thông, căn cứ pháp lý): csv vào một thư mục mới, xlsx \
          vào một bảng tính mới.
          """,
          """
          --format csv gives the table that `decide-procedures` takes. With --to the rules are written too (questions, \
          cases, papers, fees, reductions, limits, results, steps, offices, links, law): csv to a new folder, xlsx to a \
          new workbook.
          """))
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, xlsx, json }

    @Argument(
      help: said(
        "Từ trong tên, mã, hay cách công dân gọi; không ghi thì liệt kê tất cả.",
        "Words of the name, a code, or what citizens say; all when left out.", value: "từ"))
    var query: [String] = []
    @Flag(
      name: .long,
      help: said(
        "Chỉ những gì đã ghi thêm ngoài danh mục có sẵn, mọi phiên bản.",
        "Only what was decided beyond the program's own catalogue, all versions."))
    var decided = false
    @Option(
      name: .long, help: said("Dạng kết quả: bảng (table), CSV, XLSX hay JSON.", "table, csv, xlsx or json."))
    var format = Format.table
    @Option(
      name: .long,
      help: said(
        "Thư mục (csv) hoặc bảng tính (xlsx) sẽ ghi, chưa có.",
        "The folder (csv) or workbook (xlsx) to write, which is not there yet."))
    var to: String?
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var code: String
      var name: String
      var field: String
      var isReceivable: Bool
      var timeLimit: String?
      var fee: Int?
      var components: [String]
      var validFrom: String?
      var validTo: String?

      init(_ version: ProcedureVersion) {
        code = version.code
        name = version.name
        field = version.field
        isReceivable = version.isReceivable
        timeLimit = version.timeLimit == .unknown && version.rules.limits.isEmpty ? nil : version.usualLimit(.en)
        let usual = version.usualOutcome(.direct)
        fee = usual.open.isEmpty ? usual.quote(.one).total : version.fee.value
        components = usual.papers.map(\.name)
        validFrom = version.validFrom.value?.iso8601
        validTo = version.validTo.value?.iso8601
      }
    }

    func validate() throws {
      switch format {
      case .csv: break
      case .xlsx:
        guard to != nil else {
          throw ValidationError(said("--format xlsx cần --to TỆP.", "--format xlsx needs --to FILE."))
        }
      case .table, .json:
        guard to == nil else {
          throw ValidationError(
            said("--to chỉ dùng với --format csv hoặc xlsx.", "--to is for --format csv or xlsx only."))
        }
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      let versions = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        chosen(from: try workplace.store.office.opening().catalogue, on: workplace.clock.now.civilDate)
      }
      if let to { return try ProcedureBookFile.write(versions, to: to, asWorkbook: format == .xlsx, workplace) }
      switch format {
      case .csv, .xlsx: Output.verbatim(ProcedureTable.csv(versions, workplace.language), terminator: "")
      case .json: Output.json(versions.map(Record.init))
      case .table:
        for version in versions {
          let limit =
            version.denial?.wording(workplace.language, isForCommandLine: true)
            ?? version.usualLimit(workplace.language)
          Output.data("\(version.code)  \(version.name)  [\(limit)]")
        }
      }
    }

    private func chosen(from catalogue: Catalogue, on date: CivilDate) -> [ProcedureVersion] {
      let words = query.joined(separator: " ")
      if !words.isEmpty { return catalogue.find(words, on: date, limit: .max).map(\.version) }
      if decided { return catalogue.changes }
      var codes: Set<String> = []
      return catalogue.versions.filter { codes.insert($0.code).inserted }.compactMap {
        catalogue.version(of: $0.code, on: date)
      }
    }
  }
}
