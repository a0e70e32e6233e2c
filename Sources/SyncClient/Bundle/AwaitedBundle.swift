import DossierDomain
import DossierStore

/// The last bundle that was written. Its answer is awaited, so it is stored in the settings.
struct AwaitedBundle: Hashable, Sendable {
  private static let setting = "bundle-awaited"
  private static let takenSetting = "bundle-taken"

  var id: [UInt8]
  /// The time of the last exchange before the bundle was written. A later exchange makes the answer to the bundle
  /// useless.
  var lastExchangeAt: Instant?
  var lanesReturned: [LaneBlock]

  func keep(in store: LocalStore) throws(StoreError) {
    let lanes = lanesReturned.map { "\($0.first)-\($0.last)" }.joined(separator: ",")
    let at = lastExchangeAt.map { String($0.milliseconds) } ?? "-"
    try store.office.set(Self.setting, to: "\(Self.text(id)) \(at) \(lanes)")
  }

  static func kept(in store: LocalStore) throws(StoreError) -> AwaitedBundle? {
    let parts = (try store.office.setting(setting) ?? "").split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let id = bytes(parts[0]) else { return nil }
    let lanes = parts[2].split(separator: ",").compactMap { block -> LaneBlock? in
      let ends = block.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 ? LaneBlock(first: ends[0], last: ends[1]) : nil
    }
    return AwaitedBundle(
      id: id, lastExchangeAt: Int64(parts[1]).map { Instant(milliseconds: $0) }, lanesReturned: lanes)
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
