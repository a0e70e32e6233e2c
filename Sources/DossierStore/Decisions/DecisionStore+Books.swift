import DossierDomain
import GRDB
import OfficeWork

extension DecisionStore {
  /// Opens a certification book at this desk, its next volume, or once more a book of which these data may not know every number.
  /// - Throws: `.denied` as the rule says, and while the date is in doubt, because a book is of the year of its numbers.
  @discardableResult
  public func openBook(
    _ form: BookOpeningForm, by clerk: ClerkID, at now: Instant
  ) throws(StoreError) -> OpenVolume {
    try write { db in
      let author = try Self.author(db, clerk)
      if let doubt = try Self.clockDoubt(db, at: now) { throw StoreError.denied(.clockDoubtful(doubt)) }
      let open = try VolumeTable.open(db, form.kind, form.year)
      let made = try VolumeTable.book(form.kind, form.year, of: OfficeProjection.office(db).id)
      guard let book = open?.volume.book ?? made else { throw StoreError.denied(.book(.impossible)) }
      let opening: BookOpening
      do throws(BookDenial) {
        opening = try form.opening(of: book, after: open, today: now.civilDate)
      } catch {
        throw StoreError.denied(.book(error))
      }
      _ = try Self.record(db, [.openBook(opening)], by: author, at: now)
      try VolumeTable.hold(db, opening, lastDate: open?.lastDate)
      return OpenVolume(volume: opening.volume, lastNumber: opening.lastOnPaper, lastDate: open?.lastDate)
    }
  }
}
