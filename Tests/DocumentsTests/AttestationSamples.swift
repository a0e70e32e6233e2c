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
}
