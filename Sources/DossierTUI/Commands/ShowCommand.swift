import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork
import VietnameseText

/// `dossier show CODE`: one dossier with its journal.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: said("Xem một hồ sơ và quá trình giải quyết.", "Shows one dossier with its journal."))
  }

  @Argument(
    help: said(
      "Mã hồ sơ, hoặc bốn số cuối nếu chỉ có một hồ sơ như vậy.",
      "The dossier's code, or its last four digits when they name one only.", value: "mã-hồ-sơ"))
  var code: String

  @Flag(name: .long, help: said("In ra JSON.", "JSON."))
  var json = false

  @OptionGroup var disclosure: FullNumbersOption

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try reading.validate(full: disclosure.full) }

  private struct Detail: Encodable {
    var dossier: DossierRecord
    /// Masked by default; empty if no number was given.
    var ownerNumber: String
    var ownerPhone: String
    var codes: [String]
    var components: [Part]
    var timeline: [Step]
    /// The earlier entries are at the province only.
    var isFolded: Bool
    /// Absent if the procedure has one case only.
    var caseName: String?
    /// In đồng; absent if not known.
    var fee: Int?
    /// How the reception came to it.
    var feeLines: [Line]
    var feeReduction: String?
    /// KenhThucHien: 1 at the desk, 2 online, 3 by post.
    var channel: UInt8
    /// The desk helped the citizen to submit it online.
    var isAssisted: Bool
    /// Absent if it was recorded when it was received.
    var onBlank: Blank?
    /// Absent for the desk, or the owner's address.
    var deliveryPlace: String?
    /// The owner first, then the applicant if she is somebody else, then the others, each with her relation to the owner.
    var people: [DossierPersonRecord]
  }

  private struct Line: Encodable {
    var name: String
    var calculation: String?
    /// In đồng; absent if not known.
    var amount: Int?
    /// What the amount is the product of; absent if nothing was counted or it was not recorded.
    var quantity: Int?
    var unit: String?
    var unitAmount: Int?

    init(_ line: FeeLine) {
      name = line.name
      calculation = line.calculation.nonempty
      amount = line.amount
      quantity = line.count?.quantity
      unit = line.count.map { $0.unit == .copy ? "copy" : "matter" }
      unitAmount = line.count?.unitAmount
    }
  }

  private struct Part: Encodable {
    var name: String
    var form: String
    var originals: Int
    var certifiedCopies: Int
    var plainCopies: Int
    var isDigitised: Bool
  }

  private struct Blank: Encodable {
    var reason: String
    var recordedAt: String
  }

  private struct Step: Encodable {
    var at: String
    var clerk: String
    var action: String
  }

  func run() throws {
    let workplace = try global.openWorkplace()
    try reading.reading(at: workplace, as: disclosure.full ? Clerk.Role.seeingNumbers : []) { reader in
      let workplace = reader.workplace
      let held = HeldOutput(folder: workplace.locations.data)
      try show(workplace, held)
      try reader.putOut(held, .show, persons: 1, showsNumbers: disclosure.full)
    }
  }

  private func show(_ workplace: Workplace, _ held: HeldOutput) throws {
    let rows = try workplace.store.queue.findByCode(code, viewer: .commandLine)
    guard let row = rows.first else {
      Output.message(workplace.language.pick("Không có hồ sơ mã \(code).", "No dossier with the code \(code)."))
      throw ExitCode.notFound
    }
    guard rows.count == 1 else {
      Output.message(workplace.language.pick("Có \(rows.count) hồ sơ:", "\(rows.count) dossiers:"))
      for row in rows { Output.message("  " + row.code.text) }
      throw ExitCode.notFound
    }
    let card: DossierCard
    do {
      guard let found = try workplace.store.queue.card(row.id, viewer: .commandLine) else { throw ExitCode.notFound }
      card = found
    } catch let error as StoreError {
      Output.message(error.wording(workplace.language))
      throw ExitCode.faultsFound
    }
    let names = Dictionary(
      try workplace.store.office.clerks().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let detail = Detail(
      dossier: DossierRecord(row, clerks: names, language: workplace.language),
      ownerNumber: shown(card.dossier.owner.identityNumber), ownerPhone: shown(card.dossier.owner.phone),
      codes: card.dossier.codes.map(\.text),
      components: card.dossier.components.map {
        Part(
          name: $0.name, form: $0.formWording(workplace.language), originals: $0.handedIn.originals,
          certifiedCopies: $0.handedIn.certifiedCopies, plainCopies: $0.handedIn.plainCopies,
          isDigitised: $0.isDigitised)
      },
      timeline: card.timeline.map { entry in
        Step(
          at: entry.at.iso8601, clerk: names[entry.clerk] ?? "?",
          action: (disclosure.full ? entry.action : entry.action.masked).wording(workplace.language) { id in
            names[id] ?? "?"
          })
      }, isFolded: card.isFolded, caseName: card.dossier.caseRecord.name.nonempty, fee: card.dossier.fee,
      feeLines: card.dossier.caseRecord.fee.map { Line($0) }, feeReduction: card.dossier.caseRecord.reduction.nonempty,
      channel: card.dossier.channel.rawValue, isAssisted: card.dossier.isAssisted,
      onBlank: card.dossier.onBlank.map { Blank(reason: $0.reason, recordedAt: $0.recordedAt.iso8601) },
      deliveryPlace: card.dossier.deliveryPlace.nonempty,
      people: DossierPersonRecord.all(of: card.dossier, showsNumbers: disclosure.full))
    if json { return held.json(detail) }
    func say(_ line: String) { held.data(line.cleanedMultiline(maxLength: .max)) }
    say("\(detail.dossier.code)  \(detail.dossier.statusName)")
    say("\(detail.dossier.ownerName ?? "•••") · \(detail.dossier.procedureCode) \(detail.dossier.procedureName)")
    let numbers = [
      detail.ownerNumber.isEmpty ? nil : workplace.language.pick("Số giấy tờ ", "Number ") + detail.ownerNumber,
      detail.ownerPhone.isEmpty ? nil : workplace.language.pick("Điện thoại ", "Telephone ") + detail.ownerPhone,
    ].compactMap(\.self)
    if !numbers.isEmpty { say(numbers.joined(separator: " · ")) }
    if let due = row.dueAt { held.data(workplace.language.pick("Hẹn trả ", "Due ") + due.clockAndDate) }
    if let step = row.stepName, !row.status.isFinal {
      let due = row.stepDueAt.map { workplace.language.pick(", hạn ", ", due ") + $0.clockAndDate } ?? ""
      say(workplace.language.pick("Bước ", "Step ") + step + due)
    }
    if let onBlank = card.dossier.onBlank { say(onBlank.wording(workplace.language)) }
    for paper in card.dossier.components { say("  - \(paper.name): \(paper.countWording(workplace.language))") }
    if card.isFolded {
      held.data(workplace.language.pick("… các bước trước đó ở tỉnh", "… earlier steps are at the province"))
    }
    for (entry, step) in zip(card.timeline, detail.timeline) {
      say("\(entry.at.clockAndDate)  \(step.clerk): \(step.action)")
    }
  }

  private func shown(_ number: String) -> String { disclosure.full ? number : maskedNumber(number) }
}

extension String {
  fileprivate var nonempty: String? { isEmpty ? nil : self }
}
