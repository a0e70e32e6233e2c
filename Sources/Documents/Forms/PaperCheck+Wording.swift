import DossierDomain

extension PaperCheck {
  /// What the code says is shown only if the signature proves it.
  public func lines(_ language: Language) -> [String] {
    var lines = [verdict.wording(language)]
    if case .signed = verdict, let code { lines += Self.fields(of: code, language) }
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

  /// When the machine that sealed it was revoked; nil if it was not.
  private var revokedAt: Instant? {
    if case .signed(let machine) = verdict { machine.revokedAt } else { nil }
  }

  private func wording(of record: Record, _ language: Language) -> [String] {
    switch record {
    case .here(let recorded): return wording(of: recorded, language)
    case .notHere:
      let before =
        revokedAt.map { _ in
          language.pick(
            " Vì vậy không rõ giấy lập trước hay sau khi máy bị thu hồi.",
            " So it is not known whether it was issued before the machine was revoked.")
        } ?? ""
      return [notHere(language) + before]
    case .confidential:
      return [
        language.pick(
          "Hồ sơ kín: chỉ người đang giữ hồ sơ xem được giấy đã lập.",
          "The dossier is confidential: only who has it may see what was issued.")
      ]
    }
  }

  private func notHere(_ language: Language) -> String {
    switch place {
    case .desk:
      language.pick(
        "Máy này không có giấy ấy: giấy của bàn khác mà máy chưa trao đổi, của đơn vị khác, hoặc không ai lập.",
        "The paper is not recorded here: it is of another desk and was not exchanged yet, of another office, or nobody's."
      )
    case .province:
      language.pick(
        "Tỉnh không có giấy ấy: máy lập giấy chưa gửi lên, hoặc không ai lập. Hãy hỏi đơn vị.",
        "The paper is not recorded at the province: its machine has not sent it yet, or it is nobody's. Ask the office."
      )
    }
  }

  private func wording(of recorded: Recorded, _ language: Language) -> [String] {
    let filed = recorded.filed
    var lines = [comparison(recorded, language)]
    if let reason = filed.held {
      lines.append(
        language.pick(
          "Tỉnh không tính giấy này (giữ lại: \(reason.wording(.vi))): đừng nhận.",
          "The province does not count this paper (kept back: \(reason.wording(.en))): do not accept it."))
    } else if revokedAt != nil, recorded.isSame != false {
      lines.append(
        language.pick(
          "Tỉnh đã nhận giấy này vào sổ trước khi thu hồi máy, hoặc đã xem lại và cho phép.",
          "The province recorded this paper before it revoked the machine, or has looked at it since and released it."))
    }
    if let replacement = filed.replacement {
      lines.append(
        language.pick(
          "Giấy này đã được thay bằng giấy số \(replacement.text).", "It was replaced by the paper \(replacement.text)."
        ))
    }
    let void = filed.void.map(\.text).joined(separator: ", ")
    if !void.isEmpty {
      lines.append(language.pick("Hồ sơ của giấy này đã hủy: \(void).", "A dossier of this paper is void: \(void)."))
    }
    return lines
  }

  private func comparison(_ recorded: Recorded, _ language: Language) -> String {
    let number = recorded.filed.number.text
    let (form, at) = (recorded.filed.paper.issue.form, recorded.filed.paper.at.clockAndDate)
    let (vi, en) = place == .desk ? ("sổ của máy", "here") : ("sổ của tỉnh", "at the province")
    return switch recorded.isSame {
    case true?:
      language.pick(
        "Giấy này có trong \(vi): \(form.wording(.vi)), số \(number), lập lúc \(at).",
        "The paper is recorded \(en): \(form.wording(.en)), number \(number), issued \(at).")
    case false?:
      language.pick(
        "Giấy số \(number) trong \(vi) có mã khác (\(form.wording(.vi)), lập lúc \(at)): đừng nhận giấy này.",
        "The paper with the number \(number) that is recorded \(en) has another code (\(form.wording(.en)), issued \(at)): "
          + "do not accept this one.")
    case nil:
      language.pick(
        "Số \(number) có trong \(vi) (\(form.wording(.vi)), lập lúc \(at)), nhưng không có gì để so nội dung giấy.",
        "The number \(number) is recorded \(en) (\(form.wording(.en)), issued \(at)), but there is nothing to compare what the paper says."
      )
    }
  }
}
