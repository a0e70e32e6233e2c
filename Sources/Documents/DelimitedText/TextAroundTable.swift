import VietnameseText

/// Tells the text around an edited table from its rows: totals, places and dates, signatures, and the titles of groups.
/// Only rows that the table itself does not recognise are asked about; what no rule knows is not left out in silence.
struct TextAroundTable {
  private var hasEnded = false

  /// - Parameter hasFacts: whether a cell can be read as its column asks; such a row is a damaged one.
  mutating func includes(_ cells: [String], hasFacts: Bool) -> Bool {
    if RegisterLayout.isRowOfColumnNumbers(cells) { return true }
    let filled = cells.filter { !$0.isEmpty }
    guard !hasFacts, let first = filled.first else { return false }
    if RowKind.isTotal(first) { return true }
    // Below the place, the date and the offices that sign stand the names of people, which no word tells.
    if filled.contains(where: Self.endsTable) { hasEnded = true }
    return hasEnded || Self.isTitleOfGroup(filled)
  }

  /// Whether a cell is one of those that stand below a table.
  static func endsTable(_ cell: String) -> Bool {
    guard cell.utf8.count <= 400 else { return false }
    let words = cell.folded.words
    return endings.contains { words.starts(with: $0) } || isPlaceAndDate(words)
  }

  private static let endings = [
    "nguoi lap", "nguoi tong hop", "nguoi kiem tra", "nguoi ky", "lap bieu", "can bo lap", "cong chuc lap", "ky ten",
    "ky ghi ro", "ky va ghi ro", "ky dong dau", "da ky", "ghi ro ho ten", "chu tich", "pho chu tich", "giam doc",
    "pho giam doc", "thu truong", "truong phong", "tm", "kt", "tl", "tuq", "noi nhan", "ghi chu", "uy ban nhan dan",
  ].map { $0.split(separator: " ").map(String.init) }

  /// "La Lay, ngày 5 tháng 1 năm 2026", filled in or not.
  private static func isPlaceAndDate(_ words: [String]) -> Bool {
    guard let day = words.firstIndex(of: "ngay"), day <= 5, let month = words[day...].firstIndex(of: "thang"),
      let year = words[month...].firstIndex(of: "nam")
    else { return false }
    return month - day <= 2 && year - month <= 2 && words.count - year <= 2
  }

  /// "I. Lĩnh vực hộ tịch" between the rows, in one cell or in two.
  private static func isTitleOfGroup(_ filled: [String]) -> Bool {
    switch filled.count {
    case 1:
      filled[0].folded.words.starts(with: ["linh", "vuc"]) || filled[0].prefixMatch(of: /(?:[IVX]+|[A-H])[.)]\s/) != nil
    case 2: filled[0].wholeMatch(of: /(?:[IVX]+|[A-H])[.)]?/) != nil
    default: false
    }
  }
}

extension EditedTable {
  /// The first row that has the required columns, and its place. Titles may stand above it.
  func heading<Column: TableColumn>(with required: [Column]) -> (place: Int, heading: TableHeading<Column>)? {
    for (place, row) in rows.prefix(30).enumerated() {
      let heading = TableHeading<Column>(row.fields)
      if required.allSatisfy({ heading.places[$0] != nil }) { return (place, heading) }
    }
    return nil
  }
}
