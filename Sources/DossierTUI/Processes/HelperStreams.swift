import Foundation

/// The standard descriptors of a helper: its ends and this program's.
struct HelperStreams {
  private static let patience: Int32 = 20_000

  /// Standard input, output and error of the helper.
  private(set) var theirs: [Int32] = []
  /// Those among `theirs` that this program opened.
  private var opened: [Int32] = []
  private var writing: Int32?
  private var waiting: ArraySlice<UInt8> = []
  private var reading: [Int32] = []

  init(_ input: HelperProcess.Input) throws(HelperProcess.Failure) {
    do throws(HelperProcess.Failure) {
      try open(input)
      for _ in 0..<2 { reading.append(try pair()) }
    } catch {
      closeOtherEnds()
      close()
      throw error
    }
  }

  private mutating func open(_ input: HelperProcess.Input) throws(HelperProcess.Failure) {
    switch input {
    case .none:
      let descriptor = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unavailable }
      opened.append(descriptor)
      theirs.append(descriptor)
    case .file(let handle): theirs.append(handle.fileDescriptor)
    case .bytes(let bytes):
      writing = try pair()
      waiting = bytes[...]
    }
  }

  /// A stream with one end for the helper. It is a pair of sockets, because writing to one raises no signal when the helper has ended.
  /// - Returns: this program's end.
  private mutating func pair() throws(HelperProcess.Failure) -> Int32 {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .unavailable }
    opened.append(ends[1])
    theirs.append(ends[1])
    return ends[0]
  }

  /// After the helper has them.
  mutating func closeOtherEnds() {
    for descriptor in opened { Glibc.close(descriptor) }
    opened = []
  }

  mutating func close() {
    for descriptor in reading + (writing.map { [$0] } ?? []) { Glibc.close(descriptor) }
    (reading, writing) = ([], nil)
  }

  /// Writes the input and reads both streams until the helper has closed them.
  /// - Returns: false if nothing moved for a while, or the output became too long.
  mutating func collect(_ said: inout HelperProcess.Said, atMost maximum: Int) -> Bool {
    guard let output = reading.first, let messages = reading.last else { return false }
    var open = [output, messages]
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while !open.isEmpty {
      if waiting.isEmpty { endInput() }
      var descriptors = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if let writing { descriptors.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
      let count = poll(&descriptors, nfds_t(descriptors.count), Self.patience)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      for descriptor in descriptors where descriptor.revents != 0 {
        if descriptor.fd == writing {
          write()
          continue
        }
        let count = read(descriptor.fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          open.removeAll { $0 == descriptor.fd }
          continue
        }
        if descriptor.fd == output {
          said.output += buffer[..<count]
          guard said.output.count <= maximum else { return false }
        } else if said.messages.count < 64 << 10 {
          said.messages += buffer[..<count]
        }
      }
    }
    return true
  }

  private mutating func write() {
    guard let writing else { return }
    let count = waiting.withUnsafeBytes {
      send(writing, $0.baseAddress, min($0.count, 64 << 10), Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    if count > 0 {
      waiting = waiting.dropFirst(count)
    } else if count < 0, errno != EINTR, errno != EAGAIN {
      // The helper wants no more, and says why.
      waiting = []
    }
  }

  private mutating func endInput() {
    if let writing { Glibc.close(writing) }
    writing = nil
  }
}
