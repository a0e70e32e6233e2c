import VietnameseText

/// Which procedures give a paper that others ask for, by what the decided versions say. The starter catalogue says nothing
/// of links, so that its rules are not read for it.
struct LinkIndex: Sendable {
  /// The codes of the procedures that give a paper: by the code of the one that asks for it, and its words.
  private let givers: [String: [[String]: [String]]]

  init(_ versions: [ProcedureVersion]) {
    var givers: [String: [[String]: [String]]] = [:]
    for version in versions {
      for link in version.rules.links {
        guard case .resultIsPaper(let paper) = link.kind else { continue }
        givers[link.code, default: [:]][paper.folded.words, default: []].append(version.code)
      }
    }
    self.givers = givers
  }

  func givers(of paper: String, in code: String) -> [String] {
    guard let papers = givers[code] else { return [] }
    return papers[paper.folded.words] ?? []
  }
}

extension Catalogue {
  /// The procedures whose result is this paper of another procedure, in their versions of that day. All decided versions
  /// are read for the first question.
  public func givers(of paper: String, in code: String, on date: CivilDate) -> [ProcedureVersion] {
    var seen: Set<String> = []
    return links.givers(of: paper, in: code).compactMap { giver in
      guard seen.insert(giver).inserted, let version = row(of: giver, on: date) else { return nil }
      // An earlier version may have said so.
      let stillDoes = version.rules.links.contains { link in
        guard case .resultIsPaper(let name) = link.kind else { return false }
        return link.code == code && name.folded.words == paper.folded.words
      }
      return stillDoes ? version : nil
    }
  }
}
