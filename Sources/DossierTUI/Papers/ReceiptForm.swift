import DossierDomain
import OfficeWork
import PageDescription

/// The receipt of a dossier alone (form 01 of TT 03/2025/TT-VPCP in content, not confirmed in layout).
struct ReceiptForm: PaperForms {
  private static let version = "0"

  func offers(for dossier: Dossier) -> [PaperOffer] {
    guard let form = PaperFormID("01"), dossier.receivedAt != nil, !dossier.isVoid else { return [] }
    return [
      PaperOffer(
        form: form, template: Self.version, vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (mẫu 01)",
        en: "Receipt and appointment (form 01)")
    ]
  }

  func page(_ form: PaperFormID, _ facts: PaperFacts) -> PageDescription? {
    let dossier = facts.dossier
    guard offers(for: dossier).contains(where: { $0.form == form }) else { return nil }
    let papers = dossier.components.filter(\.isPresent).map { Paragraph("\($0.number). \($0.name)", indent: 50) }
    let lines =
      [
        Paragraph(facts.office.name, .bold),
        Paragraph("Số: \(facts.number?.text ?? "…")"),
        Paragraph("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", .bold, .centre, before: 40),
        Paragraph("Mã hồ sơ: \(dossier.code.text)"),
        Paragraph("Tiếp nhận hồ sơ của: \(dossier.owner.name)"),
        Paragraph("Nội dung yêu cầu giải quyết: \(dossier.procedure.name)"),
        Paragraph("Giấy tờ đã nhận:"),
      ] + papers + [
        Paragraph("Nhận lúc: \(dossier.receivedAt?.clockAndDate ?? "…")"),
        Paragraph("Hẹn trả kết quả: \(dossier.dueAt?.clockAndDate ?? "…")"),
      ] + (facts.replaces.map { [Paragraph("Thay giấy số \($0.text)")] } ?? [])
      + [Paragraph("Người tiếp nhận: \(facts.clerk.name)", [], .right, before: 40)]
    return PageDescription(
      sheet: .a5, title: "Giấy tiếp nhận", createdAt: facts.at.milliseconds / 1000,
      parts: [PageDescription.Part(lines.map { .paragraph($0) } + [.code(Code(.qr, dossier.code.text, size: 250))])])
  }

  func text(of page: PageDescription, columns: Int) -> [String] {
    page.parts.flatMap { part in
      part.blocks.flatMap { block -> [String] in
        guard case .paragraph(let paragraph) = block else { return [] }
        return [paragraph.runs.map(Self.text).joined()]
      }
    }
  }

  private static func text(_ run: Run) -> String {
    switch run {
    case .text(let text, _): text
    case .blank, .leader: "…"
    case .box(let isMarked): isMarked ? "[x]" : "[ ]"
    case .lineBreak: " "
    }
  }
}
