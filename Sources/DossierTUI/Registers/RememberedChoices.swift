import Crypto
import Documents
import DossierDomain
import DossierStore
import Foundation
import VietnameseText

/// The choices that were made for registers, kept on this machine for further files with the same headings. The newest
/// twenty are kept in one setting beside the journal.
struct RememberedChoices {
  var store: OfficeStore

  /// What a file is recognised by: the hash of its headings.
  struct Form: Hashable {
    fileprivate var hash: String
    /// Whether the file's own bytes say its encoding, so that none that another file had is applied: its letters would
    /// be wrong.
    fileprivate var saysItsEncoding: Bool

    init(_ bytes: [UInt8]) {
      saysItsEncoding = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || Self.isUTF8(bytes)
      let text = RegisterReader.form(of: bytes).joined(separator: "\n")
      hash = SHA256.hash(data: Array(text.utf8)).prefix(16).map { String(format: "%02x", $0) }.joined()
    }

    /// Text that is UTF-8 by chance is rare, because each of its marked letters has two or three fitting bytes.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
      bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
    }
  }

  private struct Entry: Codable {
    var form: String
    var encoding: String?
    var columns: [String: String]
    var statuses: [String: Int]
    var dateOrder: String?
  }

  private static let setting = "register choices"
  private static let most = 20
  private static let ignored = "ignore"

  /// Nil if none were made for such a file.
  func choices(for form: Form) -> RegisterChoices? {
    guard let entry = entries.first(where: { $0.form == form.hash }) else { return nil }
    var choices = RegisterChoices(
      encoding: form.saysItsEncoding ? nil : entry.encoding.flatMap { TextEncoding(rawValue: $0) },
      dateOrder: entry.dateOrder.flatMap { DateOrder(rawValue: $0) })
    for (name, meaning) in entry.columns {
      choices.columns[name] =
        meaning == Self.ignored
        ? RegisterChoices.Choice.ignored : RegisterColumn(rawValue: meaning).map { RegisterChoices.Choice.meaning($0) }
    }
    choices.statuses = entry.statuses.compactMapValues { DossierStatus(rawValue: $0) }
    return choices.isEmpty ? nil : choices
  }

  /// Replaces what was kept for such files; no choices are kept as none. A failure is ignored, because the import
  /// itself is done.
  func keep(_ choices: RegisterChoices, for form: Form) {
    guard choices != (self.choices(for: form) ?? RegisterChoices()) else { return }
    let earlier = entries.first { $0.form == form.hash }
    var kept = entries.filter { $0.form != form.hash }
    if !choices.isEmpty {
      let columns = choices.columns.mapValues { choice in
        switch choice {
        case .ignored: Self.ignored
        case .meaning(let column): column.rawValue
        }
      }
      kept.insert(
        Entry(
          form: form.hash, encoding: choices.encoding?.rawValue ?? (form.saysItsEncoding ? earlier?.encoding : nil),
          columns: columns,
          statuses: choices.statuses.mapValues(\.rawValue), dateOrder: choices.dateOrder?.rawValue), at: 0)
    }
    guard let json = try? JSONEncoder().encode(Array(kept.prefix(Self.most))) else { return }
    try? store.set(Self.setting, to: String(decoding: json, as: UTF8.self))
  }

  private var entries: [Entry] {
    guard let text = try? store.setting(Self.setting) else { return [] }
    return (try? JSONDecoder().decode([Entry].self, from: Data(text.utf8))) ?? []
  }
}
