import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import SyncProtocol

/// The last bundle that was written. Its answer is awaited, so it is stored in the settings.
struct AwaitedBundle: Hashable, Sendable {
  private static let setting = "bundle-awaited"
  private static let requestSetting = "bundle-request"
  private static let takenSetting = "bundle-taken"

  var id: [UInt8]
  /// The time of the last exchange before the bundle was written. A later exchange makes the answer to the bundle
  /// useless.
  var lastExchangeAt: Instant?
  var lanesReturned: [LaneBlock]
  /// The request in the bundle, without its entries; nil for a bundle of an earlier version, which did not keep it.
  var request: ExchangeRequest?
  /// How much of the order the bundle asks for.
  var doubt: OrderDoubt

  init(id: [UInt8], lastExchangeAt: Instant?, request: ExchangeRequest, doubt: OrderDoubt) {
    (self.id, self.lastExchangeAt, self.request, self.doubt) = (id, lastExchangeAt, request, doubt)
    lanesReturned = request.lanesReturned
  }

  private init(
    id: [UInt8], lastExchangeAt: Instant?, lanesReturned: [LaneBlock], request: ExchangeRequest?, doubt: OrderDoubt
  ) {
    self.id = id
    self.lastExchangeAt = lastExchangeAt
    self.lanesReturned = lanesReturned
    self.request = request
    self.doubt = doubt
  }

  func keep(in store: LocalStore) throws(StoreError) {
    let bytes = (try? request?.encoded()) ?? []
    try store.office.set(Self.requestSetting, to: Data(bytes).base64EncodedString())
    let lanes = lanesReturned.map { "\($0.first)-\($0.last)" }.joined(separator: ",")
    let at = lastExchangeAt.map { String($0.milliseconds) } ?? "-"
    try store.office.set(Self.setting, to: "\(Self.text(id)) \(at) \(lanes) \(doubt.rawValue)")
  }

  static func kept(in store: LocalStore) throws(StoreError) -> AwaitedBundle? {
    let parts = (try store.office.setting(setting) ?? "").split(separator: " ", omittingEmptySubsequences: false)
    // An earlier version did not keep the doubt.
    guard (3...4).contains(parts.count), let id = bytes(parts[0]) else { return nil }
    let lanes = parts[2].split(separator: ",").compactMap { block -> LaneBlock? in
      let ends = block.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 ? LaneBlock(first: ends[0], last: ends[1]) : nil
    }
    let bytes = Data(base64Encoded: try store.office.setting(requestSetting) ?? "") ?? Data()
    return AwaitedBundle(
      id: id, lastExchangeAt: Int64(parts[1]).map { Instant(milliseconds: $0) }, lanesReturned: lanes,
      request: bytes.isEmpty ? nil : try? ExchangeRequest(decoding: Array(bytes)),
      doubt: parts.count == 4 ? OrderDoubt(rawValue: String(parts[3])) ?? .none : .none)
  }

  static func isTaken(_ id: [UInt8], in store: LocalStore) throws(StoreError) -> Bool {
    try store.office.setting(takenSetting) == text(id)
  }

  static func markTaken(_ id: [UInt8], in store: LocalStore) throws(StoreError) {
    try store.office.set(takenSetting, to: text(id))
  }

  private static func text(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == 32, text.count == 32 else { return nil }
    return stride(from: 0, to: 32, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
