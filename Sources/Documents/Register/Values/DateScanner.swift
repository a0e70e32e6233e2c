import DossierDomain
import VietnameseText

/// Takes a cell apart into numbers, words and signs, and puts one date and at most one time together. Whatever belongs
/// to neither makes the cell unreadable.
struct DateScanner {
  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case sign(Character)
  }

  private var tokens: [Token] = []
  private var place = 0
  private var day: WrittenDate.Day?
  private var minutes: Int?
  private var isReadable = true

  init(_ text: String) {
    guard text.utf8.count <= 80 else {
      isReadable = false
      return
    }
    var number = ""
    var word = ""
    func token() -> Token? {
      defer { (number, word) = ("", "") }
      if !number.isEmpty { return Int(number).map { .number($0, digits: number.count) } }
      return word.isEmpty ? nil : .word(word)
    }
    for character in text.folded.drop(while: { "'’`".contains($0) }) {
      if character.isASCII, character.isNumber {
        if !word.isEmpty, let done = token() { tokens.append(done) }
        number.append(character)
        if number.count > 9 { isReadable = false }
      } else if character.isLetter {
        if !number.isEmpty, let done = token() { tokens.append(done) }
        word.append(character)
      } else {
        if let done = token() { tokens.append(done) }
        if character != " " { tokens.append(.sign(character)) }
      }
    }
    if let done = token() { tokens.append(done) }
  }

  mutating func date() -> WrittenDate? {
    guard isReadable else { return nil }
    while place < tokens.count {
      guard takeTime() || isReadable && (takeDate() || takeFiller()) else { return nil }
    }
    guard let day else { return nil }
    return WrittenDate(day: day, minutes: minutes)
  }

  private func peek(_ distance: Int = 0) -> Token? {
    place + distance < tokens.count ? tokens[place + distance] : nil
  }

  private func number(_ distance: Int, _ range: ClosedRange<Int>, digits: ClosedRange<Int> = 1...2) -> Int? {
    guard case .number(let value, let count)? = peek(distance), range.contains(value), digits.contains(count) else {
      return nil
    }
    return value
  }

  private func isWord(_ distance: Int, _ words: Set<String>) -> Bool {
    if case .word(let word)? = peek(distance) { words.contains(word) } else { false }
  }

  private func isSign(_ distance: Int, _ signs: String) -> Bool {
    if case .sign(let sign)? = peek(distance) { signs.contains(sign) } else { false }
  }

  // MARK: Words around it

  private mutating func takeFiller() -> Bool {
    if isSign(0, ",;()") || isWord(0, ["ngay", "luc", "vao", "t", "cn", "hoi", "mong"]) {
      place += 1
      return true
    }
    // What a counter writes beside the day: "06/10/2026 (ký nhận)", "Đã nhận 06/10/2026", "sáng 05/10/2026".
    for words in [["ky", "nhan"], ["da", "nhan"], ["da", "tra"], ["sang"], ["chieu"]]
    where tokens[place...].starts(with: words.map { .word($0) }) {
      place += words.count
      return true
    }
    // "Thứ hai", "thứ 2", "chủ nhật".
    if isWord(0, ["thu", "chu"]),
      isWord(1, ["hai", "ba", "tu", "nam", "sau", "bay", "nhat"]) || number(1, 2...7) != nil
    {
      place += 2
      return true
    }
    return false
  }

  // MARK: Time

  private mutating func takeTime() -> Bool {
    guard minutes == nil else { return false }
    if day != nil, let both = number(0, 0...2359, digits: 4...4), both % 100 < 60 {
      minutes = both / 100 * 60 + both % 100
      place += 1
      return true
    }
    guard let hour = number(0, 0...23) else { return false }
    var minute = 0
    var length: Int
    if isSign(1, ":"), let found = number(2, 0...59, digits: 2...2) {
      minute = found
      length = 3
      if isSign(length, ":"), number(length + 1, 0...59) != nil {
        length += 2
        if isSign(length, ".,"), case .number? = peek(length + 1) { length += 2 }
      }
    } else if day != nil, isSign(1, "."), let found = number(2, 0...59, digits: 2...2), !isSign(3, ".") {
      minute = found
      length = 3
    } else if isWord(1, ["h", "g", "gio"]) {
      length = 2
      if let found = number(2, 0...59), !isDateBegin(at: 2) {
        minute = found
        length = 3
        if isWord(3, ["p", "ph", "phut"]) { length += 1 }
      }
    } else {
      return false
    }
    place += length
    guard let total = afternoon(hour, minute), let zone = zone() else {
      isReadable = false
      return false
    }
    minutes = total - zone
    return true
  }

  /// Whether the number begins a date: "8h 05/02/2026".
  private func isDateBegin(at distance: Int) -> Bool { isSign(distance + 1, "/-.") || isWord(distance + 1, ["thang"]) }

  /// Minutes since midnight, with "PM" or "CH" (chiều) behind the time; nil if there is no such time.
  private mutating func afternoon(_ hour: Int, _ minute: Int) -> Int? {
    let isMorning = isWord(0, ["am", "sa", "sang"])
    let isAfternoon = isWord(0, ["pm", "ch", "chieu"])
    guard isMorning || isAfternoon else { return hour * 60 + minute }
    place += 1
    // "14:30 PM" is written, too.
    if hour > 12 { return isAfternoon ? hour * 60 + minute : nil }
    return (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute
  }

  /// Minutes by which the written zone is ahead of the office's, which is seven hours ahead of UTC; 0 without a zone,
  /// nil if it is none.
  private mutating func zone() -> Int? {
    if isWord(0, ["z"]) {
      place += 1
      return -7 * 60
    }
    // Only ISO 8601 has a zone; elsewhere "8:00 - 10:00" is a span of time.
    guard isSign(0, "+-"), case .certain? = day else { return 0 }
    let sign = isSign(0, "-") ? -1 : 1
    if let hours = number(1, 0...14, digits: 2...2), isSign(2, ":"), let rest = number(3, 0...59, digits: 2...2) {
      place += 4
      return sign * (hours * 60 + rest) - 7 * 60
    }
    guard let both = number(1, 0...1400, digits: 4...4), both % 100 < 60 else { return nil }
    place += 2
    return sign * (both / 100 * 60 + both % 100) - 7 * 60
  }

  // MARK: Day

  private mutating func takeDate() -> Bool {
    guard day == nil else { return false }
    guard let (found, length) = numericDate() ?? wordedDate() ?? namedMonth() ?? compactDate() else { return false }
    day = found
    place += length
    return true
  }

  private func numericDate() -> (WrittenDate.Day, Int)? {
    guard isSign(1, "/-.\\"), isSign(3, "/-.\\"), peek(1) == peek(3) else { return nil }
    if let year = number(0, 1900...9999, digits: 4...4) {
      guard let month = number(2, 1...12), let day = number(4, 1...31),
        let date = CivilDate(year: year, month: month, day: day)
      else { return nil }
      return (.certain(date), 5)
    }
    guard let first = number(0, 1...31), let second = number(2, 1...31), let year = year(at: 4) else { return nil }
    // At least one order has to give a day.
    guard CivilDate(year: year, month: second, day: first) ?? CivilDate(year: year, month: first, day: second) != nil
    else { return nil }
    return (.ordered(first: first, second: second, year: year), 5)
  }

  /// "05 tháng 02 năm 2026", "05 tháng 02/2026"
  private func wordedDate() -> (WrittenDate.Day, Int)? {
    guard let day = number(0, 1...31), isWord(1, ["thang", "thg", "th"]), let (month, length) = month(at: 2) else {
      return nil
    }
    let next = 2 + length
    let distance = isWord(next, ["nam"]) || isSign(next, "/-.,") ? next + 1 : next
    guard let year = year(at: distance), let date = CivilDate(year: year, month: month, day: day) else { return nil }
    return (.certain(date), distance + 1)
  }

  /// A month by its number or its name, "tháng mười một", with the count of tokens.
  private func month(at distance: Int) -> (Int, Int)? {
    if let number = number(distance, 1...12) { return (number, 1) }
    guard case .word(let first)? = peek(distance) else { return nil }
    if first == "muoi" {
      if isWord(distance + 1, ["mot"]) { return (11, 2) }
      return isWord(distance + 1, ["hai"]) ? (12, 2) : (10, 1)
    }
    let names = [
      "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "chap": 12,
    ]
    // "Năm" is the month of May only before another "năm".
    if first == "nam" { return isWord(distance + 1, ["nam"]) ? (5, 1) : nil }
    return names[first].map { ($0, 1) }
  }

  /// "05-Feb-2026", "5 Feb 26", "Feb 5, 2026"
  private func namedMonth() -> (WrittenDate.Day, Int)? {
    func month(at distance: Int) -> Int? {
      guard case .word(let word)? = peek(distance), word.count >= 3 else { return nil }
      return Self.months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }
    func pass(_ distance: Int) -> Int { isSign(distance, "/-., ") ? distance + 1 : distance }
    let found: (day: Int?, month: Int?, next: Int)
    if let day = number(0, 1...31) {
      let place = pass(1)
      found = (day, month(at: place), pass(place + 1))
    } else {
      let place = pass(1)
      found = (number(place, 1...31), month(at: 0), pass(place + 1))
    }
    guard let day = found.day, let month = found.month, let year = year(at: found.next),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return (.certain(date), found.next + 1)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// "20261005" or "05102026": only where one of both is a day.
  private func compactDate() -> (WrittenDate.Day, Int)? {
    guard case .number(let value, 8)? = peek() else { return nil }
    let yearFirst = CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    let yearLast = CivilDate(year: value % 10_000, month: value / 10_000 % 100, day: value / 1_000_000)
    guard let date = yearFirst ?? yearLast, yearFirst == nil || yearLast == nil else { return nil }
    return (.certain(date), 1)
  }

  /// A year of four digits, or of two in this century.
  private func year(at distance: Int) -> Int? {
    number(distance, 1900...9999, digits: 4...4) ?? number(distance, 0...99, digits: 2...2).map { 2000 + $0 }
  }
}
