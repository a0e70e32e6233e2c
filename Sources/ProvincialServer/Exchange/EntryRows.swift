import DossierDomain

/// Reads rows of an office's order in parts of limited size. An entry may have 256 KB, so a thousand of them at once
/// would take more memory than the server has.
struct EntryRows {
  enum Subject {
    case everything
    /// Entries that are about no dossier.
    case office
    case dossier(DossierID)
  }

  let office: OfficeID
  let transaction: any ServerTransaction

  /// The columns that `HandDown.place` reads, in this order.
  static let columns = "sequence, epoch, epoch_sequence, dossier, bytes, hash, verdict, is_reference, rolling"
  private static let partBytes = 1 << 20

  /// Reads entries in the order of their places.
  /// - Parameters:
  ///   - after: the place before the first one to read.
  ///   - through: the last place to read.
  ///   - most: the limit for the number of entries.
  ///   - take: returns false to end the reading before this entry.
  /// - Returns: whether all entries up to the last place were taken.
  @discardableResult
  func read(
    _ subject: Subject, after: Int64, through: Int64, most: Int, _ take: (ServerRow) throws -> Bool
  ) throws -> Bool {
    let sizes = try rows("sequence, length(bytes)", subject, after, through, most: most + 1)
    var rest = sizes.prefix(most)[...]
    while let first = rest.first {
      var size = 0
      let count = try rest.prefix { row in
        size += Int(try row.integer(1))
        return try size <= Self.partBytes || row.integer(0) == first.integer(0)
      }.count
      let before = try first.integer(0) - 1
      for row in try rows(Self.columns, subject, before, through, most: count) {
        guard try take(row) else { return false }
      }
      rest = rest.dropFirst(count)
    }
    return sizes.count <= most
  }

  /// The number of entries up to a place and their bytes, counted up to one more than `most` entries.
  func size(of subject: Subject, through: Int64, most: Int) throws -> (entries: Int, bytes: Int) {
    let sizes = try rows("sequence, length(bytes)", subject, 0, through, most: most + 1)
    return (sizes.count, try sizes.reduce(0) { $0 + Int(try $1.integer(1)) })
  }

  private func rows(
    _ columns: String, _ subject: Subject, _ after: Int64, _ through: Int64, most: Int
  ) throws -> [ServerRow] {
    var arguments: [ServerValue] = [
      .blob(office.bytes), .integer(after), .integer(through), .integer(Int64(most)),
    ]
    let condition: String
    switch subject {
    case .everything: condition = ""
    case .office: condition = "AND dossier IS NULL"
    case .dossier(let dossier):
      condition = "AND dossier = $5"
      arguments.append(.blob(dossier.bytes))
    }
    return try transaction.rows(
      """
      SELECT \(columns) FROM entry WHERE office = $1 AND sequence > $2 AND sequence <= $3 \(condition)
      ORDER BY sequence LIMIT $4
      """, arguments)
  }
}
