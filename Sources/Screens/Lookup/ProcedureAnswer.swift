import DossierDomain
import OfficeWork
import Terminal

/// What a citizen asks about a procedure: its time, fee, papers, result, who receives and who decides it. Papers come after
/// time and fee, because those of several cases fill a small screen.
struct ProcedureAnswer {
  let version: ProcedureVersion
  let session: Session
  let day: CivilDate

  /// A fact that is not known is marked as such, if every procedure has it.
  func lines(width: Int) -> [(String, Role)] {
    let language = session.language
    var lines: [(String, Role)] = []
    func add(_ text: String, _ role: Role) { lines += wrapped(text, width: width).map { ($0, role) } }
    add(version.name, .strong)
    if let denial = version.denial { add(denial.wording(language), .warning) }
    let usual = version.usualOutcome(.direct)
    if version.isReceivable, let denial = usual.denial(at: session.office.office) {
      add(denial.wording(language), .warning)
    }
    let stages = usual.limit?.stages.map(\.limit) ?? [version.timeLimit]
    let fee = usual.quote(.one).total.map(moneyText) ?? language.pick("chưa rõ", "not known")
    add(
      language.pick("Thời hạn: ", "Time: ") + version.usualLimit(language)
        + language.pick(" · Lệ phí: ", " · Fee: ") + fee, .text)
    if stages == [.sameDay] {
      add(
        language.pick("Nhận sau 15 giờ: trả ngày làm việc tiếp theo.", "Received after 15:00: the next working day."),
        .muted)
    }
    for papers in version.casePapers { add(papers.wording(language), .text) }
    add(
      language.pick(
        "Không cần: giấy tờ cư trú (khai thác dữ liệu), bản sao căn cước (xem hoặc quét thẻ)",
        "Not needed: residence papers (looked up), copies of the card (seen or scanned)"), .muted)
    let facts = ProcedureFacts(version: version, outcome: usual, session: session, day: day)
    if facts.deciders.isEmpty {
      add(
        language.pick("Nơi giải quyết: ", "Decided by: ")
          + (version.standing == .guidanceOnly
            ? language.pick("Công an cấp xã", "the commune police") : session.office.office.name),
        .text)
    }
    for line in facts.all { add("\(line.label): \(line.text)", .text) }
    for line in facts.codes { add("\(line.label): \(line.text)", .muted) }
    return lines
  }
}
