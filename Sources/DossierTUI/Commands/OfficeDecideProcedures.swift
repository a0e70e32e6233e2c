import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import JournalFormat
import OfficeWork

extension OfficeCommand {
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
          phí, thời hạn, kết quả, các bước, cơ quan, liên thông, căn cứ pháp lý. Điều mà bảng không có cột hoặc không có \
          trang thì giữ như đã biết. Hồ sơ giữ phiên bản lúc tiếp nhận. Thêm --announcement thì ghi luôn quyết định công bố; \
          `announcements` liệt kê, `retract-announcement` thu hồi.
          """,
          """
          A table with a row that names its columns, as `procedures --format csv` gives it; code and name are \
          needed. A row takes the place of what was known of its code from the same day on; with another day it is a \
          further version. A workbook of several sheets, or a folder of CSV files, as `procedures --to` gives them, has the \
          rules too: questions, cases, papers, fees, reductions, limits, results, steps, offices, links, law. What has no \
          column or no sheet stays as it was known. Dossiers keep the version of their reception. With --announcement the \
          decision of announcement is recorded along with them; `announcements` lists these, and `retract-announcement` takes \
          one back.
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
    @Flag(
      name: .long,
      help: said(
        "Thử trên hồ sơ đã tiếp nhận: hồ sơ nào sẽ khác; chỉ cho xem mã hồ sơ, không ghi.",
        "Tries the rules on dossiers that were received: which would be different; shows codes only, takes nothing in.")
    )
    var whatIf = false
    @Option(
      name: .long,
      help: said(
        "Ngày tiếp nhận đầu tiên của hồ sơ đem thử; không ghi thì 12 tháng trước.",
        "The first day of reception of the dossiers tried; 12 months ago when left out."))
    var from: DateArgument?
    @Option(
      name: .long,
      help: said(
        "Ngày tiếp nhận cuối cùng của hồ sơ đem thử; không ghi thì hôm nay.",
        "The last day of reception of the dossiers tried; today when left out."))
    var through: DateArgument?
    @OptionGroup var decision: AnnouncementOptions
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if check && whatIf {
        throw ValidationError(
          said("Dùng --check hoặc --what-if, không dùng cả hai.", "Use --check or --what-if, not both."))
      }
      if !whatIf && (from != nil || through != nil) {
        throw ValidationError(
          said("--from và --through chỉ dùng với --what-if.", "--from and --through are for --what-if only."))
      }
      if let from, let through, from.date > through.date {
        throw ValidationError(said("Ngày --from sau ngày --through.", "--from is later than --through."))
      }
    }

    func run() throws {
      let language = global.language ?? .vi
      let file = try ProcedureBookFile(file, language)
      for sentence in file.sentences { Output.message(sentence) }
      let announcement = try decision.read(language)
      if check || whatIf { return try look(file, announcement) }
      var fault: ProcedureBook.ReadError?
      var refusal: String?
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let opening = try workplace.store.office.opening()
        let book: ProcedureBook
        do throws(ProcedureBook.ReadError) { book = try read(file, opening, workplace) } catch {
          fault = error
          return
        }
        let (known, versions) = (Set(opening.catalogue.versions), book.versions)
        let new = versions.filter { !known.contains($0) }
        var actions = new.map { OfficeAction.setProcedure($0) }
        let announced = announcement.map { Self.completed($0, new, opening.catalogue, workplace.language) }
        if case .success(let announced) = announced { actions.append(.announce(announced)) }
        refusal = try Self.refusal(new, announced, workplace)
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

    /// Why nothing of it can be recorded.
    private static func refusal(
      _ new: [ProcedureVersion], _ announced: Result<Announcement, Refusal>?, _ workplace: Workplace
    ) throws(StoreError) -> String? {
      let large = new.filter { !EntryFormat.fits($0) }.map(\.code)
      guard large.isEmpty else {
        let codes = large.joined(separator: ", ")
        return workplace.language.pick(
          "Chưa ghi gì. Thủ tục có quá nhiều chữ cho một lần ghi (250 KB): \(codes). Hãy rút ngắn.",
          "Nothing was recorded. These have longer texts than one record can hold (250 KB): \(codes). Shorten them.")
      }
      switch announced {
      case .success?: return nil
      case .failure(let reason)?: return reason.sentence
      case nil: return try takenBack(new, workplace)
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

    /// Says what the book would change, in the rules or of earlier dossiers.
    private func look(_ file: ProcedureBookFile, _ announcement: Announcement?) throws {
      let workplace = try global.openWorkplace()
      let opening = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.office.opening()
      }
      let book: ProcedureBook
      do throws(ProcedureBook.ReadError) { book = try read(file, opening, workplace) } catch {
        throw Self.refused(error, file, workplace.language)
      }
      if check {
        ProcedureCheck(book, from: opening.catalogue, workplace).write()
        let known = Set(opening.catalogue.versions)
        let new = book.versions.filter { !known.contains($0) }
        let announced = announcement.map { Self.completed($0, new, opening.catalogue, workplace.language) }
        let refusal = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
          try Self.refusal(new, announced, workplace)
        }
        if let refusal {
          Output.message(refusal)
          throw ExitCode.faultsFound
        }
        if case .success(let announced)? = announced { Output.data(announced.wording(workplace.language)) }
        return
      }
      let trial = ProcedureTrial(
        book, from: opening.catalogue, receivedFrom: from?.date, through: through?.date, workplace)
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in try trial.write() }
    }

    /// Says what of the book was not taken in.
    private func read(
      _ file: ProcedureBookFile, _ opening: Opening, _ workplace: Workplace
    ) throws(ProcedureBook.ReadError) -> ProcedureBook {
      let book = try ProcedureBook.read(
        file.sources, from: opening.catalogue, on: workplace.clock.now.civilDate, hours: opening.office.workingHours)
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
