import DossierDomain

/// Numbers the data about signatures that an office's desks have to get. It locks the office's row, so that numbers are
/// committed in their order and no desk skips a number that is committed later.
struct SerialNumbers {
  let office: OfficeID
  let transaction: any ServerTransaction

  func next() throws -> Int64 {
    _ = try OfficeRecord.lock(office, in: transaction)
    let number = try last() + 1
    try transaction.run("UPDATE office SET signed = $1 WHERE id = $2", [.integer(number), .blob(office.bytes)])
    return number
  }

  func last() throws -> Int64 {
    try transaction.rows("SELECT signed FROM office WHERE id = $1", [.blob(office.bytes)]).first?.integer(0) ?? 0
  }
}
