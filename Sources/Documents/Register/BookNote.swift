import DossierDomain

extension Dossier {
  /// Later than the time on the blank receipt on which it was received; empty if it was recorded at once. Nobody's typed words are
  /// shown of a confidential dossier.
  var blankMark: String { onBlank.map { isConfidential ? $0.hiddenWording(.vi) : $0.wording(.vi) } ?? "" }

  /// What the book says of it in its last column, in every form of the book: whatever makes the dossier another one than its row
  /// shows, and what was noted last.
  /// - Parameter code: by which another system's row is recognised when it comes back; empty if none is needed.
  func bookNote(code: String = "") -> String {
    let note = voidReason.map { "Hủy: \($0)" } ?? (isConfidential ? "" : notes.last?.text ?? "")
    return [blankMark, note, code].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
