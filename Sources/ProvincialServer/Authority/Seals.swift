import Crypto
import DossierDomain
import JournalFormat

/// The province's word that an entry counts in an office's order, told with the entry to every desk. After a restore of the
/// province a desk hands in what others wrote; what the province itself wrote, and what decides who may do what, is taken
/// from it with this word only.
///
/// Only the province checks it, so it is a code and no signature: 16 bytes, made from the authority's key whenever an entry
/// is told, and kept nowhere here.
struct Seals: Sendable {
  private let key: SymmetricKey
  private static let length = 16

  init(_ authority: ProvinceAuthority) {
    key = authority.sealingKey
  }

  func seal(_ hash: [UInt8], of office: OfficeID) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: office.bytes + hash, using: key).prefix(Self.length))
  }

  /// Hashes of the entries of a request that are proven.
  func proven(_ entries: [[UInt8]], _ seals: [Int: [UInt8]], of office: OfficeID) -> Set<[UInt8]> {
    var proven: Set<[UInt8]> = []
    for (index, seal) in seals where entries.indices.contains(index) && seal.count == Self.length {
      let hash = entryHash(entries[index])
      let right = self.seal(hash, of: office)
      // All bytes are compared, wherever the first difference is.
      if zip(right, seal).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0 { proven.insert(hash) }
    }
    return proven
  }
}

extension OrderCandidate {
  /// Nobody but its author hands it in without the province's seal: the province's own word, and who may do what.
  var needsSeal: Bool {
    if clerk == ProvinceClerk.id { return true }
    return switch content {
    case .office(let action): action.needsSeal
    case .dossier(let action): action.releases
    // Not known yet: it may be about the office.
    case .unknown, nil: dossier == nil
    }
  }
}

extension OfficeAction {
  fileprivate var needsSeal: Bool {
    switch self {
    case .setOffice, .setClerk, .mapClerk, .setDays, .setProcedure: true
    case .setAbsence, .clearAbsence, .confirmClock, .recordReading: false
    }
  }
}
