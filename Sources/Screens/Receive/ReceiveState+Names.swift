import DossierDomain

/// Names that were typed without capitals.
extension ReceiveState {
  /// Notes that the cursor has left a name, which is written with capitals now.
  mutating func noteCapitals(of field: Field.ID, before: String) {
    let after = text(field)
    if ReceptionField.named(field)?.field.isTidiedOnce == true, after != before, !before.isEmpty,
      PersonName.capitalised(before) == after
    {
      writtenName = after
    }
  }

  func capitalsLine(_ language: Language) -> String? {
    writtenName.map {
      language.pick(
        "Đã viết hoa tên: \($0). Về ô đó bấm ^Z để giữ như đã gõ.",
        "The name got capitals: \($0). ^Z in its field keeps it as typed.")
    }
  }

  /// Who issues from a name sees its capitals first.
  /// - Returns: whether it got some.
  mutating func capitaliseFocusedName(_ session: inout Session, _ now: Instant) -> Bool {
    guard let field = form.focused(fields), field.isTidiedOnce else { return false }
    let before = text(field.id)
    form.tidy(field)
    noteCapitals(of: field.id, before: before)
    guard let name = writtenName, name == text(field.id), name != before else { return false }
    known.waitsUntil = now.afterAPause
    session.complain(
      session.language.pick(
        "Đã viết hoa tên: \(name). Bấm lần nữa để cấp mã, ^Z giữ như đã gõ.",
        "The name got capitals: \(name). Press again to issue the code; ^Z keeps it as typed."))
    return true
  }
}
