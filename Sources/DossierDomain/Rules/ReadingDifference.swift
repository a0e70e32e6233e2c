import VietnameseText

/// A fact of which a register's row has another value than the dossier, and both can come from the same cell: a lost
/// zero was kept or restored, a day without a time was understood as midnight or as the end of the working hours. An
/// earlier version read cells so, and a spreadsheet may change them so.
public struct ReadingDifference: Hashable, Sendable {
  /// Exactly one.
  public var fact: ImportedFacts
  /// The values as they may be shown: numbers of persons are masked.
  public var stored: String
  public var read: String
}

extension ImportedDossier {
  /// What this change makes of a dossier, if it differs in each fact only as two readings of the same cells do.
  /// - Returns: nil if it says something else about at least one fact.
  public func readingDifferences(from dossier: Dossier) -> [ReadingDifference]? {
    let stored = ImportedDossier(dossier)
    var differences: [ReadingDifference] = []
    for fact in ImportedFacts.each where !unsaid.contains(fact) {
      guard let pair = values(of: fact, stored) else { return nil }
      differences.append(ReadingDifference(fact: fact, stored: pair.stored, read: pair.read))
    }
    guard unsaid.contains(.saysPerson) else { return differences }
    // Earlier versions left these columns out, so that a value beside none is one of reading.
    let (before, now) = (stored.owner, owner)
    for (fact, known, read) in [
      (ImportedFacts.ownerBirth, before.birth, now.birth),
      (.ownerSex, before.sex?.wording(.vi) ?? "", now.sex?.wording(.vi) ?? ""),
      (.ownerRelative, before.relative, now.relative),
    ] where !read.isEmpty {
      guard known.isEmpty else { return nil }
      differences.append(ReadingDifference(fact: fact, stored: "–", read: read))
    }
    return differences
  }

  /// Both values of a fact; nil if they cannot come from the same cell.
  private func values(of fact: ImportedFacts, _ stored: ImportedDossier) -> (stored: String, read: String)? {
    let (before, now) = (stored.owner, owner)
    return switch fact {
    case .procedure:
      if isSameProcedure(stored.procedure) {
        ("\(stored.procedure.code) \(stored.procedure.name)", "\(procedure.code) \(procedure.name)")
      } else {
        nil
      }
    case .ownerName: Self.texts(before.name, now.name)
    case .ownerNumber:
      isNumber(now.identityNumber, before.identityNumber, in: before.address)
        ? (maskedNumber(before.identityNumber), maskedNumber(now.identityNumber)) : nil
    case .ownerPhone:
      isNumber(now.phone, before.phone, in: before.address)
        ? (maskedNumber(before.phone), maskedNumber(now.phone)) : nil
    case .ownerAddress: isSameAddress(before.address) ? (before.address, now.address) : nil
    case .decidingOffice: Self.texts(stored.decidingOfficeName, decidingOfficeName)
    case .received: Self.dates([stored.receivedAt], [receivedAt])
    case .due: Self.dates([stored.dueAt], [dueAt])
    case .outcome:
      status == stored.status && (delivery ?? .atDesk) == stored.delivery
        ? Self.dates([stored.resolvedAt, stored.handedBackAt], [resolvedAt, handedBackAt]) : nil
    case .note: Self.texts(stored.note, note)
    default: nil
    }
  }

  private static func texts(_ stored: String, _ read: String) -> (String, String)? {
    stored.whateverTheReading == read.whateverTheReading ? (stored, read) : nil
  }

  /// A number that lost its zeros, or stood in the cell of the address.
  private func isNumber(_ read: String, _ stored: String, in address: String) -> Bool {
    let bare = read.bareNumber
    return bare == stored.bareNumber
      || stored.isEmpty && bare.count >= 8 && String(address.filter(\.isNumber)).contains(bare)
  }

  /// The address without a number that stood in the same cell.
  private func isSameAddress(_ stored: String) -> Bool {
    let (read, whole) = (owner.address.whateverTheReading, stored.whateverTheReading)
    return read == whole || whole.contains(read) && whole.count(where: \.isNumber) >= read.count(where: \.isNumber) + 8
  }

  /// A code that lost its zeros, or one that was read from the name or by it.
  private func isSameProcedure(_ stored: ProcedureReference) -> Bool {
    if stored.code.isEmpty {
      return stored.name.whateverTheReading == procedure.name.whateverTheReading
        || !procedure.code.isEmpty && stored.name.contains(procedure.code)
    }
    func bare(_ code: String) -> String {
      String(code.filter(\.isNumber).reversed().drop { $0 == "0" })
    }
    return bare(stored.code) == bare(procedure.code)
  }

  private static func dates(_ stored: [Instant?], _ read: [Instant?]) -> (String, String)? {
    guard zip(stored, read).allSatisfy({ isSameDate($0, $1) }) else { return nil }
    func text(_ dates: [Instant?]) -> String { dates.compactMap { $0?.clockAndDate }.first ?? "–" }
    return (text(stored), text(read))
  }

  /// The same day, of which one reading has no time; or day and month in the other order.
  private static func isSameDate(_ stored: Instant?, _ read: Instant?) -> Bool {
    guard let stored, let read, stored != read else { return stored == read }
    let (before, now) = (stored.civilDate, read.civilDate)
    if before == now { return stored.minuteOfDay == 0 || read.minuteOfDay == 0 }
    return before.year == now.year && before.components.day == now.components.month
      && before.components.month == now.components.day
  }
}

extension ImportedFacts {
  /// All facts, one by one.
  static let each: [ImportedFacts] = [
    .procedure, .ownerName, .ownerNumber, .ownerPhone, .ownerAddress, .copies, .decidingOffice, .received, .due,
    .outcome, .note,
  ]

  /// What a fact is called.
  public func wording(_ language: Language) -> String {
    switch self {
    case .procedure: language.pick("thủ tục", "procedure")
    case .ownerName: language.pick("tên chủ hồ sơ", "owner's name")
    case .ownerNumber: language.pick("số định danh", "identity number")
    case .ownerPhone: language.pick("số điện thoại", "telephone")
    case .ownerAddress: language.pick("địa chỉ", "address")
    case .copies: language.pick("số bộ", "copies")
    case .decidingOffice: language.pick("cơ quan chủ trì", "deciding office")
    case .received: language.pick("ngày nhận", "day of reception")
    case .due: language.pick("hẹn trả", "appointment")
    case .outcome: language.pick("kết quả", "result")
    case .note: language.pick("ghi chú", "note")
    case .ownerBirth: language.pick("ngày sinh", "date of birth")
    case .ownerSex: language.pick("giới tính", "sex")
    case .ownerRelative: language.pick("mẹ, vợ hoặc chồng", "mother or spouse")
    default: ""
    }
  }
}

extension String {
  /// Letters, marks and digits of a text; not its case, signs, blanks, and the form in which its marks are stored.
  fileprivate var whateverTheReading: String {
    let text = if case .repaired(let repaired, _) = CellText(self) { repaired } else { self }
    return text.normalisedVietnamese.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Digits and letters of a number of a person; not what a spreadsheet takes or adds: first zeros, ".0", and the
  /// country of a telephone number.
  fileprivate var bareNumber: String {
    let whole = hasSuffix(".0") ? String(dropLast(2)) : self
    let signs = whole.uppercased().filter { $0.isLetter || $0.isNumber }
    return String((signs.count == 11 && signs.hasPrefix("84") ? signs.dropFirst(2) : signs[...]).drop { $0 == "0" })
  }
}
