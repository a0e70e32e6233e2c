import DossierDomain
import Testing

@testable import Documents

/// An office has confirmed the words of one version, so whoever changes words changes their date too.
@Suite struct AttestationVersionTests {
  /// FNV-1a of the rows, by version.
  private static let sums: [String: UInt32] = [
    "copy 03/12/2026": 0xCF67_58EE,
    "electronic-copy 03/12/2026": 0xCF67_58EE,
    "signature 03/12/2026": 0x9D64_19EB,
    "signature-at-centre 03/12/2026": 0xB40F_DAE5,
    "fingerprint 03/12/2026": 0x790A_7A0A,
    "fingerprint-at-centre 03/12/2026": 0x50D8_732A,
    "cannot-sign 03/12/2026": 0x1005_C400,
    "several 03/12/2026": 0xD6CB_ED1A,
    "several-at-centre 03/12/2026": 0x917D_C85C,
    "translator 03/12/2026": 0x2270_9438,
    "transaction 03/12/2026": 0xA7D6_84F8,
    "transaction-at-centre 03/12/2026": 0x77F6_34C1,
    "division 03/12/2026": 0x1D69_E3D9,
    "division-at-centre 03/12/2026": 0xEAAD_019E,
    "will 03/12/2026": 0x2C12_4007,
    "will-at-centre 03/12/2026": 0xC40F_8A88,
    "refusal 03/12/2026": 0x26C7_3415,
    "refusal-at-centre 03/12/2026": 0x0DB6_E9A6,
  ]

  @Test func wordsAndVersionChangeTogether() {
    var rows: [String: [String]] = [:]
    var kind = ""
    for line in AttestationTemplates.shippedText.split(separator: "\n") {
      if line.hasPrefix("[") {
        kind = String(line.dropFirst().dropLast())
      } else if line.contains(#/^(text|centre|bold|person|recipient|sign) = /#) {
        rows[kind, default: []].append(String(line))
      }
    }
    #expect(rows.count == AttestationKind.allCases.count && Self.sums.count == rows.count)
    for kind in AttestationKind.allCases {
      let version = AttestationTemplates.shipped[kind].version
      let sum = (rows[kind.rawValue] ?? []).joined(separator: "\n").utf8.reduce(0x811C_9DC5 as UInt32) {
        ($0 ^ UInt32($1)) &* 0x0100_0193
      }
      #expect(Self.sums[version] == sum, "\(version): 0x\(String(sum, radix: 16))")
    }
  }
}
