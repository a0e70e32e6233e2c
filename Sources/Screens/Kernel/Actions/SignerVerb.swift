import DossierDomain
import OfficeWork

extension Verb {
  static let sendToSigner = Verb(
    "send-to-signer", Words("Trình ký, lấy số chứng thực", "Send to the signer, take its numbers"),
    consequence: Words(
      "Lấy số trong sổ chứng thực cho ngày hôm nay; số đã lấy không dùng cho việc khác.",
      "Takes numbers of the certification book for today; none of them is given to anything else."),
    under: .of(.sendToSigner),
    asks: { ask throws(Unanswered) in
      let last = ask.session.remembered("signer")
      let leader = ask.session.office.clerks.first { $0.isActive && $0.has(.signingLeader) }?.name ?? ""
      return .sendToSigner(
        signer: try ask.ask(
          "signer", Words("Ai ký?", "Who signs?"), Reading<String>.required.ofNames,
          proposal: last.isEmpty ? leader : last))
    })
}

extension ActionCommands {
  /// Only certified copies have lines that are numbered.
  static let reasonAgainstNumbers: @Sendable (App) -> String? = { app in
    let targets = app.top.screen.targets
    guard !targets.contains(where: { BookKind(procedure: $0.procedureCode) == .copies }) else { return nil }
    return Denial.book(.nothingCertified).wording(app.session.language)
  }
}
