import Documents
import DossierDomain
import JournalFormat
import PageDescription
import Terminal

extension FuzzTarget {
  static var tables: [FuzzTarget] {
    [
      decoder("register", seeds: { registers }) { bytes in
        let reader = try RegisterReader(
          bytes: bytes, office: office, today: CivilDate(dayNumber: 20_787),
          procedure: { $0 == "Chứng thực" ? .init(code: "2.000815", name: $0, isConfidential: false) : nil })
        let rows = reader.reduce(0) { count, _ in count + 1 }
        guard rows <= bytes.count else { broken("more rows than bytes") }
      },
      decoder("procedures", seeds: { Language.allCases.map { Array(ProcedureTable.csv(versions, $0).utf8) } }) {
        bytes in
        let versions = try ProcedureTable.read(bytes).versions
        let again = try? ProcedureTable.read(Array(ProcedureTable.csv(versions, .vi).utf8)).versions
        guard again?.map(\.code) == versions.map(\.code) else {
          broken("a table of procedures that does not come back")
        }
      },
      decoder("calendar", seeds: { Language.allCases.map { Array(CalendarTable.csv(days, $0).utf8) } }) { bytes in
        let decisions = try CalendarTable.read(bytes).decisions
        let again = try? CalendarTable.read(Array(CalendarTable.csv(decisions.flatMap(\.rows), .vi).utf8)).decisions
        // Only dates are compared. The words may come from a wrong guess of the encoding and be read differently the
        // next time.
        guard again?.map({ $0.rows.map(\.date) }) == decisions.map({ $0.rows.map(\.date) }) else {
          broken("a calendar that does not come back")
        }
      },
      decoder("declaration", seeds: { [Array(declaration.utf8)] }) { bytes in
        let template = try DeclarationTemplate(text: String(decoding: bytes, as: UTF8.self))
        let questions = DeclarationQuestions([template], DeclarationFacts()).questions
        guard questions.count <= 4 * bytes.count else { broken("more questions than bytes") }
      },
      decoder("declaration-facts", seeds: { [declarationFacts.bytes] }) { bytes in
        guard try DeclarationFacts(bytes: bytes).bytes == bytes else { broken("facts of two byte forms") }
      },
      decoder("paper-code", seeds: { [Array(paperCode.utf8)] }) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let code = SealedPaperCode(text) else { return }
        guard let sealed = code.sealed, let seal = PaperSeal(text: sealed.seal) else { return }
        guard seal.text == sealed.seal else { broken("two texts of one seal") }
      },
      decoder("forms", seeds: { forms.map { Array($0.utf8) } }) { bytes in
        let templates = try FormTemplates(changedBy: bytes)
        let issue = PaperIssuer(office: office, clerk: "Hồ Thị Kăn Tưm", at: Instant(milliseconds: 1_796_000_000_000))
        let page = ReceiptPaper(
          subject: PaperSubject(code: "A-261124-0001"), rows: [.init("Tờ khai")], sets: 1, limit: "", receivedAt: nil,
          dueAt: nil, delivery: "", issue: issue
        ).page(templates)
        guard PageText(width: 40).lines(of: page).allSatisfy({ $0.count <= 40 }) else {
          broken("a form whose preview does not fit")
        }
      },
      decoder("attestations", seeds: { attestations.map { Array($0.utf8) } }) { bytes in
        let templates = try AttestationTemplates(changedBy: bytes)
        for kind in AttestationKind.allCases {
          let facts = AttestationFacts.sample(kind, on: CivilDate(dayNumber: 20_787))
          let stack = AttestationStack(
            templates[kind], [AttestationStack.Item(facts: facts, pages: 1, copies: 2)], createdAt: 1_796_000_000)
          let page = stack.page(0..<2, .overlay(.usual), isMarked: true)
          guard (try? PageDescription(bytes: page.bytes)) == page else { broken("an attestation that nobody can draw") }
        }
      },
    ]
  }

  private static let paperCode =
    "000.19.45.H50-261124-0007|1.004873|045198000001|Giấy|dossier|2026-11-24T08:45:00+07:00|12/2026-7K3QZ0|receipt|1"
    + String(repeating: "00123456789012345", count: 12)
  private static let office = Office(
    id: OfficeID(high: 9, low: 9), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
  private static let versions = Array(Catalogue.starter.versions.prefix(6))
  private static let days = [
    CalendarRow(date: CivilDate(dayNumber: 20_800), kind: .holiday, name: "Tết", source: "QĐ 1"),
    CalendarRow(date: CivilDate(dayNumber: 20_811), kind: .holiday, name: "Quốc khánh, \"2/9\"", source: ""),
  ]

  private static let forms = [
    "# Mẫu\n[receipt]\ndate = 01/03/2027\nowner = Đã nhận hồ sơ của:\ncopies = Lưu; Giao\nsheet = halves\nconfirmed = yes\n",
    "\u{FEFF}[receipt]\r\nnumber = -\r\ndate = 2027-03-01\r\ntitle = Giấy tiếp nhận\r\n[register]\r\ndate = 1/1/2027\r\n",
  ]

  private static let attestations = [
    "[signature]\ndate = 03/12/2026\nconfirmed = yes\n",
    "[refusal]\r\ndate = 01/02/2027\r\nopen = a | b\r\nperson = {ordinal}. {name}[several:, {act}]\r\nsign = - | signer: A (b)\r\n",
  ]

  private static let registers = [
    "Mã hồ sơ,Tên TTHC,Chủ hồ sơ,Nhận hồ sơ,Hẹn trả\nA-1,Chứng thực,\"Hồ Thị \"\"Số\"\" 1\",18/11/2026,20/11/2026\n",
    "STT;Mã hồ sơ;Tên TTHC;Tên chủ hồ sơ;Ngày nhận;Ngày hẹn trả;Trạng thái\r\n1;B-2;x;y;18/11/2026 08:30;;Đã trả\r\n",
    "Mã hồ sơ\tTên TTHC\tChủ hồ sơ\tNhận hồ sơ\nC-3\tx\t\"mở\n\nC-4\tx\ty\t2026-11-18\n",
  ].map { Array($0.utf8) }

  private static let declaration = """
    form\tx\tTờ khai
    law\t?\t1/2024/TT
    valid\t2026-01-01\t?
    confirmed\tno
    columns\tbride=Bên nữ\tgroom=Bên nam
    row\tGiấy tờ (5)\t{paper paper QF opt unlessNumber x2}
    line\tSinh: (1) {child.birth pdate/day P 12 | Sinh} bằng chữ {child.birthWords words F} {child.sex choice:sex A}
    promise\t?
    sign\t-\tbride=Bên nữ
    """

  private static var declarationFacts: DeclarationFacts {
    var facts = DeclarationFacts()
    facts.set("child.name", to: "HỒ THỊ KĂN TƯM")
    facts.set("child.birth", to: "05/02/2026")
    return facts
  }

  // MARK: The terminal

  static var terminal: [FuzzTarget] {
    [
      FuzzTarget(name: "keys", seeds: { keys.map { Array($0.utf8) } }) { bytes in
        var (whole, parts) = (KeyDecoder(), KeyDecoder())
        let atOnce = whole.feed(bytes) + whole.flush()
        var inParts: [KeyDecoder.Input] = []
        for byte in bytes { inParts += parts.feed([byte]) }
        guard atOnce == inParts + parts.flush() else { broken("keys depend on how their bytes arrive") }
        guard atOnce.count <= 2 * bytes.count + 1 else { broken("keys that nobody pressed") }
      },
      decoder("theme", seeds: { themes.map { Array($0.utf8) } }) { bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        _ = try ThemeFile.parse(text, file: "theme.toml")
      },
    ]
  }

  private static let keys = [
    "aữ\u{1B}[A\u{1B}OP\u{1B}[15;5~\u{1B}[[A", "\u{1B}[200~dán\u{1B}[201~x", "\u{1B}\u{1B}q\u{1B}[1;3D\r\t\u{7F}",
  ]

  private static let themes = [
    "[role.title]\nfg = \"red\"\nbold = true\nmono = [\"reverse\"]\n[ground.screen]\nbg = [\"blue\", 21, \"#0000ff\"]\n",
    "[role.\"a b\"]\nfg = 'x'\n[[role]]\nx = 1979-05-27T07:32:00Z\ny = 0x_1\n",
  ]
}
