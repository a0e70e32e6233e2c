import Crypto
import DossierDomain
import JournalFormat

/// The seal proves that an entry counts in an office's order; it is sent with the entry to every desk. After a restore
/// of the province, a desk hands in entries of others. Entries of the province itself, and entries that decide about
/// rights, are accepted from it only with this seal.
///
/// Only the province checks it, so it is a message authentication code and not a signature: 16 bytes, computed with the
/// authority's key whenever an entry is sent. It is not stored here.
struct Seals: Sendable {
  private let key: SymmetricKey
  private static let length = 16

  init(_ authority: ProvinceAuthority) {
    key = authority.sealingKey
  }

  func seal(_ hash: [UInt8], of office: OfficeID) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: office.bytes + hash, using: key).prefix(Self.length))
  }

  /// The hashes of those entries of a request whose seals are valid.
  func proven(_ entries: [[UInt8]], _ seals: [Int: [UInt8]], of office: OfficeID) -> Set<[UInt8]> {
    var proven: Set<[UInt8]> = []
    for (index, seal) in seals where entries.indices.contains(index) && seal.count == Self.length {
      let hash = entryHash(entries[index])
      let right = self.seal(hash, of: office)
      // All bytes are compared, wherever the first difference is, so that the time reveals nothing.
      if zip(right, seal).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0 { proven.insert(hash) }
    }
    return proven
  }
}

extension OrderCandidate {
  /// Whether the entry needs a seal if anybody but its author hands it in: entries of the province itself, and entries
  /// that decide about rights.
  var needsSeal: Bool {
    if clerk == ProvinceClerk.id { return true }
    return switch content {
    case .office(let action): action.needsSeal
    case .dossier(let action): action.releases
    // An entry of unknown kind may be about the office.
    case .unknown, nil: dossier == nil
    }
  }
}

extension OfficeAction {
  fileprivate var needsSeal: Bool {
    switch self {
    case .setOffice, .setClerk, .mapClerk, .setDays, .setProcedure, .setOpeningWeek, .setOpeningDay, .announce,
      .retractAnnouncement:
      true
    case .setAbsence, .clearAbsence, .confirmClock, .recordReading, .printBlanks, .strikeBlanks, .openBook: false
    }
  }
}
