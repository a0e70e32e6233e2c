import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import OfficeWork

/// `dossier list`: a view of the queue, or a search.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: said("Liệt kê hồ sơ của một danh sách.", "Lists the dossiers of a view."))
  }

  enum View: String, CaseIterable, ExpressibleByArgument {
    case due, online, progress, waiting, results, decision, all, unassigned, conflicts

    var queueFilter: QueueFilter {
      switch self {
      case .due: .dueToday
      case .online: .newOnline
      case .progress: .inProgress
      case .waiting: .waitingForCitizen
      case .results: .toHandBack
      case .decision: .needsDecision
      case .all: .all
      case .unassigned: .unassigned
      case .conflicts: .inConflict
      }
    }
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv
  }

  @Option(
    name: .long,
    help: said(
      """
      Danh sách nào: due đến hạn, online mới từ cổng, progress đang xử lý, waiting chờ bổ sung, results chờ trả, \
      decision chờ ký, all tất cả, unassigned chưa phân công, conflicts trùng quyết định.
      """,
      "due, online, progress, waiting, results, decision, all, unassigned, conflicts."))
  var view = View.due

  @Option(
    name: .long,
    help: said(
      "Chỉ hồ sơ có những từ này (không cần dấu, gõ đầu từ là đủ).",
      "Only dossiers with these words (marks optional, prefix by word)."))
  var search = ""

  @Option(name: .long, help: said("Dạng kết quả: bảng (table), JSON hay CSV.", "table, json or csv."))
  var format = Format.table

  @Flag(name: .long, help: said("Như --format json.", "The same as --format json."))
  var json = false

  @Option(name: .long, help: said("Nhiều nhất bao nhiêu dòng.", "At most so many rows."))
  var limit = 1000

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...1_000_000).contains(limit) else {
      throw ValidationError(said("--limit phải từ 1 đến 1000000.", "--limit must be 1 to 1000000."))
    }
  }

  func run() throws {
    let workplace = try global.openWorkplace()
    try reading.reading(at: workplace) { reader in
      let workplace = reader.workplace
      let records = try Self.records(workplace, view: view, search: search, limit: limit)
      let held = HeldOutput(folder: workplace.locations.data)
      show(records, workplace.language, held)
      try reader.putOut(held, .list, persons: records.count { $0.ownerName != nil })
    }
  }

  /// The dossiers of the view, in the form in which they are printed.
  static func records(
    _ workplace: Workplace, view: View, search: String, limit: Int
  ) throws(StoreError) -> [DossierRecord] {
    let clerks = Dictionary(
      try workplace.store.office.clerks().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var records: [DossierRecord] = []
    var window = QueueQuery.Window.first
    while records.count < limit {
      let page = try workplace.store.queue.page(
        QueueQuery(
          filter: view.queueFilter, text: search, window: window, limit: min(500, limit - records.count),
          viewer: .commandLine, endOfToday: workplace.clock.now.civilDate.instant(atMinute: 1440)))
      records += page.rows.map { DossierRecord($0, clerks: clerks, language: workplace.language) }
      guard page.hasAfter, let last = page.rows.last else { break }
      if records.count >= limit {
        Output.message(
          workplace.language.pick(
            "Chỉ có \(limit) hồ sơ đầu; muốn nhiều hơn thì thêm --limit.",
            "Only the first \(limit) dossiers; --limit gives more."))
      }
      window = .after(last.id)
    }
    return records
  }

  private func show(_ records: [DossierRecord], _ language: Language, _ held: HeldOutput) {
    switch json ? .json : format {
    case .json: held.json(records)
    case .csv:
      held.data(
        csvLine(["code", "ownerName", "procedureCode", "procedureName", "status", "receivedAt", "dueAt", "resolvedAt"]),
        terminator: "")
      for record in records { held.data(csvLine(cells(record)), terminator: "") }
    case .table:
      var table = TextTable(
        header: language == .vi
          ? ["Mã hồ sơ", "Chủ hồ sơ", "Mã TTHC", "Thủ tục", "Trạng thái", "Nhận", "Hẹn trả", "Xong"]
          : ["Code", "Owner", "Procedure", "Name", "Status", "Received", "Due", "Resolved"])
      for record in records {
        var row = cells(record)
        row[4] = record.statusName
        table.append(row)
      }
      held.data(table.text)
    }
  }

  private func cells(_ record: DossierRecord) -> [String] {
    [
      record.code, record.ownerName ?? "•••", record.procedureCode, record.procedureName, String(record.status),
      record.receivedAt ?? "", record.dueAt ?? "", record.resolvedAt ?? "",
    ]
  }
}

extension Viewer {
  /// The command line shows no confidential names, even to a signed-in clerk, because its output is easily passed on.
  static let commandLine = Viewer(clerk: ClerkID(high: 0, low: 0), seesConfidential: false)
}
