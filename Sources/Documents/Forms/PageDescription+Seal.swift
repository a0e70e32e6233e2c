import DossierDomain
import PageDescription

/// A page is made, hashed and signed without a seal, which its codes then get. Taking it away gives the bytes that were hashed.
extension PageDescription {
  /// The text of the code at its head; nil for a paper without one.
  public var paperCode: String? { parts.lazy.compactMap { $0.blocks.paperCode }.first }

  /// - Parameter seal: makes the seal over the page's bytes and the text that is signed; nil for none.
  /// - Returns: the page itself if it has no code or gets no seal.
  public func sealed(
    _ number: PaperNumber, _ form: PaperFormID, seal: (_ page: [UInt8], _ text: String) -> String?
  ) -> PageDescription {
    guard let plain = paperCode,
      let seal = seal(bytes, SealedPaperCode.signedText(plain: plain, number: number, form: form))
    else { return self }
    return replacing(plain, with: "\(plain)|\(number.text)|\(form.text)|\(seal)")
  }

  /// The page as it was hashed.
  public var unsealed: PageDescription {
    guard let text = paperCode, let code = SealedPaperCode(text), code.sealed != nil else { return self }
    return replacing(text, with: code.plainText)
  }

  /// The bytes that were hashed of a page; the bytes themselves if they are no page.
  public static func unsealed(_ bytes: [UInt8]) -> [UInt8] {
    (try? PageDescription(bytes: bytes))?.unsealed.bytes ?? bytes
  }

  private func replacing(_ text: String, with other: String) -> PageDescription {
    var page = self
    page.parts = parts.map { Part($0.blocks.map { $0.replacing(text, with: other) }) }
    return page
  }
}

extension [Block] {
  fileprivate var paperCode: String? { lazy.compactMap(\.paperCode).first }
}

extension Block {
  fileprivate var paperCode: String? {
    switch self {
    case .code(let code): code.kind == .qr ? code.text : nil
    case .columns(let columns): columns.lazy.compactMap { $0.blocks.paperCode }.first
    case .together(let blocks): blocks.paperCode
    case .placed(let placed): placed.blocks.paperCode
    case .paragraph, .table, .space, .rule, .cut: nil
    }
  }

  fileprivate func replacing(_ text: String, with other: String) -> Block {
    switch self {
    case .code(var code):
      if code.kind == .qr, code.text == text { code.text = other }
      return .code(code)
    case .columns(let columns):
      return .columns(columns.map { Column($0.share, $0.blocks.map { $0.replacing(text, with: other) }) })
    case .together(let blocks): return .together(blocks.map { $0.replacing(text, with: other) })
    case .placed(var placed):
      placed.blocks = placed.blocks.map { $0.replacing(text, with: other) }
      return .placed(placed)
    case .paragraph, .table, .space, .rule, .cut: return self
    }
  }
}
