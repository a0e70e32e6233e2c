import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

/// `dossier outbox`: this desk's own entries, each with its state at the province.
struct OutboxCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "outbox",
      abstract: said(
        "Liệt kê các việc của bàn này: đã ghi, đã gửi, tỉnh đã nhận, hay bị từ chối và vì sao.",
        "Lists this desk's entries: recorded, sent, acknowledged or refused with the reason."),
      discussion: said(
        "Mới nhất trước. Hồ sơ kín thì không hiện chủ hồ sơ và nội dung.",
        "Newest first. Confidential dossiers show neither owner nor content."))
  }

  @Option(
    name: .long,
    help: said(
      "Chỉ những việc có các từ này trong mã, chủ hồ sơ hay nội dung.",
      "Only entries with these words in code, owner or what was done."))
  var search = ""

  @Option(name: .long, help: said("Tình trạng, gõ mã hay tên gọi.", "recorded, sent, acknowledged or refused."))
  var state: EntryDelivery?

  @Option(name: .long, help: said("Nhiều nhất bao nhiêu dòng.", "At most so many rows."))
  var limit = 200

  @Flag(
    name: .long,
    help: said(
      "In ra JSON: danh sách gồm epoch, sequence, at, clerk, code, owner, action, state, reason.",
      "JSON: a list of epoch, sequence, at, clerk, code, owner, action, state, reason."))
  var json = false

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
      let held = HeldOutput(folder: workplace.locations.data)
      let records = try show(workplace, held)
      let persons = Set(records.compactMap { $0.owner == nil ? nil : $0.code })
      try reader.putOut(held, .outbox, persons: persons.count)
    }
  }

  private func show(_ workplace: Workplace, _ held: HeldOutput) throws -> [OutboxRecord] {
    let records: [OutboxRecord]
    do throws(StoreError) {
      let clerks = Dictionary(
        try workplace.store.office.clerks().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
      records = try Self.rows(of: workplace.store, search: search, state: state, limit: limit)
        .map { OutboxRecord($0, clerks: clerks, language: workplace.language) }
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.storeUnavailable
    }
    guard !json else {
      held.json(records)
      return records
    }
    var table = TextTable(
      header: workplace.language == .vi
        ? ["Lúc", "Mã hồ sơ", "Chủ hồ sơ", "Việc", "Cán bộ", "Tình trạng"]
        : ["At", "Code", "Owner", "What", "Clerk", "State"])
    for record in records { table.append(record.cells(workplace.language)) }
    held.data(table.text)
    return records
  }

  static func rows(
    of store: LocalStore, search: String, state: EntryDelivery?, limit: Int
  ) throws(StoreError) -> [OutboxRow] {
    var rows: [OutboxRow] = []
    var after: EntryReference?
    while rows.count < limit {
      let page = try store.exchange.outbox(
        OutboxQuery(
          text: search, delivery: state, after: after, limit: min(500, limit - rows.count), viewer: .commandLine))
      rows += page.rows
      guard page.hasMore, page.scannedTo != after else { break }
      after = page.scannedTo
    }
    return rows
  }
}
