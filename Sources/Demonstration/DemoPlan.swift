import DossierDomain

/// The dossiers of a demo: old ones that were handed back, and open ones that a clerk finds in the morning.
struct DemoPlan {
  enum Stage {
    case online, unassigned, inProgress, decision, supplement, payment, completed, handedBack
  }

  struct Item {
    /// The day of reception, unless it follows from the appointment.
    var day: CivilDate
    var stage: Stage
    var due: CivilDate?
  }

  private var historyLeft: Int
  private let days: [CivilDate]
  private let perDay: Int
  private var made = 0
  private var front: [Item]

  init(dossiers: Int, today: CivilDate, calendar: WorkingCalendar) {
    var front = Self.front(today: today, calendar: calendar)
    if front.count > dossiers { front = Array(front.prefix(dossiers)) }
    self.front = front.reversed()
    historyLeft = dossiers - front.count
    var worked: [CivilDate] = []
    var day = CivilDate(year: 2024, month: 1, day: 2) ?? today
    // Even the newest of the old dossiers is old enough to have been handed back.
    let end = today.adding(days: -45)
    while day < end {
      if (try? calendar.isWorkingDay(day)) == true { worked.append(day) }
      day = day.adding(days: 1)
    }
    // A small demo covers few days, so that it has several dossiers a day instead of one a month.
    let wanted = max(1, min(worked.count, historyLeft / 12))
    days = Array(worked.suffix(wanted))
    perDay = min(9000, max(1, (historyLeft + max(1, days.count) - 1) / max(1, days.count)))
  }

  mutating func next() -> Item? {
    if historyLeft > 0, !days.isEmpty {
      historyLeft -= 1
      defer { made += 1 }
      return Item(day: days[min(made / perDay, days.count - 1)], stage: .handedBack)
    }
    return front.popLast()
  }

  private static func front(today: CivilDate, calendar: WorkingCalendar) -> [Item] {
    func workingDay(_ offset: Int) -> CivilDate {
      var day = today
      let step = offset < 0 ? -1 : 1
      var left = abs(offset)
      while left > 0 {
        day = day.adding(days: step)
        if (try? calendar.isWorkingDay(day)) == true { left -= 1 }
      }
      return day
    }
    var items: [Item] = []
    func add(_ count: Int, _ stage: Stage, due offsets: [Int]) {
      for index in 0..<count {
        items.append(
          Item(day: workingDay(-1 - index % 3), stage: stage, due: workingDay(offsets[index % offsets.count])))
      }
    }
    add(3, .inProgress, due: [-2, -1])
    add(9, .inProgress, due: [0])
    add(40, .inProgress, due: [1, 2, 3, 4, 5])
    add(3, .decision, due: [0, 1, 2])
    add(5, .unassigned, due: [2, 3])
    add(7, .supplement, due: [1, 3, 5])
    add(2, .payment, due: [2, 4])
    add(14, .completed, due: [0, 1, 2, 3])
    for index in 0..<4 { items.append(Item(day: workingDay(-index / 2), stage: .online, due: nil)) }
    return items
  }
}
