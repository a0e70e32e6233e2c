import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

extension OfficeCommand {
  struct Settings: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Cài đặt của đơn vị, như nhau ở mọi bàn.", "What is set in the office: the same at all its desks."))
    }

    @Flag(name: .long, help: said("In ra JSON.", "JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var name: String
      var agencyCode: String
      var unitCode: String
      var hours: String
      var extensionLimit: Int
      var requiresPIN: Bool
      var idleLockMinutes: Int
      var wholePeriodProcedures: [String]
      var ownCodesFrom: String?
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        let office = try workplace.store.office.current()
        let record = Record(
          name: office.name, agencyCode: office.agencyCode, unitCode: office.unitCode,
          hours: HoursArgument(hours: office.workingHours).text,
          extensionLimit: office.extensionLimit, requiresPIN: office.requiresPIN,
          idleLockMinutes: office.idleLockMinutes, wholePeriodProcedures: office.wholePeriodProcedures.sorted(),
          ownCodesFrom: office.ownCodesFrom?.iso8601)
        if json { return Output.json(record) }
        let language = workplace.language
        func yes(_ isOn: Bool) -> String { isOn ? language.pick("có", "yes") : language.pick("không", "no") }
        for (name, value) in [
          (language.pick("Đơn vị", "Office"), record.name),
          (language.pick("Mã định danh", "Agency code"), record.agencyCode),
          (language.pick("Mã đơn vị hành chính", "Unit code"), record.unitCode),
          (language.pick("Giờ làm việc", "Working hours"), record.hours),
          (language.pick("Số lần được gia hạn", "Extensions allowed"), "\(record.extensionLimit)"),
          (language.pick("Hỏi mã PIN", "Asks for a PIN"), yes(record.requiresPIN)),
          (
            language.pick("Tự khóa sau (phút, 0: không)", "Locks after (minutes, 0 never)"), "\(record.idleLockMinutes)"
          ),
          (
            language.pick("Tính lại cả thời hạn sau bổ sung", "Whole period again after a supplement"),
            record.wholePeriodProcedures.isEmpty ? "–" : record.wholePeriodProcedures.joined(separator: " ")
          ),
          (
            language.pick("Công dân nhận mã của chương trình này từ", "Citizens get this program's codes from"),
            office.ownCodesFrom?.slashed ?? language.pick("ngày đầu", "the first day")
          ),
        ] { Output.data("\(name): \(value)") }
      }
    }
  }

  struct ChangeSettings: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "set",
        abstract: said("Đổi cài đặt của đơn vị, cho mọi bàn.", "Changes settings of the office, for all its desks."),
        discussion: said(
          "Hẹn đã cấp giữ nguyên như trên giấy.", "Appointments that were given stay as they are on paper."))
    }

    @Option(name: .long, help: said("Tên đơn vị, ví dụ \"xã La Lay\".", "E.g. \"xã La Lay\".")) var name: String?
    @Option(
      name: .long,
      help: said(
        "Mã định danh cơ quan; mã hồ sơ đã cấp giữ nguyên.", "Agency identification code; codes that were issued stay.")
    )
    var agencyCode: String?
    @Option(name: .long, help: said("Giờ làm việc, ví dụ 07:00-11:30,13:30-17:00.", "E.g. 07:00-11:30,13:30-17:00."))
    var hours: HoursArgument?
    @Option(name: .customLong("rests-24-november"), help: .hidden)
    var restsOn24November: YesOrNo?
    @Option(
      name: .long,
      help: said("Một hồ sơ được xin lỗi, gia hạn mấy lần.", "How often a dossier may be extended with an apology."))
    var extensionLimit: Int?
    @Option(
      name: .long,
      help: said(
        "Cán bộ đăng nhập bằng mã PIN hay không: yes là có, no là không.", "Whether clerks sign in by PIN: yes or no."))
    var pin: YesOrNo?
    @Option(
      name: .long,
      help: said(
        "Bao nhiêu phút không bấm phím thì màn hình tự khóa; 0: không khóa.",
        "Minutes without a key before the screen locks; 0 never."))
    var idleLock: Int?
    @Option(
      name: .long,
      help: said(
        "Dùng song song với hệ thống khác: công dân nhận mã của chương trình này từ ngày nào; none: từ đầu.",
        "Beside another system: the day from which citizens get this program's codes; none: from the beginning."))
    var ownCodesFrom: DateOrNone?
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      try OfficeCommand.validate(name: name, agencyCode: agencyCode)
      guard (0...9).contains(extensionLimit ?? 0) else {
        throw ValidationError(said("--extension-limit phải từ 0 đến 9.", "--extension-limit must be 0 to 9."))
      }
      guard (0...480).contains(idleLock ?? 0) else {
        throw ValidationError(said("--idle-lock phải từ 0 đến 480.", "--idle-lock must be 0 to 480."))
      }
    }

    func run() throws {
      try OfficeCommand.change(global, author) { workplace, decider throws(StoreError) in
        let before = try workplace.store.office.current()
        var office = before
        // The agency code cannot change after enrolment, because the province identifies the office by it.
        if agencyCode != nil, try workplace.store.exchange.enrolment() != nil {
          throw .denied(.agencyCodeIsTheProvinces)
        }
        if let name { office.name = name }
        if let agencyCode { office.agencyCode = agencyCode }
        if let hours { office.workingHours = hours.hours }
        if restsOn24November != nil {
          Output.message(
            workplace.language.pick(
              "Ngày 24/11 nghỉ theo luật từ năm 2026, không còn là cài đặt. Năm nào có quyết định khác thì dùng: office decide-days.",
              "24 November is off by law from 2026 on and no longer a setting. A year's other decision: office decide-days."
            ))
        }
        if let extensionLimit { office.extensionLimit = extensionLimit }
        if let pin { office.requiresPIN = pin == .yes }
        if let idleLock { office.idleLockMinutes = idleLock }
        if let ownCodesFrom { office.ownCodesFrom = ownCodesFrom.date }
        // If nothing changes, no entry is written.
        guard office != before else {
          return Output.data(workplace.language.pick("Không có gì thay đổi.", "Nothing has changed."))
        }
        try workplace.store.decisions.perform(
          .setOffice(office), by: decider.id, at: workplace.clock.now, isConfirmed: true)
        Output.data(workplace.language.pick("Đã đổi cài đặt của đơn vị.", "The office's settings are changed."))
      }
    }
  }
}

/// A day, or `none`.
struct DateOrNone: ExpressibleByArgument {
  var date: CivilDate?

  init?(argument: String) {
    if argument == "none" { return }
    guard let date = CivilDate(text: argument) else { return nil }
    self.date = date
  }
}

enum YesOrNo: String, ExpressibleByArgument, CaseIterable {
  case yes, no
}

/// `07:00-11:30,13:30-17:00`
struct HoursArgument: ExpressibleByArgument {
  var hours: WorkingHours

  init(hours: WorkingHours) {
    self.hours = hours
  }

  init?(argument: String) {
    let minutes = argument.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "," }.map(Self.minute)
    guard minutes.count == 4, let first = minutes[0], let second = minutes[1], let third = minutes[2],
      let fourth = minutes[3], first < second, second <= third, third < fourth
    else { return nil }
    hours = WorkingHours(morning: first..<second, afternoon: third..<fourth)
  }

  var text: String {
    [hours.morning, hours.afternoon].map { "\(Self.clock($0.lowerBound))-\(Self.clock($0.upperBound))" }
      .joined(separator: ",")
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func clock(_ minute: Int) -> String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
