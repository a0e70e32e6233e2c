/// What versions of procedures say of each other: what cannot all be true, and what they name that is not there.
public struct CatalogueConsistency: Hashable, Sendable {
  /// One of the versions is wrong.
  public enum Fault: Error, Hashable, Sendable {
    /// Each procedure is replaced by the next one, and the last by the first.
    case replacedInCircle([String])
    /// Each procedure contains the next one, and the last contains the first.
    case containedInCircle([String])
    case firstDayTwice(code: String, from: Known<CivilDate>)
  }

  /// What is told and refuses nothing: what is not there perhaps comes later.
  public enum Remark: Hashable, Sendable {
    /// A version is said to count until this day, but the next one, which counts from its first day on, begins earlier.
    case overlap(code: String, through: CivilDate, next: CivilDate)
    case replacementUnknown(code: String, replacement: String)
    case linkUnknown(code: String, other: String)
    /// The result of a procedure is said to be a paper of another one, which has no paper of this name.
    case paperNotAsked(code: String, paper: String, other: String)
  }

  public private(set) var faults: [Fault] = []
  public private(set) var remarks: [Remark] = []
  /// How many names of other procedures were followed, for tests.
  private(set) var steps = 0
  static let mostCircles = 100

  /// - Parameters:
  ///   - versions: all that are known.
  ///   - codes: only what concerns one of them is told; nil for everything.
  public init(_ versions: [ProcedureVersion], about codes: Set<String>? = nil) {
    let groups = Dictionary(grouping: versions, by: \.code)
    var seen: Set<String> = []
    let all = versions.map(\.code).filter { seen.insert($0).inserted }
    let concerned = codes.map { codes in all.filter(codes.contains) } ?? all
    for code in concerned { checkDays(groups[code, default: []]) }
    // What an earlier version says was true then.
    let last = groups.compactMapValues { $0.max { $0.begins < $1.begins } }
    // A circle to which one of these leads was there before it, and cannot be mended with it.
    func isConcerned(_ circle: [String]) -> Bool { codes.map { !$0.isDisjoint(with: circle) } ?? true }
    faults += circles(concerned) { last[$0]?.replacement.map { [$0] } ?? [] }.filter(isConcerned)
      .map { .replacedInCircle($0) }
    faults += circles(concerned) { last[$0]?.parts ?? [] }.filter(isConcerned).map { .containedInCircle($0) }
    checkNames(versions, groups, codes)
  }

  private mutating func checkDays(_ versions: [ProcedureVersion]) {
    let ordered = versions.sorted { $0.begins < $1.begins }
    for (version, next) in zip(ordered, ordered.dropFirst()) {
      if version.begins == next.begins {
        faults.append(.firstDayTwice(code: version.code, from: version.validFrom))
      } else if let end = version.validTo.value, let begin = next.validFrom.value, end >= begin {
        remarks.append(.overlap(code: version.code, through: end, next: begin))
      }
    }
  }

  private mutating func checkNames(
    _ versions: [ProcedureVersion], _ groups: [String: [ProcedureVersion]], _ codes: Set<String>?
  ) {
    var told: Set<Remark> = []
    var papers: [String: Set<String>] = [:]
    func tell(_ remark: Remark) { if told.insert(remark).inserted { remarks.append(remark) } }
    for version in versions {
      func concerns(_ other: String) -> Bool {
        codes.map { $0.contains(version.code) || $0.contains(other) } ?? true
      }
      if let replacement = version.replacement, groups[replacement] == nil, concerns(replacement) {
        tell(.replacementUnknown(code: version.code, replacement: replacement))
      }
      for link in version.rules.links where concerns(link.code) {
        guard let others = groups[link.code] else {
          tell(.linkUnknown(code: version.code, other: link.code))
          continue
        }
        guard case .resultIsPaper(let paper) = link.kind else { continue }
        if papers[link.code] == nil { papers[link.code] = Set(others.flatMap { $0.paperRules.map(\.name) }) }
        if papers[link.code]?.contains(paper) == false {
          tell(.paperNotAsked(code: version.code, paper: paper, other: link.code))
        }
      }
    }
  }

  /// Each way on which the next names lead back to a code of it. Every code and every name is followed once; a chain of
  /// thousands needs no stack of calls.
  private mutating func circles(_ starts: [String], _ next: (String) -> [String]) -> [[String]] {
    var found: [[String]] = []
    enum Place {
      case onTheWay(Int)
      case followed
    }
    var places: [String: Place] = [:]
    var way: [(code: String, next: [String], followed: Int)] = []
    for start in starts where places[start] == nil {
      places[start] = .onTheWay(0)
      way.append((start, next(start), 0))
      while let last = way.last {
        guard last.followed < last.next.count else {
          places[last.code] = .followed
          way.removeLast()
          continue
        }
        way[way.count - 1].followed += 1
        steps += 1
        let code = last.next[last.followed]
        switch places[code] {
        case nil:
          places[code] = .onTheWay(way.count)
          way.append((code, next(code), 0))
        case .onTheWay(let place):
          if found.count < Self.mostCircles { found.append(way[place...].map(\.code)) }
        case .followed: break
        }
      }
    }
    return found
  }
}

extension ProcedureVersion {
  fileprivate var replacement: String? {
    if case .ended(let code?) = standing { code } else { nil }
  }

  /// The procedures that are handed in with this one.
  fileprivate var parts: [String] { rules.links.filter { $0.kind == .contains }.map(\.code) }
}
