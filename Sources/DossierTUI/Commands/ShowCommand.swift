import ArgumentParser
import Console
import DossierDomain
import DossierStore
import VietnameseText

/// `dossier show CODE`: one dossier with its journal.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Shows one dossier with its journal.")

  @Argument(help: "The dossier's code, or its last four digits when they name one only.")
  var code: String

  @Flag(name: .long, help: "JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  private struct Detail: Encodable {
    var dossier: DossierRecord
    var codes: [String]
    var components: [Part]
    var timeline: [Step]
    /// Earlier steps are at the province.
    var isFolded: Bool
  }

  private struct Part: Encodable {
    var name: String
    var form: String
    var isDigitised: Bool
  }

  private struct Step: Encodable {
    var at: String
    var clerk: String
    var action: String
  }

  func run() throws {
    let desk = try global.openDesk()
    let rows = try desk.store.findByCode(code, viewer: .commandLine)
    guard let row = rows.first else {
      Output.message(desk.language.pick("Không có hồ sơ mã \(code).", "No dossier with the code \(code)."))
      throw ExitCode.notFound
    }
    guard rows.count == 1 else {
      Output.message(desk.language.pick("Có \(rows.count) hồ sơ:", "\(rows.count) dossiers:"))
      for row in rows { Output.message("  " + row.code.text) }
      throw ExitCode.notFound
    }
    let card: DossierCard
    do {
      guard let found = try desk.store.card(row.id, viewer: .commandLine) else { throw ExitCode.notFound }
      card = found
    } catch let error as StoreError {
      Output.message(error.wording(desk.language))
      throw ExitCode.faultsFound
    }
    let names = Dictionary(try desk.store.clerks().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let detail = Detail(
      dossier: DossierRecord(row, clerks: names, language: desk.language),
      codes: card.dossier.codes.map(\.text),
      components: card.dossier.components.map {
        Part(name: $0.name, form: $0.form.wording(desk.language), isDigitised: $0.isDigitised)
      },
      timeline: card.timeline.map { entry in
        Step(
          at: entry.at.iso8601, clerk: names[entry.clerk] ?? "?",
          action: entry.action.wording(desk.language) { names[$0] ?? "?" })
      }, isFolded: card.isFolded)
    if json { return Output.json(detail) }
    say("\(detail.dossier.code)  \(detail.dossier.statusName)")
    say("\(detail.dossier.ownerName ?? "•••") · \(detail.dossier.procedureCode) \(detail.dossier.procedureName)")
    if let due = row.dueAt { Output.data(desk.language.pick("Hẹn trả ", "Due ") + due.clockAndDate) }
    for part in detail.components { say("  - \(part.name): \(part.form)") }
    if card.isFolded {
      Output.data(desk.language.pick("… các bước trước đó ở tỉnh", "… earlier steps are at the province"))
    }
    for (entry, step) in zip(card.timeline, detail.timeline) {
      say("\(entry.at.clockAndDate)  \(step.clerk): \(step.action)")
    }
  }

  /// A line with values that others wrote.
  private func say(_ line: String) { Output.data(line.cleanedMultiline(maxLength: .max)) }
}
