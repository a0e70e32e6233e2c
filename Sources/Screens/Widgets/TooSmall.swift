import DossierDomain
import Terminal

extension Surface {
  /// Says which size the window needs.
  mutating func drawTooSmall(needed: Size, _ language: Language) {
    put(language.pick("Cửa sổ nhỏ quá", "The window is too small"), row: 0, column: 0, style: Style(.warning))
    put(
      language.pick(
        "Cần \(needed.columns)x\(needed.rows), đang \(size.columns)x\(size.rows).",
        "Needs \(needed.columns)x\(needed.rows), has \(size.columns)x\(size.rows)."), row: 1, column: 0)
    put(language.pick("Kéo to ra hoặc thu nhỏ chữ.", "Enlarge it or use a smaller font."), row: 2, column: 0)
  }
}
