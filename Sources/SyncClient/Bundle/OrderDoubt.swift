import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat
import OfficeWork

/// What the next file asks for because the order in the last answer did not fit to the one here, or the one here is damaged.
/// A desk on a connection asks again within the same exchange (`ExchangeMachine`); a file cannot, so the doubt is stored
/// until an answer fits.
enum OrderDoubt: String, CaseIterable, Sendable {
  case none
  /// The bytes of all entries behind this desk's position: of its own ones, which an answer otherwise only names, and of
  /// those that it has offered as a witness.
  case bytes
  /// The whole order from its first place, again with all bytes. Such a file hands nothing in.
  case wholeOrder

  private static let setting = "bundle-doubt"

  /// The doubt after an answer that was asked for with this one and did not fit either.
  var deeper: OrderDoubt {
    switch self {
    case .none: .bytes
    case .bytes, .wholeOrder: .wholeOrder
    }
  }

  /// An exchange over a connection that has succeeded since ends the doubt.
  static func kept(in store: LocalStore, _ now: Instant) throws(StoreError) -> OrderDoubt {
    let parts = (try store.office.setting(setting) ?? "").split(separator: " ")
    guard parts.count == 2, let doubt = OrderDoubt(rawValue: String(parts[0])),
      try parts[1] == lastExchange(store, now)
    else { return .none }
    return doubt
  }

  func keep(in store: LocalStore, _ now: Instant) throws(StoreError) {
    try store.office.set(Self.setting, to: "\(rawValue) \(Self.lastExchange(store, now))")
  }

  private static func lastExchange(_ store: LocalStore, _ now: Instant) throws(StoreError) -> String {
    try store.exchange.status(now: now).lastExchangeAt.map { String($0.milliseconds) } ?? "-"
  }
}

extension ExchangeRequest {
  /// Asks like a desk that has nothing yet, so that every place comes with its bytes.
  mutating func askForWholeOrder() {
    position = .beginning
    epochs = epochs.map { EpochHead(epoch: $0.epoch, lastSequence: 0) }
    (withheld, histories, historyParts, takesParts, beginning) = (0, [], [:], false, nil)
  }
}
