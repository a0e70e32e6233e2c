import DossierDomain

extension DeclarationTemplate {
  /// Reads the form of `DeclarationTexts`. An office's own text may be wrong in any way, so it is bounded and nothing is guessed.
  ///
  /// - Throws: the first fault, with its line.
  public init(text: String) throws(DeclarationTemplateFault) {
    guard text.utf8.count <= DeclarationTemplateReader.mostBytes else {
      throw DeclarationTemplateFault(line: 0, reason: .tooLarge)
    }
    var reader = DeclarationTemplateReader()
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count <= DeclarationTemplateReader.mostLines else {
      throw DeclarationTemplateFault(line: 0, reason: .tooLarge)
    }
    for (number, line) in lines.enumerated() where !line.isEmpty {
      do {
        try reader.read(String(Substring(line)))
      } catch {
        throw DeclarationTemplateFault(line: number + 1, reason: error)
      }
    }
    do {
      self = try reader.template()
    } catch {
      throw DeclarationTemplateFault(line: 0, reason: error)
    }
  }
}
