import JournalFormat

/// How often each field of a message may occur. The limits apply to the whole message, including nested and repeated
/// messages. Bytes are checked against them before anything is built, because an element of one byte or none can take a
/// hundred times as much memory.
struct MessageShape: Sendable {
  /// A field that can occur only once is not listed unless it contains other fields, because a repetition only replaces
  /// the earlier value.
  let fields: [UInt64: Field]

  struct Field: Sendable {
    let most: Int
    let content: Content
  }

  indirect enum Content: Sendable {
    /// One number in a field, or many packed into one.
    case numbers
    /// Texts and bytes of any length.
    case bytes
    case message(MessageShape)
  }

  init(_ fields: [UInt64: Field]) { self.fields = fields }

  /// The limit for all elements of a message of this shape.
  var most: Int {
    fields.values.reduce(0) { sum, field in
      if case .message(let within) = field.content { sum + field.most + within.most } else { sum + field.most }
    }
  }

  /// The limit for all values of the same message in JSON. Each element is one value, or a message with at most four
  /// values; 64 further values are for the fields that do not repeat.
  var mostInJSON: Int { 5 * most + 64 }
}

extension MessageShape.Field {
  static func numbers(_ most: Int) -> Self { Self(most: most, content: .numbers) }
  static func bytes(_ most: Int) -> Self { Self(most: most, content: .bytes) }
  /// Messages without repeated fields.
  static func messages(_ most: Int) -> Self { Self(most: most, content: .message(MessageShape([:]))) }
  static func messages(_ most: Int, _ shape: MessageShape) -> Self { Self(most: most, content: .message(shape)) }
  static func one(_ shape: MessageShape) -> Self { Self(most: 1, content: .message(shape)) }
}

// MARK: The messages of sync.proto, by field number

extension MessageShape {
  static func request(_ limits: SyncLimits) -> MessageShape {
    MessageShape([
      9: .messages(64), 10: .one(batch(limits)), 11: .messages(64), 12: .messages(64), 14: .messages(10_000),
      15: .messages(SyncLimits.books), 21: .one(mark), 22: .bytes(256), 30: .messages(64),
      31: .messages(limits.entries), 32: .one(signatures), 34: .messages(256), 38: .messages(256), 50: .one(readable),
    ])
  }

  static func response(_ limits: SyncLimits) -> MessageShape {
    MessageShape([
      5: .one(batch(limits)), 6: .messages(limits.entries), 7: .numbers(limits.entries),
      9: .messages(limits.entries, ruling(limits)), 10: .numbers(limits.entries), 13: .messages(64),
      14: .messages(limits.entries), 15: .messages(64), 16: .messages(10_000), 17: .messages(SyncLimits.books),
      18: .messages(1000),
      19: .messages(1), 21: .messages(limits.entries), 22: .one(batch(limits)), 25: .one(snapshot(limits)),
      26: .one(places(limits)), 30: .messages(limits.entries), 31: .one(readable),
      40: .messages(limits.entries), 41: .one(signatures), 42: .one(MessageShape([2: .bytes(1000)])), 43: .messages(1),
    ])
  }

  private static let readable = MessageShape([2: .messages(256), 3: .bytes(16)])

  private static let signatures = MessageShape([
    1: .bytes(1024), 2: .bytes(1024), 3: .messages(1024, MessageShape([5: .numbers(ClerkStatement.mostConfirmed)])),
    4: .messages(1024),
    5: .messages(1024), 6: .messages(1024),
  ])

  /// Enrolment and problems, which have no repeated fields.
  static let plain = MessageShape([:])

  private static func batch(_ limits: SyncLimits) -> MessageShape {
    MessageShape([
      1: .bytes(limits.entries), 2: .bytes(limits.entries), 3: .messages(limits.entries), 4: .numbers(limits.entries),
      6: .numbers(limits.entries), 8: .numbers(limits.entries), 9: .numbers(limits.entries),
      10: .numbers(limits.entries), 11: .numbers(limits.entries), 12: .numbers(limits.entries),
      13: .numbers(limits.entries), 15: .numbers(limits.entries), 16: .numbers(limits.entries),
      18: .messages(limits.entries),
    ])
  }

  private static func ruling(_ limits: SyncLimits) -> MessageShape { MessageShape([4: .messages(limits.entries)]) }

  private static func places(_ limits: SyncLimits) -> MessageShape {
    MessageShape([
      1: .numbers(limits.entries), 2: .one(batch(limits)), 3: .messages(limits.entries), 4: .numbers(limits.entries),
      6: .messages(limits.entries, ruling(limits)), 7: .numbers(limits.entries), 16: .messages(limits.entries),
    ])
  }

  private static let mark = MessageShape([1: .messages(1)])

  private static func snapshot(_ limits: SyncLimits) -> MessageShape {
    MessageShape([
      1: .one(mark), 2: .one(mark), 5: .one(places(limits)), 7: .one(folded(limits)), 8: .bytes(limits.entries),
    ])
  }

  /// A value takes at least two bytes of a dossier. A page has 512 KB of dossiers, plus the end of the last one.
  private static let mostValues = 1 << 19

  private static func folded(_ limits: SyncLimits) -> MessageShape {
    MessageShape([
      1: .bytes(limits.entries), 2: .numbers(limits.entries),
      3: .messages(
        4096, MessageShape([2: .numbers(mostValues), 3: .bytes(mostValues), 4: .numbers(mostValues)])),
      4: .messages(limits.entries),
    ])
  }
}
