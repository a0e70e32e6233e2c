import Foundation
import Glibc
import Synchronization

/// A relay between desk and province that performs an action at a given moment of the conversation, independent of the
/// clock.
final class Relay: Sendable {
  /// A new turn begins each time the direction changes. With TLS 1.3: 1 the desk's hello, 2 the server's, 3 the desk's
  /// certificate and request, 4 the answer, 5 the next request, and so on.
  enum Moment: Hashable, Sendable {
    /// The turn's first bytes have arrived at the relay and are not passed on.
    case before(Int)
    /// They have been passed on.
    case after(Int)
  }

  struct NotUp: Error {}

  private struct State {
    var turn = 0
    var isUp = false
    var awaited: Moment?
    var action: (@Sendable () -> Void)?
  }

  /// The number of open conversations, and of those that have ended since `forgetEnded`.
  private struct Conversations {
    var open = 0
    var ended = 0
  }

  let address: String
  private let listener: Int32
  private let port: UInt16
  private let state = Mutex(State())
  private let conversations = Mutex(Conversations())

  /// - Parameter address: `https://127.0.0.1:PORT`.
  init(to address: String) throws {
    guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw NotUp() }
    self.port = port
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var own = Self.loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isUp = withUnsafeMutablePointer(to: &own) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        bind(listener, name, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, name, &size) == 0
      }
    }
    guard isUp else { throw NotUp() }
    self.address = "https://127.0.0.1:\(UInt16(bigEndian: own.sin_port))"
    Thread.detachNewThread { [self] in serve() }
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// - Parameter action: performed once, when the next conversation reaches the moment.
  func at(_ moment: Moment, _ action: @escaping @Sendable () -> Void) {
    state.withLock { $0 = State(awaited: moment, action: action) }
  }

  /// Waits until a conversation has ended and none is open, so that the program's own exchanges do not count as the
  /// next conversation.
  /// - Returns: false if this has not happened after twenty seconds.
  func waitsForEnd() -> Bool {
    let end = Date().addingTimeInterval(20)
    while Date() < end {
      let hasEnded = conversations.withLock { conversations in
        guard conversations.open == 0, conversations.ended > 0 else { return false }
        conversations.ended = 0
        return true
      }
      if hasEnded { return true }
      usleep(10_000)
    }
    return false
  }

  /// Conversations that have ended until now no longer count.
  func forgetEnded() { conversations.withLock { $0.ended = 0 } }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return name
  }

  private func serve() {
    while true {
      let desk = accept(listener, nil, nil)
      guard desk >= 0 else { return }
      let province = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var name = Self.loopback(port)
      let isThere = withUnsafePointer(to: &name) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(province, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      guard isThere else {
        close(desk)
        close(province)
        continue
      }
      conversations.withLock { $0.open += 1 }
      Thread.detachNewThread { [self] in
        let back = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [self] in
          carry(from: province, to: desk, isUp: false)
          back.signal()
        }
        carry(from: desk, to: province, isUp: true)
        back.wait()
        close(desk)
        close(province)
        conversations.withLock { conversations in
          conversations.open -= 1
          conversations.ended += 1
        }
      }
    }
  }

  private func carry(from: Int32, to: Int32, isUp: Bool) {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(from, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      let turn = state.withLock { state in
        if state.turn == 0 || state.isUp != isUp { state.turn += 1 }
        state.isUp = isUp
        return state.turn
      }
      if come(.before(turn)) { break }
      var sent = 0
      while sent < count {
        let more = buffer[sent..<count].withUnsafeBytes {
          send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard more > 0 else { break }
        sent += more
      }
      if come(.after(turn)) || sent < count { break }
    }
    // The other direction is closed too.
    shutdown(from, Int32(SHUT_RDWR))
    shutdown(to, Int32(SHUT_RDWR))
  }

  /// True if this is the awaited moment.
  private func come(_ moment: Moment) -> Bool {
    let action = state.withLock { state in
      guard state.awaited == moment else { return Optional<@Sendable () -> Void>.none }
      state.awaited = nil
      return state.action
    }
    action?()
    return action != nil
  }
}
