import DossierDomain
import OfficeWork

/// Verbs for one paper, whose number the screen gives.
extension Verb {
  static let paperForm = Verb(
    "paper-form", Words("Hình thức giấy tờ", "Form of the paper"),
    consequence: Words(
      "Ghi giấy tờ đã nộp ở hình thức nào, mấy bản.", "Records in what form it was handed in, and how many."),
    under: .of(.setComponentForm),
    asks: { ask throws(Unanswered) in
      let paper = try ask.given(.paper)
      let forms: [Component.Form] = [.original, .certifiedCopy, .photocopy, .electronic, .notApplicable, .missing]
      let form = try ask.choose(
        "form", about(paper, "nộp ở hình thức nào?", "was handed in as what?"),
        Choice.each(of: forms) { $0.wording($1) })
      let isCounted = [.original, .certifiedCopy, .photocopy].contains(form)
      let quantity =
        try isCounted ? ask.ask("quantity", Words("Mấy bản?", "How many?"), .number(1...999), proposal: "1") : 1
      return .setComponentForm(number: paper, form: form, quantity: quantity)
    })

  struct ScanFile: Equatable, Sendable {
    var paper: Int
    var path: String
  }

  static let digitise = Verb(
    "digitise", Words("Số hóa giấy tờ", "Digitise the paper"),
    consequence: Words(
      "Tệp quét được chép vào máy này, giấy tờ ghi là đã số hóa.",
      "The scanned file is copied to this desk and the paper counts as digitised."),
    under: .of(.digitise),
    asks: { ask throws(Unanswered) in
      let paper = try ask.given(.paper)
      let path = try ask.ask(
        "path", about(paper, "ở tệp nào? (đường dẫn, tối đa 50 MB)", "is in which file? (path, up to 50 MB)"), .required
      )
      return ScanFile(paper: paper, path: path)
    },
    effect: { number, scan, row, clerk in
      .digitise(number, row.id, component: scan.paper, path: scan.path, by: clerk)
    })

  /// NĐ 104/2022, Đ.14; NĐ 224/2026, Đ.15.
  static let replaceByLookup = Verb(
    "look-up", Words("Thay giấy tờ bằng khai thác dữ liệu", "Look up instead of a paper"),
    consequence: Words(
      "Công dân không phải nộp giấy tờ này; cách khai thác được ghi lại.",
      "The citizen need not hand it in; how it was looked up is recorded."),
    under: .of(.replaceByLookup),
    asks: { ask throws(Unanswered) in
      let paper = try ask.given(.paper)
      let method = try ask.choose(
        "method", about(paper, "khai thác bằng cách nào?", "was looked up how?"),
        Choice.each(of: LookupMethod.allCases) { $0.wording($1) })
      let reference = try ask.ask(
        "reference", Words("Số tham chiếu (không ghi nội dung tra được)", "Reference number (not what was found)"),
        .optional)
      return .replaceByLookup(number: paper, method: method, reference: reference)
    })

  static let reuse = Verb(
    "reuse", Words("Dùng lại giấy tờ đã có", "Reuse a paper that is here"),
    consequence: Words(
      "Lấy từ hồ sơ hoặc kết quả đã số hóa; công dân không phải nộp lại.",
      "Taken from a digitised dossier or result; nothing is asked of the citizen."),
    under: .of(.reuse),
    asks: { ask throws(Unanswered) in
      let paper = try ask.given(.paper)
      let kinds: [Digitisation] = [.reusedComponent, .reusedResult]
      let kind = try ask.choose(
        "from", about(paper, "lấy từ đâu?", "comes from where?"), Choice.each(of: kinds) { $0.wording($1) })
      let source = try ask.ask(
        "source", Words("Mã hồ sơ hoặc số văn bản nguồn", "Code or number of the source"), .required)
      return .reuse(number: paper, source: source, from: kind)
    })

  static let addPaper = Verb(
    "add-paper", Words("Thêm giấy tờ", "Add a paper"),
    consequence: Words("Hồ sơ có thêm một giấy tờ.", "The dossier gets a further paper."),
    under: .of(.addComponent),
    asks: { ask throws(Unanswered) in
      let name = try ask.ask("name", Words("Tên giấy tờ", "Name of the paper"), .required)
      let forms: [Component.Form] = [.original, .certifiedCopy, .photocopy, .electronic, .missing]
      let form = try ask.choose(
        "form", Words("Nộp ở hình thức nào?", "In what form?"), Choice.each(of: forms) { $0.wording($1) })
      return .addComponent(name: name, form: form, quantity: 1)
    })

  private static func about(_ paper: Int, _ vi: String, _ en: String) -> Words {
    Words("Giấy tờ \(paper) \(vi)", "Paper \(paper) \(en)")
  }
}
