import ReferenceData
import VietnameseText

extension WordVariants {
  private static let folded = table.map { (said: FoldedWord($0.said), written: $0.written) }

  /// The typed text with the written form of each word that has one. A word without marks stands for the marked one.
  static func written(_ text: String) -> String {
    text.normalisedVietnamese.split(separator: " ").map { part in
      let word = FoldedWord(String(part))
      return folded.first { $0.said.exact == word.exact || $0.said.bare == word.exact }?.written ?? String(part)
    }.joined(separator: " ")
  }
}
