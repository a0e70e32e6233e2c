import DossierDomain
import ExchangeModel
import JournalFormat

/// Takes in the histories of dossiers that are folded here, or that the snapshot left out.
extension PageApplication {
  /// Whether the province answers requests for histories; an earlier version does not know them.
  var answersHistories: Bool { response.readable != nil }

  /// Stores the entries of dossiers that are folded here. If the province sends none, it will not send any the next
  /// time either, so they are no longer asked for. While a snapshot is being taken it sends none, which says nothing;
  /// nor does the silence of a province that an operator took back to an earlier version.
  mutating func takeHistories() throws {
    if let part = response.historyPart { return try take(part) }
    var arrived: Set<DossierID> = []
    for place in response.histories where place.officeSequence <= position.sequence {
      try take(place)
      if case .bytes(let bytes) = place.content, let dossier = EntryEnvelope(canonical: bytes)?.dossier {
        arrived.insert(dossier)
      }
    }
    // A dossier that a snapshot left out has no base record whose removal would end the wish for its history.
    for dossier in arrived { try FoldedDossiers.want(db, dossier, false) }
    if response.snapshot == nil, response.histories.isEmpty, answersHistories {
      for dossier in request.histories { try FoldedDossiers.want(db, dossier, false) }
    }
  }

  /// Stores a part of a long history, and takes in all of it with the last part.
  private mutating func take(_ part: HistoryPart) throws {
    // Another answer may have brought the part already, for example while this one was on a stick.
    guard try HistoryParts.through(db, part.dossier) == part.after else { return }
    for place in response.histories where place.officeSequence <= position.sequence {
      switch place.content {
      case .bytes(let bytes): try HistoryParts.keep(db, bytes, of: part.dossier, at: place)
      case .own, .withheld: try take(place)
      }
    }
    guard part.isLast else { return try HistoryParts.note(db, part.dossier, through: part.through) }
    try takeHistory(of: part.dossier)
  }

  private mutating func takeHistory(of dossier: DossierID) throws {
    var last: Int64 = 0
    while true {
      let next = try HistoryParts.entries(db, of: dossier, after: last, limit: 200)
      guard let end = next.last?.officeSequence else { break }
      if last == 0 { try FoldedDossiers.remove(db, dossier) }
      for place in next { try take(place) }
      last = end
    }
    try FoldedDossiers.want(db, dossier, false)
  }
}
