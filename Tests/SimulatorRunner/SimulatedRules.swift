import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

@testable import DossierStore
@testable import JournalSamples

/// Draws what desks decide and receive by rules. Its numbers are its own, so that the days of a seed are otherwise as they were.
struct SimulatedRules {
  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed ^ 0x5275_6C65_735F_3131) }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  mutating func once(in times: Int) -> Bool { random.once(in: times) }

  mutating func dossier() -> DossierID { DossierID(high: random.next(), low: random.next()) }

  mutating func code() -> String { "1.99000\(random.below(3))" }

  /// A version with rules that can be received by.
  /// - Parameter isLater: whether it has facts of revision 6; by chance if nil.
  mutating func version(isLater: Bool? = nil) -> ProcedureVersion {
    while true {
      var content = RandomContent(seed: random.next())
      var version = content.procedureWithRules()
      (version.code, version.standing, version.isConfidential) = (code(), .inForce, false)
      (version.validFrom, version.validTo) = (.unknown, .unknown)
      if isLater.map({ $0 == version.rules.hasLaterFacts }) ?? true { return version }
    }
  }

  /// A reception with an answer to each question, so that none is open.
  mutating func form(by version: ProcedureVersion) -> ReceptionForm {
    var form = ReceptionForm(
      procedureCode: version.code, owner: Person(name: "Lê Thị \(random.below(50))"),
      channel: Channel.allCases[random.below(3)], components: [Component(number: 1, name: "Bản chính")], days: 3)
    for question in version.rules.questions { form.answers[question.id] = 1 + random.below(question.answers.count) }
    return form
  }
}

extension SimulatedDesk {
  /// Decides a version.
  /// - Returns: false if another machine of the office could not read it.
  func decide(_ version: ProcedureVersion, by clerk: ClerkID, at time: Instant) throws -> Bool {
    do {
      try store.decisions.perform(.setProcedure(version), by: clerk, at: now(time), isConfirmed: true)
      return true
    } catch StoreError.denied(.machinesBehind) {
      return false
    }
  }

  /// The version of a procedure that this desk knows; nil if none was decided.
  func version(of code: String, at time: Instant) throws -> ProcedureVersion? {
    try store.office.opening().catalogue.version(of: code, on: now(time).civilDate)
  }

  /// The kind and revision of the entry that this machine wrote last.
  func written() throws -> (kind: UInt32, revision: UInt32)? {
    try store.read { db in
      let bytes = try Data.fetchOne(
        db,
        sql: """
          SELECT e.bytes FROM entry e JOIN device_epoch d ON d.id = e.epoch_id WHERE d.is_current = 1
          ORDER BY e.sequence DESC LIMIT 1
          """)
      return bytes.flatMap { EntryEnvelope(canonical: Array($0)) }.map { ($0.kind, $0.revision) }
    }
  }
}
