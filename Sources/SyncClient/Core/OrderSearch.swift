import JournalFormat

/// Searches for the place at which this desk's order and the province's diverge, after the province was restored and
/// its order continued differently. The desk sends the hashes over its order up to some places, the province answers
/// which of them it knows, and the search goes on between the last known and the first unknown place.
public struct OrderSearch: Hashable, Sendable {
  /// Both orders are the same up to this place.
  private var common: Int64 = 0
  /// The orders are known to differ at this place; nil before the first answer.
  private var different: Int64?
  /// The number of places in one request; the protocol accepts 64.
  private static let width: Int64 = 32

  /// The places whose hash is sent next; a single one when the search is finished. The first request has more places
  /// near the end, because a restore has usually lost little.
  func sequences(upTo position: Int64) -> [Int64] {
    let end = different ?? position + 1
    var sequences = [common]
    if different == nil {
      var step: Int64 = 1
      while end - step > common {
        sequences.append(end - step)
        step *= 2
      }
    } else {
      let step = max(1, (end - common + Self.width - 1) / Self.width)
      sequences += stride(from: end - 1, to: common, by: -Int(step))
    }
    return sequences
  }

  /// - Parameters:
  ///   - points: the points that were sent.
  ///   - base: the last one of them that the province knows.
  mutating func narrow(_ points: [OrderPoint], to base: Int64) {
    common = max(common, base)
    different = points.map(\.sequence).filter { $0 > base }.min() ?? different
  }
}
