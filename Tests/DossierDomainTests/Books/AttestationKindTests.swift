import DossierDomain
import Testing

@Suite struct AttestationKindTests {
  private static func kind(
    _ procedure: String, _ manners: [CertifiedPerson.Manner?] = [nil], isAtCentre: Bool = false
  ) -> AttestationKind? {
    AttestationKind(
      procedure: procedure, persons: manners.map { CertifiedPerson(name: "Hồ Thị Mai", manner: $0) },
      isAtCentre: isAtCentre)
  }

  @Test(arguments: [
    ("2.000815", AttestationKind.copy, AttestationKind.copy), ("2.000942", .copy, .copy),
    ("2.000992", .translator, .translator), ("2.001008", .translator, .translator),
    ("2.000884", .signature, .signatureAtCentre), ("2.001035", .transaction, .transactionAtCentre),
    ("2.000913", .transaction, .transactionAtCentre), ("2.001019", .will, .willAtCentre),
    ("2.001016", .refusal, .refusalAtCentre), ("2.001406", .division, .divisionAtCentre),
  ])
  func eachProcedureHasItsAttestation(procedure: String, before: AttestationKind, atCentre: AttestationKind) {
    #expect(Self.kind(procedure) == before && Self.kind(procedure, isAtCentre: true) == atCentre)
    #expect(before.book == BookKind(procedure: procedure) && atCentre.book == before.book)
  }

  @Test func howPeopleSignDecides() {
    #expect(Self.kind("2.000884", [.fingerprint]) == .fingerprint)
    #expect(Self.kind("2.000884", [.fingerprint], isAtCentre: true) == .fingerprintAtCentre)
    #expect(Self.kind("2.000884", [.signature, .fingerprint]) == .several)
    #expect(Self.kind("2.000884", [.signature, .signature], isAtCentre: true) == .severalAtCentre)
    #expect(Self.kind("2.000884", [.signature, .neither]) == .cannotSign)
    #expect(Self.kind("2.000884", []) == .signature)
    // The correction of a slip has no attestation.
    #expect(Self.kind("2.000927") == nil && Self.kind("1.004873") == nil)
  }

  @Test func eachKindIsNamedOnce() {
    for language in Language.allCases {
      #expect(Set(AttestationKind.allCases.map { $0.wording(language) }).count == AttestationKind.allCases.count)
    }
  }
}
