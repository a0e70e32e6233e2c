import Hummingbird

/// The paths of this server.
enum Route: Hashable {
  case sync
  case enrol
  /// With what stands in the place of the hash.
  case blob(String)
  case submissions
  case health
  case unknown

  private static let blobs = "/v1/blobs/"

  init(path: String) {
    switch path {
    case "/v1/sync": self = .sync
    case "/v1/enrol": self = .enrol
    case "/v1/submissions": self = .submissions
    case "/health": self = .health
    case let path where path.hasPrefix(Self.blobs): self = .blob(String(path.dropFirst(Self.blobs.count)))
    default: self = .unknown
    }
  }

  var methods: [HTTPRequest.Method] {
    switch self {
    case .sync, .enrol, .submissions: [.post]
    case .blob: [.get, .head, .put, .delete]
    case .health: [.get, .head]
    case .unknown: []
    }
  }

  /// For logs and metrics: never what the other side wrote.
  var name: String {
    switch self {
    case .sync: "sync"
    case .enrol: "enrol"
    case .blob: "blobs"
    case .submissions: "submissions"
    case .health: "health"
    case .unknown: "unknown"
    }
  }

  /// Whoever comes here has no other language.
  var speaksJSON: Bool { [.submissions, .health].contains(self) }
}
