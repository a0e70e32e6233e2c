import DossierDomain
import OfficeWork

/// A row of the outbox in the output of the command line. The keys are stable and documented in docs/manual.
struct OutboxRecord: Encodable {
  var epoch: String
  var sequence: Int64
  var at: String
  var clerk: String
  /// Absent if the entry is about the office.
  var code: String?
  /// Absent if the dossier is confidential or the entry is about the office.
  var owner: String?
  /// Absent if the dossier is confidential or this version does not know the kind of action.
  var action: String?
  var state: String
  /// The reason for a refusal; absent otherwise.
  var reason: String?

  init(_ row: OutboxRow, clerks: [ClerkID: String], language: Language) {
    epoch = row.id.epoch.hexadecimal
    sequence = row.id.sequence
    at = row.at.iso8601
    clerk = clerks[row.clerk] ?? "?"
    code = row.code?.text
    owner = row.ownerName
    action = row.isConfidential ? nil : row.action?.masked.wording(language) { clerks[$0] ?? "?" }
    state = "\(row.delivery)"
    reason = Self.reason(row, clerks, language)
  }

  func cells(_ language: Language) -> [String] {
    [
      String(at.prefix(16)).replacing("T", with: " "), code ?? "–", owner ?? "•••", action ?? "•••", clerk,
      stateName(language) + (reason.map { ": \($0)" } ?? ""),
    ]
  }

  private func stateName(_ language: Language) -> String {
    switch state {
    case "recorded": language.pick("đã ghi", "recorded")
    case "sent": language.pick("đã gửi", "sent")
    case "acknowledged": language.pick("tỉnh đã nhận", "acknowledged")
    default: language.pick("chưa có hiệu lực", "without effect")
    }
  }

  private static func reason(_ row: OutboxRow, _ clerks: [ClerkID: String], _ language: Language) -> String? {
    row.verdict.wording(
      language, winner: row.winner.map { "\(clerks[$0.clerk] ?? "?") \($0.at.clockAndDate)" })
  }
}
