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
          "--format csv cho ra bảng mà `decide-procedures` nhận.",
          "--format csv gives the table that `decide-procedures` takes."))
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

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
    @Option(name: .long, help: said("Dạng kết quả: bảng (table), CSV hay JSON.", "table, csv or json."))
    var format = Format.table
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
        timeLimit = version.timeLimit == .unknown ? nil : version.timeLimit.wording(.en)
        fee = version.fee.value
        components = version.components
        validFrom = version.validFrom.value?.iso8601
        validTo = version.validTo.value?.iso8601
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        let versions = chosen(from: try workplace.store.office.opening().catalogue, on: workplace.clock.now.civilDate)
        switch format {
        case .csv: Output.verbatim(ProcedureTable.csv(versions, workplace.language), terminator: "")
        case .json: Output.json(versions.map(Record.init))
        case .table:
          for version in versions {
            let limit = version.denial?.wording(workplace.language) ?? version.timeLimit.wording(workplace.language)
            Output.data("\(version.code)  \(version.name)  [\(limit)]")
          }
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

  struct DecideProcedures: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "decide-procedures",
        abstract: said(
          "Nhập thủ tục mới, và phiên bản mới của thủ tục đã có.",
          "Takes in procedures: new ones, and new versions of known ones."),
        discussion: said(
          """
          Bảng có một dòng là tên các cột, như `procedures --format csv` cho ra; phải có mã và tên. Một dòng thay \
          cho điều đã biết về mã ấy có cùng ngày bắt đầu; khác ngày thì là thêm một phiên bản. Điều mà bảng không có \
          cột thì giữ như đã biết. Hồ sơ giữ phiên bản lúc tiếp nhận.
          """,
          """
          A table with a row that names its columns, as `procedures --format csv` gives it; code and name are \
          needed. A row takes the place of what was known of its code from the same day on; with another day it is a \
          further version. What the table has no column for stays as it was known. Dossiers keep the version of their \
          reception.
          """))
    }

    @Argument(help: said("Tệp CSV hoặc bảng tính.", "The CSV file, or the workbook.", value: "tệp")) var file: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let table = try OfficeCommand.table(file, global.language ?? .vi, ProcedureTable.read)
      var fault: ProcedureTable.ReadError?
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let catalogue = try workplace.store.office.opening().catalogue
        let completed: ProcedureTable.Contents.Completed
        do throws(ProcedureTable.ReadError) {
          completed = try table.completed(from: catalogue, on: workplace.clock.now.civilDate)
        } catch {
          fault = error
          return
        }
        if let sentence = completed.sentence(workplace.language) { Output.message(sentence) }
        let (known, versions) = (Set(catalogue.versions), completed.versions)
        let new = versions.filter { !known.contains($0) }
        // If all procedures are known already, no entry is written.
        if !new.isEmpty {
          try workplace.store.decisions.perform(
            new.map { .setProcedure($0) }, by: decider.id, at: workplace.clock.now, isConfirmed: true)
        }
        Output.data(
          workplace.language.pick(
            "Đã ghi \(new.count) thủ tục; \(versions.count - new.count) đã có như vậy.",
            "\(new.count) procedures recorded; \(versions.count - new.count) were known like that."))
      }
      if let fault { throw OfficeCommand.refused(fault, file, global.language ?? .vi) }
    }
  }
}
