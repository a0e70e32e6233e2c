import DossierDomain
import Glibc

/// The only place that reads the time; all other code receives it as an argument.
struct WallClock: Sendable {
  /// Milliseconds that are added to the machine's time; `--now` sets it in a demo.
  private var offset: Int64 = 0

  static let machine = WallClock()

  /// A clock that shows `instant` now and continues from there.
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
