import DossierDomain

extension Verb {
  /// Ways in which a dossier ends without a result. Each asks its reason, then names what it does once more.
  static let end = Verb(
    "end", Words("Dừng, rút, từ chối, hủy", "Stop, withdraw, refuse, void"),
    consequence: Words("Hồ sơ kết thúc và không có kết quả.", "The dossier ends without a result."),
    unless: needsRunning,
    asks: { answers, session, _ in
      let language = session.language
      switch answers.count {
      case 0:
        return .choice(
          Words("Kết thúc thế nào?", "How does it end?"),
          [
            ("withdraw", language.pick("công dân rút hồ sơ", "the citizen withdraws")),
            ("stop", language.pick("dừng giải quyết (mẫu 05)", "stopped (form 05)")),
            ("refuse", language.pick("từ chối tiếp nhận (mẫu 03)", "refused (form 03)")),
            (
              "void",
              language.pick("hủy vì nhập nhầm, giữ mã gạch bỏ", "void: entered by mistake, the code stays struck")
            ),
          ])
      case 1: return .required(Words("Lý do", "Reason"))
      case 2 where needsBasis(answers): return .required(Words("Căn cứ pháp lý", "Legal basis"))
      case needsBasis(answers) ? 3 : 2:
        return .choice(
          Words(
            "Hồ sơ sẽ kết thúc, dân không có kết quả. Làm chứ?", "It will end and the citizen gets no result. Do it?"),
          [
            ("no", language.pick("không, để xem lại", "no")),
            ("yes", language.pick("có, kết thúc hồ sơ", "yes, end it")),
          ])
      default: return nil
      }
    },
    commands: { answers, _, _ in
      guard answers.last == "yes" else { return [] }
      let (reason, basis) = (answers.answer(1), answers.answer(2))
      return switch answers.answer(0) {
      case "withdraw": [.withdraw(reason: reason)]
      case "stop": [.stop(reason: reason, legalBasis: basis)]
      case "refuse": [.refuse(reason: reason, legalBasis: basis)]
      case "void": [.void(reason: reason)]
      default: []
      }
    },
    isRepeatable: { _ in false })

  private static func needsBasis(_ answers: [String]) -> Bool { ["stop", "refuse"].contains(answers.answer(0)) }
}
