import DossierDomain
import Foundation
import Testing
import VietnameseText

@testable import Documents

/// Registers that a seeded generator writes as offices and their spreadsheets do: other headings, orders, encodings,
/// delimiters, forms of dates, lost zeros, titles, footers. The truth is known: each row comes in with the right
/// values, or it is reported; a value that is not stored as written has a remark.
@Suite struct RegisterMutationTests {
  /// `REGISTER_SEEDS=1000-2000` tries others.
  static let seeds: Range<Int> = {
    let ends = (ProcessInfo.processInfo.environment["REGISTER_SEEDS"] ?? "").split(separator: "-").compactMap {
      Int($0)
    }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : 0..<200
  }()

  @Test(arguments: seeds)
  func noWrongValueIsStoredInSilence(_ seed: Int) throws {
    var generator = RegisterGenerator(seed: UInt64(seed))
    let file = generator.file()
    var outcome: RegisterCaseTests.Outcome
    do {
      outcome = try RegisterCaseTests.read(file.bytes)
    } catch RegisterReader.ReadError.questionsOpen(let questions) {
      // To ask is right; then the answers have to give the right rows.
      outcome = try RegisterCaseTests.read(file.bytes, file.answers(to: questions))
    }
    let truth = Dictionary(uniqueKeysWithValues: file.rows.map { ($0.code, $0) })
    let reported = Set(outcome.problems.map(\.line))
    #expect(outcome.dossiers.count + outcome.problems.count == file.rows.count, "\(file.story): \(outcome.problems)")
    for dossier in outcome.dossiers {
      let right = try #require(truth[dossier.code.text], "\(file.story): \(dossier.code.text)")
      let differences = right.differences(from: dossier, file)
      #expect(differences.isEmpty, "seed \(seed), \(file.story): \(differences)")
    }
    // A row is kept aside only where the file has lost something.
    #expect(reported.count <= file.lostRows, "seed \(seed), \(file.story): \(outcome.problems.map(\.reason))")
  }
}

/// What one row of a generated file means.
struct TrueRow {
  var code: String
  var name: String
  var number: String
  var phone: String
  var address: String
  var received: CivilDate
  var receivedMinute: Int?
  var due: CivilDate
  var handedBack: CivilDate?
  var copies: Int
  var note: String

  func differences(from dossier: ImportedDossier, _ file: GeneratedRegister) -> [String] {
    var found: [String] = []
    func compare(_ field: String, _ right: String, _ stored: String) {
      if right != stored { found.append("\(field): \(right) ≠ \(stored)") }
    }
    func shown(_ instant: Instant?) -> String { instant.map { "\($0.civilDate.slashed) \($0.civilTime)" } ?? "" }
    let (opening, closing) = (
      RegisterCaseTests.office.workingHours.openingMinute, RegisterCaseTests.office.workingHours.closingMinute
    )
    compare("name", file.isInCapitals ? name.uppercased() : name, dossier.owner.name)
    if file.has(.identityNumber) { compare("number", number, dossier.owner.identityNumber) }
    if file.has(.phone) || file.has(.addressAndPhone) && file.phoneIsInAddress {
      compare("phone", phone, dossier.owner.phone)
    }
    if file.has(.addressAndPhone) {
      compare(
        "address", file.isInCapitals ? address.uppercased() : address,
        file.hasLostCase ? address(dossier) : dossier.owner.address)
    }
    if file.has(.received) {
      compare("received", shown(received.instant(atMinute: receivedMinute ?? opening)), shown(dossier.receivedAt))
    }
    if file.has(.due) { compare("due", shown(due.instant(atMinute: closing)), shown(dossier.dueAt)) }
    if file.has(.handedBack) {
      compare("handed back", shown(handedBack?.instant(atMinute: closing)), shown(dossier.handedBackAt))
    } else {
      compare("handed back", "", shown(dossier.handedBackAt))
    }
    if file.has(.copies) { compare("copies", String(copies), String(dossier.copies)) }
    if file.has(.note) { compare("note", file.isInCapitals ? note.uppercased() : note, dossier.note) }
    return found
  }

  /// TCVN3 keeps no case of most marked letters.
  private func address(_ dossier: ImportedDossier) -> String {
    dossier.owner.address.lowercased() == address.lowercased() ? address : dossier.owner.address
  }
}
