import Testing

@testable import Terminal

@Suite struct ScannerGateTests {
  private static let card = "045099000001|191234567|Nguyễn Văn Mẫu|01011999|Nam|Thôn Mẫu, A Ngo, Quảng Trị|01012022||||"

  /// What the gate says of bytes that arrive in these parts, each at its time.
  private func text(_ parts: [(bytes: ArraySlice<UInt8>, at: Int64)], endAt: Int64) -> String? {
    var decoder = KeyDecoder()
    var gate = ScannerGate()
    for part in parts {
      for case .key(let key) in decoder.feed(part.bytes) {
        if case .ends(let text) = gate.receive(key, at: part.at) { return text }
      }
    }
    return gate.end(at: endAt)
  }

  @Test func aBurstSplitAnywhereIsOneTextWithEnterAndWithout() {
    let bytes = Array(Self.card.utf8)
    for split in bytes.indices {
      for rest in [0, 5, 30] as [Int64] {
        let parts =
          [(bytes[..<split], 1000), (bytes[split...], 1000 + rest)] as [(bytes: ArraySlice<UInt8>, at: Int64)]
        #expect(text(parts, endAt: 1151 + rest) == Self.card)
        #expect(text(parts + [([0x0D], 1010 + rest)], endAt: 0) == Self.card)
      }
    }
  }

  @Test func aScannerThatSendsKeyByKeyIsRecognised() {
    let bytes = Array(Self.card.utf8)
    let parts = bytes.indices.map { (bytes: bytes[$0...$0], at: Int64($0) * 8) }
    #expect(text(parts, endAt: Int64(bytes.count) * 8 + 200) == Self.card)
  }

  @Test(arguments: [30, 45, 60, 120, 400] as [Int64])
  func whatAHandTypesIsNoScan(pause: Int64) {
    let bytes = Array(Self.card.utf8)
    let parts = bytes.indices.map { (bytes: bytes[$0...$0], at: Int64($0) * pause) }
    #expect(text(parts, endAt: Int64(bytes.count) * pause + 1000) == nil)
    #expect(text(parts + [([0x0D], Int64(bytes.count) * pause)], endAt: 0) == nil)
  }

  @Test func itHasNotEndedBeforeThePauseIsOver() {
    var gate = ScannerGate()
    for character in Self.card { _ = gate.receive(.character(character), at: 500) }
    #expect(gate.deadline == 650)
    #expect(gate.end(at: 650) == nil)
    #expect(gate.end(at: 651) == Self.card)
    #expect(gate.deadline == nil)
  }

  @Test func aHandSetsNoTimer() {
    var gate = ScannerGate()
    for (place, character) in "nguyen van mau".enumerated() {
      _ = gate.receive(.character(character), at: Int64(place) * 70)
      #expect(gate.deadline == nil)
    }
  }

  @Test func aKeyOfTheClerkShortlyBeforeIsNoPartOfIt() {
    var gate = ScannerGate()
    #expect(gate.receive(.character("n"), at: 0) == .begins)
    #expect(gate.receive(.character("0"), at: 60) == .begins)
    for character in "45099000001||" { _ = gate.receive(.character(character), at: 61) }
    #expect(gate.receive(.enter, at: 62) == .ends("045099000001||"))
  }

  @Test func altCodesAndBackspacesInABurstAreKept() {
    let bytes = Array("045099000001|\u{1B}0225\u{8}x|".utf8)
    #expect(text([(bytes[...], 0)], endAt: 200) == "045099000001|\u{1B}0225\u{8}x|")
  }

  @Test func anotherKeyEndsIt() {
    var gate = ScannerGate()
    for character in "261124-0007xx" { _ = gate.receive(.character(character), at: 0) }
    #expect(gate.receive(.up, at: 1) == .other)
    #expect(gate.receive(.enter, at: 2) == .other)
  }

  /// UniKey composes in one read: backspaces, then letters.
  @Test func aCompositionBeginsNothing() {
    var gate = ScannerGate()
    #expect(gate.receive(.backspace, at: 0) == .other)
    #expect(gate.receive(.backspace, at: 0) == .other)
    #expect(gate.receive(.character("ễ"), at: 0) == .begins)
    #expect(gate.receive(.character("n"), at: 0) == .continues)
    #expect(gate.end(at: 1000) == nil)
  }

  @Test func whatIsTooLongIsNoBurst() {
    var gate = ScannerGate()
    for _ in 0...ScannerGate.maximum { _ = gate.receive(.character("7"), at: 0) }
    #expect(gate.receive(.enter, at: 1) == .other)
  }
}
