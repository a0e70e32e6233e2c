import DossierDomain
import Testing

/// Two acts whose authors did not know of each other.
@Suite struct CollisionTests {
  private static let appointment = AppointmentFact(dueAt: moment("2026-12-01T17:00"))
  private static let other = EntryReference(epoch: DeviceEpoch(high: 9, low: 9), sequence: 3)

  private func collision(
    of action: DossierAction, with unseen: [DossierAction], undoing undone: DossierAction? = nil
  ) -> Matter? {
    let entries = unseen.enumerated().map { index, action in
      RecordedAction(
        reference: EntryReference(epoch: Self.other.epoch, sequence: Int64(index + 1)), clerk: ClerkID(high: 1, low: 1),
        at: moment("2026-11-24T08:00"), action: action)
    }
    return Collision.first(of: action, with: entries, undoing: undone)?.over
  }

  private static let decisions: [(DossierAction, Set<Matter>)] = [
    (.withdraw(reason: "a"), [.course]),
    (.handOver(step: .decision, to: nil), [.course, .assignee]),
    (.assign(to: nil), [.assignee]), (.digitise(number: 4, blobHash: "ab"), [.component(4)]),
    (.correct(field: .copies, value: "2", reason: "a"), [.field(.copies)]), (.note("a"), []),
    (.undo(other), []), (.recordPayment(amount: 1, method: .cash, appointment: nil), []),
    (.recordPayment(amount: 1, method: .cash, appointment: appointment), [.course]),
  ]

  @Test(arguments: decisions)
  func whatAnActDecides(_ action: DossierAction, _ matters: Set<Matter>) {
    #expect(Collision.matters(of: action) == matters)
    #expect(Collision.decides(action) == (!matters.isEmpty || action == .undo(Self.other)))
  }

  @Test func twoEndsCollideOverTheCourseAndNotesNever() {
    let stop = DossierAction.stop(reason: "a", legalBasis: "b")
    #expect(collision(of: .withdraw(reason: "a"), with: [.note("x"), stop]) == .course)
    #expect(collision(of: .note("y"), with: [stop]) == nil)
    #expect(collision(of: .digitise(number: 1, blobHash: "a"), with: [.digitise(number: 2, blobHash: "b")]) == nil)
    #expect(
      collision(of: .digitise(number: 1, blobHash: "a"), with: [.digitise(number: 1, blobHash: "b")]) == .component(1))
  }

  /// The first counting entry is named as the winner, whatever came after it.
  @Test func theFirstInTheWayIsNamed() throws {
    let entries = [DossierAction.assign(to: nil), .assign(to: ClerkID(high: 1, low: 2))].enumerated().map {
      RecordedAction(
        reference: EntryReference(epoch: Self.other.epoch, sequence: Int64($0 + 1)), clerk: ClerkID(high: 1, low: 1),
        at: moment("2026-11-24T08:00"), action: $1)
    }
    let found = try #require(
      Collision.first(of: .assign(to: ClerkID(high: 1, low: 3)), with: entries, undoing: nil))
    #expect(found.entry.sequence == 1 && found.over == .assignee)
  }

  @Test func theSameTwiceIsNoContradiction() {
    let her = ClerkID(high: 1, low: 1)
    #expect(collision(of: .assign(to: her), with: [.assign(to: her)]) == nil)
    #expect(collision(of: .assign(to: her), with: [.assign(to: nil)]) == .assignee)
    // The reasons may differ, but not the values.
    let correction = DossierAction.correct(field: .copies, value: "2", reason: "đếm lại")
    #expect(collision(of: correction, with: [.correct(field: .copies, value: "2", reason: "x")]) == nil)
    #expect(collision(of: correction, with: [.correct(field: .copies, value: "3", reason: "x")]) == .field(.copies))
    #expect(collision(of: correction, with: [.correct(field: .summary, value: "2", reason: "x")]) == nil)
    // Two results are two documents, even with the same words.
    let result = DossierAction.complete(DossierResult(approved: true, title: "a"))
    #expect(collision(of: result, with: [result]) == .course)
  }

  @Test func whatWasBuiltUponIsNotTakenBack() {
    let undo = DossierAction.undo(Self.other)
    let handOver = DossierAction.handOver(step: .decision, to: nil)
    #expect(collision(of: undo, with: [handOver], undoing: handOver) == .course)
    #expect(collision(of: undo, with: [.assign(to: nil)], undoing: handOver) == .assignee)
    #expect(collision(of: undo, with: [.note("x")], undoing: handOver) == nil)
    #expect(collision(of: undo, with: [handOver], undoing: nil) == nil)
  }

  /// It is not known beforehand which state another's undo restores, so it collides with every act that moves the
  /// course.
  @Test func anothersUndoStandsInTheWayOfTheCourseOnly() {
    let undo = DossierAction.undo(Self.other)
    #expect(collision(of: .withdraw(reason: "a"), with: [undo]) == .course)
    #expect(collision(of: .assign(to: nil), with: [undo]) == nil)
  }
}
