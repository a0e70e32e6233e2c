import Demonstration
import DossierDomain
import Testing

@Suite struct DemoOfficeTests {
  private static let now = Instant(iso8601: "2026-11-25T08:42") ?? Instant(milliseconds: 0)

  private func lives(_ count: Int, seed: UInt64 = 3, scans: Bool = false) -> [DemoOffice.Life] {
    var demo = DemoOffice(seed: seed, dossiers: count, now: Self.now, scans: scans)
    var all: [DemoOffice.Life] = []
    while let life = demo.next() { all.append(life) }
    return all
  }

  private func dossier(_ life: DemoOffice.Life) -> Dossier? {
    Dossier.fold(
      id: life.id,
      entries: life.steps.enumerated().map { index, step in
        RecordedAction(
          reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: Int64(index + 1)), clerk: step.clerk,
          at: step.at, action: step.action)
      })
  }

  @Test func demoDatesObeyTheDeadlineRules() throws {
    for life in lives(1200) {
      guard case .receive(let reception) = life.steps.first?.action else { continue }
      let version = try #require(
        Catalogue.starter.version(of: reception.procedure.code, on: reception.receivedAt.civilDate))
      let appointment = try DeadlineRule.appointment(
        limit: version.timeLimit, receivedAt: reception.receivedAt, calendar: .standard, hours: .standard)
      #expect(reception.appointment?.dueAt == appointment.dueAt)
      #expect(life.steps.map(\.at) == life.steps.map(\.at).sorted())
    }
  }

  @Test func theMorningHasSomethingOfEverything() {
    let dossiers = lives(500).compactMap(dossier)
    let today = Self.now.civilDate
    #expect(dossiers.count == 500)
    #expect(dossiers.count { $0.status.isRunning && ($0.dueAt?.civilDate ?? today.adding(days: 1)) <= today } >= 10)
    #expect(dossiers.count { $0.status == .registered } == 4)
    #expect(dossiers.count { $0.status.isPaused } == 9)
    #expect(dossiers.count { $0.status == .completed } == 14)
    #expect(Set(dossiers.map(\.code.text)).count == 500)
  }

  @Test func theSameSeedGivesTheSameOffice() {
    #expect(lives(200).compactMap(dossier) == lives(200).compactMap(dossier))
    #expect(lives(200).compactMap(dossier) != lives(200, seed: 4).compactMap(dossier))
  }

  @Test func digitisedPapersNameAScanEachAndNothingElseIsOtherwise() {
    let plain = lives(300).compactMap(dossier)
    let scanned = lives(300, scans: true).compactMap(dossier)
    let components = scanned.flatMap(\.components)
    // Papers that were submitted online are electronic already.
    #expect(components.allSatisfy { $0.form == .electronic || $0.blobHash.isEmpty == ($0.digitisation == .none) })
    let names = components.map(\.blobHash).filter { !$0.isEmpty }
    #expect(names.allSatisfy { $0.utf8.count == 64 } && Set(names).count == names.count && names.count > 100)
    #expect(plain.flatMap(\.components).allSatisfy { $0.blobHash.isEmpty })
    let withoutNames = scanned.map { dossier in
      var dossier = dossier
      for index in dossier.components.indices { dossier.components[index].blobHash = "" }
      return dossier
    }
    #expect(withoutNames == plain)
  }
}
