import Foundation
import ProvincialServer

/// Drives one or several running servers as the desks of a province do at 16:30, all at once, on loopback, and then as
/// desks that write thousands of entries about one dossier. Called by `Benchmarks/load`; prints lines of a table.
///
/// Arguments: data folder, PostgreSQL URL or `-`, offices, devices an office, process id of the server, addresses …
@main
struct LoadBench {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 6, let offices = Int(arguments[3]), let devices = Int(arguments[4]),
      let process = Int32(arguments[5]), (1...4000).contains(offices), (1...8).contains(devices)
    else {
      FileHandle.standardError.write(Data("usage: LoadBench DATA POSTGRES|- OFFICES DEVICES PID ADDRESS…\n".utf8))
      exit(64)
    }
    let store: any ServerStore =
      arguments[2] == "-"
      ? try SQLiteServerStore(path: arguments[1] + "/province.sqlite", checkpoints: false)
      : try PostgresServerStore(url: arguments[2], connections: 1)
    let province = try LoadProvince(
      folder: arguments[1], store: store, offices: offices, devices: devices, curve: [1000, 2000, 4000, 10_000])
    store.close()
    let burst = Burst(addresses: Array(arguments.dropFirst(5)))
    let result = try await burst.run(province)
    let memory = Memory.highWater(of: process)
    print(
      [
        store.name, "\(offices)×\(devices)", "\(result.entries)", String(format: "%.1f", result.seconds),
        "\(Int(Double(result.entries) / result.seconds))", "\(result.percentile(50))", "\(result.percentile(95))",
        "\(result.percentile(100))", "\(result.busy)", "\(memory >> 20)",
      ].joined(separator: " | "))
    for one in province.oneDossier {
      let point = try await Curve(address: burst.addresses[0]).run(one, province.authority)
      print(
        [
          store.name, "one dossier", "\(point.entries)", String(format: "%.2f", point.seconds),
          "\(Int(Double(point.entries) / point.seconds))", "\(point.requests) requests",
          String(format: "longest %.2f s", point.longest),
        ].joined(separator: " | "))
    }
  }
}

enum Memory {
  /// The most that a process has had in memory, in bytes (VmHWM of /proc).
  static func highWater(of process: Int32) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
  }
}
