import Hummingbird

/// The paths of this server.
enum Route: Hashable {
  case sync
  case enrol
  /// The value is the text in place of the hash.
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

  /// The name in logs and metrics; it never contains text from the client.
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

  /// The clients of these routes accept JSON only.
  var speaksJSON: Bool { [.submissions, .health].contains(self) }
}
