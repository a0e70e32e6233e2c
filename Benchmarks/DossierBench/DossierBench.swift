import Demonstration
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import VietnameseText

/// Measures the store as the program uses it, at a desk of a demo office. Usage: `DossierBench DATA QUERIES
/// [--rebuild]`. It writes notes, imports rows and rebuilds: give it a copy of nothing precious. `DossierBench --keys` prints the
/// keys of frequent tasks instead.
@main
struct DossierBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.dropFirst() == ["--keys"] { return keys() }
    guard arguments.count == 3 || arguments.last == "--rebuild",
      let text = FileManager.default.contents(atPath: arguments[2])
    else {
      return print("usage: DossierBench DATA QUERIES [--rebuild] | --keys")
    }
    let queries = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    let store = try LocalStore(folder: arguments[1], access: .readWrite)
    guard DemoOffice.isDemo(try store.office.current().id), let clerk = try store.office.clerks().first else {
      return print("not a demo office")
    }
    let bench = DossierBench(store: store, clerk: clerk, folder: arguments[1])
    print("| what (ms) | n | p50 | p95 | p99 | worst |\n|---|---|---|---|---|---|")
    bench.typing()
    try bench.pages()
    try bench.searches(queries)
    print("| memory after that (MB, resident peak) | | \(residentPeak()) | | | |")
    try bench.commits()
    try bench.commitsThatFold()
    bench.writes()
    try bench.imports()
    if arguments.last == "--rebuild" { try bench.rebuild() }
  }

  private let store: LocalStore
  private let clerk: Clerk
  private let folder: String

  private var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

  private func query(_ filter: QueueFilter, _ window: QueueQuery.Window) -> QueueQuery {
    QueueQuery(
      filter: filter, window: window, limit: 150, viewer: Viewer(clerk),
      endOfToday: now.civilDate.instant(atMinute: 1440))
  }

  /// A thousand keys at once, because one takes less than the clock can tell: milliseconds here are microseconds a key.
  private func typing() {
    let words = "nguyeenx thij thuw soongs owr thoon quangr trij, ddawng kis khai sinh cho con trai data "
    let keys = String(repeating: words, count: 12).prefix(1000)
    for method in TypingMethod.allCases {
      var measure = Measure()
      for _ in 0..<200 { _ = measure.time { TypingRules(method).composed(keys) } }
      print(measure.row("1,000 keys typed, \(method.rawValue)"))
    }
  }

  private func pages() throws {
    for (name, view, window) in [
      ("first page, due today", QueueFilter.dueToday, QueueQuery.Window.first), ("first page, all", .all, .first),
      ("last page, all", .all, .last),
    ] {
      var measure = Measure()
      for _ in 0..<50 { _ = try measure.time { try store.queue.page(query(view, window)) } }
      print(measure.row(name))
    }
    var counts = Measure()
    for _ in 0..<50 {
      _ = try counts.time {
        try store.queue.counts(
          viewer: Viewer(clerk), endOfToday: now.civilDate.instant(atMinute: 1440), absentClerks: [])
      }
    }
    print(counts.row("counts of all views"))
  }

  private func searches(_ queries: [String]) throws {
    var measure = Measure()
    for _ in 0..<3 {
      for text in queries {
        _ = try measure.time(text) { try store.search.find(SearchQuery(text: text, limit: 50, viewer: Viewer(clerk))) }
      }
    }
    print(measure.row("search, \(queries.count) queries"))
  }

  private func commits() throws {
    let rows = try store.queue.page(query(.inProgress, .first)).rows
    var measure = Measure()
    for index in 0..<100 {
      try measure.time { try perform([.note("đo tốc độ \(index)")], on: rows[index % rows.count].id) }
    }
    print(measure.row("action committed (FULL)"))
  }

  private func writes() {
    var sync = Measure()
    let path = folder + "/fsync.tmp"
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    for _ in 0..<100 {
      sync.time {
        _ = write(descriptor, [UInt8](repeating: 1, count: 4096), 4096)
        fsync(descriptor)
      }
    }
    close(descriptor)
    unlink(path)
    print(sync.row("write 4 KB and fsync, for comparison"))
  }

  /// Owners' names are corrected all over the office while so many changes wait that every sixteenth commit folds some
  /// into the search index: that one is the worst.
  private func commitsThatFold() throws {
    for index in 0..<SearchIndex.freshLimit {
      let form = ReceptionForm(
        procedureCode: "1.004873", owner: Person(name: "Hồ Thị Chờ \(index)"),
        components: [Component(number: 1, name: "Tờ khai")])
      try perform([.receive(form)], on: .version7(at: now, random: store.random()))
    }
    let rows = try [QueueQuery.Window.first, .last].flatMap { try store.queue.page(query(.inProgress, $0)).rows }
    var measure = Measure()
    for index in 0..<340 {
      let name = "Nguyễn Thị \(["Ánh", "Biên", "Cúc", "Đào", "Én", "Gấm", "Hiên"][index % 7]) \(index)"
      try measure.time {
        try perform(
          [.correct(field: .ownerName, value: name, reason: "đo tốc độ")], on: rows[index % rows.count].id)
      }
    }
    print(measure.row("the same while the search index folds"))
  }

  private struct NotDone: Error {}

  private func perform(_ commands: [DossierCommand], on id: DossierID) throws {
    let outcome = try store.decisions.perform([Act(dossier: id, commands: commands)], by: clerk.id, at: now).first
    guard case .done = outcome else { throw NotDone() }
  }

  private func imports() throws {
    let office = try store.office.current()
    let stamp = now.milliseconds
    let rows = (0..<10_000).map { index in
      ImportedDossier(
        code: DossierCode("bench-\(stamp)-\(index)", origin: .imported),
        procedure: ProcedureReference(code: "1.004873", name: "Cấp Giấy xác nhận tình trạng hôn nhân"),
        owner: Person(name: "Hồ Thị \(["Lan", "Hoa", "Mai", "Kăn Tưm"][index % 4]) \(index)"), status: .handedBack,
        receivedAt: now, dueAt: now, resolvedAt: now, handedBackAt: now, office: office.id)
    }
    try store.decisions.perform(.confirmClock(now.civilDate), by: clerk.id, at: now)
    let start = Date()
    for first in stride(from: 0, to: rows.count, by: 1000) {
      _ = try store.decisions.importRegister(rows[first..<first + 1000].map { RowToImport($0) }, by: clerk.id, at: now)
    }
    try store.upkeep.settleSearch()
    print(
      "| import, rows a second | \(rows.count) | \(Int(Double(rows.count) / Date().timeIntervalSince(start))) | | | |")
  }

  private func rebuild() throws {
    let start = Date()
    try store.upkeep.rebuild()
    print("| rebuild, seconds | | \(Int(Date().timeIntervalSince(start))) | | | |")
  }

  private static func residentPeak() -> Int {
    let status =
      FileManager.default.contents(atPath: "/proc/self/status").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? 0
  }
}
