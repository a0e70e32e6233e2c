import Synchronization

/// Counts requests for Prometheus (text format 0.0.4). No value refers to a person, an office or a machine.
final class Metrics: Sendable {
  private struct Key: Hashable {
    var route: String
    var status: Int
  }

  private struct Counts {
    var requests: [Key: Int] = [:]
    var bytesIn = 0
    var bytesOut = 0
    var entriesIn = 0
    var placesOut = 0
    var refused = 0
    /// The number of exchanges up to each bound; the last element counts all.
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var seconds = 0.0
  }

  /// Upper bounds of the buckets, in seconds.
  private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  private let counts = Mutex(Counts())

  func count(route: String, status: Int, bytesIn: Int, bytesOut: Int) {
    counts.withLock { counts in
      counts.requests[Key(route: route, status: status), default: 0] += 1
      counts.bytesIn += bytesIn
      counts.bytesOut += bytesOut
      if status == 503 { counts.refused += 1 }
    }
  }

  /// - Parameter seconds: the time since the body was read.
  func countExchange(entries: Int, places: Int, seconds: Double) {
    counts.withLock { counts in
      counts.entriesIn += entries
      counts.placesOut += places
      counts.seconds += seconds
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound { counts.buckets[index] += 1 }
      counts.buckets[Self.bounds.count] += 1
    }
  }

  /// Mean duration of an exchange in seconds; an estimate before the first one.
  var meanExchange: Double {
    counts.withLock { counts in
      let all = counts.buckets[Self.bounds.count]
      return all == 0 ? 0.1 : counts.seconds / Double(all)
    }
  }

  func text(openRequests: Int, waiting: Int, crowd: Crowd, store: String) -> String {
    let counts = counts.withLock { $0 }
    var lines: [String] = []
    func head(_ name: String, _ kind: String, _ help: String) {
      lines += ["# HELP provincial_\(name) \(help)", "# TYPE provincial_\(name) \(kind)"]
    }
    func single(_ name: String, _ kind: String, _ help: String, _ value: Int) {
      head(name, kind, help)
      lines.append("provincial_\(name) \(value)")
    }
    head("requests_total", "counter", "Requests answered, by route and status.")
    for (key, count) in counts.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
      lines.append("provincial_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
    }
    single("refused_total", "counter", "Requests asked to come again later.", counts.refused)
    single("received_bytes_total", "counter", "Bytes of request bodies.", counts.bytesIn)
    single("sent_bytes_total", "counter", "Bytes of answer bodies.", counts.bytesOut)
    single("entries_received_total", "counter", "Journal entries in requests, repeated ones too.", counts.entriesIn)
    single("places_sent_total", "counter", "Places of offices' orders handed down.", counts.placesOut)
    single("open_requests", "gauge", "Requests being read, waiting or worked on.", openRequests)
    single("waiting_requests", "gauge", "Requests waiting for a thread.", waiting)
    single("connections", "gauge", "Connections.", crowd.count)
    single("strangers", "gauge", "Connections without a certificate of a desk.", crowd.strangers)
    head("exchange_seconds", "histogram", "Duration of an exchange after its body was read.")
    for (index, bound) in Self.bounds.enumerated() {
      lines.append("provincial_exchange_seconds_bucket{le=\"\(bound)\"} \(counts.buckets[index])")
    }
    let all = counts.buckets[Self.bounds.count]
    lines.append("provincial_exchange_seconds_bucket{le=\"+Inf\"} \(all)")
    lines += ["provincial_exchange_seconds_sum \(counts.seconds)", "provincial_exchange_seconds_count \(all)"]
    head("store_info", "gauge", "Which store is in use.")
    lines.append("provincial_store_info{store=\"\(store)\"} 1")
    return lines.joined(separator: "\n") + "\n"
  }
}
