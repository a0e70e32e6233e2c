import CExpat

/// Parses one part of a workbook with expat and passes its events on. Names come without their prefixes, because
/// producers choose these. A part with a document type is refused: it can define entities, and no workbook has one.
final class XMLEvents {
  var onStart: (_ element: String, _ attributes: [String: String]) throws(WorkbookError) -> Void = { _, _ in }
  var onEnd: (_ element: String) throws(WorkbookError) -> Void = { _ in }
  var onText: (_ text: UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void = { _ in }
  private var failure: WorkbookError?
  private let parser: XML_Parser

  init() throws(WorkbookError) {
    guard let parser = XML_ParserCreate("UTF-8") else { throw .damaged }
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        XMLEvents.of(context)?.handle { events throws(WorkbookError) in
          guard let name else { return }
          try events.onStart(XMLEvents.localName(name), XMLEvents.attributes(attributes))
        }
      },
      { context, name in
        XMLEvents.of(context)?.handle { events throws(WorkbookError) in
          guard let name else { return }
          try events.onEnd(XMLEvents.localName(name))
        }
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      XMLEvents.of(context)?.handle { events throws(WorkbookError) in
        guard let text else { return }
        try text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes throws(WorkbookError) in
          try events.onText(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      XMLEvents.of(context)?.handle { _ throws(WorkbookError) in throw .damaged }
    }
  }

  deinit { XML_ParserFree(parser) }

  func parse(_ name: String, of archive: WorkbookArchive) throws(WorkbookError) {
    try archive.read(name) { bytes, isLast throws(WorkbookError) in
      let text = bytes.bindMemory(to: CChar.self)
      let status = XML_Parse(parser, text.baseAddress, Int32(text.count), isLast ? 1 : 0)
      if let failure { throw failure }
      guard status == XML_STATUS_OK else { throw .damaged }
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private func handle(_ body: (XMLEvents) throws(WorkbookError) -> Void) {
    guard failure == nil else { return }
    do throws(WorkbookError) { try body(self) } catch {
      failure = error
      XML_StopParser(parser, 0)
    }
  }

  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let text = String(cString: name)
    return text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
  }

  private static func attributes(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [String: String] {
    guard let pairs else { return [:] }
    var attributes: [String: String] = [:]
    var place = 0
    while let name = pairs[place], let value = pairs[place + 1] {
      attributes[localName(name)] = String(cString: value)
      place += 2
    }
    return attributes
  }
}
