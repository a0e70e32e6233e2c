import DossierDomain
import Foundation
import GRDB
import OfficeWork
import VietnameseText

/// Finds dossiers and people, on a connection of its own.
public struct SearchStore: Sendable {
  let connection: SearchConnection

  /// The first page of dossiers, and the matching people among those whom they name.
  public func find(_ query: SearchQuery) throws(StoreError) -> SearchResults {
    try connection { db in
      let hits = try SearchIndex.search(
        db, text: query.text, limit: max(query.limit, query.people), viewer: query.viewer)
      let rows = try QueueRows.rows(db, rids: hits.rids, viewer: query.viewer)
      let people = try people(db, rows.prefix(query.people), query.text)
      return SearchResults(
        rows: try QueueRows.toldApart(Array(rows.prefix(query.limit)), db),
        hasMore: hits.hasMore || rows.count > query.limit, people: people,
        hasMorePeople: !people.isEmpty && (hits.hasMore || rows.count > query.people))
    }
  }

  private func people(_ db: Database, _ rows: ArraySlice<QueueRow>, _ text: String) throws -> [PersonHit] {
    var people: [PersonHit] = []
    var known: Set<Shown> = []
    for row in rows where !row.isConfidential {
      guard let dossier = try JournalReader.dossier(db, row.id) else { continue }
      // Who is related to the matter leads to its dossier only: nobody counts her dossiers.
      for person in [dossier.owner, dossier.applicant].compactMap({ $0 }) {
        let shown = Shown(name: person.name, identityNumber: person.identityNumber, birth: person.birth)
        guard !known.contains(shown), PersonMatch.matches(person, text),
          let record = try SearchIndex.person(db, person)
        else { continue }
        known.insert(shown)
        people.append(
          PersonHit(
            name: person.name, identityNumber: person.identityNumber, birth: person.birth,
            hamlet: person.hamlet, relative: person.relative, dossierCount: record.dossierCount, newest: row.id))
      }
    }
    return Self.bestFirst(people, TypedText(text))
  }

  /// What is the same in two dossiers of one person.
  private struct Shown: Hashable {
    var name: String
    var identityNumber: String
    var birth: String
  }

  /// The dossiers are in this order already, but each has two people, of whom one may match better.
  private static func bestFirst(_ people: [PersonHit], _ typed: TypedText) -> [PersonHit] {
    let found = people.map { typed.match(in: $0.name, isName: true) ?? TextMatch(.beginnings, .markFree) }
    return people.indices.sorted { (found[$0], $0) < (found[$1], $1) }.map { people[$0] }
  }

  /// The persons whom somebody being received may be, from the dossiers that this desk has.
  public func known(_ query: KnownQuery) throws(StoreError) -> [KnownPerson] {
    guard !query.isEmpty else { return [] }
    let texts = query.number.isEmpty ? [query.name] : query.numbers
    return try connection { db in
      var rids: [Int64] = []
      for text in texts {
        let hits = try SearchIndex.search(db, text: text, limit: KnownPerson.mostDossiers, viewer: query.viewer)
        rids += hits.rids.filter { !rids.contains($0) }
      }
      let rows = try QueueRows.rows(db, rids: rids, viewer: query.viewer)
        .filter { $0.ownerName != nil }
        .sorted { ($1.receivedAt?.milliseconds ?? 0) < ($0.receivedAt?.milliseconds ?? 0) }
        .prefix(KnownPerson.mostDossiers)
      let found = try rows.compactMap { row in
        try JournalReader.dossier(db, row.id).map { (dossier: $0, row: row) }
      }
      return KnownPerson.persons(query, among: found)
    }
  }

  /// Interrupts a running search.
  public func interrupt() { connection.interrupt() }
}
