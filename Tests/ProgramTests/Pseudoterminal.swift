import Foundation
import Glibc

/// The program in a real pseudoterminal: sends keys as bytes and receives the bytes of the screen.
final class Pseudoterminal {
  private let master: Int32
  private let slave: Int32
  let process: pid_t
  private(set) var received = ""

  struct Failure: Error {}

  init(
    _ arguments: [String], term: String, columns: UInt16 = 80, rows: UInt16 = 24, environment more: [String] = []
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw Failure() }
    (self.master, self.slave) = (master, slave)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, slave, descriptor)
    }
    posix_spawn_file_actions_addclose(&actions, master)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let environment = ["TERM=\(term)", "LC_ALL=C", "HOME=/nonexistent", "PATH=/usr/bin:/bin"] + more
    var id: pid_t = 0
    let code = withCStrings([Program.path] + arguments) { argv in
      withCStrings(environment) { envp in posix_spawn(&id, Program.path, &actions, &attributes, argv, envp) }
    }
    posix_spawnattr_destroy(&attributes)
    posix_spawn_file_actions_destroy(&actions)
    guard code == 0 else { throw Failure() }
    process = id
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
    close(slave)
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    kill(process, SIGWINCH)
  }

  /// Reads until `text` has arrived and the program has written nothing for some milliseconds; false if it has not come
  /// after twenty seconds. Escape sequences are removed, so that words next to each other on the screen are found. The
  /// redraw key makes ncurses send text whole that it only patched before.
  func waits(for text: String) -> Bool {
    if stripped.contains(text) { return true }
    for _ in 0..<10 {
      let end = Date().addingTimeInterval(2)
      while Date() < end {
        if readSome(quiet: 5), stripped.contains(text) { return true }
      }
      send("\u{0C}")
    }
    return false
  }

  /// Answers the question about papers that are not marked, which comes before a code is issued: they are missing.
  func leavesPapersOut() -> Bool {
    defer { send("0") }
    return waits(for: "Đã nộp đủ cả, đều là")
  }

  func forget() {
    readSome()
    received = ""
  }

  /// The number of bytes that arrive within half a second, after the pending ones were read.
  func quietBytes() -> Int {
    readSome(milliseconds: 300)
    let before = received.utf8.count
    readSome(milliseconds: 500)
    return received.utf8.count - before
  }

  /// Whether the program comes to rest, so that none of its threads runs for five seconds. There are several tries,
  /// because the minute on the screen is a reason to wake up, and idle threads end only some seconds later.
  func sleeps() -> Bool {
    for _ in 0..<8 {
      let before = wakeUps
      readSome(milliseconds: 5000)
      if wakeUps == before { return true }
    }
    return false
  }

  /// For each thread, how often it has waited for something and continued (proc(5), `status`).
  private var wakeUps: [String: Int] {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Dictionary(
      uniqueKeysWithValues: threads.map { thread in
        let status = (try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
        return (thread, line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? -1)
      })
  }

  /// The exit code, or minus the signal; nil if the program still runs after ten seconds.
  func exitCode() -> Int32? {
    let end = Date().addingTimeInterval(10)
    var status: Int32 = 0
    while Date() < end {
      readSome(milliseconds: 5)
      if waitpid(process, &status, WNOHANG) == process {
        // What it wrote last.
        readSome(milliseconds: 0)
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
      }
    }
    return nil
  }

  /// False as soon as the program has ended for any reason.
  var isRunning: Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0 && information.si_signo == 0
  }

  /// Reads for a given time.
  func rest(_ milliseconds: Int32) { readSome(milliseconds: milliseconds) }

  /// Whether the terminal has canonical input and echo again, which a shell needs.
  var isUsable: Bool {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes.c_lflag & tcflag_t(ICANON) != 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  private var stripped: String {
    received.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]|\u{1B}[()=>].?/, with: "")
  }

  /// Reads what comes, until nothing has come for a time.
  /// - Parameters:
  ///   - milliseconds: how long to wait for the first byte.
  ///   - quiet: how long to wait for each further one; nil for the same.
  /// - Returns: whether something came.
  @discardableResult
  private func readSome(milliseconds: Int32 = 50, quiet: Int32? = nil) -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var (wait, hasRead) = (milliseconds, false)
    while poll(&descriptor, 1, wait) > 0, descriptor.revents & Int16(POLLIN) != 0 {
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return hasRead }
      received += String(decoding: buffer[..<count], as: UTF8.self)
      (wait, hasRead) = (quiet ?? milliseconds, true)
    }
    return hasRead
  }
}

func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
