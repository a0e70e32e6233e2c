import CCups

/// The attributes of one printer or job in an answer, each with its values as text.
struct PrintAttributes {
  private static let maximumValues = 64
  private var values: [String: [String]] = [:]

  func all(_ name: String) -> [String] { values[name] ?? [] }

  func first(_ name: String) -> String? { values[name]?.first }

  func number(_ name: String) -> Int? { first(name).flatMap { Int($0) } }

  /// The reasons of a state, without the word that says that there is none.
  func reasons(_ name: String) -> [String] { all(name).filter { $0 != "none" }.prefix(32).map { $0 } }

  /// Those of each printer or job in the answer, in their order.
  static func each(of answer: OpaquePointer, _ group: ipp_tag_t, atMost most: Int) -> [PrintAttributes] {
    var found: [PrintAttributes] = []
    var isNew = true
    var next = ippFirstAttribute(answer)
    while let attribute = next {
      next = ippNextAttribute(answer)
      // What stands between two groups has no name.
      guard ippGetGroupTag(attribute) == group, let name = ippGetName(attribute) else {
        isNew = true
        continue
      }
      if isNew {
        guard found.count < most else { return found }
        found.append(PrintAttributes())
        isNew = false
      }
      found[found.count - 1].values[String(cString: name)] = texts(attribute)
    }
    return found
  }

  private static func texts(_ attribute: OpaquePointer) -> [String] {
    (0..<min(ippGetCount(attribute), Int32(maximumValues))).compactMap { place in
      switch ippGetValueTag(attribute) {
      case IPP_TAG_INTEGER, IPP_TAG_ENUM: String(ippGetInteger(attribute, place))
      case IPP_TAG_BOOLEAN: ippGetBoolean(attribute, place) == 0 ? "no" : "yes"
      case IPP_TAG_TEXT, IPP_TAG_NAME, IPP_TAG_TEXTLANG, IPP_TAG_NAMELANG, IPP_TAG_KEYWORD, IPP_TAG_URI:
        ippGetString(attribute, place, nil).map { String(cString: $0) }
      default: nil
      }
    }
  }
}
