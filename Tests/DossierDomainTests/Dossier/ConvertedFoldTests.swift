import DossierDomain
import Testing

/// A fold of revision 2 becomes one of revision 3 where its fields suffice.
@Suite struct ConvertedFoldTests {
  private static func base(_ change: (inout Dossier) -> Void) -> FoldedDossier {
    var dossier = Dossier(
      id: DossierID(high: 4, low: 4), codes: [DossierCode("a", origin: .office)],
      procedure: ProcedureReference(code: "1.004873", name: "x"), owner: Person(name: "Hồ Thị Mơ"),
      status: .handedBack, receivingOffice: OfficeID(high: 1, low: 1), decidingOffice: OfficeID(high: 1, low: 1),
      lastEntry: DecisionBench.reference, lastClerk: ClerkID(high: 3, low: 1), lastChangedAt: moment("2026-11-30"))
    dossier.appointment = AppointmentFact(dueAt: moment("2026-11-23T17:00"))
    dossier.components = [Component(number: 1, name: "Tờ khai", form: .original)]
    change(&dossier)
    return FoldedDossier(dossier: dossier, namedCodes: dossier.codes)
  }

  private static func request(_ at: String) -> SupplementRequest {
    SupplementRequest(
      requestedAt: moment(at), requestedBy: ClerkID(high: 3, low: 1), items: ["a"], receivedAt: moment("2026-11-28"))
  }

  @Test func whatNothingChangedStaysAsItIs() {
    let base = Self.base { _ in }
    #expect(base.converted(from: 2) == base)
    #expect(base.converted(from: 1) == nil)
  }

  @Test func aLookUpIsNoLongerDigitised() {
    let base = Self.base {
      $0.components = [
        Component(
          number: 1, name: "a", form: .replacedByLookup, digitisation: .reusedResult, lookupMethod: .populationDatabase)
      ]
    }
    #expect(base.converted(from: 2)?.dossier.components[0].digitisation == Digitisation.none)
    var changed = base
    changed.dossier.components[0].form = .original
    #expect(changed.converted(from: 2) == nil)
  }

  @Test func aScanNeedsTheEntries() {
    #expect(Self.base { $0.components[0].blobHash = "ab" }.converted(from: 2) == nil)
    #expect(
      Self.base { $0.result = DossierResult(approved: true, title: "a", blobHash: "ab") }.converted(from: 2) == nil)
  }

  /// After an extension or a pause that has ended, the fields no longer tell what was appointed first.
  @Test func aChangedAppointmentNeedsTheEntries() {
    let pause = Self.base {
      $0.supplementRequests = [Self.request("2026-11-23T18:00")]
      $0.supplementRequests[0].receivedAt = moment("2026-11-24")
    }
    #expect(pause.converted(from: 2) == nil)
    let moved = Self.base { $0.appointment?.previousDueAt = moment("2026-11-20T17:00") }
    #expect(moved.converted(from: 2) == nil)
    let extended = Self.base {
      $0.extensions = [
        Extension(
          at: moment("2026-11-24"), oldDueAt: moment("2026-11-23T17:00"), newDueAt: moment("2026-11-27T17:00"),
          reason: "a")
      ]
    }
    #expect(extended.converted(from: 2) == nil)
  }

  @Test(arguments: [("2026-11-23T18:00", nil), ("2026-11-24T08:00", "2026-11-23T17:00")])
  func onePauseThatNeverEndedShowsWhatWasMissed(at: String, missed: String?) throws {
    let base = Self.base {
      $0.supplementRequests = [Self.request(at)]
      $0.supplementRequests[0].receivedAt = nil
    }
    #expect(try #require(base.converted(from: 2)).dossier.missedDueAt == missed.map(moment))
    var twice = base
    twice.dossier.supplementRequests.append(Self.request("2026-11-29"))
    #expect(twice.converted(from: 2) == nil)
  }
}
