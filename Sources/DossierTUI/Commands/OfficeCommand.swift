import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import Foundation
import OfficeWork

/// `dossier office`: creates a real office, its clerks, settings and days off.
struct OfficeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "office",
      abstract: said(
        "Cán bộ, cài đặt, giờ mở cửa, lịch nghỉ và thủ tục của đơn vị.",
        "An office's clerks, settings, opening hours, days off and procedures."),
      subcommands: [
        Create.self, Settings.self, ChangeSettings.self, Clerks.self, AddClerk.self, Absent.self, ResetPIN.self,
        LastNumber.self, Pause.self,
        Hours.self, SetHours.self, SetDayHours.self, Point.self, Days.self, DecideDays.self, DefaultDays.self,
        Procedures.self, DecideProcedures.self, Announcements.self, RetractAnnouncement.self,
      ])
  }

  struct Create: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said("Tạo đơn vị trong thư mục dữ liệu còn trống.", "Makes an office in an empty data folder."))
    }

    @Option(name: .long, help: said("Tên đơn vị, ví dụ \"xã La Lay\".", "E.g. \"xã La Lay\".")) var name: String
    @Option(
      name: .long,
      help: said("Mã định danh cơ quan, ví dụ 000.19.45.H50.", "Agency identification code, e.g. 000.19.45.H50."))
    var agencyCode: String
    @Option(name: .long, help: said("Mã đơn vị hành chính của xã, ví dụ 19594.", "Code of the commune, e.g. 19594."))
    var unitCode: String
    @Option(
      name: .long,
      help: said(
        "Họ tên cán bộ đầu tiên, là phụ trách bộ phận và quản trị.",
        "The first clerk, who is head of desk and administrator."))
    var clerk: String
    @Flag(
      name: .long, help: said("Đơn vị chỉ có một cán bộ, không hỏi mã PIN.", "A one-clerk office that asks for no PIN.")
    )
    var withoutPIN = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      try OfficeCommand.validate(name: name, agencyCode: agencyCode)
      try OfficeCommand.validate(name: clerk, agencyCode: nil)
      guard Office.isAcceptable(unitCode: unitCode) else {
        throw ValidationError(
          said("--unit-code là mã số của xã, ví dụ 19594.", "--unit-code is the number of the commune, e.g. 19594."))
      }
    }

    func run() throws {
      let locations = Locations(data: global.data, environment: ProcessEnvironment.values)
      let new = NewOffice(
        name: name, agencyCode: agencyCode, unitCode: unitCode, firstClerk: clerk, requiresPIN: !withoutPIN)
      do throws(StoreError) {
        try new.found(in: locations.data, at: WallClock.machine.now)
        Output.data((global.language ?? .vi).pick("Đã tạo đơn vị \(name).", "The office \(name) is made."))
      } catch {
        Output.message(error.wording(global.language ?? .vi))
        throw ExitCode.storeUnavailable
      }
    }
  }

  struct AddClerk: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "add-clerk", abstract: said("Thêm một cán bộ.", "Adds a clerk."))
    }

    @Argument(help: said("Họ tên cán bộ.", "Her name.", value: "tên")) var name: String
    @Option(name: .long, help: said("Chức danh.", "Her title.")) var title = ""
    @Option(
      name: .long,
      help: said(
        "Vai trò, gõ mã hay tên gọi, có dấu hay không dấu; nhiều vai trò thì ghi --role nhiều lần.",
        "reception, specialist, signingLeader, headOfDesk, administrator."))
    var role: [Clerk.Role]
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws { try OfficeCommand.validate(name: name, agencyCode: nil) }

    func run() throws {
      try change(global, author) { workplace, decider throws(StoreError) in
        // Names must be unique, because the command line identifies clerks by name.
        guard try !workplace.store.office.clerks().contains(where: { $0.name == name }) else {
          throw .denied(.nameInUse)
        }
        let clerk = Clerk(
          id: .version7(at: workplace.clock.now, random: workplace.store.random()), name: name, title: title,
          roles: Set(role))
        try workplace.store.decisions.perform(
          .setClerk(clerk), by: decider.id, at: workplace.clock.now, isConfirmed: true)
        Output.data(workplace.language.pick("Đã thêm cán bộ \(name).", "The clerk \(name) is added."))
      }
    }
  }

  struct Absent: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said("Ghi cán bộ vắng mặt và người thay.", "Says that a clerk is away, and who stands in for her."))
    }

    @Argument(help: said("Họ tên cán bộ.", "Her name.", value: "tên")) var name: String
    @Option(name: .long, help: said("Ngày đầu.", "First day.")) var from: DateArgument
    @Option(name: .long, help: said("Ngày cuối, tính cả ngày ấy.", "Last day, included.")) var to: DateArgument
    @Option(name: .long, help: said("Họ tên người thay.", "Who stands in.")) var substitute: String?
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        guard from.date <= to.date else { throw .denied(.absenceEndsBeforeItBegins) }
        let absence = Absence(
          clerk: try workplace.clerk(named: name).id, from: from.date, through: to.date,
          substitute: try substitute.map { name throws(StoreError) in try workplace.clerk(named: name).id })
        try workplace.store.decisions.perform(.setAbsence(absence), by: decider.id, at: workplace.clock.now)
      }
    }
  }

  struct ResetPIN: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "reset-pin",
        abstract: said(
          "Cho cán bộ chọn mã PIN mới ở lần đăng nhập sau.", "Lets a clerk choose a new PIN at her next sign-in."))
    }

    @Argument(help: said("Họ tên cán bộ.", "Her name.", value: "tên")) var name: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try change(global, author) { workplace, _ throws(StoreError) in
        try workplace.store.signIn.forgetPIN(of: workplace.clerk(named: name).id, at: workplace.clock.now)
      }
    }
  }

  struct LastNumber: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "last-number",
        abstract: said(
          "Sau khi khôi phục: nhập số cuối cùng đã in trong ngày, để mã của ngày ấy lại là mã chính thức.",
          "After a restore: the last number that was printed on a day, so that its codes are final again."))
    }

    @Option(name: .long, help: said("Ngày nào.", "The day.")) var date: DateArgument
    @Option(name: .long, help: said("0 nếu ngày ấy chưa in số nào.", "0 when none was printed.")) var number: Int
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (0...9999).contains(number) else {
        throw ValidationError(said("--number phải từ 0 đến 9999.", "--number must be 0 to 9999."))
      }
    }

    func run() throws {
      try change(global, author) { workplace, _ throws(StoreError) in
        try workplace.store.decisions.enterLastPrinted(number, on: date.date)
      }
    }
  }

  struct Pause: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Sau khi bổ sung thì hẹn trả tính thế nào, theo từng thủ tục.",
          "What becomes of appointments after a supplement, by procedure."),
        discussion: said(
          """
          prolonged: hẹn cũ cộng thêm thời gian làm việc đã chờ (dùng khi chưa đặt gì).
          wholePeriod: tính lại cả thời hạn của thủ tục từ ngày đủ giấy tờ.
          """,
          """
          prolonged: the old appointment plus the working time that passed (what holds where nothing is set).
          wholePeriod: the procedure's whole period again from the day on which the papers were complete.
          """))
    }

    @Argument(help: said("Mã thủ tục.", "The procedure's code.", value: "mã-thủ-tục")) var procedure: String
    @Argument(help: said("Cách tính, gõ mã hay tên gọi.", "prolonged or wholePeriod.", value: "cách-tính"))
    var policy: PausePolicy
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try change(global, author) { workplace, decider throws(StoreError) in
        let opening = try workplace.store.office.opening()
        guard opening.catalogue.version(of: procedure, on: workplace.clock.now.civilDate) != nil else {
          throw .denied(.procedureUnknown(code: procedure))
        }
        var office = opening.office
        if policy == .wholePeriod {
          office.wholePeriodProcedures.insert(procedure)
        } else {
          office.wholePeriodProcedures.remove(procedure)
        }
        try workplace.store.decisions.perform(
          .setOffice(office), by: decider.id, at: workplace.clock.now, isConfirmed: true)
      }
    }
  }

  /// Checks the values that are printed on papers and in codes.
  static func validate(name: String?, agencyCode: String?) throws {
    if let name, !Clerk.isAcceptable(name: name) {
      throw ValidationError(said("Tên phải có từ 1 đến 120 ký tự.", "A name has 1 to 120 characters."))
    }
    guard agencyCode.map({ Office.isAcceptable(agencyCode: $0) }) ?? true else {
      throw ValidationError(
        said(
          "Mã định danh chỉ gồm chữ số, chữ in hoa và dấu chấm, ví dụ 000.19.45.H50.",
          "An agency code has digits, capital letters and points, e.g. 000.19.45.H50."))
    }
  }

  /// Ends the command with a sentence if the data cannot be used.
  static func reporting<Value>(_ workplace: Workplace, _ body: () throws(StoreError) -> Value) throws -> Value {
    do throws(StoreError) {
      return try body()
    } catch {
      Output.message(error.wording(workplace.language))
      throw error.exitCode
    }
  }

  /// Reads a table that people edit: says what of it was not understood, or prints a sentence for each row that cannot
  /// be read.
  static func table<Contents: TableContents, Reason: TableReason>(
    _ file: String, _ language: Language, _ read: ([UInt8]) throws(TableReadError<Reason>) -> Contents
  ) throws -> Contents {
    let bytes = try tableBytes(file, language)
    do throws(TableReadError<Reason>) {
      let contents = try read(bytes)
      for sentence in contents.remarks.sentences(language, file: file) { Output.message(sentence) }
      return contents
    } catch {
      throw refused(error, file, language)
    }
  }

  /// The bytes of a table; of a workbook its rows, which the helper reads.
  private static func tableBytes(_ file: String, _ language: Language) throws -> [UInt8] {
    let path = TypedPath.existing(file)
    guard let bytes = FileManager.default.contents(atPath: path) else {
      Output.message(language.pick("Không đọc được tệp \(file).", "Cannot read \(file)."))
      throw ExitCode.notFound
    }
    guard FileFormat(of: bytes) == .workbook else { return Array(bytes) }
    do throws(SheetHelper.Failure) {
      let rows = try SheetHelper.rows(of: path)
      for sentence in rows.sentences(language) { Output.message("\(file): \(sentence)") }
      return rows.csv
    } catch {
      Output.message("\(file): \(error.wording(language))")
      throw ExitCode.faultsFound
    }
  }

  /// Says why nothing of a table was taken in.
  static func refused<Reason: TableReason>(
    _ error: TableReadError<Reason>, _ file: String, _ language: Language
  ) -> ExitCode {
    for sentence in error.sentences(language, file: file) { Output.message(sentence) }
    return ExitCode.faultsFound
  }

  /// Records a decision about the office, in the name of a clerk with one of these roles.
  static func change(
    _ options: GlobalOptions, _ author: WriterOptions, as roles: Set<Clerk.Role> = Clerk.Role.administering,
    _ body: (Workplace, Clerk) throws(StoreError) -> Void
  ) throws {
    let workplace = try options.openWorkplace(.readWrite)
    try author.signedIn(at: workplace, as: roles) { clerk in
      try reporting(workplace) { () throws(StoreError) in try body(workplace, clerk) }
    }
  }
}
