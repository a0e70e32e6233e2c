/// The code of this program in the note of a register for another system, by which the row is recognised when that
/// system's register comes back.
extension DossierCode {
  private static let noteBeginning = "Mã ở xã: "

  public var note: String { Self.noteBeginning + text }

  /// Nil if the note has none.
  public static func text(inNote note: String) -> String? {
    guard let range = note.firstRange(of: noteBeginning) else { return nil }
    let code = normalised(String(note[range.upperBound...].prefix { $0 != ";" && $0 != " " }))
    return code.isEmpty ? nil : code
  }
}
