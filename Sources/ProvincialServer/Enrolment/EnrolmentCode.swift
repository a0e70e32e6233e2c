import Crypto

/// A code that makes one machine a desk, once: 60 random bits in letters and digits that are hard to confuse. The store
/// has only its hash.
public struct EnrolmentCode: Hashable, Sendable {
  /// Without I, L, O and U.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 12

  private let characters: [Character]

  init(random: [UInt8]) {
    characters = random.prefix(Self.length).map { Self.alphabet[Int($0 & 31)] }
  }

  /// In groups of four, as people pass it on.
  public var text: String {
    stride(from: 0, to: characters.count, by: 4).map { String(characters[$0..<min($0 + 4, characters.count)]) }
      .joined(separator: "-")
  }

  var hash: [UInt8] { Self.hash(of: text) }

  /// The hash of a typed code. Case, blanks and hyphens are ignored; O is read as 0 and I as 1.
  static func hash(of text: String) -> [UInt8] {
    let tidy = text.uppercased().compactMap { character -> Character? in
      switch character {
      case "O": "0"
      case "I", "L": "1"
      case let other where alphabet.contains(other): other
      default: nil
      }
    }
    return Array(SHA256.hash(data: Array(String(tidy).utf8)))
  }
}
