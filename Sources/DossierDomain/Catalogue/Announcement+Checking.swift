import VietnameseText

extension Announcement {
  /// Why an announcement or its retraction is not valid, whatever its source is.
  public enum Fault: Error, Hashable, Sendable {
    case numberMissing
    case titleMissing
    case reasonMissing
    /// In characters.
    case textTooLong(String, maximum: Int)
    case hashMalformed
    case codeMalformed(String)
    /// The procedure is named twice.
    case twice(String)
    case tooManyChanges(maximum: Int)
    /// The names together are longer than an entry can hold.
    case namesTooLong
    case internalProceduresOutOfRange
  }

  public static let longestNumber = 60
  public static let longestText = ProcedureVersion.longestText
  public static let hashLength = 32
  /// A change without its name takes at most 64 bytes of an entry, so that so many fit into one of 256 KB together with
  /// `mostNameBytes`: the 2,057 procedures of a province take less than half of it.
  public static let mostChanges = 3000
  static let mostNameBytes = 56 << 10
  public static let mostInternalProcedures = 100_000

  /// As somebody typed it, without what a terminal or a copied cell adds around its texts and within them.
  public func tidied() -> Announcement {
    var tidy = self
    (tidy.number, tidy.title, tidy.signer) = (number.tidied, title.tidied, signer.tidied)
    return tidy
  }

  /// Returns the announcement itself if it is valid.
  public func checked() throws(Fault) -> Announcement {
    try Self.check(number: number)
    guard title.contains(where: \.isLetter) else { throw .titleMissing }
    for text in [title, signer] where !ProcedureVersion.isShort(text) {
      throw .textTooLong(String(text.prefix(40)), maximum: Self.longestText)
    }
    guard fileHash.map({ $0.count == Self.hashLength }) ?? true else { throw .hashMalformed }
    guard (0...Self.mostInternalProcedures).contains(internalProcedures) else { throw .internalProceduresOutOfRange }
    guard changes.count <= Self.mostChanges else { throw .tooManyChanges(maximum: Self.mostChanges) }
    var codes: Set<String> = []
    for change in changes {
      guard ProcedureVersion.isCode(change.code) else { throw .codeMalformed(change.code) }
      guard ProcedureVersion.isShort(change.name) else {
        throw .textTooLong(String(change.name.prefix(40)), maximum: Self.longestText)
      }
      guard change.versionHash.map({ $0.count == Self.hashLength }) ?? true else { throw .hashMalformed }
      // Several versions of one procedure come with it when they hold from several days.
      guard change.versionHash != nil || codes.insert(change.code).inserted else { throw .twice(change.code) }
    }
    guard changes.reduce(0, { $0 + $1.name.utf8.count }) <= Self.mostNameBytes else { throw .namesTooLong }
    return self
  }

  fileprivate static func check(number: String) throws(Fault) {
    guard number.contains(where: { $0.isLetter || $0.isNumber }) else { throw .numberMissing }
    guard number.count <= longestNumber, number.utf8.count <= longestNumber * 4 else {
      throw .textTooLong(String(number.prefix(40)), maximum: longestNumber)
    }
  }
}

extension String {
  fileprivate var tidied: String {
    cleaned(maxLength: .max).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension AnnouncementRetraction {
  /// As `Announcement.tidied`, so that it names the announcement that was typed alike.
  public func tidied() -> AnnouncementRetraction {
    AnnouncementRetraction(number: number.tidied, date: date, reason: reason.tidied)
  }

  public func checked() throws(Announcement.Fault) -> AnnouncementRetraction {
    try Announcement.check(number: number)
    guard reason.contains(where: \.isLetter) else { throw .reasonMissing }
    guard ProcedureVersion.isShort(reason) else {
      throw .textTooLong(String(reason.prefix(40)), maximum: Announcement.longestText)
    }
    return self
  }
}

extension Announcement.Fault {
  public func wording(_ language: Language) -> String {
    switch self {
    case .numberMissing:
      language.pick("Quyết định công bố phải có số, ví dụ 1234/QĐ-UBND.", "The decision needs its number.")
    case .titleMissing: language.pick("Quyết định công bố phải có trích yếu.", "The decision needs its title.")
    case .reasonMissing: language.pick("Thu hồi quyết định phải có lý do.", "Taking a decision back needs a reason.")
    case .textTooLong(let text, let maximum):
      language.pick("\"\(text)…\" dài quá \(maximum) ký tự.", "\"\(text)…\" has more than \(maximum) characters.")
    case .hashMalformed: language.pick("Mã băm không đúng 32 byte.", "A hash does not have its 32 bytes.")
    case .codeMalformed(let code): language.pick("Mã thủ tục \"\(code)\" không đúng.", "\"\(code)\" is no code.")
    case .twice(let code):
      language.pick("Thủ tục \(code) có hai lần trong quyết định.", "The decision names \(code) twice.")
    case .tooManyChanges(let maximum):
      language.pick(
        "Một lần ghi tối đa \(maximum) thủ tục. Chia bảng tính theo lĩnh vực, mỗi quyết định một bảng.",
        "At most \(maximum) procedures at a time. Divide the book, one for each decision.")
    case .namesTooLong:
      language.pick(
        "Tên các thủ tục dài quá một lần ghi. Chia bảng tính theo lĩnh vực.",
        "The names are longer than one record can be. Divide the book.")
    case .internalProceduresOutOfRange:
      language.pick(
        "Số quy trình nội bộ phải từ 0 đến \(Announcement.mostInternalProcedures).",
        "Internal procedures: 0 to \(Announcement.mostInternalProcedures).")
    }
  }
}
