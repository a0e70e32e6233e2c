import NIOCore
import SyncProtocol
import Synchronization

/// All connections. Clients without a certificate of the province so far share a small part of them. If that part is
/// full, a new one replaces the one of them that has waited longest, beginning with those that have shown that they
/// have no certificate. Thus nobody can keep desks out by holding connections, and file descriptors always remain.
final class Crowd: Sendable {
  struct Limits: Hashable, Sendable {
    /// The limit of all connections; descriptors for files and the database come in addition.
    var connections = 768
    /// How many of them may be without a certificate.
    var strangers = 256
    /// How many of the strangers may come from one address.
    var perAddress = 64
    /// The limit for one certificate. A desk needs one connection, and some more while the server has not noticed that
    /// earlier ones broke.
    var perMachine = 8
  }

  /// A connection in the crowd.
  struct Guest: Hashable, Sendable {
    fileprivate let number: UInt64
  }

  fileprivate enum Party: Hashable {
    case address([UInt8])
    case machine([UInt8])
  }

  fileprivate struct Member {
    var party: Party
    /// Its handshake ended without a certificate.
    var isBare = false
    let channel: any Channel
  }

  fileprivate struct State {
    var next: UInt64 = 0
    var members: [UInt64: Member] = [:]
    /// Connection numbers in the order in which they came.
    var parties: [Party: [UInt64]] = [:]
    var strangers = Queue()
    var bare = Queue()
  }

  private let limits: Limits
  private let state = Mutex(State())

  init(limits: Limits) { self.limits = limits }

  var count: Int { state.withLock { $0.members.count } }
  var strangers: Int { state.withLock { $0.strangers.count } }

  /// Adds a new connection; others may be closed to make room for it.
  /// - Returns: nil if there is no room, so that the connection has to be closed.
  func enter(_ channel: any Channel) -> Guest? {
    let party = Party.address(Self.network(of: channel.remoteAddress))
    let (guest, leaving) = state.withLock { state -> (Guest?, [any Channel]) in
      var leaving: [any Channel] = []
      while state.parties[party]?.count ?? 0 >= limits.perAddress, let oldest = state.oldest(of: party) {
        leaving += state.remove(oldest)
      }
      while state.strangers.count >= limits.strangers || state.members.count >= limits.connections,
        let oldest = state.bare.first ?? state.strangers.first
      {
        leaving += state.remove(oldest)
      }
      guard state.members.count < limits.connections else { return (nil, leaving) }
      state.next += 1
      state.members[state.next] = Member(party: party, channel: channel)
      state.parties[party, default: []].append(state.next)
      state.strangers.append(state.next)
      return (Guest(number: state.next), leaving)
    }
    for channel in leaving { channel.close(promise: nil) }
    return guest
  }

  /// Called after the handshake.
  /// - Parameter keyHash: the hash of the client's key; nil without a certificate.
  func know(_ guest: Guest, keyHash: [UInt8]?) {
    let leaving = state.withLock { state -> [any Channel] in
      guard var member = state.members[guest.number] else { return [] }
      guard let keyHash else {
        member.isBare = true
        state.members[guest.number] = member
        state.bare.append(guest.number)
        return []
      }
      _ = state.remove(guest.number)
      member.party = .machine(keyHash)
      var leaving: [any Channel] = []
      while let known = state.parties[member.party], known.count >= limits.perMachine, let oldest = known.first {
        leaving += state.remove(oldest)
      }
      state.members[guest.number] = member
      state.parties[member.party, default: []].append(guest.number)
      return leaving
    }
    for channel in leaving { channel.close(promise: nil) }
  }

  func leave(_ guest: Guest) {
    _ = state.withLock { $0.remove(guest.number) }
  }

  /// The IPv4 address; for IPv6 the prefix that a provider gives one customer.
  private static func network(of address: SocketAddress?) -> [UInt8] {
    guard let bytes = address?.ipAddress.flatMap({ addressBytes(ofHost: $0) }) else { return [] }
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    return bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : Array(bytes.prefix(bytes.count == 16 ? 8 : 4))
  }
}

extension Crowd.State {
  /// The connection of a party that is closed first.
  func oldest(of party: Crowd.Party) -> UInt64? {
    let known = parties[party] ?? []
    return known.first { members[$0]?.isBare == true } ?? known.first
  }

  mutating func remove(_ number: UInt64) -> [any Channel] {
    guard let member = members.removeValue(forKey: number) else { return [] }
    parties[member.party]?.removeAll { $0 == number }
    if parties[member.party]?.isEmpty == true { parties[member.party] = nil }
    strangers.remove(number)
    bare.remove(number)
    return [member.channel]
  }
}

/// Numbers in the order in which they were added; any of them can be removed.
private struct Queue {
  private var order: [UInt64] = []
  private var start = 0
  private var present: Set<UInt64> = []

  var count: Int { present.count }
  var first: UInt64? { start < order.count ? order[start] : nil }

  mutating func append(_ number: UInt64) {
    order.append(number)
    present.insert(number)
  }

  mutating func remove(_ number: UInt64) {
    guard present.remove(number) != nil else { return }
    while start < order.count, !present.contains(order[start]) { start += 1 }
    // Removed numbers are dropped when they are half of the queue, so that each number is moved only a few times.
    guard order.count > 64, order.count > 2 * present.count else { return }
    order = order[start...].filter { present.contains($0) }
    start = 0
  }
}
