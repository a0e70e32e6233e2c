import DossierDomain
import PageDescription
import Testing

@testable import Documents

/// Attestations in the order of the stack.
@Suite struct AttestationStackTests {
  private static func stack(_ lines: [CertifiedLine], _ numbers: [Int]) -> AttestationStack {
    AttestationStack(
      AttestationTemplates.shipped[.copy], lines: lines, numbers: numbers, facts: AttestationSamples.facts,
      createdAt: 1_796_000_000)
  }

  private static let batch = stack(
    [
      CertifiedLine(paper: "Bằng tốt nghiệp", pages: 2, copies: 30),
      CertifiedLine(paper: "Học bạ", pages: 1, copies: 2),
    ], [7, 8])

  private static func placed(_ part: PageDescription.Part) -> [Placed] {
    part.blocks.compactMap { if case .placed(let placed) = $0 { placed } else { nil } }
  }

  /// The number of each attestation that stands on a part.
  private static func numbers(_ part: PageDescription.Part) -> [String] {
    AttestationSamples.lines(part.blocks).filter { $0.hasPrefix("Số chứng thực ") }
      .map { String($0.dropFirst("Số chứng thực ".count).prefix { $0 != " " }) }
  }

  @Test func thirtyCopiesAreThirtyPagesInTheOrderOfTheStack() throws {
    let stack = Self.batch
    #expect(stack.count == 32 && stack.jobs(.overlay(.usual)) == [0..<32])
    let page = stack.page(0..<32, .overlay(.usual))
    #expect(page.parts.map(Self.numbers) == Array(repeating: ["07"], count: 30) + [["08"], ["08"]])
    #expect(page.parts.allSatisfy { Self.placed($0).count == 1 && $0.blocks.count == 1 })
    #expect(!page.numbersPages && page.title == "Lời chứng bản sao từ bản chính")
    #expect(try PageDescription(bytes: page.bytes) == page)
    // Printed again from where the printer stopped.
    #expect(stack.page(29..<31, .overlay(.usual)).parts == [page.parts[29], page.parts[30]])
    #expect(stack.page(40..<50, .page).parts.isEmpty)
  }

  @Test func oneWithoutANumberHasADottedPlace() {
    let page = Self.stack([CertifiedLine(paper: "Học bạ", pages: 1, copies: 1)], []).page(0..<1, .page)
    #expect(page.parts.map(Self.numbers) == [["......."]])
    #expect(Self.placed(page.parts[0]).isEmpty)
  }

  @Test func copiesOfOnePageAreMarkedInTheSamePrint() throws {
    let stack = Self.batch
    let page = stack.page(29..<31, .overlay(.usual), isMarked: true)
    #expect(page.parts.map { Self.placed($0).count } == [1, 2])
    let mark = try #require(Self.placed(page.parts[1]).first)
    #expect(AttestationSamples.lines(mark.blocks) == ["BẢN SAO"])
    #expect(mark.x == 1_100 && mark.y == 150 && !mark.isAtBottom)
    // The others get the mark on their first pages.
    let others = stack.toMark(.overlay(.usual))
    #expect(others.count == 30 && stack.toMark(.page).count == 32 && stack.toMark(.labels(.usual)).count == 32)
    #expect(others.marks(0..<30).parts.map { AttestationSamples.lines($0.blocks) }.allSatisfy { $0 == ["BẢN SAO"] })
    #expect(others.marks(0..<30).parts.count == 30)
  }

  @Test func theMarkMakesRoomForTheAttestation() throws {
    let place = AttestationWay.overlay(AttestationPlace(corner: .topRight))
    let placed = Self.placed(Self.batch.page(30..<31, place, isMarked: true).parts[0])
    #expect(placed.map(\.x) == [150, 1_100])
  }

  @Test func labelsGoOnWhereTheSheetWasBegun() throws {
    let way = AttestationWay.labels(.usual)
    let page = Self.batch.page(0..<32, way, firstLabel: 5)
    #expect(page.parts.map { Self.placed($0).count } == [3, 8, 8, 8, 5])
    let first = try #require(Self.placed(page.parts[0]).first)
    // The sixth label: second column, third row.
    #expect(first.x == 47 + 991 + 25 + 30 && first.y == 131 + 2 * 677 + 30)
    #expect(first.width == 931 && first.height == 617)
    #expect(page.parts.flatMap(Self.numbers).count == 32)
    #expect(Self.batch.page(0..<8, way).parts.count == 1 && Self.batch.page(0..<9, way).parts.count == 2)
  }

  @Test func aLargeBatchIsPrintedInJobs() {
    let stack = Self.stack([CertifiedLine(paper: "Học bạ", pages: 1, copies: 500)], [1])
    #expect(stack.jobs(.page) == [0..<240, 240..<480, 480..<500])
    #expect(stack.jobs(.labels(.usual), firstLabel: 3) == [0..<237, 237..<477, 477..<500])
    #expect(stack.page(0..<237, .labels(.usual), firstLabel: 3).parts.count == 30)
    #expect(Self.stack([], []).jobs(.page).isEmpty)
    let bytes = stack.page(0..<240, .overlay(.usual), isMarked: true).bytes
    #expect(bytes.count < PageDescription.maximumBytes / 4)
  }
}
