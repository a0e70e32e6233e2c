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

    init(_ bytes: [UInt8]) {
      let text = RegisterReader.form(of: bytes).joined(separator: "\n")
      hash = SHA256.hash(data: Array(text.utf8)).prefix(16).map { String(format: "%02x", $0) }.joined()
    }
  }

  private struct Entry: Codable {
    var form: String
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
    var choices = RegisterChoices(dateOrder: entry.dateOrder.flatMap { DateOrder(rawValue: $0) })
    for (name, meaning) in entry.columns {
      choices.columns[name] =
        meaning == Self.ignored
        ? RegisterChoices.Choice.ignored : RegisterColumn(rawValue: meaning).map { RegisterChoices.Choice.meaning($0) }
    }
    choices.statuses = entry.statuses.compactMapValues { DossierStatus(rawValue: $0) }
    return choices.isEmpty ? nil : choices
  }

  /// The encoding is not kept: it belongs to one file, and a later file with the same headings in another encoding would
  /// be taken in with wrong letters.
  ///
  /// Replaces what was kept for such files; no choices are kept as none. A failure is ignored, because the import
  /// itself is done.
  func keep(_ choices: RegisterChoices, for form: Form) {
    var choices = choices
    choices.encoding = nil
    guard choices != (self.choices(for: form) ?? RegisterChoices()) else { return }
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
          form: form.hash, columns: columns,
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
