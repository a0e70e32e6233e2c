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
          phí, giảm phí, thời hạn): csv vào một thư mục mới, xlsx vào một bảng tính mới.
          """,
          """
          --format csv gives the table that `decide-procedures` takes. With --to the rules are written too (questions, \
          cases, papers, fees, reductions, limits): csv to a new folder, xlsx to a new workbook.
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
        timeLimit = version.timeLimit == .unknown ? nil : version.timeLimit.wording(.en)
        fee = version.fee.value
        components = version.components
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
          let limit = version.denial?.wording(workplace.language) ?? version.timeLimit.wording(workplace.language)
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
          cho điều đã biết về mã ấy có cùng ngày bắt đầu; khác ngày thì là thêm một phiên bản. Bảng tính nhiều trang, \
          hoặc thư mục nhiều tệp CSV, như `procedures --to` cho ra, có thêm quy tắc: câu hỏi, trường hợp, giấy tờ, phí, giảm \
          phí, thời hạn. Điều mà bảng không có cột hoặc không có trang thì giữ như đã biết. Hồ sơ giữ phiên bản lúc tiếp nhận. \
          Thêm --announcement thì ghi luôn quyết định công bố; `announcements` liệt kê, `retract-announcement` thu hồi.
          """,
          """
          A table with a row that names its columns, as `procedures --format csv` gives it; code and name are \
          needed. A row takes the place of what was known of its code from the same day on; with another day it is a \
          further version. A workbook of several sheets, or a folder of CSV files, as `procedures --to` gives them, has the \
          rules too: questions, cases, papers, fees, reductions, limits. What has no column or no sheet stays as it was \
          known. Dossiers keep the version of their reception. With --announcement the decision of announcement is recorded \
          along with them; `announcements` lists these, and `retract-announcement` takes one back.
          """))
    }

    @Argument(
      help: said(
        "Bảng tính, thư mục các tệp CSV, hoặc một tệp CSV.", "The workbook, the folder of CSV files, or one CSV file.",
        value: "tệp"))
    var file: String
    @Flag(
      name: .long,
      help: said(
        "Chỉ cho xem sẽ thay đổi gì và lỗi ở đâu, không ghi.",
        "Only says what would change and what is wrong, and takes nothing in."))
    var check = false
    @OptionGroup var decision: AnnouncementOptions
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let language = global.language ?? .vi
      let file = try ProcedureBookFile(file, language)
      for sentence in file.sentences { Output.message(sentence) }
      let announcement = try decision.read(language)
      if check { return try runCheck(file, announcement) }
      var fault: ProcedureBook.ReadError?
      var refusal: String?
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let catalogue = try workplace.store.office.opening().catalogue
        let book: ProcedureBook
        do throws(ProcedureBook.ReadError) { book = try read(file, catalogue, workplace) } catch {
          fault = error
          return
        }
        let (known, versions) = (Set(catalogue.versions), book.versions)
        let new = versions.filter { !known.contains($0) }
        var actions = new.map { OfficeAction.setProcedure($0) }
        let announced = announcement.map { Self.completed($0, new, catalogue, workplace.language) }
        switch announced {
        case .success(let announced): actions.append(.announce(announced))
        case .failure(let reason): refusal = reason.sentence
        case nil: refusal = try Self.takenBack(new, workplace)
        }
        guard refusal == nil else { return }
        // If all procedures are known already, no entry is written.
        if !actions.isEmpty {
          try workplace.store.decisions.perform(
            actions, by: decider.id, at: workplace.clock.now, isConfirmed: true)
        }
        Output.data(
          workplace.language.pick(
            "Đã ghi \(new.count) thủ tục; \(versions.count - new.count) đã có như vậy.",
            "\(new.count) procedures recorded; \(versions.count - new.count) were known like that."))
        if case .success(let announced) = announced { Output.data(announced.wording(workplace.language)) }
      }
      if let fault { throw Self.refused(fault, file, language) }
      if let refusal {
        Output.message(refusal)
        throw ExitCode.faultsFound
      }
    }

    private struct Refusal: Error { var sentence: String }

    /// The announcement with what it changes.
    private static func completed(
      _ announcement: Announcement, _ new: [ProcedureVersion], _ catalogue: Catalogue, _ language: Language
    ) -> Result<Announcement, Refusal> {
      var announcement = announcement
      announcement.changes = Announcement.changes(recording: new, from: catalogue, hash: OfficeStore.hash)
      do throws(Announcement.Fault) {
        return .success(try announcement.checked())
      } catch {
        return .failure(Refusal(sentence: error.wording(language)))
      }
    }

    /// Versions that were taken back with their announcement would be recorded and would not count.
    private static func takenBack(_ new: [ProcedureVersion], _ workplace: Workplace) throws(StoreError) -> String? {
      let codes = try workplace.store.office.takenBack(new).map(\.code)
      guard !codes.isEmpty else { return nil }
      return workplace.language.pick(
        """
        Chưa ghi gì. Quyết định mang lại đúng phiên bản này đã bị thu hồi: \(codes.joined(separator: ", ")). Ghi với \
        --announcement của quyết định mới.
        """,
        """
        Nothing was recorded. The decision that brought exactly this version was taken back: \
        \(codes.joined(separator: ", ")). Record it with --announcement of a new decision.
        """)
    }

    private func runCheck(_ file: ProcedureBookFile, _ announcement: Announcement?) throws {
      let workplace = try global.openWorkplace()
      let catalogue = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.office.opening().catalogue
      }
      do throws(ProcedureBook.ReadError) {
        let book = try read(file, catalogue, workplace)
        ProcedureCheck(book, from: catalogue, workplace).write()
        guard let announcement else { return }
        switch Self.completed(announcement, book.versions, catalogue, workplace.language) {
        case .success(let announced): Output.data(announced.wording(workplace.language))
        case .failure(let reason): Output.message(reason.sentence)
        }
      } catch {
        throw Self.refused(error, file, workplace.language)
      }
    }

    /// Says what of the book was not taken in.
    private func read(
      _ file: ProcedureBookFile, _ catalogue: Catalogue, _ workplace: Workplace
    ) throws(ProcedureBook.ReadError) -> ProcedureBook {
      let book = try ProcedureBook.read(file.sources, from: catalogue, on: workplace.clock.now.civilDate)
      for sentence in book.sentences(workplace.language, file: file.path) { Output.message(sentence) }
      return book
    }

    private static func refused(
      _ error: ProcedureBook.ReadError, _ file: ProcedureBookFile, _ language: Language
    ) -> ExitCode {
      for sentence in error.sentences(language, file: file.path) { Output.message(sentence) }
      return ExitCode.faultsFound
    }
  }
}
