/// Which entries a version of the program can read: the highest revision, and the kinds. A desk writes nothing that a
/// machine of its office could not read; so each machine says what it reads, and the province what all of them do.
public struct ReadableContent: Hashable, Sendable {
  public private(set) var revision: UInt32
  /// In order, without overlaps.
  public private(set) var kinds: [ClosedRange<UInt32>]

  /// - Parameter kinds: in any order; neighbours become one.
  public init(revision: UInt32, kinds: [ClosedRange<UInt32>]) {
    self.revision = revision
    self.kinds = kinds.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      guard let last = merged.last, range.lowerBound <= last.upperBound || range.lowerBound - last.upperBound == 1
      else {
        merged.append(range)
        return
      }
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
  }

  /// Of this version.
  public static let own = ReadableContent(
    revision: EntryFormat.revision, kinds: EntryKind.allCases.map { $0.rawValue...$0.rawValue })

  /// Of version 0.2, which does not say what it reads.
  public static let unsaid = ReadableContent(revision: 1, kinds: [1...33, 100...107])

  public func contains(kind: UInt32, revision: UInt32) -> Bool {
    revision <= self.revision && kinds.contains { $0.contains(kind) }
  }

  /// What both can read.
  public func intersection(_ other: ReadableContent) -> ReadableContent {
    ReadableContent(
      revision: min(revision, other.revision),
      kinds: kinds.flatMap { range in
        other.kinds.compactMap { range.overlaps($0) ? range.clamped(to: $0) : nil }
      })
  }

  public func isSuperset(of other: ReadableContent) -> Bool { intersection(other) == other }

  // MARK: As it is kept

  /// `1:1-33,100-108`: the revision, then the kinds.
  public var text: String {
    "\(revision):" + kinds.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }

  /// Nil for anything that `text` does not make.
  public init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let revision = UInt32(parts[0]) else { return nil }
    var kinds: [ClosedRange<UInt32>] = []
    for part in parts[1].split(separator: ",") {
      let bounds = part.split(separator: "-").compactMap { UInt32($0) }
      guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
      kinds.append(bounds[0]...bounds[1])
    }
    self.init(revision: revision, kinds: kinds)
    guard self.text == text else { return nil }
  }
}

/// What the province and every desk of an office can read, and who stands in the way of more.
public struct OfficeReads: Hashable, Sendable {
  /// Nil for everything that the desk itself can read.
  public var content: ReadableContent?
  /// Names of machines that cannot read all that the desk can.
  public var behind: [String]
  public var isProvinceBehind: Bool

  public init(content: ReadableContent?, behind: [String] = [], isProvinceBehind: Bool = false) {
    self.content = content
    self.behind = behind
    self.isProvinceBehind = isProvinceBehind
  }

  /// An older province does not say it: it and the desks read what version 0.2 did, for all that is known.
  public static let unsaid = OfficeReads(content: .unsaid, isProvinceBehind: true)

  /// One line for each part, as it is kept.
  public var text: String {
    ([content?.text ?? "", isProvinceBehind ? "province" : ""] + behind).joined(separator: "\n")
  }

  /// Nil for anything that `text` does not make.
  public init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 2, ["", "province"].contains(lines[1]) else { return nil }
    let content = ReadableContent(text: lines[0])
    guard lines[0].isEmpty || content != nil else { return nil }
    self.init(content: content, behind: Array(lines[2...]), isProvinceBehind: !lines[1].isEmpty)
  }
}

extension EntryFormat {
  /// The lowest revision that can say it.
  public static func revision(of content: EntryContent) -> UInt32 {
    switch content {
    // No act has got further fields yet.
    case .dossier, .office, .unknown: 1
    }
  }

  /// Whether whoever reads `reads` can read an entry with this content.
  public static func isReadable(_ content: EntryContent, by reads: ReadableContent) throws(EntryFormatError) -> Bool {
    reads.contains(kind: try payload(of: content).kind, revision: revision(of: content))
  }
}
