import DossierDomain
import ExchangeModel
import SyncProtocol
import Testing

@testable import ProvincialServer

@Suite struct SharesContractTests {
  @Test(arguments: StoreKind.allCases) func lanesNeverOverlap(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desks = [try province.desk(), try province.desk(), try province.desk()]
    for round in 0..<10 {
      for index in desks.indices {
        let back = round % 3 == index ? desks[index].lanes.last.map { [$0] } ?? [] : []
        try desks[index].exchange(province) {
          $0.numbersWanted = round % 2 == 0 ? 300 : 0
          $0.lanesReturned = back
          $0.lanesHeld = $0.lanesHeld.filter { !back.contains($0) }
        }
      }
      let all = desks.flatMap(\.lanes)
      for (index, block) in all.enumerated() {
        #expect(!all[(index + 1)...].contains { $0.overlaps(block) })
      }
      #expect(desks.allSatisfy { !$0.lanes.isEmpty })
    }
  }

  @Test(arguments: StoreKind.allCases) func aLostAnswerGrantsNothingTwice(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    var request = desk.request()
    request.numbersWanted = 100
    for _ in 0..<5 { _ = try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now) }
    let answer = try desk.exchange(province) { $0.numbersWanted = 100 }
    #expect(answer.lanes == [LaneBlock(first: 1, last: 500)].compactMap { $0 })
    #expect(try desk.exchange(province) { $0.numbersWanted = 100 }.lanes.count == 2)
  }

  @Test(arguments: StoreKind.allCases) func aLostMachinesNumbersAreFreeTheNextDay(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    try lost.exchange(province)
    try other.exchange(province)
    #expect(lost.lanes == [LaneBlock(first: 1, last: 500)].compactMap { $0 })
    try province.administration.declareLost(lost.device, of: province.office.id, at: province.now)
    try other.exchange(province) { $0.numbersWanted = 10 }
    #expect(!other.lanes.contains { $0.first == 1 })
    province.now = province.now.adding(minutes: 1440)
    try other.exchange(province) { $0.numbersWanted = 10 }
    #expect(other.lanes.contains { $0.first == 1 })
  }

  /// Simulates a desk whose database was restored: it uses a new epoch and names its earlier ones.
  private func later(_ desk: TestDesk, _ number: UInt64) -> (inout ExchangeRequest) -> Void {
    { request in
      request.lanesHeld = []
      let earlier = (0..<number).map { EpochHead(epoch: DeviceEpoch(high: 5, low: $0), lastSequence: 0) }
      request.epochs = [EpochHead(epoch: desk.epoch, lastSequence: 0)] + earlier
      request.epochs.append(EpochHead(epoch: DeviceEpoch(high: 5, low: number), lastSequence: 0))
    }
  }

  @Test(arguments: StoreKind.allCases) func twentyLivesOfADeskLeaveNumbersForTheOffice(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.exchange(province)
    for number in 0..<20 as Range<UInt64> { try desk.exchange(province, later(desk, number)) }
    var other = try province.desk()
    #expect(try other.exchange(province).lanes.map(\.count) == [500])
  }

  @Test(arguments: StoreKind.allCases) func oneMachineDoesNotTakeAllNumbers(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (greedy, other) = (try province.desk(), try province.desk())
    for _ in 0..<25 { try greedy.exchange(province) { $0.numbersWanted = 9999 } }
    #expect(greedy.lanes.reduce(0) { $0 + $1.count } == LaneShare.mostADay)
    #expect(try other.exchange(province).lanes.map(\.count) == [500])
  }

  @Test(arguments: StoreKind.allCases)
  func numbersOfAnEarlierLifeAreFreeAfterAWeekWithoutAWordOfIt(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    var desk = try province.desk()
    let first = try desk.exchange(province).lanes
    #expect(try desk.exchange(province, later(desk, 0)).lanes == [LaneBlock(first: 501, last: 600)].compactMap { $0 })
    // Six days later the earlier epoch is used again, so its numbers are not free yet.
    province.now = province.now.adding(minutes: 6 * 1440)
    #expect(try desk.exchange(province).lanes == first)
    try desk.exchange(province, later(desk, 0))
    province.now = province.now.adding(minutes: 6 * 1440)
    try desk.exchange(province, later(desk, 0))
    var other = try province.desk()
    #expect(try other.exchange(province).lanes.first?.first == 601)
    province.now = province.now.adding(minutes: 1440)
    try desk.exchange(province, later(desk, 0))
    var third = try province.desk()
    #expect(try third.exchange(province).lanes == first)
  }

  @Test(arguments: StoreKind.allCases)
  func anAdministratorFreesTheNumbersOfEarlierLivesAtOnce(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let first = try desk.exchange(province).lanes
    #expect(
      try province.administration.freeNumbers(ofEarlierLivesOf: desk.device, of: province.office.id) == 0)
    let later = try desk.exchange(province, later(desk, 0)).lanes
    #expect(
      try province.administration.freeNumbers(ofEarlierLivesOf: desk.device, of: province.office.id) == 500)
    var other = try province.desk()
    #expect(try other.exchange(province).lanes == first)
    #expect(try desk.exchange(province, self.later(desk, 0)).lanes == later)
  }

  // MARK: Claims after a restore

  private func blocks(_ ranges: ClosedRange<Int>...) -> [LaneBlock] {
    ranges.compactMap { LaneBlock(first: $0.lowerBound, last: $0.upperBound) }
  }

  @Test(arguments: StoreKind.allCases)
  func afterARestoreAMachineKeepsWhatItHoldsAndTakesNoMore(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (honest, greedy) = (try province.desk(), try province.desk())
    try province.administration.logRestored(at: province.now)
    let held = blocks(501...1000)
    #expect(try honest.exchange(province) { $0.lanesHeld = held }.lanes == held)
    #expect(try greedy.exchange(province) { $0.lanesHeld = blocks(1...500, 1001...9999) }.lanes == blocks(1...500))
    let claim = blocks(2001...2500, 3001...3500, 4001...4500, 5001...5500)
    #expect(
      try greedy.exchange(province) { $0.lanesHeld = claim }.lanes == blocks(1...500, 2001...2500, 3001...3500))
    #expect(try honest.exchange(province).lanes == held)
  }

  @Test(arguments: StoreKind.allCases) func claimsEndWithTheTimeAfterARestore(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    var (late, later) = (try province.desk(), try province.desk())
    try province.administration.logRestored(at: province.now)
    let held = blocks(501...1000)
    province.now = province.now.adding(minutes: LogEpochs.witnessDays * 1440)
    #expect(try late.exchange(province) { $0.lanesHeld = held }.lanes.isEmpty)
    try province.administration.logRestored(at: province.now)
    try province.administration.openLanes(of: province.office.id)
    #expect(try later.exchange(province) { $0.lanesHeld = held }.lanes == blocks(1...500))
  }

  /// A desk reads an answer with as many books as can be made, with the longest names, and no more can be made.
  @Test(arguments: StoreKind.allCases) func asManyBooksCanBeMadeAsADeskReads(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    func create(_ name: String) throws -> BookID {
      try province.administration.createBook(
        named: name, in: province.office.id, lastNumber: 9_999_999, at: province.now)
    }
    let longest = String(repeating: "ổ", count: Administration.longestBookName / 3)
    for _ in 0..<SyncLimits.books { _ = try create(longest) }
    #expect(throws: AdministrationError.tooManyBooks) { try create("Sổ") }
    #expect(throws: AdministrationError.bookNameLength) { try create("") }
    #expect(throws: AdministrationError.bookNameLength) { try create(longest + "ổ") }
    #expect(try province.administration.books(of: province.office.id).count == SyncLimits.books)
    let answer = try desk.exchange(province)
    #expect(answer.books.count == SyncLimits.books)
    let bytes = try answer.encoded()
    #expect(bytes.count < SyncLimits.standard.frameBytes / 4)
    #expect(try ExchangeResponse(decoding: bytes).books == answer.books)
    var more = answer
    more.books.append(contentsOf: answer.books.prefix(1))
    let refused = try more.encoded()
    #expect(throws: SyncProtocolError.self) { try ExchangeResponse(decoding: refused) }
    // An office with more, which an earlier version let be made, can still be answered.
    let id: BookID = province.administration.newIdentifier(at: province.now.adding(minutes: 1))
    try province.store.transaction { transaction in
      _ = try transaction.run(
        "INSERT INTO book (office, id, name, last_number) VALUES ($1, $2, $3, $4)",
        [.blob(province.office.id.bytes), .blob(id.bytes), .text("Sổ"), .integer(0)])
    }
    let all = try ExchangeResponse(decoding: desk.exchange(province).encoded())
    #expect(all.books == answer.books)
  }

  @Test(arguments: StoreKind.allCases) func oneDeviceHoldsABookAtATime(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk())
    let book = try province.administration.createBook(
      named: "Sổ chứng thực", in: province.office.id, lastNumber: 41, at: province.now)
    func wanted(_ number: Int = 0, returned: Bool = false) -> [BookState] {
      [BookState(book: book, lastNumber: number, isWanted: !returned, isReturned: returned)]
    }
    #expect(
      try first.exchange(province) { $0.books = wanted() }.books
        == [BookGrant(book: book, name: "Sổ chứng thực", lastNumber: 41, isHeld: true)])
    #expect(try second.exchange(province) { $0.books = wanted() }.books.first?.isHeld == false)
    #expect(try first.exchange(province) { $0.books = wanted(45) }.books.first?.lastNumber == 45)
    #expect(try first.exchange(province) { $0.books = wanted(46, returned: true) }.books.first?.isHeld == false)
    let granted = try #require(try second.exchange(province) { $0.books = wanted() }.books.first)
    #expect(granted.isHeld && granted.lastNumber == 46)
    // The book of a lost machine stays closed until the last number on paper is known.
    try province.administration.declareLost(second.device, of: province.office.id, at: province.now)
    #expect(try first.exchange(province) { $0.books = wanted() }.books.first?.isHeld == false)
    #expect(throws: AdministrationError.bookUnknown) {
      try province.administration.recallBook(book, of: province.office.id, lastNumber: 3)
    }
    try province.administration.recallBook(book, of: province.office.id, lastNumber: 50)
    #expect(try first.exchange(province) { $0.books = wanted() }.books.first?.isHeld == true)
  }
}
