import Dispatch
import DossierDomain
import DossierStore
import GRDB

/// Measures the search index alone, through the real SQL path, on made-up dossiers of a commune in Quảng Trị.
public enum SearchBench {
  /// Milliseconds.
  public struct Result: Sendable {
    public var p50: Double
    public var p95: Double
    public var p99: Double
    public var slowest: [(query: String, milliseconds: Double, hits: Int)]
    public var dossiersIndexedPerSecond: Double
    public var megabytes: Double
    /// One changed dossier in a commit of its own.
    public var updateMilliseconds: Double
  }

  /// - Parameter path: where the database is made, or found when it was made before with as many dossiers.
  public static func run(path: String, dossiers: Int, queries: [String], rounds: Int = 3) throws -> Result {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -8192; PRAGMA mmap_size = 0") }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let seconds = try fill(pool, dossiers)
    let update = try measureUpdate(pool, dossiers)
    let viewer = Viewer(clerk: ClerkID(high: 1, low: 1), seesConfidential: false)
    var times: [(query: String, milliseconds: Double, hits: Int)] = []
    for _ in 0..<rounds {
      for query in queries {
        let start = DispatchTime.now().uptimeNanoseconds
        let hits = try pool.read { try SearchIndex.search($0, text: query, limit: 50, viewer: viewer) }
        let spent = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
        times.append((query, spent, hits.rids.count))
      }
    }
    times.sort { $0.milliseconds < $1.milliseconds }
    func percentile(_ share: Double) -> Double {
      times[min(times.count - 1, Int(Double(times.count) * share))].milliseconds
    }
    let pages = try pool.read {
      try Int.fetchOne($0, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    }
    return Result(
      p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), slowest: Array(times.suffix(8)),
      dossiersIndexedPerSecond: seconds > 0 ? Double(dossiers) / seconds : 0,
      megabytes: Double(pages ?? 0) / 1e6, updateMilliseconds: update)
  }

  private static func fill(_ pool: DatabasePool, _ count: Int) throws -> Double {
    let known = try pool.read {
      try $0.tableExists("search_doc") ? Int.fetchOne($0, sql: "SELECT count(*) FROM search_doc") : nil
    }
    if let known, known >= count { return 0 }
    try pool.write { try SearchIndex.createSchema($0) }
    var maker = DossierMaker()
    var seconds = 0.0
    for first in stride(from: 1, through: count, by: 4096) {
      let batch = (first..<min(count + 1, first + 4096)).map { (Int64($0), maker.make($0)) }
      let start = DispatchTime.now().uptimeNanoseconds
      try pool.write { db in
        for (rid, dossier) in batch {
          if let dossier { try SearchIndex.replace(db, rid: rid, dossier: dossier, freshLimit: 4096) }
        }
      }
      seconds += Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }
    let start = DispatchTime.now().uptimeNanoseconds
    try pool.write { try SearchIndex.fold($0) }
    return seconds + Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  }

  private static func measureUpdate(_ pool: DatabasePool, _ count: Int) throws -> Double {
    var maker = DossierMaker(seed: DispatchTime.now().uptimeNanoseconds)
    var total = 0.0
    for step in 0..<200 {
      let rid = Int64(1 + (step * 7919) % count)
      guard let dossier = maker.make(step) else { continue }
      try pool.write { db in
        let start = DispatchTime.now().uptimeNanoseconds
        try SearchIndex.replace(db, rid: rid, dossier: dossier)
        total += Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
      }
    }
    return total / 200
  }
}

/// Deterministic dossiers: names as they are spread in the country, and those of the Bru Vân Kiều and Tà Ôi.
struct DossierMaker {
  private var state: UInt64

  init(seed: UInt64 = 42) { state = seed | 1 }

  mutating func make(_ number: Int) -> Dossier? {
    let owner = person()
    let applicant = pick(10) < 3 ? person() : nil
    let day = CivilDate(dayNumber: 20_000 + number / 400)
    let procedure = Self.procedures[pick(Self.procedures.count)]
    let office = OfficeID(high: 1, low: 1)
    let reception = Reception(
      code: .office(agency: "000.19.45.H50", date: day, number: 1 + number % 400), procedure: procedure, owner: owner,
      applicant: applicant, channel: .direct, components: [], receivedAt: day.instant(atMinute: 480), appointment: nil,
      receivingOffice: office, decidingOffice: office)
    let id = DossierID(high: 1, low: UInt64(number))
    let reference = EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: Int64(number + 1))
    let clerk = ClerkID(high: 1, low: 1)
    return Dossier.fold(
      id: id,
      entries: [
        RecordedAction(reference: reference, clerk: clerk, at: reception.receivedAt, action: .receive(reception))
      ])
  }

  private mutating func person() -> Person {
    let isWoman = pick(2) == 0
    let name: String
    if pick(5) == 0 {
      name = "Hồ \(isWoman ? "Thị" : "Văn") \(Self.local[pick(Self.local.count)])"
    } else {
      let middle = pick(3) == 0 ? Self.given[pick(Self.given.count)] : isWoman ? "Thị" : "Văn"
      let second = pick(2) == 0 ? " " + Self.given[pick(Self.given.count)] : ""
      // The commoner surnames stand first, and are taken more often.
      name = "\(Self.surnames[min(pick(20), pick(20))]) \(middle)\(second) \(Self.given[pick(Self.given.count)])"
    }
    let year = pick(80) + 30
    let century = year < 100 ? isWoman ? 1 : 0 : isWoman ? 3 : 2
    let place = pick(10) < 8 ? "045" : "046"
    let digits = { (value: Int, length: Int) in
      String(repeating: "0", count: max(0, length - String(value).count)) + String(value)
    }
    return Person(
      name: name, identityNumber: place + String(century) + digits(year % 100, 2) + digits(pick(1_000_000), 6),
      identityKind: .citizenNumber,
      phone: ["090", "091", "094", "097", "098", "032", "035", "038", "086"][pick(9)] + digits(pick(10_000_000), 7))
  }

  private mutating func pick(_ below: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(below))
  }

  private static let surnames =
    "Nguyễn Trần Lê Phạm Hồ Hoàng Phan Võ Đặng Bùi Đỗ Ngô Dương Lý Mai Đinh Trương Lâm Huỳnh Vũ".split(separator: " ")
  private static let given =
    """
    Hữu Đức Minh Ngọc Thanh Quốc Thu Hồng Xuân Kim Anh Bảo Dũng Giang Hạnh Hiếu Hoàng Hùng Hương Khánh Lan Linh Long Nga \
    Oanh Phong Phúc Phương Quân Quyên Sơn Tâm Thảo Thắng Thủy Tiến Trang Tuấn Yến Đạt Cường Duy Hoà Thuý Hòa Khải Tử Hôn
    """.split(separator: " ")
  private static let local = "Kăn Tưm|Kăn Xoan|Ta Đang|A Lăng|Pả Hôm|Kỳ Rơi|Vỗ Kiêng|Ăm Bớt|Côn Trươi|Ku Tơ".split(
    separator: "|")
  private static let procedures = [
    ("1.001193", "Đăng ký khai sinh"), ("1.000894", "Đăng ký kết hôn"), ("1.000656", "Đăng ký khai tử"),
    ("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân"),
    ("2.000635", "Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh"),
    ("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản"), ("2.000884", "Chứng thực chữ ký"),
    ("1.001731", "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội"),
    ("1.001612", "Đăng ký thành lập hộ kinh doanh"),
    ("1.012756", "Đăng ký đất đai, tài sản gắn liền với đất lần đầu"),
    ("1.009645", "Cấp giấy phép xây dựng nhà ở riêng lẻ"),
    ("1.001776", "Trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc"),
  ].map { ProcedureReference(code: $0.0, name: $0.1) }
}
