import DossierDomain

/// Numbers what an office's desks are to be told of signatures. Holds the office's row, so that numbers are committed in
/// their order and no desk goes past one that is still to come.
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
