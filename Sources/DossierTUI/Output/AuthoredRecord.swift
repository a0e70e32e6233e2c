import DossierDomain
import DossierStore
import JournalFormat

/// A series of entries and the proof of their author, as a line or a JSON record.
struct AuthoredRecord: Encodable {
  var clerk: String
  /// Empty for the province, and for another desk whose name is not known here.
  var machine: String
  var from: String
  var to: String
  var entries: Int
  /// The number of entries for which the PIN was asked again.
  var confirmed: Int
  /// One of clerk, incomplete, machine, province and none.
  var proof: String
  /// The proof as text for people.
  private var shown: AuthoredSpan.Proof

  private enum CodingKeys: String, CodingKey {
    case clerk, machine, from, to, entries, confirmed, proof
  }

  static func all(_ report: AuthorshipReport, _ workplace: Workplace) throws -> [AuthoredRecord] {
    let names = Dictionary(
      try workplace.store.office.clerks().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return report.spans.map { span in
      AuthoredRecord(
        clerk: span.clerk == ProvinceClerk.id ? ProvinceClerk.clerk.name : names[span.clerk] ?? "?",
        machine: report.machines[span.epoch] ?? "", from: span.from.iso8601, to: span.to.iso8601,
        entries: span.entries, confirmed: span.confirmed, proof: "\(span.proof)", shown: span.proof)
    }
  }

  static func table(_ records: [AuthoredRecord], _ language: Language) -> String {
    var table = TextTable(
      header: language == .vi
        ? ["Ai", "Máy", "Từ", "Đến", "Mục", "Hỏi lại PIN", "Bằng chứng"]
        : ["Who", "Machine", "From", "To", "Entries", "PIN again", "Proof"])
    for record in records {
      table.append([
        record.clerk, record.machine, record.from, record.to, "\(record.entries)", "\(record.confirmed)",
        record.shown.wording(language),
      ])
    }
    return table.text
  }
}

extension AuthorshipReport {
  /// How much of the journal is signed, in one line.
  func summary(_ language: Language) -> String {
    language.pick(
      "Ai đã ghi: \(count(.clerk)) mục có chữ ký của người làm, \(count(.machine)) chỉ có chữ ký của máy, \(count(.none)) chưa ai ký.",
      "Who wrote them: \(count(.clerk)) entries signed by their clerks, \(count(.machine)) by the machine only, \(count(.none)) by nobody yet."
    )
  }
}

extension AuthoredSpan.Proof {
  fileprivate func wording(_ language: Language) -> String {
    switch self {
    case .clerk: language.pick("người làm đã ký", "signed by her")
    case .incomplete: language.pick("đã ký, ở đây không đủ mục để đối chiếu", "signed; not all of it is here")
    case .machine: language.pick("chỉ máy ký", "the machine only")
    case .province: language.pick("tỉnh ghi", "the province")
    case .none: language.pick("chưa ký", "not signed yet")
    }
  }
}
