import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

/// A dossier of a wrong procedure and the one in its place.
@Suite struct ReplaceTests {
  private static func replace(
    _ old: DossierID, _ fixture: OfficeFixture, by clerk: Clerk? = nil, procedure: String = OfficeFixture.maritalStatus
  ) throws -> [ActOutcome] {
    try fixture.store.decisions.replace(
      old, by: fixture.newID(), [.receive(fixture.form(procedure: procedure))],
      by: (clerk ?? fixture.reception).id, at: OfficeFixture.morning)
  }

  @Test func eachNamesTheOther() throws {
    let fixture = try OfficeFixture()
    let old = try fixture.receive()
    let outcomes = try Self.replace(old.id, fixture)
    guard case .done(let new, _) = outcomes[0], case .done(let voided, _) = outcomes[1] else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(voided.id == old.id && voided.isVoid && !new.isVoid && new.code != old.code)
    let (dossier, former) = (try fixture.dossier(new.id), try fixture.dossier(old.id))
    #expect(dossier.notes.map(\.text) == [Replacement.note(replacing: old.code)])
    #expect(former.voidReason == Replacement.reason(replacedBy: new.code))
    #expect(dossier.notes[0].text.contains(old.code.text) && former.voidReason?.contains(new.code.text) == true)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }

  @Test func oneUndoTakesBothBack() throws {
    let fixture = try OfficeFixture()
    let old = try fixture.receive()
    guard case .done(let new, _) = try Self.replace(old.id, fixture)[0] else { return }
    guard
      case .undone(let act) = try fixture.store.decisions.undoLast(by: fixture.reception.id, at: OfficeFixture.morning)
    else {
      Issue.record("it was not undone")
      return
    }
    #expect(Set(act.rows.map(\.id)) == [old.id, new.id])
    #expect(try !fixture.dossier(old.id).isVoid)
    #expect(try fixture.dossier(new.id).isVoid)
  }

  /// Neither the void nor the reception stands alone, and no number is used up.
  @Test func eitherBothAreRecordedOrNeither() throws {
    let fixture = try OfficeFixture()
    let old = try fixture.receive()
    let before = try fixture.store.upkeep.verify().entries
    for outcome in [
      try Self.replace(old.id, fixture, by: fixture.specialist)[0],
      try Self.replace(old.id, fixture, procedure: "9.999999")[0],
      try Self.replace(fixture.newID(), fixture)[0],
    ] {
      guard case .denied = outcome else {
        Issue.record("\(outcome)")
        continue
      }
    }
    #expect(try fixture.store.upkeep.verify().entries == before)
    #expect(try !fixture.dossier(old.id).isVoid)
    let next = try fixture.receive()
    #expect(next.code.text.hasSuffix("0002"))
  }
}
