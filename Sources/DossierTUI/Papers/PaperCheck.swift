import Documents
import DossierDomain
import OfficeWork
import PageDescription

/// What is known here of a paper by the text of its code.
struct PaperCheck: Sendable {
  struct Recorded: Sendable {
    var filed: FiledPaper
    /// Nil if it was destroyed, or has not come from the other desk yet.
    var page: PageDescription?
    /// Whether the recorded page has this code; nil without the page.
    var isSame: Bool?
  }

  enum Record: Sendable {
    case here(Recorded)
    case notHere
    /// The dossier is not for everybody's eyes.
    case confidential
  }

  enum Answer: Sendable {
    /// The paper is recorded here with this code, and nothing is known against it. A signature alone does not do: a machine that was
    /// stolen signs as well as before.
    case holds
    /// The paper is changed, invented or replaced, or its dossier is void.
    case doesNotHold
    /// Nobody here can say.
    case open
  }

  var verdict: SealVerdict
  /// Nil for other texts.
  var code: SealedPaperCode?
  var record: Record?

  var recorded: Recorded? {
    if case .here(let recorded) = record { recorded } else { nil }
  }

  var answer: Answer {
    if verdict == .wrong { return .doesNotHold }
    guard let recorded else { return .open }
    if recorded.isSame == false || recorded.filed.replacement != nil || !recorded.filed.void.isEmpty {
      return .doesNotHold
    }
    return recorded.isSame == true ? .holds : .open
  }
}

extension PaperCheck {
  /// What the code says is shown only if the signature proves it.
  func lines(_ language: Language) -> [String] {
    var lines = [verdict.wording(language)]
    if case .signed = verdict, let code { lines += Self.fields(of: code, language) }
    // Nothing was looked up for a text of another kind.
    if let record { lines += wording(of: record, language) }
    return lines
  }

  private static func fields(of code: SealedPaperCode, _ language: Language) -> [String] {
    let fields = code.fields
    let said: [(name: String, value: String)] = [
      (language.pick("Giấy", "Paper"), code.sealed.map { "\($0.form.wording(language)), \($0.number.text)" } ?? ""),
      (language.pick("Mã hồ sơ", "Dossier"), fields.dossier),
      (language.pick("Mã thủ tục", "Procedure"), fields.procedure),
      (language.pick("Số định danh", "Personal number"), fields.identity),
      (language.pick("Lập lúc", "Issued"), fields.issuedAt.clockAndDate),
      (language.pick("Hẹn trả", "Appointment"), fields.due?.clockAndDate ?? ""),
    ]
    return said.filter { !$0.value.isEmpty }.map { "  \($0.name): \($0.value)" }
  }

  private func wording(of record: Record, _ language: Language) -> [String] {
    switch record {
    case .here(let recorded): return wording(of: recorded, language)
    case .notHere:
      return [
        language.pick(
          "Máy này không có giấy ấy: giấy của bàn khác mà máy chưa trao đổi, của đơn vị khác, hoặc không ai lập.",
          "The paper is not recorded here: it is of another desk and was not exchanged yet, of another office, or nobody's."
        )
      ]
    case .confidential:
      return [
        language.pick(
          "Hồ sơ kín: chỉ người đang giữ hồ sơ xem được giấy đã lập.",
          "The dossier is confidential: only who has it may see what was issued.")
      ]
    }
  }

  private func wording(of recorded: Recorded, _ language: Language) -> [String] {
    let number = recorded.filed.number.text
    let (form, at) = (recorded.filed.paper.issue.form, recorded.filed.paper.at.clockAndDate)
    var lines: [String] = []
    switch recorded.isSame {
    case true?:
      lines.append(
        language.pick(
          "Giấy này có trong sổ của máy: \(form.wording(.vi)), số \(number), lập lúc \(at).",
          "The paper is recorded here: \(form.wording(.en)), number \(number), issued \(at)."))
    case false?:
      lines.append(
        language.pick(
          "Giấy số \(number) trong sổ của máy có mã khác (\(form.wording(.vi)), lập lúc \(at)): đừng nhận giấy này.",
          "The paper with the number \(number) that is recorded here has another code (\(form.wording(.en)), issued \(at)): "
            + "do not accept this one."))
    case nil:
      lines.append(
        language.pick(
          "Số \(number) có trong sổ của máy (\(form.wording(.vi)), lập lúc \(at)), nhưng nội dung giấy không có ở đây để so.",
          "The number \(number) is recorded here (\(form.wording(.en)), issued \(at)), but what the paper says is not here to compare."
        ))
    }
    if let replacement = recorded.filed.replacement {
      lines.append(
        language.pick(
          "Giấy này đã được thay bằng giấy số \(replacement.text).", "It was replaced by the paper \(replacement.text)."
        ))
    }
    let void = recorded.filed.void.map(\.text).joined(separator: ", ")
    if !void.isEmpty {
      lines.append(
        language.pick("Hồ sơ của giấy này đã hủy: \(void).", "A dossier of this paper is void: \(void)."))
    }
    return lines
  }
}
