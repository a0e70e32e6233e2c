import Testing

/// A `default:` over an enum of this tree hides the cases that are added later.
@Suite struct SwitchTests {
  /// A key may be any character, so its switches need a `default:`.
  private static let endless: Set<String> = ["Key"]

  @Test func theCompilerAsksForEachNewCase() {
    let enums = Repository.product.flatMap { $0.code.enums }
    var found: [String: Int] = [:]
    for file in Repository.product {
      let open = file.code.openSwitches.filter { candidate in
        guard !candidate.cases.isEmpty else { return false }
        let names = Set(enums.filter(candidate.isOver).map(\.name))
        return !names.isEmpty && names.isDisjoint(with: Self.endless)
      }
      if !open.isEmpty { found[file.path] = open.count }
    }
    expectOnly(Exceptions.openSwitches, in: found, "A switch over an enum of ours has a default")
  }
}
