import DossierDomain
import ExchangeModel
import JournalFormat

/// One answer of the province and the request that it answers; all of it is written in one transaction. The caller has
/// checked the province's signatures before it creates a page.
public struct OrderedPage: Hashable, Sendable {
  public var request: ExchangeRequest
  public var response: ExchangeResponse

  public init(_ response: ExchangeResponse, to request: ExchangeRequest) {
    self.request = request
    self.response = response
  }

  /// The device's clock minus the server's clock, in milliseconds.
  var clockSkew: Int64 { request.sentAt.milliseconds - response.serverTime.milliseconds }

  /// The granted numbers. A revoked machine keeps its numbers and gets no new ones.
  var lanes: [LaneBlock] { response.isRevoked ? [] : response.lanes }

  /// The province's seals, by the entry's hash.
  var seals: [[UInt8]: [UInt8]] {
    var seals: [[UInt8]: [UInt8]] = [:]
    for place in response.places + response.histories + (response.snapshot?.places ?? []) where !place.seal.isEmpty {
      guard case .bytes(let bytes) = place.content else { continue }
      seals[entryHash(bytes)] = place.seal
    }
    for grant in response.granted where !grant.seal.isEmpty { seals[entryHash(grant.bytes)] = grant.seal }
    return seals
  }
}

/// The changes that a page made here.
public struct AppliedPage: Hashable, Sendable {
  public var position: LogPosition
  public var received: Int
  public var ownPlaced: Int
  public var conflicts: Int
  public var refused: Int
  public var changed: Set<DossierID>
  /// Some dossiers are folded here and need their entries.
  public var wantsHistories = false
  /// The number of own entries that were not acknowledged before.
  public var acknowledged = 0
  /// Entries that were lost or changed in the journal here, and are now as they were written.
  public var mended = 0
}

/// Why a page was refused. None of it was written.
public enum OrderFault: Error, Hashable, Sendable {
  /// The page does not follow the order stored here.
  case gap(expected: Int64, got: Int64)
  /// The hash over the order differs after this page: an entry or verdict was left out, added or changed. Or an own
  /// entry that this place names was lost here.
  case hashDiffers(at: Int64)
  /// A place names an own entry that this database never wrote, or wrote differently, so the database is in use on two
  /// machines.
  case forked(EntryReference)
  /// A place names an entry of another machine that is not here. This desk has later entries of that chain and has
  /// offered them as a witness, from which the province concluded that it has the earlier ones too.
  case missing(EntryReference)
  case malformed(String)
}
