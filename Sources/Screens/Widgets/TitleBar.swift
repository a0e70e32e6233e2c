import DossierDomain
import OfficeWork
import Terminal

extension Surface {
  /// Draws the bar at the top of a screen: the title at the left, the time or another fact at the right.
  mutating func drawTitleBar(_ title: String, right: String = "") {
    let bar = Style(.title, on: .bar)
    fill(row: 0, column: 0, width: size.columns, height: 1, style: bar)
    let end = right.isEmpty ? size.columns : max(0, size.columns - Surface.width(of: right) - 1)
    put(" " + title, row: 0, column: 0, width: max(1, end - 1), style: bar)
    if !right.isEmpty { put(right + " ", row: 0, column: end, style: Style(.text, on: .bar)) }
  }
}

extension Session {
  /// The mark for titles that say that the session is read-only.
  var readOnlyMark: String { office.isReadOnly ? language.pick("CHỈ XEM · ", "READ-ONLY · ") : "" }
}
