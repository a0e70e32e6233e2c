/// What the announcements of a period carry together. Those that were taken back are only counted.
public struct AnnouncementTotals: Hashable, Sendable {
  public private(set) var standing = 0
  public private(set) var takenBack = 0
  public private(set) var internalProcedures = 0
  private var changes: [Announcement.Kind: Int] = [:]

  public init(_ records: [AnnouncementRecord]) {
    for record in records {
      guard let announcement = record.announcement, !record.isTakenBack else {
        takenBack += 1
        continue
      }
      standing += 1
      internalProcedures += announcement.internalProcedures
      for kind in Announcement.Kind.allCases { changes[kind, default: 0] += announcement.count(kind) }
    }
  }

  public func count(_ kind: Announcement.Kind) -> Int { changes[kind, default: 0] }

  public var procedures: Int { changes.values.reduce(0, +) }

  public func wording(_ language: Language) -> String {
    let kinds = Announcement.Kind.allCases.map { "\(count($0)) \($0.wording(language))" }.joined(separator: ", ")
    let gone =
      takenBack == 0 ? "" : language.pick("; đã thu hồi \(takenBack) quyết định", "; \(takenBack) taken back")
    return language.pick(
      "\(standing) quyết định: \(kinds) = \(procedures) thủ tục; \(internalProcedures) quy trình nội bộ\(gone).",
      "Decisions: \(standing): \(kinds) = \(procedures) procedures; internal procedures: \(internalProcedures)\(gone).")
  }
}

extension Announcement {
  /// Such as `QĐ 1234/QĐ-UBND, 25/11/2026`, with what it changes.
  public func wording(_ language: Language) -> String {
    let kinds = Kind.allCases.map { "\(count($0)) \($0.wording(language))" }.joined(separator: ", ")
    return language.pick(
      "Quyết định \(number) ngày \(date.slashed): \(kinds); \(internalProcedures) quy trình nội bộ.",
      "Decision \(number) of \(date.slashed): \(kinds); internal procedures: \(internalProcedures).")
  }
}

extension AnnouncementRecord {
  /// The columns of a list, and then a row.
  public static func headings(_ language: Language) -> [String] {
    [
      language.pick("Số", "Number"), language.pick("Ngày", "Date"), language.pick("Mới", "New"),
      language.pick("Sửa đổi", "Amended"), language.pick("Bãi bỏ", "Abolished"), language.pick("Nội bộ", "Internal"),
      language.pick("Trích yếu", "Title"),
    ]
  }

  public func cells(_ language: Language) -> [String] {
    let counts = Announcement.Kind.allCases.map { kind in announcement.map { String($0.count(kind)) } ?? "?" }
    return [id.number, id.date.slashed] + counts
      + [announcement.map { String($0.internalProcedures) } ?? "?", title(language)]
  }

  private func title(_ language: Language) -> String {
    guard let retraction else { return announcement?.title ?? "" }
    return announcement.map {
      language.pick("ĐÃ THU HỒI (\(retraction.reason)): \($0.title)", "TAKEN BACK (\(retraction.reason)): \($0.title)")
    }
      ?? language.pick(
        "Thu hồi một quyết định không có ở đây: không thay đổi gì. (\(retraction.reason))",
        "Takes back a decision that is not known here: changes nothing. (\(retraction.reason))")
  }
}
