import DossierDomain
import OfficeWork
import Terminal

extension Surface {
  /// The bar at the head of a screen: what it shows at the left, the time or another fact at the right.
  mutating func drawTitleBar(_ title: String, right: String = "") {
    let bar = Style(.title, on: .bar)
    fill(row: 0, column: 0, width: size.columns, height: 1, style: bar)
    let end = right.isEmpty ? size.columns : max(0, size.columns - Surface.width(of: right) - 1)
    put(" " + title, row: 0, column: 0, width: max(1, end - 1), style: bar)
    if !right.isEmpty { put(right + " ", row: 0, column: end, style: Style(.text, on: .bar)) }
  }
}

extension Session {
  /// For the title of the screens that say it there.
  var readOnlyMark: String { office.isReadOnly ? language.pick("CHỈ XEM · ", "READ-ONLY · ") : "" }
}
