import DossierDomain
import VietnameseText

/// The words in the column of statuses, each once.
struct StatusSurvey {
  private var cells: [String] = []
  private var seen: Set<String> = []
  /// A column of other texts would fill the memory.
  private static let most = 1000
  private static let mostShown = 100

  mutating func add(_ cell: String) {
    if cell.isEmpty || seen.count >= Self.most || !seen.insert(cell).inserted { return }
    cells.append(cell)
  }

  /// Those with a status. Of the others only the rows that are dossiers tell whether they are meant as one.
  func words(_ choices: RegisterChoices) -> [RegisterUnderstanding.StatusWord] {
    var folded: Set<String> = []
    var words: [RegisterUnderstanding.StatusWord] = []
    for cell in cells where words.count < Self.mostShown {
      let text: String
      switch CellText(DelimitedTextWriter.unquoted(cell)) {
      case .plain(let plain), .repaired(let plain, _): text = plain.cleanedCell
      case .unreadable: continue
      }
      let (known, chosen) = (RegisterStatus.known(text), choices.status(of: text))
      guard !text.isEmpty, known != nil || chosen != nil, folded.insert(text.folded).inserted else { continue }
      words.append(.init(word: String(text.prefix(RegisterChoices.longestStatus)), known: known, chosen: chosen))
    }
    return words
  }
}
