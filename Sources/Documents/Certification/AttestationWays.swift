import DossierDomain
import VietnameseText

/// How the attestation of each kind of paper is printed, so that its place is chosen once.
public struct AttestationWays: Hashable, Sendable {
  /// The kinds that are remembered; of more the one that was chosen longest ago is forgotten.
  public static let most = 200

  private struct Choice: Hashable, Sendable {
    var paper: String
    var way: AttestationWay
  }

  /// The last one at the end.
  private var choices: [Choice] = []

  public init() {}

  /// - Parameter paper: the kind of paper, as it stands in a certified line.
  public subscript(paper: String) -> AttestationWay {
    get { choices.last { $0.paper == paper.nameKey }?.way ?? .overlay(.usual) }
    set {
      choices.removeAll { $0.paper == paper.nameKey }
      choices.append(Choice(paper: paper.nameKey, way: newValue))
      choices.removeFirst(max(0, choices.count - Self.most))
    }
  }
}

extension AttestationWays {
  /// A line for each kind of paper, `bangtotnghiep overlay bottom-right 15 15 85`, as a setting keeps it.
  public var text: String { choices.map { "\($0.paper) \($0.way.text)" }.joined(separator: "\n") }

  /// What is no such line is left out, because it only says how something is printed next time.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let way = AttestationWay(text: String(parts[1])) { self[String(parts[0])] = way }
    }
  }
}
