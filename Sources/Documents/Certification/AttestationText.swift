/// The text of a row of an attestation, with its fields and conditions.
struct AttestationText {
  typealias Reason = FormTemplateFault.Reason
  typealias Piece = AttestationTemplate.Piece
  typealias Signature = AttestationTemplate.Signature

  /// - Throws: the first fault.
  static func pieces(_ text: Substring) throws(Reason) -> [Piece] { try pieces(text, isWithin: false) }

  private static func pieces(_ text: Substring, isWithin: Bool) throws(Reason) -> [Piece] {
    var (pieces, rest) = ([Piece](), text)
    while let open = rest.firstIndex(where: { "{[]}".contains($0) }) {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let isField = rest[open] == "{"
      guard isField || (rest[open] == "[" && !isWithin), let close = rest[open...].firstIndex(of: isField ? "}" : "]")
      else { throw .bracketsUnreadable }
      let inner = rest[rest.index(after: open)..<close]
      pieces.append(isField ? .field(try field(inner)) : try condition(inner))
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }

  private static func field(_ name: Substring) throws(Reason) -> AttestationField {
    guard let field = AttestationField(rawValue: String(name)) else { throw .fieldUnknown(String(name)) }
    return field
  }

  /// `outside: …`, whose text begins directly behind the colon.
  private static func condition(_ text: Substring) throws(Reason) -> Piece {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let condition = AttestationCondition(rawValue: String(parts[0])) else {
      throw .conditionUnknown(String(parts[0]))
    }
    return .only(condition, try pieces(parts[1], isWithin: true))
  }

  /// `receiver: Người tiếp nhận hồ sơ (ký, ghi rõ họ, tên) | signer: …`
  static func signatures(_ text: Substring) throws(Reason) -> [Signature?] {
    var signatures: [Signature?] = []
    for place in text.split(separator: "|", omittingEmptySubsequences: false) {
      let place = place.trimmed
      guard place != "-" else {
        signatures.append(nil)
        continue
      }
      let parts = place.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let signer = Signature.Signer(rawValue: String(parts[0].trimmed)) else {
        throw .signerUnknown(String(place))
      }
      let note = parts[1].firstIndex(of: "(") ?? parts[1].endIndex
      signatures.append(
        Signature(signer: signer, role: String(parts[1][..<note].trimmed), note: String(parts[1][note...].trimmed)))
    }
    return signatures
  }
}
