import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// The places of the dossiers that a device has as folds, or that its snapshot left out, as far as they fit into an
/// answer.
struct Histories {
  var places: [OrderedEntry] = []
  /// Not nil if the places are a part of one long history.
  var part: HistoryPart?

  /// The limit for bytes of entries in one answer to a request for histories.
  private static let mostBytes = 1 << 20

  /// - Parameters:
  ///   - sequence: the last place of the order that the device has.
  ///   - whole: the budget of an answer that contains nothing else.
  init(
    _ request: ExchangeRequest, upTo sequence: Int64, _ handDown: HandDown, whole: AnswerBudget,
    _ budget: inout AnswerBudget
  ) throws {
    var size = 0
    for dossier in request.histories {
      let (count, bytes) = try handDown.entries.size(of: .dossier(dossier), through: sequence, most: whole.entries)
      let begun = request.historyParts[dossier]
      if begun != nil || !whole.fits(entries: count, bytes: bytes) {
        // An earlier version would show a part of the history as the whole dossier, so it keeps its fold.
        guard request.takesParts else { continue }
        guard places.isEmpty else { break }
        try read(dossier, after: begun ?? 0, upTo: sequence, handDown, &budget)
        break
      }
      guard try handDown.permission.allows(dossier) else { continue }
      guard places.isEmpty || size < Self.mostBytes, budget.fits(entries: count, bytes: bytes) else { break }
      size += bytes
      try handDown.entries.read(.dossier(dossier), after: 0, through: sequence, most: count) { row in
        let (place, size) = try handDown.place(row)
        places.append(place)
        return budget.draw(size)
      }
    }
  }

  /// Reads a part of a long history. If the device may not hold the dossier, it gets the hashes, so that the contents
  /// can be granted later: a dossier that was left out of a snapshot would otherwise never reach it.
  private mutating func read(
    _ dossier: DossierID, after begun: Int64, upTo sequence: Int64, _ handDown: HandDown, _ budget: inout AnswerBudget
  ) throws {
    var size = 0
    var through = begun
    let isLast =
      try handDown.entries.read(.dossier(dossier), after: begun, through: sequence, most: budget.entries) { row in
        let (place, bytes) = try handDown.place(row)
        size += bytes
        guard size <= Self.mostBytes || places.isEmpty, budget.draw(bytes) else { return false }
        places.append(place)
        through = place.officeSequence
        return true
      }
    part = HistoryPart(dossier: dossier, after: begun, through: through, isLast: isLast)
  }
}
