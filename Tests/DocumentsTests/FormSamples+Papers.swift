import DossierDomain
import PageDescription

@testable import Documents

extension FormSamples {
  /// Name, and the page: each paper as usual, with twenty rows where it has rows, with the longest texts, with nothing known.
  static let pages: [(name: String, page: PageDescription)] = samples.map { ($0.name, $0.page(.shipped)) }

  private typealias Sample = (name: String, page: (FormTemplates) -> PageDescription)

  private static var samples: [Sample] { receipts + letters + lists + labels + guides + blanks }

  private static var receipts: [Sample] {
    [
      ("receipt-one", ReceiptPaper(dossier(), version: nil, book: "01", bookOrdinal: "7", issue: issue).page),
      ("receipt-twenty", ReceiptPaper(dossier(papers: 20), version: nil, issue: issue).page),
      ("receipt-longest", ReceiptPaper(dossier(papers: 5, isLong: true), version: nil, issue: issue).page),
      (
        "receipt-unknown",
        ReceiptPaper(
          subject: empty, rows: [], sets: nil, limit: "", receivedAt: nil, dueAt: nil, delivery: "", issue: unknownIssue
        ).page
      ),
      ("visit-receipt-two", VisitReceiptPaper([dossier(7), dossier(8)], version: { _ in nil }, issue: issue).page),
      (
        "visit-receipt-twenty",
        VisitReceiptPaper((1...20).map { dossier($0) }, version: { _ in nil }, issue: issue).page
      ),
      (
        "visit-receipt-longest", VisitReceiptPaper([dossier(7, isLong: true)], version: { _ in nil }, issue: issue).page
      ),
      (
        "visit-receipt-unknown",
        VisitReceiptPaper(
          rows: [.init(subject: empty, office: "", receivedAt: nil, dueAt: nil, limit: "", sets: nil)],
          issue: unknownIssue
        ).page
      ),
    ]
  }

  private static var letters: [Sample] {
    [
      (
        "supplement-one",
        SupplementPaper(
          subject: PaperSubject(dossier()), items: [.init("Giấy chứng sinh", reason: "Bản chụp mờ; nộp bản chính")],
          until: at("2026-12-14").civilDate, issue: issue
        ).page
      ),
      (
        "supplement-twenty",
        SupplementPaper(
          subject: PaperSubject(dossier(isLong: true)), items: (1...20).map { .init("Giấy tờ số \($0) còn thiếu") },
          until: nil, issue: issue
        ).page
      ),
      ("supplement-unknown", SupplementPaper(subject: empty, items: [], until: nil, issue: unknownIssue).page),
      (
        "refusal-one",
        RefusalPaper(
          subject: PaperSubject(dossier()), submittedAt: at("2026-11-24T08:30:00+07:00"),
          reason: "Không thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã La Lay",
          legalBasis: "Luật Hộ tịch 60/2014/QH13, Điều 35", returned: 3, issue: issue
        ).page
      ),
      (
        "refusal-unknown",
        RefusalPaper(subject: empty, submittedAt: nil, reason: "", legalBasis: "", returned: nil, issue: unknownIssue)
          .page
      ),
      (
        "apology-one",
        ApologyPaper(
          subject: PaperSubject(dossier()), receivedAt: at("2026-11-18T08:42:00+07:00"),
          oldDueAt: at("2026-11-23T17:00:00+07:00"), newDueAt: at("2026-11-30T17:00:00+07:00"),
          reason: "Chờ xã nơi cư trú trước trả lời xác minh", signer: "Lê Văn Bình", issue: issue
        ).page
      ),
      (
        "apology-unknown",
        ApologyPaper(
          subject: empty, receivedAt: nil, oldDueAt: nil, newDueAt: nil, reason: "", signer: "", issue: unknownIssue
        ).page
      ),
      (
        "stopping-one",
        StoppingPaper(
          subject: PaperSubject(dossier()), receivedAt: at("2026-11-18T08:42:00+07:00"),
          stoppedAt: at("2026-11-24T08:40:00+07:00"), requestedBy: "Hồ Thị Kăn Tưm", decidedBy: "Lê Văn Bình",
          stage: "Thẩm tra", reason: "Hết thời gian bổ sung mà không có giấy tờ", legalBasis: "Nghị định của ngành",
          refund: 15_000, returned: "2 giấy tờ bản chính", signer: "Lê Văn Bình", issue: issue
        ).page
      ),
      (
        "stopping-unknown",
        StoppingPaper(
          subject: empty, receivedAt: nil, stoppedAt: nil, requestedBy: "", decidedBy: "", stage: "", reason: "",
          legalBasis: "", refund: nil, returned: "", signer: "", issue: unknownIssue
        ).page
      ),
    ]
  }

  /// Handed over by the desk, taken in time, and handed on late.
  static func handedOver() -> Dossier {
    var dossier = dossier()
    dossier.status = .inProgress
    dossier.receptionStep = StepFact(id: "a", name: "Tiếp nhận", dueAt: at("2026-11-25T08:42:00+07:00"))
    dossier.handOvers = [
      HandOver(
        givenAt: at("2026-11-24T09:10:00+07:00"), givenBy: clerk.id, to: colleague.id, step: .verification,
        takenAt: at("2026-11-24T09:20:00+07:00"),
        fact: StepFact(id: "b", name: "Thẩm tra hồ sơ", dueAt: at("2026-11-25T09:10:00+07:00"))),
      HandOver(givenAt: at("2026-11-26T10:00:00+07:00"), givenBy: colleague.id, to: nil, step: .decision),
    ]
    return dossier
  }

  static func registerRow(_ number: Int) -> RegisterPaper.Row {
    var dossier = dossier(number, isLong: number == 3)
    if number == 2 { dossier.isConfidential = true }
    if number == 4 { dossier.voidReason = "nhập nhầm thủ tục" }
    if number == 5 {
      dossier.handBack = HandBack(at: at("2026-11-27T09:00:00+07:00"), recipient: "Hồ Thị Kăn Tưm", delivery: .atDesk)
    }
    return RegisterPaper.Row(dossier, issue: issue)
  }

  static func handOverRow(_ number: Int) -> HandOverPaper.Row {
    var dossier = dossier(number, isLong: number == 3)
    dossier.result = DossierResult(
      approved: true, title: "Giấy xác nhận tình trạng hôn nhân", documentNumber: "\(number)/UBND-XNTTHN")
    if number == 2 { dossier.delivery = .post }
    if number == 4 { dossier.isConfidential = true }
    return HandOverPaper.Row(dossier)
  }

  private static var lists: [Sample] {
    [
      ("control-slip-two", ControlSlipPaper(handedOver(), name: name, issue: issue).page),
      (
        "control-slip-unknown",
        ControlSlipPaper(
          subject: empty, receivedAt: nil, dueAt: nil, office: "", partner: "", rows: [], isOpen: true,
          issue: unknownIssue
        ).page
      ),
      (
        "register-twenty",
        RegisterPaper(
          from: at("2026-11-15").civilDate, through: at("2026-12-14").civilDate, book: "01",
          rows: (1...20).map(registerRow), issue: issue
        ).page
      ),
      (
        "register-unknown",
        RegisterPaper(
          from: at("2026-11-15").civilDate, through: at("2026-12-14").civilDate, rows: [], issue: unknownIssue
        ).page
      ),
      ("hand-over-list-one", HandOverPaper(rows: [handOverRow(1)], giver: colleague.name, issue: issue).page),
      (
        "hand-over-list-twenty",
        HandOverPaper(rows: (1...20).map(handOverRow), giver: colleague.name, issue: issue).page
      ),
      ("hand-over-list-unknown", HandOverPaper(rows: [], giver: "", issue: unknownIssue).page),
    ]
  }

  private static var labels: [Sample] {
    [
      ("appointment-slip-one", AppointmentSlipPaper(dossier(), issue: issue).page),
      ("appointment-slip-longest", AppointmentSlipPaper(dossier(isLong: true), issue: issue).page),
      (
        "appointment-slip-unknown",
        AppointmentSlipPaper(
          subject: empty, receivedAt: nil, dueAt: nil, delivery: "", fee: nil, issue: unknownIssue
        ).page
      ),
      ("file-label-one", FileLabelPaper(dossier(), name: name, issue: issue).page),
      ("file-label-longest", FileLabelPaper(dossier(isLong: true), name: name, issue: issue).page),
      (
        "file-label-confidential",
        {
          var hidden = dossier()
          hidden.isConfidential = true
          return FileLabelPaper(hidden, name: name, issue: issue).page($0)
        }
      ),
      (
        "file-label-unknown",
        FileLabelPaper(
          code: "", owner: "", birthYear: "", content: "", receivedAt: nil, dueAt: nil, sets: nil, holder: "",
          isConfidential: false, issue: unknownIssue
        ).page
      ),
    ]
  }

  /// A procedure with its cases, as the catalogue has it.
  static func version(_ code: String) -> ProcedureVersion? {
    let day = at("2026-11-24").civilDate
    return Catalogue.starter.version(of: code, on: day)
  }

  private static var blanks: [Sample] {
    let codes = (1...2).map {
      DossierCode.office(agency: "000.19.45.H50", date: at("2026-11-24").civilDate, number: 20 + $0)
    }
    return [
      ("blank-receipt-two", BlankReceiptPaper(codes: codes, issue: issue).page),
      ("blank-receipt-unknown", BlankReceiptPaper(codes: [], issue: unknownIssue).page),
    ]
  }

  private static var guides: [Sample] {
    ["1.001193", "2.000815"].compactMap { code in
      version(code).map { version in
        ("guide-sheet-\(code)", GuidePaper(version, CaseAnswers(channel: .direct), issue: issue).page)
      }
    } + [
      (
        "guide-sheet-unknown",
        GuidePaper(
          ProcedureVersion(code: "9.000001", name: "Thủ tục chưa rõ", field: ""), CaseAnswers(channel: .direct),
          issue: unknownIssue
        ).page
      )
    ]
  }
}
