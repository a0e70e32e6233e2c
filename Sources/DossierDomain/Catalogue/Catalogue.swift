import Synchronization

/// The procedures known at this office: the starter catalogue and the later decisions, each procedure in versions by date.
/// Creating a catalogue costs nothing: the versions of a procedure are read when its code is asked for, and all versions when
/// somebody searches by words.
public struct Catalogue: Sendable {
  private let lazy: LazyCatalogue

  /// - Parameter changes: each replaces an earlier one with the same code and the same first day.
  public init(changes: [ProcedureVersion] = []) {
    lazy = LazyCatalogue(.listed(changes))
  }

  /// Reads the decisions from where they are stored.
  public init(reading kept: KeptVersions) {
    lazy = LazyCatalogue(.kept(kept))
  }

  public static let starter = Catalogue()

  /// The versions beyond the starter catalogue, in the order in which they were decided.
  public var changes: [ProcedureVersion] { lazy.source.all ?? [] }

  /// All versions, those of the starter catalogue first.
  public var versions: [ProcedureVersion] { lazy.versions }

  /// The same without the rules of the starter catalogue, which searches do not read.
  var rows: [ProcedureVersion] { lazy.contents.versions }

  var index: CatalogueIndex { lazy.index }

  var links: LinkIndex { lazy.links }

  /// Whether nothing has to be read from where the decisions are stored.
  public var isReady: Bool { lazy.isReady }

  /// Reads all versions and folds their names, so that the first search by words finds it done.
  public func makeReady() { _ = lazy.index }

  /// The version in force on a day. If none is in force yet, it is the next one, which cannot be received before its
  /// first day; if all have ended, it is the last one, which counts as ended.
  public func version(of code: String, on date: CivilDate) -> ProcedureVersion? {
    lazy.versions(of: code).version(on: date)
  }

  /// The same without a catalogue.
  /// - Parameter decided: the decisions about the procedure; nil if they cannot be read.
  public static func version(of code: String, decided: [ProcedureVersion]?, on date: CivilDate) -> ProcedureVersion? {
    LazyCatalogue.versions(of: code, decided: decided).version(on: date)
  }

  /// The same without the rules of the starter catalogue.
  func row(of code: String, on date: CivilDate) -> ProcedureVersion? {
    lazy.contents.versions(of: code) { _ in .none }.version(on: date)
  }

  /// The version that a dossier names, whether it holds or was replaced or taken back since; nil if it is not known here.
  public func version(of procedure: ProcedureReference) -> ProcedureVersion? { lazy.version(of: procedure) }

  /// All versions of a procedure.
  public func versions(of code: String) -> [ProcedureVersion] { lazy.versions(of: code) }

  /// The same without a catalogue.
  /// - Parameter decided: the decisions about the procedure; nil if they cannot be read.
  public static func versions(of code: String, decided: [ProcedureVersion]?) -> [ProcedureVersion] {
    LazyCatalogue.versions(of: code, decided: decided)
  }

  /// Finds a version by its name in a register; marks, case and punctuation are ignored.
  public func version(named name: String, on date: CivilDate) -> ProcedureVersion? {
    index.place(named: name).flatMap { version(of: rows[$0].code, on: date) }
  }
}

extension Catalogue: Hashable {
  /// A catalogue whose decisions are stored elsewhere is equal only to itself, because comparing more would read them.
  public static func == (left: Catalogue, right: Catalogue) -> Bool {
    if left.lazy === right.lazy { return true }
    guard case .listed(let ours) = left.lazy.source, case .listed(let others) = right.lazy.source else { return false }
    return ours == others
  }

  public func hash(into hasher: inout Hasher) {
    switch lazy.source {
    case .listed(let changes): hasher.combine(changes)
    case .kept: hasher.combine(ObjectIdentifier(lazy))
    }
  }
}

/// Reads stored versions in the order in which they were decided. Nil says that they cannot be read: then the procedure is
/// unknown, because an earlier version may no longer be in force.
public struct KeptVersions: Sendable {
  public var ofCode: @Sendable (_ code: String) -> [ProcedureVersion]?
  public var all: @Sendable () -> [ProcedureVersion]?
  /// The version with the hash of the reference, also if it holds no more; throws if it cannot be read now.
  public var named: @Sendable (_ procedure: ProcedureReference) throws -> ProcedureVersion?

  public init(
    ofCode: @escaping @Sendable (_ code: String) -> [ProcedureVersion]?,
    all: @escaping @Sendable () -> [ProcedureVersion]?,
    named: @escaping @Sendable (_ procedure: ProcedureReference) throws -> ProcedureVersion? = { _ in nil }
  ) {
    self.ofCode = ofCode
    self.all = all
    self.named = named
  }
}

extension [ProcedureVersion] {
  /// Of one procedure.
  fileprivate func version(on date: CivilDate) -> ProcedureVersion? {
    let begun = filter { $0.validFrom.value.map { $0 <= date } ?? true }
    guard var version = begun.max(by: { $0.begins < $1.begins }) else {
      return self.min { $0.begins < $1.begins }.map { version in
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
}

extension ProcedureVersion {
  /// A version without a known first day has always been in force.
  var begins: Int { validFrom.value?.dayNumber ?? .min }
}

/// The contents of a catalogue, read on first use, because most starts of the program need none of it.
private final class LazyCatalogue: Sendable {
  enum Source: Sendable {
    case listed([ProcedureVersion])
    case kept(KeptVersions)

    var all: [ProcedureVersion]? {
      switch self {
      case .listed(let versions): versions
      case .kept(let kept): kept.all()
      }
    }
  }

  private struct VersionKey: Hashable {
    var code: String
    var begins: Int
  }

  struct Contents: Sendable {
    /// Those of the starter catalogue are rows: their rules are read when their code is asked for.
    private(set) var versions: [ProcedureVersion] = []
    /// Indices into `versions`.
    private var byCode: [String: [Int]] = [:]
    private var byVersion: [VersionKey: Int] = [:]
    /// The indices of versions of the starter catalogue.
    private var starters: Set<Int> = []

    init(_ starter: [ProcedureVersion], _ decided: [ProcedureVersion]) {
      for version in starter { starters.insert(add(version)) }
      for version in decided { starters.remove(add(version)) }
    }

    private mutating func add(_ version: ProcedureVersion) -> Int {
      let key = VersionKey(code: version.code, begins: version.begins)
      if let same = byVersion[key] {
        versions[same] = version
        return same
      }
      byVersion[key] = versions.count
      byCode[version.code, default: []].append(versions.count)
      versions.append(version)
      return versions.count - 1
    }

    func versions(of code: String, _ rules: (String) -> ProcedureRules) -> [ProcedureVersion] {
      byCode[code, default: []].map { complete($0, rules) }
    }

    func complete(_ rules: (String) -> ProcedureRules) -> [ProcedureVersion] {
      versions.indices.map { complete($0, rules) }
    }

    private func complete(_ place: Int, _ rules: (String) -> ProcedureRules) -> ProcedureVersion {
      var version = versions[place]
      if starters.contains(place) { version.rules = rules(version.code) }
      return version
    }
  }

  let source: Source
  private let made = Mutex<Contents?>(nil)
  private let indexed = Mutex<CatalogueIndex?>(nil)
  private let linked = Mutex<LinkIndex?>(nil)
  /// The rules of the starter catalogue that were read so far, by code.
  private let rules = Mutex<[String: ProcedureRules]>([:])
  /// The versions of the procedures that were asked for so far, by code, while not all were read: screens ask at each paint.
  private let asked = Mutex<[String: [ProcedureVersion]]>([:])
  /// The versions that dossiers have named so far, and those that nobody knows here.
  private let named = Mutex<[ProcedureReference: ProcedureVersion?]>([:])

  init(_ source: Source) {
    self.source = source
  }

  var versions: [ProcedureVersion] { contents.complete(rules(of:)) }

  var isReady: Bool {
    if case .kept = source { made.withLock { $0 != nil } } else { true }
  }

  var links: LinkIndex {
    let versions = contents.versions
    return linked.withLock { linked in
      if let linked { return linked }
      let links = LinkIndex(versions)
      linked = versions.isEmpty ? nil : links
      return links
    }
  }

  var contents: Contents {
    made.withLock { made in
      if let made { return made }
      guard let changes = source.all else { return Contents([], []) }
      let contents = Contents(StarterCatalogue.all, changes)
      made = contents
      return contents
    }
  }

  func version(of procedure: ProcedureReference) -> ProcedureVersion? {
    // A row of a register names none.
    guard case .kept(let kept) = source, !procedure.versionHash.isEmpty else { return nil }
    if let known = named.withLock({ $0[procedure] }) { return known }
    let version: ProcedureVersion?
    do { version = try kept.named(procedure) } catch { return nil }
    named.withLock { _ = $0.updateValue(version, forKey: procedure) }
    return version
  }

  /// Does not read the others for it.
  func versions(of code: String) -> [ProcedureVersion] {
    guard case .kept(let kept) = source, made.withLock({ $0 == nil }) else {
      return contents.versions(of: code, rules(of:))
    }
    if let known = asked.withLock({ $0[code] }) { return known }
    guard let decided = kept.ofCode(code) else { return [] }
    let versions = Self.versions(of: code, decided: decided)
    asked.withLock { $0[code] = versions }
    return versions
  }

  static func versions(of code: String, decided: [ProcedureVersion]?) -> [ProcedureVersion] {
    decided.map { decided in
      Contents(StarterCatalogue.all.filter { $0.code == code }, decided).complete(StarterCatalogue.rules(of:))
    } ?? []
  }

  private func rules(of code: String) -> ProcedureRules {
    rules.withLock { known in
      if let rules = known[code] { return rules }
      let rules = StarterCatalogue.rules(of: code)
      known[code] = rules
      return rules
    }
  }

  var index: CatalogueIndex {
    let versions = contents.versions
    return indexed.withLock { indexed in
      if let indexed { return indexed }
      let index = CatalogueIndex(versions)
      indexed = versions.isEmpty ? nil : index
      return index
    }
  }
}
