import CPostgres

/// A result of libpq, with its rows in binary form.
final class PostgresResult {
  private let result: OpaquePointer?
  // PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY of libpq, which are character literals in C.
  private static let state = Int32(UInt8(ascii: "C"))
  private static let primaryMessage = Int32(UInt8(ascii: "M"))

  init(_ result: OpaquePointer?) {
    self.result = result
  }

  deinit { PQclear(result) }

  var tag: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }
  var changed: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

  func check(isAlive: Bool) throws(PostgresFailure) {
    let status = PQresultStatus(result)
    if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return }
    guard isAlive, let state = field(Self.state) else { throw .lost("connection lost") }
    // The primary message names tables and constraints. Values are in the detail, which is left out.
    throw .refused(state: state, message: field(Self.primaryMessage) ?? "")
  }

  private func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }

  func rows() throws(PostgresFailure) -> [ServerRow] {
    let columns = PQnfields(result)
    let types = (0..<columns).map { PQftype(result, $0) }
    var rows: [ServerRow] = []
    for row in 0..<PQntuples(result) {
      var values: [ServerValue] = []
      for column in 0..<columns { values.append(value(row, column, types[Int(column)])) }
      rows.append(ServerRow(values))
    }
    return rows
  }

  private func value(_ row: Int32, _ column: Int32, _ type: Oid) -> ServerValue {
    guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    switch type {
    case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.bool:
      let isNegative = bytes.first.map { $0 >= 0x80 } ?? false
      return .integer(bytes.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) })
    case PostgresType.text, PostgresType.varchar, PostgresType.name:
      return .text(String(decoding: bytes, as: UTF8.self))
    case PostgresType.bytea: return .blob(Array(bytes))
    default: return .null
    }
  }
}

/// The OIDs of PostgreSQL's types (pg_type.dat); they never change.
enum PostgresType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let name: Oid = 19
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let varchar: Oid = 1043
}

/// Values in the memory layout that libpq expects, in binary.
struct PostgresParameters {
  private var bytes: [UInt8] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []

  init(_ values: [ServerValue]) {
    for value in values {
      let start = bytes.count
      switch value {
      case .null:
        offsets.append(nil)
        lengths.append(0)
        continue
      case .integer(let number): withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
      case .text(let text): bytes += Array(text.utf8)
      case .blob(let blob): bytes += blob
      }
      offsets.append(start)
      lengths.append(Int32(clamping: bytes.count - start))
    }
    // An empty value needs an address too.
    bytes.append(0)
  }

  func withPointers<Value>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Value
  ) -> Value {
    bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
      let formats = [Int32](repeating: 1, count: lengths.count)
      return pointers.withUnsafeBufferPointer { pointers in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}

/// Strings as a null-terminated array of C strings.
struct CStrings {
  private var bytes: [CChar] = []
  private var offsets: [Int] = []

  init(_ texts: [String]) {
    for text in texts {
      offsets.append(bytes.count)
      bytes += text.utf8CString
    }
  }

  func withPointers<Value>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
    bytes.withUnsafeBufferPointer { bytes in
      let pointers = offsets.map { bytes.baseAddress?.advanced(by: $0) } + [nil]
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
