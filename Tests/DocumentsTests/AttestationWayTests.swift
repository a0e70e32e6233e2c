import DossierDomain
import PageDescription
import Testing

@testable import Documents

/// Where attestations are printed.
@Suite struct AttestationWayTests {
  private static func placed(_ block: Block) -> Placed? {
    if case .placed(let placed) = block { placed } else { nil }
  }

  @Test func eachPlaceHasItsRectangle() throws {
    let places: [(AttestationPlace.Corner, Placed)] = [
      (.topLeft, Placed(x: 150, y: 150, width: 850, height: 2_770, [])),
      (.topRight, Placed(x: 1_100, y: 150, width: 850, height: 2_770, [])),
      (.bottomLeft, Placed(x: 150, y: 50, width: 850, height: 2_770, isAtBottom: true, [])),
      (.bottomRight, Placed(x: 1_100, y: 50, width: 850, height: 2_770, isAtBottom: true, [])),
      (.bottom, Placed(x: 150, y: 50, width: 1_800, height: 2_770, isAtBottom: true, [])),
    ]
    for (corner, placed) in places {
      #expect(Self.placed(AttestationPlace(corner: corner).placed([])) == placed, "\(corner)")
    }
    let own = try #require(AttestationPlace(corner: .bottomRight, across: 20, down: 40, width: 70))
    #expect(
      Self.placed(own.placed([])) == Placed(x: 1_200, y: 50, width: 700, height: 2_520, isAtBottom: true, []))
  }

  @Test func oneKeyGoesThroughAllPlaces() {
    var (place, seen) = (AttestationPlace.usual, [AttestationPlace.Corner]())
    repeat {
      seen.append(place.corner)
      place = place.next
    } while place != .usual
    #expect(seen == [.bottomRight, .bottom, .topLeft, .topRight, .bottomLeft])
  }

  @Test(arguments: [
    "overlay bottom-right 15 15 85", "overlay bottom 20 30 170", "overlay top-left 5 237 150", "page",
    "labels 2x4 99.1 67.7 4.7 13.1 2.5 0", "labels 1x1 210 297 0 0 0 0",
  ])
  func aWayIsKeptAsText(text: String) {
    #expect(AttestationWay(text: text)?.text == text)
    #expect(AttestationWay(text: text).map { Language.allCases.map($0.wording) }?.allSatisfy { !$0.isEmpty } == true)
  }

  @Test(arguments: [
    "", "page 2", "overlay", "overlay middle 15 15 85", "overlay bottom-right 15 15", "overlay bottom-right 4 15 85",
    "overlay bottom-right 15 238 85", "overlay bottom-right 15 15 49", "overlay bottom-right 130 15 85",
    "overlay bottom 81 15 85", "overlay bottom-right -5 15 85", "overlay bottom-right 99999999999999999999 15 85",
    "labels", "labels 2x4 99.1 67.7 4.7 13.1 2.5", "labels 3x4 99.1 67.7 4.7 13.1 2.5 0",
    "labels 2x5 99.1 67.7 4.7 13.1 2.5 0", "labels 0x4 99.1 67.7 4.7 13.1 2.5 0",
    "labels 2x4 99.15 67.7 4.7 13.1 2.5 0", "labels 2x4 99.1 29 4.7 13.1 2.5 0", "labels 2x4 99. 67.7 4.7 13.1 2.5 0",
  ])
  func whatDoesNotFitTheSheetIsNoWay(text: String) { #expect(AttestationWay(text: text) == nil) }

  @Test func theUsualLabelsFitTheirSheet() {
    #expect(LabelSheet(text: LabelSheet.usual.text) == .usual && LabelSheet.usual.count == 8)
    #expect(AttestationPlace(text: AttestationPlace.usual.text) == .usual)
  }

  /// Đ.20 k.3: from two sheets on. A page of its own is one more.
  @Test(arguments: [
    (1, PrintedSides.one, AttestationWay.overlay(.usual), "1 trang, 1 tờ"),
    (2, .one, .overlay(.usual), "2 trang, 2 tờ: đóng dấu giáp lai"), (2, .two, .overlay(.usual), "2 trang, 1 tờ"),
    (3, .two, .labels(.usual), "3 trang, 2 tờ: đóng dấu giáp lai"),
    (1, .two, .page, "2 trang, 2 tờ: đóng dấu giáp lai"), (4, .two, .page, "5 trang, 3 tờ: đóng dấu giáp lai"),
  ])
  func pagesAndSheetsAreCounted(pages: Int, sides: PrintedSides, way: AttestationWay, wording: String) {
    let sheets = SealedSheets(pages: pages, sides: sides, way: way)
    #expect(sheets.wording(.vi) == wording)
    #expect(sheets.needsEdgeSeal == wording.hasSuffix("giáp lai"))
    #expect(sheets.wording(.en).hasSuffix("seal over the edges") == sheets.needsEdgeSeal)
  }

  @Test func theWayIsKeptForEachKindOfPaper() {
    var ways = AttestationWays()
    #expect(ways["Bằng tốt nghiệp"] == .overlay(.usual) && ways.text.isEmpty)
    ways["Bằng tốt nghiệp"] = .page
    ways["Học bạ"] = .labels(.usual)
    ways["BẰNG tốt  nghiệp"] = .overlay(AttestationPlace(corner: .topLeft))
    #expect(ways["Bằng tốt nghiệp"] == .overlay(AttestationPlace(corner: .topLeft)))
    #expect(ways["Học bạ"] == .labels(.usual) && ways["Hộ chiếu"] == .overlay(.usual))
    #expect(AttestationWays(text: ways.text) == ways)
    #expect(AttestationWays(text: "\n\nhocba\nhocba middle\nhocba page\n")["Học bạ"] == .page)
    for place in 0...AttestationWays.most { ways["giấy \(place)"] = .page }
    #expect(ways["Bằng tốt nghiệp"] == .overlay(.usual) && ways["giấy 0"] == .overlay(.usual))
    #expect(ways["giấy 1"] == .page && ways["giấy \(AttestationWays.most)"] == .page)
  }
}
