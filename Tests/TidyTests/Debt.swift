import Testing

/// Compares the places that break a rule with the known exceptions.
func expectOnly(
  _ known: Set<String>, in found: Set<String>, _ rule: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  for new in found.subtracting(known).sorted() { Issue.record("\(rule): \(new)", sourceLocation: sourceLocation) }
  for paid in known.subtracting(found).sorted() {
    Issue.record("Take it out of Exceptions.swift, the rule is kept now: \(paid)", sourceLocation: sourceLocation)
  }
}

func expectOnly(
  _ known: [String: Int], in found: [String: Int], _ rule: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  for (path, count) in found.sorted(by: { $0.key < $1.key }) where count > known[path, default: 0] {
    Issue.record("\(rule): \(path), \(count) and not \(known[path, default: 0])", sourceLocation: sourceLocation)
  }
  for (path, count) in known.sorted(by: { $0.key < $1.key }) where count > found[path, default: 0] {
    Issue.record(
      "Set it right in Exceptions.swift, there are only \(found[path, default: 0]) now: \(path)",
      sourceLocation: sourceLocation)
  }
}
