/// The texts typed and options chosen, in the order of the questions: the draft of a form, or the answers to a verb.
struct Contents: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var id: Field.ID
    var text: String
  }

  var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  subscript(id: Field.ID) -> String? { entries.first { $0.id == id }?.text }

  mutating func append(_ id: Field.ID, _ text: String) {
    entries.append(Entry(id: id, text: text))
  }

  func appending(_ id: Field.ID, _ text: String) -> Contents {
    var result = self
    result.append(id, text)
    return result
  }

  /// The entries before this field.
  func before(_ id: Field.ID) -> Contents { Contents(entries: Array(entries.prefix { $0.id != id })) }

  /// The text that followed these answers the last time; nil if the earlier answers were different.
  func next(after answers: Contents, for id: Field.ID) -> String? {
    guard entries.starts(with: answers.entries), entries.indices.contains(answers.entries.count) else { return nil }
    let next = entries[answers.entries.count]
    return next.id == id ? next.text : nil
  }
}

extension Contents {
  /// Reads the stored form, in which rows of one kind have the same name and follow each other.
  init(_ fields: [Place.Field]) {
    var seen: [String: Int] = [:]
    for field in fields {
      append(Field.ID(field.key, seen[field.key, default: 0]), field.value)
      seen[field.key, default: 0] += 1
    }
  }

  var fields: [Place.Field] { entries.map { Place.Field($0.id.name, $0.text) } }
}
