import Testing

@Suite struct FloorTests {
  /// Parses the diagram in docs/ARCHITECTURE.md: ` 3  DossierStore       the local SQLite file …`.
  private static func picture() throws -> [String: Int] {
    var floors: [String: Int] = [:]
    for line in try Repository.text("docs/ARCHITECTURE.md").split(separator: "\n") {
      guard let match = line.wholeMatch(of: /\ ([0-9])\ \ ((?:\w+,\ )*\w+)(?:\ .*)?/), let floor = Int(match.1) else {
        continue
      }
      for name in match.2.split(separator: ", ") { floors[String(name)] = floor }
    }
    return floors
  }

  private static func targets() -> Set<String> {
    Set(Repository.files(in: "Sources").compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
  }

  @Test func thePictureHasEveryTargetOnItsFloor() throws {
    let picture = try Self.picture()
    #expect(Set(picture.keys) == Self.targets())
    var floor: Int?
    for line in try Repository.text("Package.swift").split(separator: "\n") {
      if let match = line.firstMatch(of: /\/\/\ Floor\ ([0-9])/) { floor = Int(match.1) }
      guard let match = line.firstMatch(of: /(?:\(|^\s*)name:\ "(\w+)"/), let drawn = picture[String(match.1)] else {
        continue
      }
      #expect(drawn == floor, "\(match.1)")
    }
  }

  @Test func aFloorImportsOnlyFloorsBelow() throws {
    let picture = try Self.picture()
    var wrong: Set<String> = []
    for file in Repository.product {
      let target = file.path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      guard let own = picture[target] else { continue }
      for match in file.code.whole.matches(
        of: /(?m)^(?:@\w+(?:\([^)]*\))?\ +|public\ +|internal\ +)*import\ +(?:(?:struct|enum|func|protocol)\ +)?(\w+)/)
      {
        guard let other = picture[String(match.1)], other >= own else { continue }
        wrong.insert("\(target) imports \(match.1)")
      }
    }
    expectOnly(Exceptions.sameFloor, in: wrong, "A floor imports only floors below")
  }

  /// Rules and screens are pure: code that uses files, clocks and networks is above or beside them.
  @Test func rulesAndScreensTouchNothing() {
    let pure = ["DossierDomain", "ReferenceData", "OfficeWork", "JournalFormat", "VietnameseText", "Screens"]
    let outside: Set<String> = [
      "Foundation", "FoundationEssentials", "Glibc", "GRDB", "Dispatch", "NIOCore", "NIOPosix",
    ]
    for file in Repository.product where pure.contains(where: { file.path.hasPrefix("Sources/\($0)/") }) {
      for match in file.code.whole.matches(of: /(?m)^(?:@\w+\ +)*import\ +(\w+)/)
      where outside.contains(String(match.1)) {
        Issue.record("\(file.path) imports \(match.1)")
      }
    }
  }
}
