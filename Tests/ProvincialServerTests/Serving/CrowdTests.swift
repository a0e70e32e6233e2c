import NIOCore
import NIOEmbedded
import Testing

@testable import ProvincialServer

/// Nobody can shut out a desk by holding connections open.
@Suite struct CrowdTests {
  private static let limits = Crowd.Limits(connections: 20, strangers: 10, perAddress: 4, perMachine: 2)

  private func connection(from address: String) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel()
    channel.remoteAddress = try SocketAddress(ipAddress: address, port: 4711)
    _ = channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1))
    channel.remoteAddress = try SocketAddress(ipAddress: address, port: 4711)
    return channel
  }

  @Test func whoHasWaitedLongestMakesRoomForTheNextOfItsAddress() throws {
    let crowd = Crowd(limits: Self.limits)
    let held = try (0..<6).map { _ in try connection(from: "10.0.0.7") }
    for channel in held { #expect(crowd.enter(channel) != nil) }
    #expect(held.map(\.isActive) == [false, false, true, true, true, true])
    let other = try connection(from: "10.0.0.8")
    #expect(crowd.enter(other) != nil)
    #expect(crowd.count == 5 && other.isActive)
  }

  @Test func oneThatHasShownThatItHasNoCertificateGoesFirst() throws {
    let crowd = Crowd(limits: Self.limits)
    let held = try (0..<5).map { _ in try connection(from: "10.0.0.7") }
    for (number, channel) in held.enumerated() {
      let guest = try #require(crowd.enter(channel))
      if number == 2 { crowd.know(guest, keyHash: nil) }
    }
    #expect(held.map(\.isActive) == [true, true, false, true, true])
  }

  @Test func strangersOfManyAddressesShareOnePart() throws {
    let crowd = Crowd(limits: Self.limits)
    let held = try (0..<50).map { try connection(from: "10.0.1.\($0)") }
    for channel in held { #expect(crowd.enter(channel) != nil) }
    #expect(crowd.count == 10 && crowd.strangers == 10)
    #expect(held.suffix(10).filter(\.isActive).count == 10)
  }

  @Test func aMachineWithACertificateIsNoStrangerAnyMore() throws {
    let crowd = Crowd(limits: Self.limits)
    let desks = try (0..<8).map { _ in try connection(from: "10.0.0.7") }
    for (number, desk) in desks.enumerated() {
      crowd.know(try #require(crowd.enter(desk)), keyHash: [UInt8(number)])
    }
    for _ in 0..<30 { _ = crowd.enter(try connection(from: "10.0.0.7")) }
    #expect(desks.filter(\.isActive).count == 8)
    #expect(crowd.count == 12 && crowd.strangers == 4)
  }

  @Test func oneMachineHasFewConnections() throws {
    let crowd = Crowd(limits: Self.limits)
    let held = try (0..<5).map { _ in try connection(from: "10.0.0.7") }
    for channel in held { crowd.know(try #require(crowd.enter(channel)), keyHash: [1]) }
    #expect(held.map(\.isActive) == [false, false, false, true, true])
  }

  @Test func beyondAllRoomNobodyComesIn() throws {
    let crowd = Crowd(limits: Self.limits)
    for number in 0..<20 {
      let desk = try connection(from: "10.0.0.7")
      crowd.know(try #require(crowd.enter(desk)), keyHash: [UInt8(number)])
    }
    let last = try connection(from: "10.0.0.9")
    #expect(crowd.enter(last) == nil)
  }

  @Test func aNetworkOfIPv6IsOneAddress() throws {
    let crowd = Crowd(limits: Self.limits)
    let held = try (0..<6).map { try connection(from: "2001:db8:1:2::\($0 + 1)") }
    for channel in held { _ = crowd.enter(channel) }
    #expect(held.filter(\.isActive).count == 4)
    // IPv4 addresses in IPv6 form do not count as one network.
    for number in 0..<5 { _ = crowd.enter(try connection(from: "::ffff:10.0.0.\(number)")) }
    #expect(crowd.count == 9)
  }

  @Test func whoLeavesMakesRoom() throws {
    let crowd = Crowd(limits: Self.limits)
    for _ in 0..<1000 {
      let channel = try connection(from: "10.0.0.7")
      let guest = try #require(crowd.enter(channel))
      crowd.leave(guest)
      crowd.leave(guest)
    }
    #expect(crowd.count == 0 && crowd.strangers == 0)
  }
}
