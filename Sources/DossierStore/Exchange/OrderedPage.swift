import DossierDomain
import ExchangeModel
import JournalFormat

/// One answer of the province and the request that it answers: everything that is written in one transaction. Whoever makes
/// one has checked the signatures of the province in it.
public struct OrderedPage: Hashable, Sendable {
  public var request: ExchangeRequest
  public var response: ExchangeResponse

  public init(_ response: ExchangeResponse, to request: ExchangeRequest) {
    self.request = request
    self.response = response
  }

  /// Clock of the device minus clock of the server, in milliseconds.
  var clockSkew: Int64 { request.sentAt.milliseconds - response.serverTime.milliseconds }

  /// A revoked machine keeps what it holds and gets nothing.
  var lanes: [LaneBlock] { response.isRevoked ? [] : response.lanes }

  /// The province's seals, by the hash of the entry.
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

/// What a page changed here.
public struct AppliedPage: Hashable, Sendable {
  public var position: LogPosition
  public var received: Int
  public var ownPlaced: Int
  public var conflicts: Int
  public var refused: Int
  public var changed: Set<DossierID>
  /// Some dossiers are folded here and need their entries.
  public var wantsHistories = false
  /// Own entries that were not acknowledged before.
  public var acknowledged = 0
}

/// Why a page was not taken. Nothing of it was written.
public enum OrderFault: Error, Hashable, Sendable {
  /// It does not follow what is here.
  case gap(expected: Int64, got: Int64)
  /// The hash over the order differs after this page: something was left out, added or changed.
  case hashDiffers(at: Int64)
  /// A place names an own entry that this database never wrote, or wrote differently: it runs on two machines.
  case forked(EntryReference)
  case malformed(String)
}
