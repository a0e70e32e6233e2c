import ArgumentParser
import Console
import DossierDomain
import DossierStore

extension OfficeCommand {
  struct Announcements: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Các quyết định công bố thủ tục đã ghi, mới nhất trước, và tổng số.",
          "The decisions of announcement, the newest first, and what they sum to."),
        discussion: said(
          "Tổng số chỉ tính các quyết định còn hiệu lực.", "The sum is that of the decisions that were not taken back.")
      )
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Option(name: .long, help: said("Chỉ năm này.", "Only this year.")) var year: Int?
    @Option(name: .long, help: said("Dạng kết quả: bảng (table) hay JSON.", "table or json.")) var format = Format.table
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var number: String
      var date: String
      var title: String?
      var signer: String?
      var new: Int?
      var amended: Int?
      var abolished: Int?
      var internalProcedures: Int?
      var isTakenBack: Bool
      var reason: String?

      init(_ record: AnnouncementRecord) {
        let announcement = record.announcement
        number = record.id.number
        date = record.id.date.iso8601
        title = announcement?.title
        signer = announcement?.signer
        new = announcement?.count(.new)
        amended = announcement?.count(.amended)
        abolished = announcement?.count(.abolished)
        internalProcedures = announcement?.internalProcedures
        isTakenBack = record.isTakenBack
        reason = record.retraction?.reason
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      let records = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.office.announcements().filter { year == nil || $0.id.date.year == year }
      }
      switch format {
      case .json: Output.json(records.map(Record.init))
      case .table:
        var table = TextTable(header: AnnouncementRecord.headings(workplace.language))
        for record in records { table.append(record.cells(workplace.language)) }
        if !records.isEmpty { Output.data(table.text) }
        Output.data(AnnouncementTotals(records).wording(workplace.language))
      }
    }
  }

  struct RetractAnnouncement: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "retract-announcement",
        abstract: said("Thu hồi một quyết định công bố.", "Takes a decision of announcement back."),
        discussion: said(
          """
          Các phiên bản do quyết định ấy mang lại không còn được dùng; phiên bản trước đó được dùng lại. Hồ sơ đã tiếp \
          nhận giữ phiên bản lúc tiếp nhận.
          """,
          """
          The versions that it brought no longer count, and what they had replaced counts again. Dossiers keep the \
          version of their reception.
          """))
    }

    @Argument(help: said("Số quyết định.", "Its number.", value: "số")) var number: String
    @Option(name: .long, help: said("Ngày của quyết định ấy.", "The day of that decision.")) var date: DateArgument
    @Option(name: .long, help: said("Lý do thu hồi.", "Why it is taken back.")) var reason: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let language = global.language ?? .vi
      let retraction: AnnouncementRetraction
      do throws(Announcement.Fault) {
        retraction = try AnnouncementRetraction(number: number, date: date.date, reason: reason).tidied().checked()
      } catch {
        Output.message(error.wording(language))
        throw ExitCode.faultsFound
      }
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let known = try workplace.store.office.announcement(retraction.id)
        // Taken back already: no entry is written.
        if known?.isTakenBack != true {
          try workplace.store.decisions.perform(
            .retractAnnouncement(retraction), by: decider.id, at: workplace.clock.now, isConfirmed: true)
        }
        let day = retraction.date.slashed
        guard known?.announcement != nil else {
          Output.data(
            workplace.language.pick(
              "Ở đây không có quyết định \(number) ngày \(day): đã ghi việc thu hồi, không thay đổi thủ tục nào.",
              "No decision \(number) of \(day) is known here: the retraction is recorded and changes nothing."))
          return
        }
        Output.data(
          workplace.language.pick(
            "Đã thu hồi quyết định \(number) ngày \(day).", "The decision \(number) of \(day) is taken back."))
      }
    }
  }
}
