import JournalFormat

/// Looks for the place where this desk's order and the province's part, when the province was restored and its order has
/// gone on otherwise. The desk tells the hashes over its order up to some places, the province which of them it knows, and
/// so on in between.
public struct OrderSearch: Hashable, Sendable {
  /// Both have the same order up to here.
  private var common: Int64 = 0
  /// Here they are known to differ; nil before the first answer.
  private var different: Int64?
  /// Places in one request; the protocol takes 64.
  private static let width: Int64 = 32

  /// Of which places the hash is to be told next: one when nothing remains to be found. The first time near the end rather
  /// than far from it, since a restore has mostly lost little.
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
  ///   - points: those that were told.
  ///   - base: the last one of them that the province knows.
  mutating func narrow(_ points: [OrderPoint], to base: Int64) {
    common = max(common, base)
    different = points.map(\.sequence).filter { $0 > base }.min() ?? different
  }
}
