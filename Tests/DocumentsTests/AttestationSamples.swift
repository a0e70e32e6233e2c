import DossierDomain
import PageDescription

@testable import Documents

/// Attestations with invented people.
enum AttestationSamples {
  static let day = CivilDate(dayNumber: 20_781)
  static let agency = "Trung tâm Phục vụ hành chính công xã La Lay"

  static var facts: AttestationFacts {
    var facts = AttestationFacts()
    facts.day = day
    facts.place = "xã La Lay, tỉnh Quảng Trị"
    facts.agency = agency
    facts.certifier = Certifier(
      name: "Hồ Văn Thiện", title: "Phó Chủ tịch Ủy ban nhân dân xã La Lay", formula: .deputy)
    facts.number = 7
    facts.volume = "01/2026"
    return facts
  }

  static func lines(
    _ kind: AttestationKind, _ facts: AttestationFacts = facts, _ size: AttestationPaper.Size = .page
  ) -> [String] {
    lines(AttestationPaper(AttestationTemplates.shipped[kind], facts).blocks(size))
  }

  static func lines(_ blocks: [Block]) -> [String] {
    PageText(width: 200, isPlain: true)
      .lines(of: PageDescription(title: "", createdAt: 0, parts: [PageDescription.Part(blocks)]))
      .filter { !$0.isEmpty }
  }

  /// As one text, however its lines break.
  static func joined(_ kind: AttestationKind, _ facts: AttestationFacts) -> String {
    lines(kind, facts).joined(separator: " ")
  }

  // MARK: All kinds

  static let persons = [
    CertifiedPerson(name: "Hồ Thị Kăn Tưm", idKind: "thẻ căn cước", idNumber: "045198000001", manner: .signature),
    CertifiedPerson(name: "Hồ Văn Nam", idKind: "hộ chiếu", idNumber: "C1234567", manner: .fingerprint),
  ]

  /// Everything that an attestation may say; persons as many as its kind names.
  static func full(_ kind: AttestationKind) -> AttestationFacts {
    var facts = facts
    facts.persons = Array(persons.prefix(kind.leastPersons))
    facts.receiver = AttestationFacts.Receiver(name: "Nguyễn Thị Lan", sex: .female)
    facts.matter = "chuyển nhượng quyền sử dụng đất"
    (facts.fromLanguage, facts.toLanguage) = ("Lào", "Việt")
    facts.originals = AttestationFacts.Originals(
      count: 3, sheets: 2, pages: 4,
      recipients: [.init(name: "Bên A", copies: 1), .init(name: "Bên B", copies: 1)])
    return facts
  }

  /// Each kind as usual and with nothing known, and copies as they are printed.
  static var pages: [(name: String, page: PageDescription)] {
    let kinds = AttestationKind.allCases.flatMap { kind in
      [("full", full(kind)), ("unknown", AttestationFacts())].map { name, facts in
        (name: "\(kind.rawValue)-\(name)", page: stack(kind, facts).page(0..<1, .page))
      }
    }
    let copies = stack(.copy, facts, copies: 3)
    return kinds + [
      ("copy-overlay", copies.page(0..<1, .overlay(.usual), isMarked: true)),
      ("copy-labels", copies.page(0..<3, .labels(.usual))), ("copy-marks", copies.marks(0..<1)),
    ]
  }

  private static func stack(_ kind: AttestationKind, _ facts: AttestationFacts, copies: Int = 1) -> AttestationStack {
    AttestationStack(
      AttestationTemplates.shipped[kind], [.init(facts: facts, pages: 1, copies: copies)], createdAt: 1_796_000_000)
  }
}
