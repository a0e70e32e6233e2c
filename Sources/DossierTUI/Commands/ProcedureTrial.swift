import Console
import Documents
import DossierDomain
import DossierStore

/// Says which of the office's dossiers the new rules of a book would have made different, and changes nothing. It names codes
/// and no persons, so that it is no reading of dossiers.
struct ProcedureTrial {
  private let new: [ProcedureVersion]
  private let from: CivilDate
  private let through: CivilDate
  private let workplace: Workplace
  private var language: Language { workplace.language }

  init(
    _ book: ProcedureBook, from catalogue: Catalogue, receivedFrom from: CivilDate?, through: CivilDate?,
    _ workplace: Workplace
  ) {
    let today = workplace.clock.now.civilDate
    new = book.changes(from: catalogue, on: today).filter { $0.kind != .unchanged }.map(\.version)
    self.through = through ?? today
    self.from = from ?? self.through.adding(months: -12)
    self.workplace = workplace
  }

  func write() throws(StoreError) {
    let counts = try workplace.store.reports.whatIf(new, receivedFrom: from, through: through)
    let (compared, different) = (sum(counts, \.compared), sum(counts, \.different))
    Output.data(
      language.pick(
        "Hồ sơ tiếp nhận từ \(from.slashed) đến \(through.slashed), thử với \(counts.count) thủ tục mới hoặc thay đổi: ",
        "Dossiers received from \(from.slashed) through \(through.slashed), tried with \(counts.count) new or changed procedures: "
      )
        + language.pick(
          "\(compared) hồ sơ, \(different) sẽ khác; \(sum(counts, \.unknown)) không so được.",
          "\(compared) dossiers, \(different) would be different; \(sum(counts, \.unknown)) cannot be compared."))
    var told: Set<String> = []
    for version in new where told.insert(version.code).inserted {
      if let count = counts[version.code] { write(version, count) }
    }
    if sum(counts, \.unknown) > 0 {
      Output.message(
        language.pick(
          "Không so được: không rõ phiên bản thủ tục hoặc trường hợp lúc tiếp nhận, như hồ sơ nhập từ sổ.",
          "Not compared: the version or the case of the reception is not known, as of dossiers from a register."))
    }
    Output.message(
      language.pick(
        "Chưa ghi gì. Ngày hẹn tính theo lịch hiện nay. Bỏ --what-if để ghi.",
        "Nothing was taken in. Appointments are by the present calendar. Leave out --what-if to take it in."))
    Output.warnWhileRefolding(workplace)
  }

  private func sum(_ counts: [String: WhatIfCount], _ number: (WhatIfCount) -> Int) -> Int {
    counts.values.reduce(0) { $0 + number($1) }
  }

  private func write(_ version: ProcedureVersion, _ count: WhatIfCount) {
    guard count.compared + count.unknown > 0 else { return }
    let unknown =
      count.unknown == 0
      ? "" : language.pick("; \(count.unknown) không so được", "; \(count.unknown) cannot be compared")
    Output.data(
      "\(version.code)  \(version.name)  "
        + language.pick(
          "[\(count.different) trong \(count.compared) hồ sơ sẽ khác\(unknown)]",
          "[\(count.different) of \(counted(count.compared, "dossier")) different\(unknown)]"))
    for kind in WhatIf.Kind.allCases where count[kind].count > 0 {
      Output.data("  \(kind.wording(language)): \(count[kind].count)" + days(count[kind].days))
      for example in count[kind].examples {
        Output.data("    \(example.code.text): \(example.difference.wording(of: kind, language))")
      }
    }
  }

  private func days(_ days: ClosedRange<Int>?) -> String {
    guard let days else { return "" }
    if days.lowerBound == days.upperBound {
      return language.pick(
        " (\(days.lowerBound) ngày làm việc)", " (\(counted(days.lowerBound, "working day")))")
    }
    return language.pick(
      " (\(days.lowerBound)–\(days.upperBound) ngày làm việc)",
      " (\(days.lowerBound)–\(days.upperBound) working days)")
  }
}
