import DossierDomain
import VietnameseText

/// What somebody decided about a file before it is read, because the file leaves it open or the program understood it
/// wrongly.
public struct RegisterChoices: Hashable, Sendable {
  /// Nil to decide by the evidence of the file.
  public var encoding: TextEncoding?
  /// What a column is, by its folded heading, or by its number or letter in the file where it has none.
  public var columns: [String: Choice]
  /// The status that a word means, by its folded text.
  public var statuses: [String: DossierStatus]
  /// The order of day and month in all columns of dates; nil to decide by the rows.
  public var dateOrder: DateOrder?

  public enum Choice: Hashable, Sendable {
    case meaning(RegisterColumn)
    case ignored
  }

  public init(
    encoding: TextEncoding? = nil, columns: [String: Choice] = [:], statuses: [String: DossierStatus] = [:],
    dateOrder: DateOrder? = nil
  ) {
    self.encoding = encoding
    self.columns = columns
    self.statuses = statuses
    self.dateOrder = dateOrder
  }

  public var isEmpty: Bool { self == RegisterChoices() }

  /// These choices, and the earlier ones where nothing is said here.
  public func over(_ earlier: RegisterChoices) -> RegisterChoices {
    RegisterChoices(
      encoding: encoding ?? earlier.encoding, columns: columns.merging(earlier.columns) { own, _ in own },
      statuses: statuses.merging(earlier.statuses) { own, _ in own }, dateOrder: dateOrder ?? earlier.dateOrder)
  }

  /// A long word is asked about, and chosen, by its beginning.
  static let longestStatus = 80

  func status(of word: String) -> DossierStatus? {
    statuses[word.folded] ?? statuses[String(word.prefix(Self.longestStatus)).folded]
  }

  func choice(forHeading heading: String, column: Int? = nil) -> Choice? {
    if columns.isEmpty { return nil }
    if !heading.isEmpty, let chosen = columns[heading.folded] { return chosen }
    guard let column else { return nil }
    return columns[String(column + 1)] ?? columns[Self.letters(of: column).lowercased()]
  }

  /// The name of a column in a spreadsheet: A, B … Z, AA.
  public static func letters(of column: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(of: column / 26 - 1) + last
  }
}

/// The order of a date's first two numbers.
public enum DateOrder: String, CaseIterable, Sendable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"

  var other: DateOrder {
    switch self {
    case .dayFirst: .monthFirst
    case .monthFirst: .dayFirst
    }
  }

  /// "ngày trước tháng"
  public func wording(_ language: Language) -> String {
    switch self {
    case .dayFirst: language.pick("ngày trước tháng", "day before month")
    case .monthFirst: language.pick("tháng trước ngày", "month before day")
    }
  }
}

/// How a file was understood: its columns, what is open, and the grounds.
public struct RegisterUnderstanding: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// As written in the file; the column's letter if it has no heading.
    public var heading: String
    public var meaning: RegisterColumn?
    public var grounds: Grounds
    /// Up to three different values.
    public var samples: [String]
    /// For a column of dates in numbers, the order and how it was decided.
    public var dateOrder: DateReading?
  }

  public struct DateReading: Hashable, Sendable {
    public var order: DateOrder
    public var grounds: DateGrounds
  }

  public enum Grounds: Hashable, Sendable {
    /// The heading is one of the words for it.
    case heading
    /// The heading contains them, and the values do not contradict.
    case similarHeading
    /// Somebody has decided it.
    case chosen
    /// Another column fits this meaning as well.
    case rival(of: RegisterColumn)
    case unknown
  }

  public enum DateGrounds: Hashable, Sendable {
    /// Rows in which only one order gives a day; the line of the first.
    case rows(line: Int)
    /// The days in the dossiers' codes.
    case codes
    /// Another column of the file.
    case otherColumn
    case chosen
    /// No row says anything else than the order of the country.
    case usual
    /// Some rows allow only one order, others only the other; lines of the first of each.
    case contradicting(dayFirst: Int, monthFirst: Int)
    /// Dates as text with days above 12 only, beside real dates with days up to 12 only: a spreadsheet has probably
    /// exchanged day and month of the latter. Lines of the first of each.
    case exchanged(text: Int, date: Int)
    /// No row says anything, and there is a reason against the order that would be taken.
    case doubtful(DateDoubt)
  }

  /// What speaks against an order of day and month, and not against the other one. Lines are those of the first row.
  public enum DateDoubt: Hashable, Sendable {
    /// What has happened would be in the future.
    case future(line: Int)
    /// An appointment or a result would be before the reception.
    case beforeReception(line: Int)
    /// Other columns of the file are written in both orders.
    case otherColumnsDiffer
    /// Only the births are known to be written otherwise.
    case birthsDiffer
    /// A row shows another order, and so many births can be read in both that it is probably a slip.
    case fewBirths(line: Int, readBothWays: Int)
  }

  /// What has to be answered before anything is taken in.
  public enum Question: Hashable, Sendable {
    /// No column is one of dossiers' codes.
    case codeMissing
    /// No column is one of owners' names.
    case ownerMissing
    /// Columns with these headings could mean the same, and their values differ.
    case sameMeaning(RegisterColumn, headings: [String])
    /// The column has dates in both orders.
    case dateOrder(heading: String, dayFirstLine: Int, monthFirstLine: Int)
    /// Day and month are probably exchanged in the dates that are no text.
    case exchangedDates(heading: String, textLine: Int, dateLine: Int)
    /// No row of the column shows its order, and something speaks against the one that would be taken.
    case doubtfulDates(heading: String, DateOrder, DateDoubt)
  }

  /// A word in the column of statuses that the program knows, or that somebody has given a status.
  public struct StatusWord: Hashable, Sendable {
    /// As the first cell has it.
    public var word: String
    /// What the program takes it for; nil if it does not know the word.
    public var known: DossierStatus?
    public var chosen: DossierStatus?
  }

  public internal(set) var columns: [Column]
  /// In the order of the file, at most a hundred.
  public internal(set) var statuses: [StatusWord]
  public internal(set) var encoding: TextEncoding
  public internal(set) var questions: [Question]
  /// The line of the file in which the headings end, from 1.
  public internal(set) var headingLine: Int
}

extension RegisterUnderstanding.Question {
  /// Whether the order of day and month answers it.
  public var isAboutDates: Bool {
    switch self {
    case .dateOrder, .exchangedDates, .doubtfulDates: true
    case .codeMissing, .ownerMissing, .sameMeaning: false
    }
  }

  /// A sentence that says what is open.
  public func wording(_ language: Language) -> String {
    switch self {
    case .codeMissing: language.pick("Không rõ cột nào là mã hồ sơ.", "No column is known to be the dossier's code.")
    case .ownerMissing:
      language.pick("Không rõ cột nào là tên chủ hồ sơ.", "No column is known to be the owner's name.")
    case .sameMeaning(let meaning, let headings):
      language.pick(
        "Các cột \(Self.list(headings)) đều có thể là \"\(meaning.wording(language))\" nhưng nội dung khác nhau.",
        "The columns \(Self.list(headings)) could all be \"\(meaning.wording(language))\", and their values differ.")
    case .dateOrder(let heading, let dayFirst, let monthFirst):
      language.pick(
        "Cột \"\(heading)\" có ngày viết theo cả hai cách: dòng \(dayFirst) ngày trước tháng, dòng \(monthFirst) tháng trước ngày.",
        "The column \"\(heading)\" has dates in both orders: day first in line \(dayFirst), month first in line \(monthFirst)."
      )
    case .exchangedDates(let heading, let text, let date):
      language.pick(
        "Cột \"\(heading)\": ngày từ 13 trở đi là chữ (dòng \(text)), ngày đến 12 là ô ngày (dòng \(date)): bảng tính có thể đã đảo ngày và tháng.",
        "The column \"\(heading)\" has days from 13 on as text (line \(text)) and days up to 12 as dates (line \(date)): a spreadsheet "
          + "has probably exchanged day and month.")
    case .doubtfulDates(let heading, let order, let doubt):
      language.pick("Cột \"\(heading)\": ", "The column \"\(heading)\": ") + doubt.wording(order, language) + "."
    }
  }

  /// The option of the command line that answers it.
  public func answer(_ language: Language) -> String {
    switch self {
    case .codeMissing: language.pick("Chỉ ra bằng --column \"TÊN CỘT\"=code.", "Name it by --column \"HEADING\"=code.")
    case .ownerMissing:
      language.pick("Chỉ ra bằng --column \"TÊN CỘT\"=owner.", "Name it by --column \"HEADING\"=owner.")
    case .sameMeaning(let meaning, _):
      language.pick(
        "Chọn một bằng --column \"TÊN CỘT\"=\(meaning.rawValue).",
        "Choose one by --column \"HEADING\"=\(meaning.rawValue).")
    case .dateOrder, .doubtfulDates:
      language.pick(
        "Chọn bằng --date-order dmy hoặc mdy; dòng không hợp sẽ để riêng.",
        "Choose by --date-order dmy or mdy; rows that do not fit are kept aside.")
    case .exchangedDates:
      language.pick(
        "Sửa trong bảng tính; ngày đúng như đang thấy thì --date-order dmy, bị đảo thì mdy.",
        "Correct it there; --date-order dmy takes the dates as they are, mdy exchanges them.")
    }
  }

  private static func list(_ headings: [String]) -> String { headings.map { "\"\($0)\"" }.joined(separator: ", ") }
}

extension RegisterUnderstanding.Column {
  /// What it was understood as, and why, for a table: "Hẹn trả kết quả", "by its heading".
  public func explanation(_ language: Language) -> (meaning: String, grounds: String) {
    let name =
      switch meaning {
      case nil: language.pick("không hiểu, không lấy", "not understood, not taken")
      case let meaning? where meaning.isTakenIn: meaning.wording(language)
      case let meaning?:
        language.pick("\(meaning.wording(language)) (không lấy)", "\(meaning.wording(language)) (not taken)")
      }
    var reasons: [String] = []
    switch grounds {
    case .heading: reasons.append(language.pick("theo tiêu đề", "by its heading"))
    case .similarHeading:
      reasons.append(language.pick("tiêu đề gần giống, nội dung hợp", "similar heading, fitting values"))
    case .chosen: reasons.append(language.pick("đã chọn", "chosen"))
    case .rival(let meaning):
      reasons.append(
        language.pick(
          "cũng có thể là \"\(meaning.wording(language))\"", "could be \"\(meaning.wording(language))\" too"))
    case .unknown: break
    }
    if let dateOrder { reasons.append(dateOrder.grounds.wording(dateOrder.order, language)) }
    return (name, reasons.joined(separator: "; "))
  }
}
