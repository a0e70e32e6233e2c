import Crypto
import DossierDomain
import Foundation
import SwiftASN1
import X509

/// Decides whether the other end is the province's server. Only the province's own authority is trusted, never the
/// machine's list of authorities.
public struct ProvinceTrust: Hashable, Sendable {
  public enum Anchor: Hashable, Sendable {
    /// DER of the authority, as received at enrolment.
    case authority([UInt8])
    /// The first bytes of SHA-256 of the authority's certificate, typed by a person for the first contact.
    case fingerprint([UInt8])
  }

  public enum Fault: Error, Hashable, Sendable {
    case unreadable
    /// The certificate is not signed by the authority, or not meant for servers.
    case unknownAuthority
    case otherName
    case outOfDate
  }

  public var anchor: Anchor

  public init(_ anchor: Anchor) {
    self.anchor = anchor
  }

  /// Checks a chain as it was presented, leaf first. The authority signs servers directly, so a chain with an
  /// intermediate authority is refused.
  ///
  /// A clock set to a time before the authority existed is certainly wrong, often because of an empty battery, and
  /// cannot judge a certificate. Dates are not checked in that case. The exchange shows and records the wrong clock.
  /// - Returns: DER of the authority.
  public func check(_ chain: [[UInt8]], of address: ServerAddress, now: Instant) throws(Fault) -> [UInt8] {
    guard let bytes = chain.first, let leaf = try? Certificate(derEncoded: bytes) else { throw .unreadable }
    let anchorBytes = try authority(in: chain)
    guard let authority = try? Certificate(derEncoded: anchorBytes) else { throw .unreadable }
    guard leaf.issuer == authority.subject, authority.publicKey.isValidSignature(leaf.signature, for: leaf),
      (try? leaf.extensions.extendedKeyUsage)??.contains(.serverAuth) == true
    else { throw .unknownAuthority }
    guard Self.names(of: leaf, include: address) else { throw .otherName }
    let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
    guard date < authority.notValidBefore || (leaf.notValidBefore...leaf.notValidAfter).contains(date) else {
      throw .outOfDate
    }
    return anchorBytes
  }

  private func authority(in chain: [[UInt8]]) throws(Fault) -> [UInt8] {
    switch anchor {
    case .authority(let bytes): return bytes
    case .fingerprint(let typed):
      let match = chain.dropFirst().first { Array(SHA256.hash(data: $0).prefix(typed.count)) == typed }
      guard typed.count >= Fingerprint.length, let match else { throw .unknownAuthority }
      return match
    }
  }

  private static func names(of leaf: Certificate, include address: ServerAddress) -> Bool {
    guard let names = (try? leaf.extensions.subjectAlternativeNames) ?? nil else { return false }
    return names.contains { name in
      switch name {
      case .dnsName(let name): address.addressBytes == nil && name.lowercased() == address.host
      case .ipAddress(let bytes): address.addressBytes.map { $0 == Array(bytes.bytes) } ?? false
      default: false
      }
    }
  }
}

/// The fingerprint by which a person recognises the province at the first contact: 80 bits in groups of four
/// characters.
public enum Fingerprint {
  /// In bytes.
  public static let length = 10

  /// Parses hexadecimal digits, separated by any characters that are neither digits nor letters.
  /// - Returns: nil if the number of digits is wrong or there are other letters.
  public static func parse(_ text: String) -> [UInt8]? {
    var digits: [UInt8] = []
    for character in text where character.isLetter || character.isNumber {
      guard character.isASCII, let value = character.hexDigitValue else { return nil }
      digits.append(UInt8(value))
    }
    guard digits.count == length * 2 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  public static func text(_ bytes: [UInt8]) -> String {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    return stride(from: 0, to: digits.count, by: 4).map { start in
      digits.dropFirst(start).prefix(4)
    }.joined(separator: "-")
  }
}
