import DossierDomain
import OfficeWork

/// What people are sent back for, of the procedure of the form. It is counted while the clerk types on.
struct SentBackLine: Equatable, Sendable {
  private var asked: SentBack.Query?
  private var pending: Request<SentBack>?
  private var found: SentBack?

  /// - Returns: the question, if this procedure was not asked about yet.
  fileprivate mutating func ask(_ query: SentBack.Query, _ session: inout Session) -> [Effect] {
    guard query != asked else { return [] }
    let request: Request<SentBack> = session.request()
    self = SentBackLine(asked: query, pending: request)
    return [.ask(.sentBack(request, query))]
  }

  /// Without an answer nothing is said.
  mutating func receive(_ reply: Reply) {
    if let found = reply.resolve(&pending)?.response { self.found = found }
  }

  fileprivate func most(of papers: [String]) -> (paper: String, count: Int)? { found?.most(of: papers) }
}

extension ReceiveState {
  mutating func askSentBack(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard let procedure, issued == nil else { return [] }
    let query = SentBack.Query(
      procedure: procedure.code, papers: procedure.paperRules.map(\.name),
      since: now.civilDate.adding(days: -SentBack.days))
    return sentBack.ask(query, &session)
  }

  /// `Hay bị thiếu nhất: Giấy chứng sinh (7 lần trong 6 tháng). Hỏi ngay bây giờ.`; nil if nothing stands out.
  func sentBackLine(_ language: Language) -> String? {
    sentBack.most(of: outcome?.papers.map(\.name) ?? []).map { paper, count in
      language.pick(
        "Công dân hay phải quay lại vì: \(paper) (\(count) lần trong 6 tháng).",
        "People are sent back here for: \(paper) (\(count) times in 6 months).")
    }
  }
}
