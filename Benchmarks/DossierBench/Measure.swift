import Dispatch

/// Times of one thing, many times over, in milliseconds.
struct Measure {
  private var times: [Double] = []
  private(set) var slowest: (label: String, milliseconds: Double) = ("", 0)

  mutating func time<Value>(_ label: String = "", _ body: () throws -> Value) rethrows -> Value {
    let start = DispatchTime.now().uptimeNanoseconds
    let value = try body()
    let spent = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
    times.append(spent)
    if spent > slowest.milliseconds { slowest = (label, spent) }
    return value
  }

  private func percentile(_ share: Double) -> Double {
    let sorted = times.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  /// `| what | n | p50 | p95 | p99 | worst |`
  func row(_ what: String) -> String {
    let numbers = [percentile(0.5), percentile(0.95), percentile(0.99), slowest.milliseconds].map { number in
      let hundredths = Int((number * 100).rounded())
      return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
    let label = slowest.label.isEmpty ? "" : " (\(slowest.label))"
    return "| \(what) | \(times.count) | \(numbers[0]) | \(numbers[1]) | \(numbers[2]) | \(numbers[3])\(label) |"
  }
}
