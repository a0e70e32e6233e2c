import CNcurses
import Glibc

/// Waits until something happens: bytes from the terminal, a signal, a wake-up, or a deadline. Without a deadline it
/// waits without end. Used only by the thread that calls ncurses.
public final class TerminalLoop {
  public enum Event: Sendable {
    case input([KeyDecoder.Input])
    case resized
    case woken
    case deadline
    /// SIGTERM or SIGHUP came, or the terminal is gone.
    case terminate
    case continued
  }

  /// How long an ESC may be the beginning of a sequence, in milliseconds, where `ESCDELAY` does not say otherwise.
  public static let usualEscapeDelay: Int64 = 40
  /// How long the rest of a sequence may come after that, on a slow line.
  private static let lateRestDelay: Int64 = 500
  /// How long nothing may come before a paste or a string without an end is given up.
  private static let endDelay: Int64 = 1000

  public let waker: Waker
  private let wakeReader: Int32
  private let signals: Int32
  private var decoder: KeyDecoder
  private var flushDeadline: Int64?
  private let escapeDelay: Int64

  /// Blocks the signals that it waits for. It must be created before any other thread starts, because threads inherit
  /// the mask.
  /// - Parameter escapeDelay: the value of `ESCDELAY`, in milliseconds, as for other programs of ncurses; nil if it is
  ///   not set.
  public init(escapeDelay: String? = nil) {
    self.escapeDelay = escapeDelay.flatMap { Int64($0) }.map { min(max($0, 1), 5000) } ?? Self.usualEscapeDelay
    var ends: [Int32] = [-1, -1]
    // If no descriptor is available, both stay -1: poll ignores them, and keys still arrive.
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeReader = ends[0]
    waker = Waker(descriptor: ends[1])
    var waited = sigset_t()
    sigemptyset(&waited)
    for number in [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT] { sigaddset(&waited, number) }
    pthread_sigmask(SIG_BLOCK, &waited, nil)
    signals = signalfd(-1, &waited, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    decoder = KeyDecoder()
  }

  public func useTerminfo(_ keys: [[UInt8]: Key]) {
    decoder = KeyDecoder(terminfo: keys)
  }

  /// Milliseconds of the monotonic clock.
  public static var monotonicNow: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// - Parameter deadline: on the clock of `monotonicNow`; nil to wait without end.
  public func next(deadline: Int64?) -> Event {
    while true {
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0),
      ]
      let soonest = [deadline, flushDeadline].compactMap { $0 }.min()
      let wait = soonest.map { Int32(clamping: max(0, $0 - Self.monotonicNow)) } ?? -1
      let count = poll(&descriptors, 3, wait)
      if count == 0 {
        if let flush = flushDeadline, Self.monotonicNow >= flush {
          let keys = decoder.flush()
          waitForRest()
          if !keys.isEmpty { return .input(keys) }
          continue
        }
        return .deadline
      }
      guard count > 0 else { continue }
      if descriptors[1].revents != 0, let event = readSignal() { return event }
      if descriptors[0].revents & Int16(POLLIN) != 0 {
        guard let keys = readKeys() else { return .terminate }
        if !keys.isEmpty { return .input(keys) }
      } else if descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
        return .terminate
      }
      if descriptors[2].revents != 0 {
        var drained = [UInt8](repeating: 0, count: 64)
        while read(wakeReader, &drained, drained.count) > 0 {}
        return .woken
      }
    }
  }

  /// Nil if the terminal is gone.
  private func readKeys() -> [KeyDecoder.Input]? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return nil }
    let keys = decoder.feed(buffer.prefix(max(0, count)))
    waitForRest()
    return keys
  }

  private func waitForRest() {
    let delay: Int64? =
      switch decoder.pause {
      case nil: nil
      case .sequence: escapeDelay
      case .lateRest: max(escapeDelay, Self.lateRestDelay)
      case .end: Self.endDelay
      }
    flushDeadline = delay.map { Self.monotonicNow + $0 }
  }

  private func readSignal() -> Event? {
    var info = signalfd_siginfo()
    var event: Event?
    // Several resizes in a row count as one.
    while read(signals, &info, MemoryLayout<signalfd_siginfo>.size) > 0 {
      switch Int32(info.ssi_signo) {
      case SIGWINCH: event = event ?? .resized
      case SIGTERM, SIGHUP: return .terminate
      case SIGCONT: event = .continued
      default: break
      }
    }
    return event
  }
}
