import Glibc

/// Holds the signals back that would end the process, so that an unfinished file is removed first.
struct Interruptions {
  init() {
    for number in [SIGHUP, SIGINT, SIGTERM, SIGXCPU] {
      var one = sigset_t()
      sigemptyset(&one)
      sigaddset(&one, number)
      pthread_sigmask(SIG_BLOCK, &one, nil)
    }
    // These are errors of the call that caused them instead.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether one of the signals has come.
  var hasCome: Bool {
    var pending = sigset_t()
    guard sigpending(&pending) == 0 else { return false }
    return [SIGHUP, SIGINT, SIGTERM, SIGXCPU].contains { sigismember(&pending, $0) == 1 }
  }

  /// The next bytes of standard input; none at its end, nil after a signal or an error.
  func read(upTo count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    while !hasCome {
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = poll(&input, 1, 200)
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let got = Glibc.read(STDIN_FILENO, &bytes, count)
      if got < 0, errno == EINTR || errno == EAGAIN { continue }
      guard got >= 0 else { return nil }
      bytes.removeLast(count - got)
      return bytes
    }
    return nil
  }
}
