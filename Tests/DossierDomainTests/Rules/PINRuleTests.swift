import Testing

@testable import DossierDomain

@Suite struct PINRuleTests {
  @Test(arguments: [
    ("123", false), ("12345", false), ("123456", true), ("123456789012", true), ("1234567890123", false),
    ("mậtkhẩu", false),
    ("mật khẩu", true), (String(repeating: "a", count: 128), true), (String(repeating: "a", count: 129), false),
    ("", false),
  ])
  func aPINHas6To12DigitsAPassphrase8To128Characters(secret: String, isAcceptable: Bool) {
    #expect(PINRule.isAcceptable(secret) == isAcceptable)
  }

  @Test func whatEarlierVersionsTookIsStillRight() {
    #expect(PINRule.couldBeSet("2468"))
    #expect(!PINRule.couldBeSet("246"))
    #expect(!PINRule.isAcceptable("2468"))
  }
}
