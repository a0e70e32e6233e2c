import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

extension OfficeCommand {
  struct Hours: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Giờ mở cửa của từng điểm tiếp nhận, theo thứ trong tuần và các ngày riêng.",
          "When each reception point is open, by weekday and on days of its own."))
    }

    @Flag(name: .long, help: said("In ra JSON.", "JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      struct Special: Encodable {
        var date: String
        var hours: String
        var reason: String
      }

      var point: String
      var isThisDesks: Bool
      /// Monday first.
      var week: [String]
      var days: [Special]
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        let language = workplace.language
        let own = try workplace.store.office.point()
        let records = try workplace.store.office.openingHours().map { point, hours in
          Record(
            point: point, isThisDesks: point == own, week: hours.week.map { $0.wording(language) },
            days: hours.special.sorted { $0.key < $1.key }.map {
              Record.Special(date: $0.key.slashed, hours: $0.value.day.wording(language), reason: $0.value.reason)
            })
        }
        if json { return Output.json(records) }
        for record in records { show(record, language) }
      }
    }

    private func show(_ record: Record, _ language: Language) {
      let name = record.point.isEmpty ? language.pick("Điểm chính", "Main point") : record.point
      Output.data(name + (record.isThisDesks ? language.pick(" (bàn này)", " (this desk)") : ""))
      for (weekday, hours) in record.week.enumerated() {
        Output.data("  \(weekdayName(weekday + 1, language)): \(hours)")
      }
      for day in record.days {
        Output.data("  \(day.date): \(day.hours)" + (day.reason.isEmpty ? "" : " (\(day.reason))"))
      }
    }
  }

  struct SetHours: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "set-hours",
        abstract: said(
          "Đặt giờ mở cửa hằng tuần của một điểm tiếp nhận.", "Decides the weekly opening hours of a reception point."),
        discussion: said(
          """
          Giờ viết như `7:00-11:30, 13:30-17:00`; để trống là đóng cửa ngày ấy. Ngày không ghi thì giữ nguyên. Ai \
          đến lúc mở cửa thì được tiếp nhận như ngày làm việc; hẹn trả rơi vào giờ mở cửa. Liệt kê hồ sơ đã hẹn \
          công dân đến vào giờ nay đóng cửa.
          """,
          """
          Hours as `7:00-11:30, 13:30-17:00`; an empty text closes the point on that day. Days that are not given \
          stay as they are. Who comes while the point is open is received as on any working day; appointments name \
          an hour at which it is open. Lists the dossiers whose citizens were told to come at an hour that is \
          closed now.
          """))
    }

    @Option(
      name: .long,
      help: said("Điểm tiếp nhận; không ghi thì là điểm chính.", "The reception point; the main one without it."))
    var point = OpeningHours.mainPoint
    @Option(name: .long, help: said("Thứ Hai đến thứ Sáu.", "Monday to Friday.")) var weekdays: String?
    @Option(name: .long, help: said("Thứ Hai.", "Monday.")) var monday: String?
    @Option(name: .long, help: said("Thứ Ba.", "Tuesday.")) var tuesday: String?
    @Option(name: .long, help: said("Thứ Tư.", "Wednesday.")) var wednesday: String?
    @Option(name: .long, help: said("Thứ Năm.", "Thursday.")) var thursday: String?
    @Option(name: .long, help: said("Thứ Sáu.", "Friday.")) var friday: String?
    @Option(name: .long, help: said("Thứ Bảy.", "Saturday.")) var saturday: String?
    @Option(name: .long, help: said("Chủ nhật.", "Sunday.")) var sunday: String?
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    private var given: [String?] {
      [monday ?? weekdays, tuesday ?? weekdays, wednesday ?? weekdays, thursday ?? weekdays, friday ?? weekdays]
        + [saturday, sunday]
    }

    func validate() throws {
      guard given.contains(where: { $0 != nil }) else {
        throw ValidationError(said("Hãy ghi giờ của ít nhất một ngày.", "Give the hours of at least one day."))
      }
      for text in given.compactMap(\.self) where OpeningHours.Day(text: text) == nil {
        throw ValidationError(
          said(
            "\"\(text)\" không phải giờ như 7:00-11:30, 13:30-17:00.",
            "\"\(text)\" are no hours such as 7:00-11:30, 13:30-17:00."))
      }
      guard point.count <= OpeningHours.longestText else {
        throw ValidationError(said("--point dài quá.", "--point is too long."))
      }
    }

    func run() throws {
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let before = try workplace.store.office.hours(of: point)
        let days = zip(given, before.week).map { text, old in text.flatMap { OpeningHours.Day(text: $0) } ?? old }
        guard let week = OpeningWeek(point: point, days: days) else { return }
        try workplace.store.decisions.perform(
          .setOpeningWeek(week), by: decider.id, at: workplace.clock.now, isConfirmed: true)
        Output.data(workplace.language.pick("Đã ghi giờ mở cửa.", "The opening hours are recorded."))
        try OfficeCommand.list(
          workplace.store.queue.strandedAppointments(
            from: workplace.clock.now.civilDate, at: point, viewer: Viewer(decider)), to: decider, at: workplace)
      }
    }
  }

  struct SetDayHours: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "set-day-hours",
        abstract: said(
          "Đặt giờ mở cửa của một ngày: thứ Bảy trực, buổi chiều đóng cửa vì lũ.",
          "Decides the opening hours of one day: a Saturday on duty, an afternoon closed by a flood."),
        discussion: said(
          "Liệt kê hồ sơ đã hẹn công dân đến ngày ấy vào giờ nay đóng cửa.",
          "Lists the dossiers whose citizens were told to come on that day at an hour that is closed now."))
    }

    @Argument(help: said("Ngày nào, ví dụ 25/11/2026.", "The day: dd/mm/yyyy.", value: "ngày")) var date: DateArgument
    @Option(name: .long, help: said("Ví dụ 7:00-11:30; để trống là đóng cửa.", "E.g. 7:00-11:30; empty for closed."))
    var hours: String?
    @Flag(name: .long, help: said("Trở lại giờ của thứ ấy trong tuần.", "The hours of the weekday again."))
    var asWeekday = false
    @Option(name: .long, help: said("Lý do, cho người khác biết.", "Why, for the others.")) var reason = ""
    @Flag(
      name: .long,
      help: said(
        "Thời hạn giải quyết cũng tính theo giờ này: ngày trực là ngày làm việc, ngày đóng cửa thì không.",
        "Time limits run by these hours too: a day on duty is a working day, a closed one is not."))
    var countsForLimits = false
    @Option(
      name: .long,
      help: said("Điểm tiếp nhận; không ghi thì là điểm chính.", "The reception point; the main one without it."))
    var point = OpeningHours.mainPoint
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (hours != nil) != asWeekday else {
        throw ValidationError(said("Hãy ghi --hours hoặc --as-weekday.", "Give --hours or --as-weekday."))
      }
      guard !countsForLimits || !asWeekday else {
        throw ValidationError(
          said(
            "--counts-for-limits chỉ đi với --hours: theo giờ của thứ thì thời hạn tính như thường.",
            "--counts-for-limits goes with --hours: by the hours of the weekday limits run as always."))
      }
      guard !countsForLimits || point == OpeningHours.mainPoint else {
        throw ValidationError(
          said(
            "--counts-for-limits chỉ cho điểm chính: thời hạn tính chung cho cả xã.",
            "--counts-for-limits is for the main point: limits are the same in the whole commune."))
      }
      if let hours, OpeningHours.Day(text: hours) == nil {
        throw ValidationError(
          said(
            "\"\(hours)\" không phải giờ như 7:00-11:30, 13:30-17:00.",
            "\"\(hours)\" are no hours such as 7:00-11:30, 13:30-17:00."))
      }
    }

    func run() throws {
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, decider throws(StoreError) in
        let decision = OpeningDay(
          point: point, date: date.date, day: hours.flatMap { OpeningHours.Day(text: $0) }, reason: reason,
          countsForLimits: countsForLimits)
        try workplace.store.decisions.perform(.setOpeningDay(decision), by: decider.id, at: workplace.clock.now)
        Output.data(workplace.language.pick("Đã ghi giờ mở cửa.", "The opening hours are recorded."))
        try OfficeCommand.list(
          workplace.store.queue.strandedAppointments(on: date.date, at: point, viewer: Viewer(decider)), to: decider,
          at: workplace)
      }
    }
  }

  /// Says whose citizens were told to come at an hour that is closed now. A long list is recorded like every other one.
  private static func list(
    _ stranded: [QueueRow], to clerk: Clerk, at workplace: Workplace
  ) throws(StoreError) {
    guard !stranded.isEmpty else { return }
    let more = stranded.count < CallQuery.most ? "" : "+"
    let held = HeldOutput(folder: workplace.locations.data)
    held.data(
      workplace.language.pick(
        "\(stranded.count)\(more) hồ sơ hẹn công dân đến vào lúc đóng cửa:",
        "\(stranded.count)\(more) citizens were told to come at an hour that is closed:"))
    for row in stranded {
      held.data("  \(row.code.text)  \(row.dueAt?.clockAndDate ?? "")  \(row.ownerName ?? "")")
    }
    let reading = DataReading(
      what: .list, purpose: "báo công dân đã hẹn vào lúc đóng cửa", persons: stranded.count, hash: try held.digest())
    if reading.isRecorded {
      try workplace.store.decisions.perform(.recordReading(reading), by: clerk.id, at: workplace.clock.now)
    }
    try held.putOut()
  }

  struct Point: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Cho biết bàn này ở điểm tiếp nhận nào; hẹn trả cấp ở đây theo giờ của điểm ấy.",
          "Says at which reception point this desk stands; its hours are those of appointments given here."))
    }

    @Argument(
      help: said(
        "Tên điểm, như ở `set-hours --point`; để trống là điểm chính.",
        "Its name, as in `set-hours --point`; empty for the main one.", value: "điểm"))
    var point: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try OfficeCommand.change(global, author, as: Clerk.Role.running) { workplace, _ throws(StoreError) in
        try workplace.store.office.setPoint(point)
        Output.data(workplace.language.pick("Bàn này ở: ", "This desk is at: ") + (point.isEmpty ? "–" : point))
      }
    }
  }
}
