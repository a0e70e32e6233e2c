import Synchronization

/// The procedures known at this office: the starter catalogue and the later decisions, each procedure in versions by
/// date. Creating a catalogue costs nothing; its contents are read on first use.
public struct Catalogue: Sendable {
  /// The versions beyond the starter catalogue, in the order in which they were decided.
  public let changes: [ProcedureVersion]
  private let lazy: LazyCatalogue

  /// - Parameter changes: each replaces an earlier one with the same code and the same first day.
  public init(changes: [ProcedureVersion] = []) {
    self.changes = changes
    lazy = LazyCatalogue(changes)
  }

  public static let starter = Catalogue()

  /// All versions, those of the starter catalogue first.
  public var versions: [ProcedureVersion] { lazy.contents.versions }

  var index: CatalogueIndex { lazy.index }

  /// The version in force on a day. If none is in force yet, it is the next one, which cannot be received before its
  /// first day; if all have ended, it is the last one, which counts as ended.
  public func version(of code: String, on date: CivilDate) -> ProcedureVersion? {
    let contents = lazy.contents
    guard let places = contents.byCode[code] else { return nil }
    let known = places.map { contents.versions[$0] }
    let begun = known.filter { $0.validFrom.value.map { $0 <= date } ?? true }
    guard var version = begun.max(by: { $0.begins < $1.begins }) else {
      return known.min { $0.begins < $1.begins }.map { version in
        var version = version
        version.standing = .notYet(from: version.validFrom.value ?? date)
        return version
      }
    }
    if let end = version.validTo.value, end < date, case .inForce = version.standing {
      version.standing = .ended(replacedBy: nil)
    }
    return version
  }

  /// Finds a version by its name in a register; marks, case and punctuation are ignored.
  public func version(named name: String, on date: CivilDate) -> ProcedureVersion? {
    index.place(named: name).flatMap { version(of: versions[$0].code, on: date) }
  }
}

extension Catalogue: Hashable {
  public static func == (left: Catalogue, right: Catalogue) -> Bool { left.changes == right.changes }
  public func hash(into hasher: inout Hasher) { hasher.combine(changes) }
}

extension ProcedureVersion {
  /// A version without a known first day has always been in force.
  fileprivate var begins: Int { validFrom.value?.dayNumber ?? .min }
}

/// The contents of a catalogue, read on first use, because most starts of the program need none of it.
private final class LazyCatalogue: Sendable {
  struct Contents: Sendable {
    var versions: [ProcedureVersion]
    /// Indices into `versions`.
    var byCode: [String: [Int]]
  }

  private let changes: [ProcedureVersion]
  private let made = Mutex<Contents?>(nil)
  private let indexed = Mutex<CatalogueIndex?>(nil)

  init(_ changes: [ProcedureVersion]) {
    self.changes = changes
  }

  var contents: Contents {
    made.withLock { made in
      if let made { return made }
      var contents = Contents(versions: [], byCode: [:])
      for version in StarterCatalogue.all + changes {
        let same = contents.byCode[version.code]?.first { contents.versions[$0].begins == version.begins }
        if let same {
          contents.versions[same] = version
        } else {
          contents.byCode[version.code, default: []].append(contents.versions.count)
          contents.versions.append(version)
        }
      }
      made = contents
      return contents
    }
  }

  var index: CatalogueIndex {
    let versions = contents.versions
    return indexed.withLock { indexed in
      if let indexed { return indexed }
      let index = CatalogueIndex(versions)
      indexed = index
      return index
    }
  }
}
