import ArgumentParser
import Documents
import DossierDomain
import VietnameseText

/// The options by which a clerk answers what a file leaves open, or corrects how it is understood.
struct RegisterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: said(
      "Bảng mã của tệp; không ghi thì chương trình tự nhận ra.",
      "\(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")); detected when not given."))
  var encoding: TextEncoding?

  @Option(
    name: .long,
    help: said(
      """
      Một cột là gì: "TIÊU ĐỀ"=NGHĨA, hoặc chữ của cột khi cột không có tiêu đề. NGHĨA: \
      \(Self.meanings.joined(separator: ", ")), hoặc ignore để bỏ cột. Ghi được nhiều lần.
      """,
      """
      What a column is: "HEADING"=MEANING, or its letter where it has no heading. MEANING: \
      \(Self.meanings.joined(separator: ", ")) or ignore. May be given several times.
      """))
  var column: [String] = []

  @Option(
    name: .long,
    help: said(
      "Một từ chỉ trạng thái nghĩa là gì: \"TỪ\"=SỐ, từ 1 đến 10. Ghi được nhiều lần.",
      "What a word for a status means: \"WORD\"=NUMBER, 1 to 10. May be given several times."))
  var status: [String] = []

  @Option(
    name: .long,
    help: said(
      "Thứ tự ngày và tháng: dmy ngày trước, mdy tháng trước; không ghi thì xem các dòng mà biết.",
      "The order of day and month in dates: dmy or mdy; decided by the rows when not given."))
  var dateOrder: DateOrder?

  @Flag(
    name: .long,
    help: said(
      "Bỏ các lựa chọn đã ghi cho tệp trước có cùng tiêu đề cột; không ghi thì các lựa chọn ấy được dùng lại.",
      "Forgets the choices that were made for an earlier file with the same headings; else they hold again."))
  var forgetChoices = false

  func validate() throws {
    for text in column {
      guard let (_, meaning) = Self.pair(text), Self.choice(meaning) != nil else {
        let meanings = Self.meanings.joined(separator: ", ")
        throw ValidationError(
          said(
            "--column \(text): viết \"TIÊU ĐỀ\"=NGHĨA, NGHĨA là một trong \(meanings), ignore.",
            "--column \(text): \"HEADING\"=MEANING, with MEANING one of \(meanings), ignore."))
      }
    }
    for text in status {
      guard let (_, number) = Self.pair(text), Int(number).flatMap(DossierStatus.init(rawValue:)) != nil else {
        throw ValidationError(
          said(
            "--status \(text): viết \"TỪ\"=SỐ, số từ 1 đến 10.",
            "--status \(text): \"WORD\"=NUMBER, with a number from 1 to 10."))
      }
    }
  }

  var choices: RegisterChoices {
    var choices = RegisterChoices(encoding: encoding, dateOrder: dateOrder)
    for (heading, meaning) in column.compactMap(Self.pair) { choices.columns[heading.folded] = Self.choice(meaning) }
    for (word, number) in status.compactMap(Self.pair) {
      choices.statuses[word.folded] = Int(number).flatMap(DossierStatus.init(rawValue:))
    }
    return choices
  }

  private static let meanings = RegisterColumn.allCases.filter(\.isTakenIn).map(\.rawValue)

  private static func choice(_ text: String) -> RegisterChoices.Choice? {
    if text.lowercased() == "ignore" { return .ignored }
    return RegisterColumn.allCases.first { $0.rawValue.lowercased() == text.lowercased() }.map { .meaning($0) }
  }

  /// Split at the last "=", because a heading can contain one.
  private static func pair(_ text: String) -> (String, String)? {
    guard let place = text.lastIndex(of: "="), place != text.startIndex else { return nil }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }
}

extension TextEncoding: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
