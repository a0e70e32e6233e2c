import DossierDomain

/// Parses the text of a field into a value, or returns the sentence that says why it cannot.
struct Reading<Value: Sendable>: Sendable {
  struct Problem: Error {
    var sentence: Words
  }

  var takes = TextField.Kind.text
  var use = OwnTyping.Use.words
  var read: @Sendable (String) throws(Problem) -> Value

  init(
    takes: TextField.Kind = .text, use: OwnTyping.Use = .words,
    _ read: @escaping @Sendable (String) throws(Problem) -> Value
  ) {
    self.takes = takes
    self.use = use
    self.read = read
  }

  /// The same text in a field that may hold names.
  var ofNames: Reading {
    var reading = self
    reading.use = .names
    return reading
  }

  func problem(_ text: String, _ language: Language) -> String? {
    do throws(Problem) {
      _ = try read(text)
      return nil
    } catch {
      return error.sentence(language)
    }
  }
}

extension Reading<String> {
  static let optional = Reading { text in text }

  static let required = Reading { text throws(Problem) in
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Problem(sentence: Words("Chưa có nội dung. Hãy gõ rồi Enter.", "Nothing typed yet."))
    }
    return text
  }
}

extension Reading<Int> {
  static func number(_ range: ClosedRange<Int>) -> Reading {
    Reading { text throws(Problem) in
      guard let number = Int(text), range.contains(number) else { throw .range(range) }
      return number
    }
  }

  /// An amount in đồng: digits, with points or blanks between thousands.
  static let amount = Reading { text throws(Problem) in
    let digits = text.filter { $0 != "." && $0 != " " }
    let isNumber = !digits.isEmpty && digits.utf8.count <= 10 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber, let amount = Int(digits) else {
      throw Problem(sentence: Words("Hãy gõ số tiền như 8.000.", "Type an amount such as 8.000."))
    }
    return amount
  }
}

extension Reading<Int?> {
  /// A number; an empty text gives nil.
  static func optionalNumber(_ range: ClosedRange<Int>) -> Reading {
    Reading { text throws(Problem) in
      if text.isEmpty { return nil }
      guard let number = Int(text), range.contains(number) else { throw .range(range) }
      return number
    }
  }
}

extension Reading<CivilDate> {
  /// - Parameter problem: returns what is wrong with a day that could be parsed; nil if the day is allowed.
  static func day(unless problem: @escaping @Sendable (CivilDate) -> Words? = { _ in nil }) -> Reading {
    Reading { text throws(Problem) in
      guard let date = CivilDate(text: text) else { throw .noDay }
      if let sentence = problem(date) { throw Problem(sentence: sentence) }
      return date
    }
  }

  /// A day as the clerk says it: `7/12/2026`, `7/12/26`, `07122026`, `7/12` for the next one, or `3` for the third working
  /// day from today.
  static func workingDay(after now: Instant, _ calendar: WorkingCalendar) -> Reading {
    Reading { text throws(Problem) in
      guard let date = spoken(text, after: now.civilDate, calendar) else { throw .noDay }
      guard date > now.civilDate else {
        throw Problem(sentence: Words("Ngày phải sau hôm nay.", "The day must be after today."))
      }
      guard let next = try? calendar.nextWorkingDay(onOrAfter: date) else {
        throw Problem(sentence: Words { Denial.calendarOutOfRange.wording($0) })
      }
      guard next == date else { throw Problem(sentence: Words { Denial.newDueOnDayOff(next: next).wording($0) }) }
      return date
    }
  }

  fileprivate static func spoken(_ text: String, after today: CivilDate, _ calendar: WorkingCalendar) -> CivilDate? {
    if let date = CivilDate(text: text) { return date }
    let parts = text.split { "/-. ".contains($0) }.map { String($0) }
    guard parts.allSatisfy({ isDigits($0) && $0.count <= 8 }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    switch numbers.count {
    case 1 where parts[0].count == 8:
      return CivilDate(year: numbers[0] % 10_000, month: numbers[0] / 10_000 % 100, day: numbers[0] / 1_000_000)
    case 1 where parts[0].count <= 2 && numbers[0] > 0:
      return try? calendar.adding(workingDays: numbers[0], to: today)
    case 2:
      return [today.year, today.year + 1].lazy.compactMap {
        CivilDate(year: $0, month: numbers[1], day: numbers[0])
      }.first { $0 > today }
    case 3 where parts[2].count == 2: return CivilDate(year: 2000 + numbers[2], month: numbers[1], day: numbers[0])
    default: return nil
    }
  }
}

extension Reading<CivilDate?> {
  /// The last day that somebody is given; an empty text gives nil. `20` is the twentieth day after today; a period in days that ends on a
  /// day off ends with the next working day (Civil Code 2015, Đ.148). A day as the clerk says it counts as it is.
  static func lastDay(after now: Instant, _ calendar: WorkingCalendar) -> Reading {
    Reading { text throws(Problem) in
      let text = text.filter { !$0.isWhitespace }
      if text.isEmpty { return nil }
      let today = now.civilDate
      if isDigits(text), text.count <= 3, let days = Int(text) {
        guard days > 0 else { throw Problem(sentence: Words { Denial.supplementDayPassed.wording($0) }) }
        guard let day = try? calendar.nextWorkingDay(onOrAfter: today.adding(days: days)) else {
          throw Problem(sentence: Words { Denial.calendarOutOfRange.wording($0) })
        }
        return day
      }
      guard let day = Reading<CivilDate>.spoken(text, after: today, calendar) else { throw .noDay }
      guard day > today else { throw Problem(sentence: Words { Denial.supplementDayPassed.wording($0) }) }
      return day
    }
  }
}

extension Reading.Problem {
  fileprivate static var noDay: Self {
    Self(sentence: Words("Hãy gõ ngày như 30/11/2026.", "Type a day such as 30/11/2026."))
  }

  fileprivate static func range(_ range: ClosedRange<Int>) -> Self {
    let (first, last) = (range.lowerBound, range.upperBound)
    return Self(sentence: Words("Hãy gõ số từ \(first) đến \(last).", "Type a number from \(first) to \(last)."))
  }
}

extension Words {
  /// The domain's own wording in every language.
  init(_ wording: (Language) -> String) {
    self.init(wording(.vi), wording(.en))
  }
}
