import Foundation
import Glibc

/// The program on a console of the Linux kernel, as on a desk without a window system. Keys are typed as the keyboard's
/// driver would send them, and the screen is read from the cells that the kernel shows.
///
/// A shell leads the console's session and says there how the program ended. Without one the kernel itself would reset
/// the modes of the terminal at the program's end, and nobody would see what the program left behind.
final class RealConsole {
  /// What the console shows at one moment.
  struct Screen: CustomStringConvertible {
    /// One scalar in each column.
    var rows: [[Unicode.Scalar]]
    var cursor: (row: Int, column: Int)
    /// The colours and attributes in use anywhere.
    var attributes: Set<UInt8>

    var lines: [String] { rows.map { String(String.UnicodeScalarView($0)) } }
    var cursorLine: String { lines.indices.contains(cursor.row) ? lines[cursor.row] : "" }
    var description: String { "cursor in \(cursor)\n" + lines.joined(separator: "\n") }

    func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }
  }

  struct Failure: Error {
    var step: String
    var code = errno
  }

  /// Whether there is a console that nobody uses, and this process may use it.
  static let isPossible = (try? RealConsole(running: ["/bin/true"])) != nil

  private let path: String
  private let terminal: Int32
  /// `/dev/vcsu…` gives the characters (UTF-32), `/dev/vcsa…` the size, the cursor and the attributes.
  private let (letters, attributes): (Int32, Int32)
  private let shell: pid_t
  /// The attributes before anything was drawn.
  let emptyAttributes: Set<UInt8>

  convenience init(_ arguments: [String]) throws {
    try self.init(running: [Program.path] + arguments)
  }

  private init(running command: [String]) throws {
    let number = try Self.freeNumber()
    path = "/dev/tty\(number)"
    terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw Failure(step: path) }
    // Not every system makes the device files of all consoles: 7 is their major number, and 64 and 128 are the first
    // minor numbers of the two kinds.
    (letters, attributes) = (Self.openDevice(minor: 64 + number), Self.openDevice(minor: 128 + number))
    // The keys that an earlier run left, its screen, and the mode in which it left the letters.
    tcflush(terminal, TCIFLUSH)
    Self.write("\u{1B}c\u{1B}%G", to: terminal)
    guard let empty = Self.screen(letters, attributes) else {
      for descriptor in [terminal, letters, attributes] { close(descriptor) }
      throw Failure(step: "/dev/vcs of \(path)")
    }
    emptyAttributes = empty.attributes
    // As after a file with binary data was printed: letters of several bytes are shown as several letters.
    Self.write("\u{1B}%@", to: terminal)
    shell = try Self.spawn(command, on: path)
  }

  deinit {
    // The shell leads a group, to which the program belongs too.
    kill(-shell, SIGKILL)
    var status: Int32 = 0
    waitpid(shell, &status, 0)
    for descriptor in [terminal, letters, attributes] { close(descriptor) }
    // The end of the session has taken the terminal away from its descriptors.
    let again = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    Self.write("\u{1B}c\u{1B}%G", to: again)
    close(again)
  }

  /// The program itself; nil if it does not run.
  var program: pid_t? {
    (try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8))?.split(separator: " ").first
      .flatMap { pid_t($0) }
  }

  /// What is shown now; nil if the console does not show letters of several bytes.
  var screen: Screen? { Self.screen(letters, attributes) }

  /// Sends the bytes of one key, or of several at once like a scanner.
  func press(_ key: String) {
    for byte in key.utf8 {
      var byte = byte
      _ = ioctl(terminal, UInt(TIOCSTI), &byte)
    }
  }

  /// Types text into a field by hand: each letter after the cursor has left the one before.
  /// - Returns: false if the cursor stays.
  func type(_ text: String) -> Bool {
    text.allSatisfy { letter in
      let before = screen?.cursor
      press(String(letter))
      return waits { screen in before.map { $0 != screen.cursor } ?? true }
    }
  }

  /// Whether the screen becomes as it is wanted within twenty seconds.
  func waits(_ isWanted: (Screen) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(20)
    repeat {
      if let screen, isWanted(screen) { return true }
      poll(nil, 0, 20)
    } while Date() < end
    return false
  }

  /// What is shown once nothing changes any more: the kernel may be seen in the middle of what the program wrote at once.
  var settledScreen: Screen? {
    var last: Screen?
    _ = waits { screen in
      let isSettled = last.map { $0.rows == screen.rows && $0.cursor == screen.cursor } ?? false
      last = screen
      if !isSettled { poll(nil, 0, 200) }
      return isSettled
    }
    return last
  }

  // MARK: The kernel's devices

  /// The first console that no process has open.
  private static func freeNumber() throws -> Int {
    let any = open("/dev/tty0", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard any >= 0 else { throw Failure(step: "/dev/tty0") }
    defer { close(any) }
    var number: Int32 = -1
    // VT_OPENQRY
    guard ioctl(any, 0x5600, &number) == 0, number > 0 else { throw Failure(step: "a free console") }
    return Int(number)
  }

  private static func openDevice(minor: Int) -> Int32 {
    let path = NSTemporaryDirectory() + "vcs-\(UUID().uuidString)"
    guard mknod(path, S_IFCHR | 0o600, dev_t(7 << 8 | minor)) == 0 else { return -1 }
    defer { unlink(path) }
    return open(path, O_RDONLY | O_CLOEXEC)
  }

  private static func screen(_ letters: Int32, _ attributes: Int32) -> Screen? {
    var head = [UInt8](repeating: 0, count: 4)
    guard pread(attributes, &head, 4, 0) == 4 else { return nil }
    let (rows, columns) = (Int(head[0]), Int(head[1]))
    var cells = [UInt8](repeating: 0, count: 2 * rows * columns)
    var scalars = [UInt32](repeating: 0, count: rows * columns)
    guard pread(attributes, &cells, cells.count, 4) == cells.count,
      pread(letters, &scalars, 4 * scalars.count, 0) == 4 * scalars.count
    else { return nil }
    return Screen(
      rows: (0..<rows).map { row in
        scalars[row * columns..<(row + 1) * columns].map { Unicode.Scalar($0) ?? "\u{FFFD}" }
      },
      cursor: (row: Int(head[3]), column: Int(head[2])),
      attributes: Set(stride(from: 1, to: cells.count, by: 2).map { cells[$0] }))
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }

  private static func spawn(_ command: [String], on path: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // The leader of a new session gets the first terminal that it opens as the session's own.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // 0x80 is POSIX_SPAWN_SETSID, which glibc shows only to GNU sources.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    let script = """
      before=$(stty -g); "$0" "$@"; echo "code $?"
      test "$(stty -g)" = "$before" && echo "modes as before"
      read -r line && echo "read: $line"; read -r line
      """
    let environment = ["TERM=linux", "LC_ALL=C", "HOME=/nonexistent", "PATH=/usr/bin:/bin"]
    var id: pid_t = 0
    let code = withCStrings(["/bin/sh", "-c", script] + command) { argv in
      withCStrings(environment) { envp in posix_spawn(&id, "/bin/sh", &actions, &attributes, argv, envp) }
    }
    guard code == 0 else { throw Failure(step: "/bin/sh", code: code) }
    return id
  }
}
