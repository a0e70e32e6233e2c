import DossierDomain

/// Answers of the last time that a verb proposes again. They are kept like a draft, for each clerk.
extension Session {
  private static let name = "remembered"
  private static let fields: [String: [Field.ID]] = [
    Verb.complete.name: ["signer", "number"], Verb.sendToSigner.name: ["signer"],
  ]

  func remembered(_ id: Field.ID) -> String { promptDrafts[Self.name]?[id] ?? "" }

  /// An answer that was left blank keeps the earlier one.
  mutating func remember(_ answers: Contents, of verb: Verb) {
    guard let fields = Self.fields[verb.name] else { return }
    var kept = Contents(entries: promptDrafts[Self.name]?.entries.filter { !fields.contains($0.id) } ?? [])
    for id in fields {
      let answer = answers[id] ?? ""
      let text = answer.isEmpty ? remembered(id) : answer
      if !text.isEmpty { kept.append(id, text) }
    }
    promptDrafts[Self.name] = kept.isEmpty ? nil : kept
  }
}

/// The number after a document number: its first digits count on, as in `12/UBND-XN` and `013/GXN`. Empty if it has no
/// digits, or too many to be counted.
func documentNumber(after last: String) -> String {
  guard let start = last.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return "" }
  let digits = last[start...].prefix { $0.isASCII && $0.isNumber }
  guard digits.count <= 9, let number = Int(digits) else { return "" }
  let next = String(number + 1)
  let zeros = String(repeating: "0", count: max(0, digits.count - next.count))
  return last[..<start] + zeros + next + last[digits.endIndex...]
}
