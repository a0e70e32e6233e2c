import DossierDomain

/// What was found out about words that stand in a register thousands of times: procedures, statuses, ways of delivery.
/// Only what the words alone decide is kept here, so that it changes no result.
struct RowMemory: Sendable {
  var procedures = RememberedWords<RegisterMapping.KnownProcedure?>()
  var folded = RememberedWords<[String]>()
  var statuses = RememberedWords<DossierStatus?>()
  var deliveries = RememberedWords<RegisterRow.WrittenDelivery>()
}

/// Values of texts, so that each is computed once. Their number is limited, because a column of other texts would fill the
/// memory.
struct RememberedWords<Value: Sendable>: Sendable {
  private var values: [Key: Value] = [:]
  /// How many values were computed.
  private(set) var computed = 0
  private static var most: Int { 500 }
  private static var longest: Int { 400 }

  mutating func value(of text: String, _ compute: () -> Value) -> Value {
    let key = Key(text: text)
    if let known = values[key] { return known }
    computed += 1
    let value = compute()
    guard text.utf8.count <= Self.longest else { return value }
    if values.count >= Self.most { values.removeAll(keepingCapacity: true) }
    values[key] = value
    return value
  }

  /// Compared by its bytes, because equality of texts normalises them first.
  private struct Key: Hashable, Sendable {
    var text: String

    static func == (left: Key, right: Key) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }
}
