import DossierDomain
import VietnameseText

@testable import Documents

/// A generated file and what it means.
struct GeneratedRegister {
  var bytes: [UInt8]
  var rows: [TrueRow]
  var columns: [RegisterColumn]
  var headings: [RegisterColumn: String]
  var dateOrder: DateOrder
  var phoneIsInAddress: Bool
  var isInCapitals = false
  var hasLostCase = false
  /// Rows of which the spreadsheet has lost something.
  var lostRows = 0
  /// How the file was made, for the message of a failure.
  var story: String

  func has(_ column: RegisterColumn) -> Bool { columns.contains(column) }

  func answers(to questions: [RegisterUnderstanding.Question]) -> RegisterChoices {
    var choices = RegisterChoices()
    for question in questions {
      switch question {
      case .codeMissing: choices.columns[(headings[.code] ?? "").folded] = .meaning(.code)
      case .ownerMissing: choices.columns[(headings[.owner] ?? "").folded] = .meaning(.owner)
      case .sameMeaning(let meaning, _): choices.columns[(headings[meaning] ?? "").folded] = .meaning(meaning)
      case .dateOrder, .doubtfulDates: choices.dateOrder = dateOrder
      case .exchangedDates: choices.dateOrder = .dayFirst
      }
    }
    return choices
  }
}

/// Writes registers as offices and their software do, by seed.
struct RegisterGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed &*= 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 29
  }

  private mutating func number(_ range: Range<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }
  private mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0..<values.count)] }

  // MARK: The truth

  private static let families = [
    "Hồ", "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô", "Đinh",
  ]
  private static let middles = ["Thị", "Văn", "Hữu", "Đức", "Ngọc", "Quốc", "Thị Kim", "Xuân"]
  private static let given = [
    "Lan", "Hường", "Phượng", "Nghĩa", "Ánh", "Đường", "Tuấn", "Kăn", "Mẫu", "Thúy", "Ỷ", "Ổn", "Đạt", "Lành", "Sáu",
    "Việt", "Oanh", "Bình",
  ]
  private static let places = ["Thôn A Ngo, xã La Lay", "thôn Húc, xã Tà Rụt", "Khóm 3, xã Hướng Hiệp", "Thôn Ba Lòng"]
  private static let notes = ["", "đã gọi điện", "giấy khai sinh; CCCD", "hồ sơ liên thông", ""]

  private mutating func row(_ ordinal: Int) -> TrueRow {
    let received = CivilDate(dayNumber: 20_400 + number(0..<380))
    let due = received.adding(days: number(1..<20))
    let code =
      chance(80)
      ? "000.19.45.H50-\(received.compact)-\(9000 + ordinal)" : "000.19.45.H50-\(received.compact)-A\(1000 + ordinal)"
    let isMale = chance(50)
    let year = number(40..<100)
    let number =
      "045" + (isMale ? "0" : "1") + (year < 10 ? "0\(year)" : "\(year)") + String(100_000 + self.number(0..<899_999))
    return TrueRow(
      code: code, name: "\(pick(Self.families)) \(pick(Self.middles)) \(pick(Self.given))", number: number,
      phone: "0" + pick(["3", "7", "8", "9"]) + String(10_000_000 + self.number(0..<89_999_999)),
      address: pick(Self.places),
      received: received, receivedMinute: nil, due: due,
      handedBack: chance(40) && due <= RegisterCaseTests.today ? due : nil, copies: self.number(1..<4),
      note: pick(Self.notes))
  }

  // MARK: The file

  private static let headings: [RegisterColumn: [String]] = [
    .ordinal: ["STT", "TT", "Số TT"],
    .code: ["Mã hồ sơ", "Mã số hồ sơ", "Số hồ sơ", "Mã HS", "Số biên nhận", "MÃ HỒ SƠ", "Số giấy biên nhận hồ sơ"],
    .owner: [
      "Chủ hồ sơ", "Họ và tên", "Tên cá nhân, tổ chức", "Tên tổ chức/cá nhân", "Họ tên công dân", "Tên công dân",
      "CHỦ HỒ SƠ",
    ],
    .identityNumber: ["Số giấy tờ", "Số CCCD", "CMND/CCCD", "Số định danh cá nhân", "Căn cước công dân"],
    .phone: ["Số điện thoại", "SĐT", "Điện thoại liên hệ", "ĐT"],
    .addressAndPhone: ["Địa chỉ", "Nơi cư trú", "Địa chỉ thường trú", "Địa chỉ, số điện thoại"],
    .received: ["Ngày nhận", "Ngày tiếp nhận", "Nhận hồ sơ", "Thời gian tiếp nhận", "Ngày nộp hồ sơ", "NGÀY NHẬN"],
    .due: ["Hẹn trả kết quả", "Ngày hẹn trả", "Hạn trả kết quả", "Hạn giải quyết", "Hẹn trả", "Ngày hẹn trả kết quả"],
    .handedBack: ["Trả kết quả", "Ngày trả kết quả", "Ngày trả", "Ngày trả thực tế"],
    .copies: ["Số bộ", "Số lượng hồ sơ (bộ)", "Số lượng"],
    .note: ["Ghi chú", "Ghi chú khác"],
    .applicant: ["Người nộp", "Họ tên người nộp hồ sơ"], .placeOfReception: ["Nơi tiếp nhận", "Quầy tiếp nhận"],
    .clerk: ["Cán bộ tiếp nhận", "Người xử lý"], .birth: ["Ngày sinh", "Năm sinh"], .field: ["Lĩnh vực"],
    .fee: ["Phí, lệ phí"],
  ]

  private enum DateForm: CaseIterable {
    case slashes, unpadded, dashes, dots, iso, isoTime, words, midnight, monthFirst, serial, english
  }

  private static func written(_ date: CivilDate, _ form: DateForm) -> String {
    let (year, month, day) = date.components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return switch form {
    case .slashes: "\(two(day))/\(two(month))/\(year)"
    case .unpadded: "\(day)/\(month)/\(year)"
    case .dashes: "\(two(day))-\(two(month))-\(year)"
    case .dots: "\(two(day)).\(two(month)).\(year)"
    case .iso: "\(year)-\(two(month))-\(two(day))"
    case .isoTime: "\(year)-\(two(month))-\(two(day))T00:00:00"
    case .words: "ngày \(two(day)) tháng \(two(month)) năm \(year)"
    case .midnight: "\(two(day))/\(two(month))/\(year) 00:00:00"
    case .monthFirst: "\(month)/\(day)/\(year)"
    case .serial: "\(date.dayNumber + 25_569)"
    case .english: "\(two(day))-\(months[month - 1])-\(year % 100)"
    }
  }

  private enum NumberForm: CaseIterable {
    case plain, zeroLost, decimal, formula, apostrophe, grouped, blanks, exponent
  }

  private mutating func written(_ digits: String, _ form: NumberForm) -> String {
    let bare = String(digits.drop { $0 == "0" })
    func groups(_ text: String, _ separator: String) -> String {
      var result = ""
      for (place, digit) in text.reversed().enumerated() {
        if place > 0, place % 3 == 0 { result = separator + result }
        result = String(digit) + result
      }
      return result
    }
    switch form {
    case .plain: return digits
    case .zeroLost: return bare
    case .decimal: return bare + ".0"
    case .formula: return "=\"\(digits)\""
    case .apostrophe: return "'" + digits
    case .grouped: return groups(bare, ",")
    case .blanks: return groups(digits, " ")
    case .exponent: return "\(bare.prefix(1)).\(bare.dropFirst().prefix(4))E+\(bare.count - 1)"
    }
  }

  /// How one file is written.
  private struct Style {
    var columns: [RegisterColumn] = []
    var headings: [RegisterColumn: String] = [:]
    var dates = DateForm.slashes
    var numbers = NumberForm.plain
    var codes = "plain"
    var phoneIsInAddress = false
  }

  private mutating func style() -> Style {
    var style = Style(
      columns: [.code, .owner], dates: pick(DateForm.allCases), numbers: pick(NumberForm.allCases),
      codes: pick(["plain", "plain", "small", "dashes", "blank"]))
    for column in [
      RegisterColumn.ordinal, .identityNumber, .phone, .addressAndPhone, .received, .due, .handedBack, .copies, .note,
      .applicant,
      .placeOfReception, .clerk, .birth, .field, .fee,
    ] where chance(60) {
      style.columns.append(column)
    }
    if style.columns.count < 3 { style.columns.append(.received) }
    for place in style.columns.indices { style.columns.swapAt(place, number(0..<style.columns.count)) }
    for column in style.columns { style.headings[column] = pick(Self.headings[column] ?? [column.heading]) }
    style.phoneIsInAddress = !style.columns.contains(.phone) && chance(50)
    return style
  }

  private mutating func cell(_ column: RegisterColumn, of row: TrueRow, _ place: Int, _ style: Style) -> String {
    switch column {
    case .ordinal: String(place + 1)
    case .code:
      switch style.codes {
      case "small": row.code.lowercased()
      case "dashes": row.code.replacing("-", with: "–")
      case "blank": row.code.replacing("-", with: "- ")
      default: row.code
      }
    case .owner: row.name
    case .identityNumber: written(row.number, style.numbers)
    case .phone: written(row.phone, style.numbers == .exponent ? .plain : style.numbers)
    case .addressAndPhone: style.phoneIsInAddress ? "\(row.address), \(row.phone)" : row.address
    case .received:
      Self.written(row.received, style.dates)
        + (row.receivedMinute.map { " \($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" } ?? "")
    case .due: Self.written(row.due, style.dates)
    case .handedBack: row.handedBack.map { Self.written($0, style.dates) } ?? ""
    case .copies: style.numbers == .decimal ? "\(row.copies).0" : String(row.copies)
    case .note: row.note
    case .applicant: "Lê Thị Nộp Thay"
    case .placeOfReception: "Quầy \(place % 3 + 1)"
    case .clerk: "Phan Văn Kiểm"
    case .birth: Self.written(CivilDate(dayNumber: 3000 + place * 400), style.dates == .serial ? .slashes : style.dates)
    case .field: "Hộ tịch"
    case .fee: "8.000"
    default: ""
    }
  }

  mutating func file() -> GeneratedRegister {
    var rows = (0..<number(3..<30)).map { row($0) }
    let style = style()
    let columns = style.columns
    let delimiter = pick([",", ";", "\t", "|"])
    if chance(30), [.slashes, .iso, .dashes].contains(style.dates) {
      for place in rows.indices { rows[place].receivedMinute = 420 + number(0..<500) }
    }
    var table: [[String]] = []
    for (place, row) in rows.enumerated() { table.append(columns.map { cell($0, of: row, place, style) }) }
    var register = GeneratedRegister(
      bytes: [], rows: rows, columns: columns, headings: style.headings,
      dateOrder: style.dates == .monthFirst ? .monthFirst : .dayFirst, phoneIsInAddress: style.phoneIsInAddress,
      story: "")
    if style.numbers == .exponent, columns.contains(.identityNumber) { register.lostRows = rows.count }
    let lines = heading(style) + table + footer(columns.count, rows.count)
    let text = lines.map { line in line.map { quoted($0, delimiter) }.joined(separator: delimiter) + "\r\n" }.joined()
    let (bytes, name) = encoded((chance(10) ? "sep=\(delimiter)\r\n" : "") + text, &register)
    register.bytes = bytes
    register.story =
      "\(style.dates), \(style.numbers), \(delimiter == "\t" ? "tab" : delimiter), \(name), \(style.codes), "
      + "\(columns.compactMap { style.headings[$0] })"
    return register
  }

  /// A total; place, date and signatures.
  private mutating func footer(_ width: Int, _ count: Int) -> [[String]] {
    let blank = Array(repeating: "", count: width)
    var lines: [[String]] = []
    if chance(30) {
      var total = blank
      total[0] = "Tổng cộng: \(count) hồ sơ"
      lines += [blank, total]
    }
    if chance(30) {
      var (place, signature) = (blank, blank)
      place[width - 1] = "La Lay, ngày 30 tháng 10 năm 2026"
      signature[0] = "Người lập sổ"
      lines += [place, signature]
    }
    return lines
  }

  /// Titles, then headings: in one row, or with the dates below a merged cell, or with a row of numbers.
  private mutating func heading(_ style: Style) -> [[String]] {
    let columns = style.columns
    var lines: [[String]] = []
    if chance(30) {
      var title = columns.map { _ in "" }
      title[0] = "SỔ THEO DÕI HỒ SƠ"
      lines.append(title)
      title[0] = "Từ ngày 01/10/2026 đến ngày 31/10/2026"
      if chance(50) { lines.append(title) }
    }
    let words = columns.map { style.headings[$0] ?? "" }
    let isDate: Set<RegisterColumn> = [.received, .due, .handedBack]
    if chance(25), columns.contains(where: isDate.contains) {
      // The group's cell is merged over neighbouring columns of dates; all others are merged downwards.
      lines.append(
        columns.indices.map { place in
          guard isDate.contains(columns[place]) else { return words[place] }
          return place > 0 && isDate.contains(columns[place - 1]) ? "" : "Ngày, tháng, năm"
        })
      lines.append(columns.indices.map { isDate.contains(columns[$0]) ? words[$0] : "" })
    } else {
      lines.append(words)
    }
    if chance(20), columns.count >= 3 { lines.append(columns.indices.map { "(\($0 + 1))" }) }
    return lines
  }

  private mutating func quoted(_ field: String, _ delimiter: String) -> String {
    field.contains(delimiter) || field.contains("\"") || chance(5)
      ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  private mutating func encoded(_ text: String, _ register: inout GeneratedRegister) -> ([UInt8], String) {
    let encoding = pick([
      TextEncoding.utf8, .utf8, .utf8, .utf16LittleEndian, .tcvn3, .vni, .windows1258, .viscii, .vps, .utf8Twice,
      .tcvn3InUTF8, .vniInUTF8,
    ])
    let hasDashes = text.contains("–")
    switch encoding {
    case .utf8: return ((chance(50) ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8), "utf-8")
    case .utf16LittleEndian, .utf16BigEndian:
      return ([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, "utf-16")
    case .utf8Twice:
      return (Array(LegacyEncoder.windows1252(Array(text.utf8)).utf8), "utf-8 twice")
    case .tcvn3, .vni, .windows1258, .viscii, .vps:
      guard !hasDashes, let bytes = LegacyEncoder(encoding).bytes(of: text) else { return (Array(text.utf8), "utf-8") }
      register.hasLostCase = encoding == .tcvn3
      return (bytes, encoding.rawValue)
    case .tcvn3InUTF8, .vniInUTF8:
      guard !hasDashes, let bytes = LegacyEncoder(encoding == .tcvn3InUTF8 ? .tcvn3 : .vni).bytes(of: text) else {
        return (Array(text.utf8), "utf-8")
      }
      register.hasLostCase = encoding == .tcvn3InUTF8
      return (Array(LegacyEncoder.windows1252(bytes).utf8), encoding.rawValue)
    }
  }
}

/// Writes the encodings that the product only reads: by trying all sequences of one and two bytes.
struct LegacyEncoder {
  private let table: [Unicode.Scalar: [UInt8]]
  private let encoding: TextEncoding

  private static let tables = [TextEncoding.tcvn3, .vni, .windows1258, .viscii, .vps].reduce(into: [:]) {
    $0[$1] = table(of: $1)
  }

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    table = Self.tables[encoding] ?? [:]
  }

  private static func table(of encoding: TextEncoding) -> [Unicode.Scalar: [UInt8]] {
    var table: [Unicode.Scalar: [UInt8]] = [:]
    func learn(_ bytes: [UInt8]) {
      guard let text = try? encoding.decode(bytes), text.unicodeScalars.count == 1,
        let scalar = text.unicodeScalars.first,
        scalar != "\u{FFFD}", table[scalar] == nil
      else { return }
      table[scalar] = bytes
    }
    for byte in UInt8.min...UInt8.max { learn([byte]) }
    for first in UInt8.min...UInt8.max where first >= 0x41 {
      for second in UInt8(0x80)...UInt8.max { learn([first, second]) }
    }
    return table
  }

  /// Nil if the encoding lacks a letter. Capitals that TCVN3 does not have become small letters, as its fonts have it.
  func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let known = table[scalar] {
        bytes += known
      } else if encoding == .tcvn3, let small = scalar.properties.lowercaseMapping.unicodeScalars.first,
        let known = table[small]
      {
        bytes += known
      } else {
        return nil
      }
    }
    return bytes
  }

  /// The text that a program shows that takes these bytes for Windows-1252.
  static func windows1252(_ bytes: [UInt8]) -> String {
    let special: [UInt8: UInt32] = [
      0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x2C6,
      0x89: 0x2030, 0x8A: 0x160,
      0x8B: 0x2039, 0x8C: 0x152, 0x8E: 0x17D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
      0x96: 0x2013,
      0x97: 0x2014, 0x98: 0x2DC, 0x99: 0x2122, 0x9A: 0x161, 0x9B: 0x203A, 0x9C: 0x153, 0x9E: 0x17E, 0x9F: 0x178,
    ]
    return String(
      String.UnicodeScalarView(bytes.map { special[$0].flatMap(Unicode.Scalar.init) ?? Unicode.Scalar($0) }))
  }
}
