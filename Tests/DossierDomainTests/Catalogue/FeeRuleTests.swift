import DossierDomain
import Testing

@Suite struct FeeRuleTests {
  /// TT 226/2016: 2,000 a page for the first two, 1,000 for each further one, at most 200,000 a copy.
  private let certification = FeeItem(
    name: "Phí chứng thực", kind: .known(.fee), amount: .pages(rates: [2000, 2000, 1000], cap: 200_000))

  @Test(arguments: [
    (30, 2, 120_000, "30 × (2 × 2.000)"), (1, 1, 2000, "1 × (1 × 2.000)"),
    (3, 5, 21_000, "3 × (2 × 2.000 + 3 × 1.000)"), (2, 400, 400_000, "2 × (200.000)"),
    (1, 198, 200_000, "1 × (2 × 2.000 + 196 × 1.000)"), (0, 5, 0, "0 × (2 × 2.000 + 3 × 1.000)"),
  ])
  func copiesByPages(copies: Int, pages: Int, amount: Int, calculation: String) {
    let line = certification.line(FeeQuantities(copies: copies, pages: pages, matters: 1))
    #expect(line.amount == amount)
    #expect(line.calculation == calculation)
    #expect(line.count?.quantity == copies && line.count?.unit == .copy && line.count?.amount == amount)
  }

  /// What a cap leaves off is off the amount of each copy; a fixed or unknown amount counts nothing.
  @Test func whatWasCountedIsAValue() {
    let three = FeeQuantities(copies: 3, pages: 400, matters: 4)
    func count(_ amount: FeeItem.Amount) -> FeeLine.Count? { FeeItem(name: "Phí", amount: amount).line(three).count }
    #expect(certification.line(three).count == FeeLine.Count(3, .copy, at: 200_000))
    #expect(count(.each(8000, .copy)) == FeeLine.Count(3, .copy, at: 8000))
    #expect(count(.each(10_000, .matter)) == FeeLine.Count(4, .matter, at: 10_000))
    #expect([.fixed(8000), .unknown, .pages(rates: [], cap: nil)].allSatisfy { count($0) == nil })
  }

  /// The record of another program is held to the product.
  @Test func aCountMustComeToItsAmount() {
    func isBounded(_ amount: Int?, _ count: FeeLine.Count) -> Bool {
      CaseRecord(fee: [FeeLine(name: "", kind: .unknown, calculation: "", amount: amount, count: count)]).isBounded
    }
    #expect(isBounded(24_000, .init(3, .copy, at: 8000)) && isBounded(0, .init(0, .matter, at: 8000)))
    #expect(!isBounded(24_001, .init(3, .copy, at: 8000)) && !isBounded(nil, .init(3, .copy, at: 8000)))
    #expect(!isBounded(10_001, .init(10_001, .copy, at: 1)) && !isBounded(-1, .init(-1, .copy, at: 1)))
    #expect(!isBounded(FeeLine.highest + 1, .init(1, .copy, at: FeeLine.highest + 1)))
    #expect(!isBounded(1, .init(.max, .copy, at: .max)))
  }

  @Test func moreNeverCostsLess() {
    for pages in 0..<300 {
      let amounts = (0..<5).compactMap {
        certification.line(FeeQuantities(copies: $0, pages: pages, matters: 1)).amount
      }
      #expect(amounts == amounts.sorted())
      let next = certification.line(FeeQuantities(copies: 1, pages: pages + 1, matters: 1)).amount ?? 0
      #expect(next >= certification.line(FeeQuantities(copies: 1, pages: pages, matters: 1)).amount ?? 0)
    }
  }

  @Test func whatIsReducedFavoursTheCitizen() {
    let lines = [FeeLine(name: "a", kind: .unknown, calculation: "", amount: 15_001)]
    let half = FeeReduction(id: "half", reason: "hộ cận nghèo", percent: 50)
    #expect(FeeQuote(lines: lines, reduction: half).total == 7500)
    let unknown = [FeeLine(name: "a", kind: .unknown, calculation: "", amount: nil)]
    #expect(FeeQuote(lines: unknown).total == nil)
    #expect(FeeQuote(lines: unknown, reduction: FeeReduction(id: "free", reason: "hộ nghèo")).total == 0)
  }

  /// The highest amounts that a procedure may say, times the highest counts, must not overflow, and the journal must be
  /// able to take what comes out.
  @Test func anAmountBeyondAllReasonIsNotKnown() {
    let most = FeeQuantities(copies: 10_000, pages: 10_000, matters: 10_000)
    let amounts: [FeeItem.Amount] = [
      .each(1_000_000_000, .copy), .each(1_000_000_000, .matter), .pages(rates: [1_000_000_000], cap: nil),
    ]
    for amount in amounts {
      let line = FeeItem(name: "Phí", amount: amount).line(most)
      #expect(line.amount == nil && line.count == nil)
      #expect(FeeQuote(lines: [line], reduction: FeeReduction(id: "a", reason: "a", percent: 1)).total == nil)
    }
    let high = FeeItem(name: "Phí", amount: .each(999_999_999, .copy))
      .line(FeeQuantities(copies: 1000, pages: 1, matters: 1))
    #expect(high.amount == 999_999_999_000)
    #expect(FeeQuote(lines: Array(repeating: high, count: 20)).total == nil)
    #expect(
      FeeQuote(lines: [high], reduction: FeeReduction(id: "a", reason: "a", percent: 1)).total == 989_999_999_010)
  }
}
