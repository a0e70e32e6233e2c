import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// Whoever has a blank receipt in her hand finds out at which machine it is entered.
@Suite struct FoundBlankTests {
  private static let epoch = DeviceEpoch(high: 77, low: 77)
  private static let device = DeviceID(high: 8, low: 8)

  private static func blanks(_ numbers: [Int]) throws -> BlankReceipts {
    try #require(
      BlankReceipts(agency: "000.19.45.H50", date: OfficeFixture.morning.civilDate, numbers: numbers))
  }

  /// The chain of another desk that says this.
  private static func chain(_ actions: [OfficeAction], by clerk: Clerk) throws -> [[UInt8]] {
    var previous: [UInt8] = []
    return try actions.enumerated().map { index, action in
      let bytes = try EntryFormat.encode(
        Entry(
          reference: EntryReference(epoch: epoch, sequence: Int64(index + 1)), previousHash: previous, clerk: clerk.id,
          at: OfficeFixture.morning, dossier: nil, base: 0, content: .office(action)))
      previous = entryHash(bytes)
      return bytes
    }
  }

  @Test func oneOfThisDeskIsFoundByItsCodeOrItsEnd() throws {
    let fixture = try OfficeFixture()
    let printed = try fixture.store.decisions.printBlanks(2, by: fixture.reception.id, at: OfficeFixture.morning)
    for name in [printed[1].code.text, printed[1].code.short, printed[1].code.text.lowercased()] {
      #expect(try fixture.store.decisions.blank(name) == .own(printed[1]))
    }
    #expect(try fixture.store.decisions.blank("000.19.45.H50-261124-0777") == nil)
  }

  @Test func oneOfAnotherDeskNamesItsMachine() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    let code = DossierCode.office(agency: "000.19.45.H50", date: OfficeFixture.morning.civilDate, number: 2101)
    try fixture.exchange(foreign: Self.chain([.printBlanks(Self.blanks([2101, 2102]))], by: fixture.reception))
    #expect(try fixture.store.decisions.blank(code.text) == .ofOther(machine: "", struck: nil))
    let key = try #require(SigningPublicKey(bytes: [2] + [UInt8](repeating: 5, count: 32)))
    try fixture.store.write { db in
      try KeyRows.take(
        db,
        Signatures(
          heads: [
            MachineHead(
              device: Self.device, epoch: Self.epoch, sequence: 1, hash: [UInt8](repeating: 1, count: 32),
              at: OfficeFixture.morning, signature: [UInt8](repeating: 1, count: 64))
          ], machines: [Machine(device: Self.device, name: "Bàn 2", key: key)]))
    }
    #expect(try fixture.store.decisions.blank(code.short) == .ofOther(machine: "Bàn 2", struck: nil))
  }

  @Test func whatAnotherDeskHasStruckSaysWhy() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    let chain = try Self.chain(
      [.printBlanks(Self.blanks([2101, 2102])), .strikeBlanks(Self.blanks([2102]), reason: "phiếu ướt")],
      by: fixture.reception)
    try fixture.exchange(foreign: chain)
    let codes = try Self.blanks([2101, 2102]).codes.map(\.text)
    #expect(try fixture.store.decisions.blank(codes[0]) == .ofOther(machine: "", struck: nil))
    #expect(try fixture.store.decisions.blank(codes[1]) == .ofOther(machine: "", struck: "phiếu ướt"))
  }
}
