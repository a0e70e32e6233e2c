import DossierDomain
import Glibc

/// The only place that reads the time. Everything below gets it handed in.
struct WallClock: Sendable {
  /// Milliseconds that are added to the machine's time: `--now` moves a demo's present.
  private var offset: Int64 = 0

  static let machine = WallClock()

  /// A clock that shows `instant` now and runs on from there.
  static func startingAt(_ instant: Instant) -> WallClock {
    WallClock(offset: instant.milliseconds - machineNow())
  }

  var now: Instant { Instant(milliseconds: Self.machineNow() + offset) }

  private static func machineNow() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
