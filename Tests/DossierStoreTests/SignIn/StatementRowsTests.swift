import DossierDomain
import JournalFormat
import Testing

@testable import DossierStore

@Suite struct StatementRowsTests {
  /// The province refuses a message that confirms more entries, so a desk that sent them together could never exchange
  /// again.
  @Test func statementsThatConfirmTooMuchTogetherAreSentOneByOne() throws {
    let office = try OfficeFixture()
    let most = ClerkStatement.longestSpan
    let (epoch, other) = (DeviceEpoch(high: 5, low: 1), DeviceEpoch(high: 5, low: 2))
    let told = try office.store.write { db in
      for epoch in [epoch, other] {
        try StatementRows.keep(
          db,
          ClerkStatement(
            clerk: office.reception.id, epoch: epoch, first: 1, last: most, confirmed: Array(1...most),
            signature: [UInt8](repeating: 1, count: SigningPublicKey.signatureLength)), delivery: .new)
      }
      return try StatementRows.toTell(db, known: [epoch: most, other: most])
    }
    #expect(told.map(\.epoch) == [epoch])
    #expect(told.map(\.confirmed.count) == [ClerkStatement.mostConfirmed])
  }
}
