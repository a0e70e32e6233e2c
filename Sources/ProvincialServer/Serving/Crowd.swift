import NIOCore
import SyncProtocol
import Synchronization

/// Who is connected. Whoever has not shown a certificate of the province yet shares a small part of the room: when that is
/// full, the one of them that has waited longest makes room for the one who comes, first of all one that has shown that it
/// has no certificate. So nobody can keep a desk out by holding connections, and there are always descriptors left.
final class Crowd: Sendable {
  struct Limits: Hashable, Sendable {
    /// In all; descriptors for files and the database come on top.
    var connections = 768
    /// Of them, those without a certificate.
    var strangers = 256
    /// Of the strangers, those from one address.
    var perAddress = 64
    /// With one certificate: a desk needs one, and some more while the server does not know that lines were cut.
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
    /// Numbers in the order in which they came.
    var parties: [Party: [UInt64]] = [:]
    var strangers = Queue()
    var bare = Queue()
  }

  private let limits: Limits
  private let state = Mutex(State())

  init(limits: Limits) { self.limits = limits }

  var count: Int { state.withLock { $0.members.count } }
  var strangers: Int { state.withLock { $0.strangers.count } }

  /// Somebody has connected; others may have to leave for it.
  /// - Returns: nil when there is no room at all: the connection is to be closed.
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

  /// The handshake is done.
  /// - Parameter keyHash: of the key that the other end proved to have; nil when it has no certificate.
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

  /// An IPv4 address; of IPv6 what a provider gives one customer.
  private static func network(of address: SocketAddress?) -> [UInt8] {
    guard let bytes = address?.ipAddress.flatMap({ addressBytes(ofHost: $0) }) else { return [] }
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    return bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : Array(bytes.prefix(bytes.count == 16 ? 8 : 4))
  }
}

extension Crowd.State {
  /// The one of a party that is to leave first.
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

/// Numbers in the order in which they were added, any of which may be taken out.
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
    // What was taken out is forgotten in whole halves, so that each number is moved a few times at most.
    guard order.count > 64, order.count > 2 * present.count else { return }
    order = order[start...].filter { present.contains($0) }
    start = 0
  }
}
