import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat
import OfficeWork
import StoresForTests
import SyncClient
import Testing

@testable import ProvincialServer

/// A desk without a connection, whose journal or whose answer is damaged. Afterwards it has the order of the province.
@Suite("A damaged order by stick") struct StickContractTests {
  /// What becomes of the entries that a desk has sent and whose answer is on its way, counted from the first of them.
  enum Damage: CaseIterable {
    case firstLost, middleLost, lastLost, twoLost, allLost, firstChanged, middleChanged, lastChanged, middleUnreadable
    /// The entry itself is as it was written.
    case middleHash

    func indices(of count: Int) -> [Int] {
      switch self {
      case .firstLost, .firstChanged: [0]
      case .middleLost, .middleChanged, .middleUnreadable, .middleHash: [count / 2]
      case .lastLost, .lastChanged: [count - 1]
      case .twoLost: [count / 2, count / 2 + 1]
      case .allLost: Array(0..<count)
      }
    }

    /// The bytes that take the place of an entry; nil if it is lost.
    func bytes(of entry: [UInt8]) throws -> [UInt8]? {
      switch self {
      case .firstLost, .middleLost, .lastLost, .twoLost, .allLost: return nil
      case .middleUnreadable: return [7, 7, 7]
      case .middleHash: return entry
      case .firstChanged, .middleChanged, .lastChanged:
        var other = try EntryFormat.decodeTrusted(entry)
        other.at = other.at.adding(minutes: 1)
        return try EntryFormat.encode(other)
      }
    }
  }

  /// A desk that has exchanged, and received citizens since.
  private func desk(_ province: TestProvince) throws -> StoredDesk {
    let desk = try StoredDesk(province, number: 9)
    #expect(try desk.exchange(province) == nil)
    return desk
  }

  private func expectWhole(_ desk: StoredDesk, _ province: TestProvince, _ comment: Comment? = nil) throws {
    let (here, there) = (try desk.order(), try province.order())
    // Where the desk began again with a snapshot, the folds stand for what was before it.
    let beginning = try desk.beginning()
    let differing = Set(here.keys).union(there.keys).filter {
      here[$0] != there[$0] && !($0 <= beginning && here[$0] == nil)
    }
    #expect(differing.isEmpty, comment)
    let faults = try desk.store.upkeep.verify().faults
    #expect(faults.isEmpty, "\(faults) \(comment?.rawValue ?? "")")
    #expect(try desk.store.exchange.status(now: province.now).waiting == 0, comment)
  }

  /// The chain of the desk proves which entries it wrote, so that it goes on in the same life.
  @Test(arguments: StoreKind.allCases, Damage.allCases)
  func entriesThatWereDamagedOnTheWayComeBack(_ kind: StoreKind, _ damage: Damage) throws {
    let province = try TestProvince(kind)
    let desk = try desk(province)
    defer { desk.remove() }
    let before = try desk.written().keys.max() ?? 0
    for _ in 0..<5 { try desk.receive(province) }
    #expect(try !desk.export("out", province).asksAgain)
    let answer = try desk.answer("out", province)
    let truth = try desk.written()
    let sent = truth.keys.filter { $0 > before }.sorted()
    let damaged = damage.indices(of: sent.count).map { sent[$0] }
    for sequence in damaged {
      if let bytes = try damage.bytes(of: truth[sequence] ?? []) {
        try desk.change(sequence, to: bytes, hash: damage == .middleHash ? [7] : nil)
      } else {
        try desk.lose(sequence)
      }
    }
    let position = try desk.store.exchange.status(now: province.now).completeUpTo
    #expect(throws: DeskBundles.Fault.self) { try desk.take(answer, province) }
    #expect(try desk.store.exchange.status(now: province.now).completeUpTo == position)
    let lives = try desk.lives()
    #expect(try desk.export("again", province).asksAgain)
    let taken = try desk.take(desk.answer("again", province), province)
    #expect(taken.mended == damaged.count && !taken.summary.beganNewLife)
    #expect(try desk.lives() == lives && desk.written() == truth)
    try expectWhole(desk, province)
    // What is written afterwards travels as ever.
    try desk.receive(province)
    #expect(try !desk.export("then", province).asksAgain)
    try desk.take(desk.answer("then", province), province)
    try expectWhole(desk, province)
  }

  /// The province is restored, so that the desk has to find the common beginning, and a place before it is damaged here.
  @Test(arguments: StoreKind.allCases, [true, false])
  func aDamagedPlaceBeforeTheCommonBeginningIsFound(_ kind: StoreKind, _ isLost: Bool) throws {
    for part in [0.0, 0.5, 1.0] {
      let province = try TestProvince(kind)
      var other = try province.desk()
      let desk = try desk(province)
      defer { desk.remove() }
      for number in 1...6 as ClosedRange<UInt64> {
        try other.receive(TestDesk.dossier(number), code: "A-\(number)")
        try other.exchange(province)
        try desk.receive(province)
        try desk.exchangeByStick(province)
      }
      let common = try desk.store.exchange.status(now: province.now).completeUpTo
      let copy = try StoreCopy(province.store)
      for _ in 0..<3 { try desk.receive(province) }
      try desk.exchangeByStick(province)
      try copy.restore(province.store)
      try province.administration.logRestored(at: province.now)
      try desk.damage(place: max(1, Int64(Double(common) * part)), isLost: isLost)
      var trips = 0
      var faults = 0
      while try trips == 0 || faults == trips || desk.store.exchange.status(now: province.now).waiting > 0 {
        trips += 1
        do { try desk.exchangeByStick(province) } catch DeskBundles.Fault.orderDiffers { faults += 1 }
        try #require(trips < 7, "\(part)")
      }
      try expectWhole(desk, province, "\(part)")
    }
  }

  /// The province knows no such position, whichever way it is asked. The places here say what the right one is.
  @Test(arguments: StoreKind.allCases, [true, false])
  func aDamagedNoteOfThePositionIsPutRight(_ kind: StoreKind, _ isByStick: Bool) throws {
    let province = try TestProvince(kind)
    let desk = try desk(province)
    defer { desk.remove() }
    for change in [-1, 0, 1] as [Int64] {
      try desk.receive(province)
      #expect(try desk.exchange(province) == nil)
      let right = try desk.position
      try desk.damagePosition(
        sequence: right.sequence + change,
        rolling: change == 0 ? right.rolling.adding(entryHash: [7], verdict: .accepted) : right.rolling)
      try desk.receive(province)
      if isByStick {
        #expect(try desk.export("out \(change)", province).asksAgain)
        try desk.take(desk.answer("out \(change)", province), province)
        // What was received since goes with the next file.
        #expect(try !desk.export("then \(change)", province).asksAgain)
        try desk.take(desk.answer("then \(change)", province), province)
      } else {
        #expect(try desk.exchange(province) == nil)
      }
      try expectWhole(desk, province, "\(change)")
      #expect(try desk.position.sequence > right.sequence)
    }
  }

  /// The places cannot say what the position was, because they are damaged too. Online the desk asks for the whole order as
  /// well, and does not take the province for a restored one.
  @Test(arguments: StoreKind.allCases, [true, false])
  func aDamagedNoteOverDamagedPlacesIsNoRestore(_ kind: StoreKind, _ isLost: Bool) throws {
    let province = try TestProvince(kind)
    var other = try province.desk()
    let desk = try desk(province)
    defer { desk.remove() }
    for number in 1...6 as ClosedRange<UInt64> {
      try other.receive(TestDesk.dossier(number), code: "A-\(number)")
      try other.exchange(province)
      try desk.receive(province)
      #expect(try desk.exchange(province) == nil)
    }
    let lives = try desk.lives()
    for part in [0.0, 0.5, 0.9, 1.0] {
      let right = try desk.position
      try desk.receive(province)
      let truth = try desk.written()
      // What was lost of the beginning is found by `verify` only: the position is counted from the snapshot's moment on.
      let first = try desk.beginning() + 1
      try desk.damage(place: max(first, Int64(Double(right.sequence) * part)), isLost: isLost)
      try desk.damagePosition(sequence: right.sequence - 1, rolling: right.rolling)
      #expect(try desk.exchange(province) == nil, "\(part)")
      try expectWhole(desk, province, "\(part)")
      #expect(try desk.written() == truth && desk.lives() == lives, "\(part)")
      #expect(try desk.position.sequence > right.sequence)
    }
  }

  /// The province lost a part of its order and does not know it yet. It has signed that it had more.
  @Test(arguments: StoreKind.allCases) func aDamagedDeskTakesNoEarlierOrder(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try desk(province)
    defer { desk.remove() }
    let copy = try StoreCopy(province.store)
    try desk.receive(province)
    #expect(try desk.exchange(province) == nil)
    let right = try desk.position
    try desk.store.exchange.keepCheckpoint(right, at: province.now, signature: [1])
    try copy.restore(province.store)
    try desk.damage(place: 1, isLost: true)
    try desk.damagePosition(sequence: right.sequence - 1, rolling: right.rolling)
    let order = try desk.order()
    guard case .orderDiffers? = try desk.exchange(province) else {
      Issue.record("an earlier order was taken, or the province is blamed")
      return
    }
    // The position was counted again, as it is here.
    #expect(try desk.order() == order)
  }

  /// Nothing is made up: a province that lost a part of its order, and does not know it yet, is refused as ever.
  @Test(arguments: StoreKind.allCases) func anOrderThatTheProvinceLostStaysAsItIs(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try desk(province)
    defer { desk.remove() }
    let copy = try StoreCopy(province.store)
    try desk.receive(province)
    #expect(try desk.exchange(province) == nil)
    let (position, order) = (try desk.position, try desk.order())
    try copy.restore(province.store)
    #expect(try desk.exchange(province) == .provinceRestored)
    #expect(try desk.position == position && desk.order() == order)
  }

  /// One answer holds 2,000 entries at most, and a file as many answers as the desk needs.
  @Test func aDeskFarBehindIsCompleteAfterOneTrip() throws {
    let province = try TestProvince(.sqlite)
    let desk = try desk(province)
    defer { desk.remove() }
    var other = try province.desk()
    for number in 1...100 as ClosedRange<UInt64> {
      try other.receive(TestDesk.dossier(number), code: "A-\(number)")
      for _ in 1..<100 { try other.write(.dossier(.note("n")), dossier: TestDesk.dossier(number)) }
      while !other.waiting.isEmpty { try other.exchange(province) }
    }
    let taken = try desk.exchangeByStick(province)
    #expect(taken.summary.entriesReceived >= 10_000)
    try expectWhole(desk, province)
  }

  /// A province that is at fault is not believed, and the desk goes on as soon as the right answer comes.
  @Test(arguments: StoreKind.allCases) func aFalseAnswerIsRefusedAndTheRightOneIsTaken(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var other = try province.desk()
    let desk = try desk(province)
    defer { desk.remove() }
    let own = try desk.receive(province)
    try other.receive(TestDesk.dossier(1), code: "A-1")
    try other.exchange(province)
    let before = try desk.order()
    for faults in 1...4 {
      let name = "out\(faults)"
      let isWhole = try desk.export(name, province).asksAgain && faults > 2
      let position = isWhole ? LogPosition.beginning : try desk.position
      let unknown = EntryReference(epoch: DeviceEpoch(high: 5, low: 5), sequence: 3)
      let response = ExchangeResponse(
        serverTime: province.now, logEpoch: try desk.position.logEpoch, base: position.sequence,
        places: [OrderedEntry(officeSequence: position.sequence + 1, verdict: .accepted, content: .own(unknown))],
        rolling: position.rolling, head: try desk.position.sequence + 1)
      let answer = try desk.answer(name, with: response, province)
      let fault = OrderFault.missing(unknown)
      let expected = faults > 2 ? DeskBundles.Fault.orderStillDiffers(fault) : .orderDiffers(fault)
      // The same answer, tried again, is no second one.
      for _ in 0..<2 { #expect(throws: expected) { try desk.take(answer, province) } }
      #expect(try desk.order() == before)
    }
    try desk.exchangeByStick(province)
    try desk.exchangeByStick(province)
    try expectWhole(desk, province)
    #expect(try Set(desk.rows().map(\.id)) == [own, TestDesk.dossier(1)])
  }

  /// A checkpoint is the province's word about its order, which another order cannot replace.
  @Test(arguments: StoreKind.allCases) func anOrderThatDiffersFromASignedOneIsRefused(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try desk(province)
    defer { desk.remove() }
    try desk.receive(province)
    try desk.exchangeByStick(province)
    let position = try desk.position
    try desk.store.exchange.keepCheckpoint(position, at: province.now, signature: [1])
    // Two answers that do not fit, so that the whole order is asked for.
    for name in ["one", "two"] {
      _ = try desk.export(name, province)
      let response = ExchangeResponse(
        serverTime: province.now, logEpoch: position.logEpoch, base: position.sequence, places: [], rolling: .zero,
        head: position.sequence)
      #expect(throws: DeskBundles.Fault.orderDiffers(.hashDiffers(at: position.sequence))) {
        try desk.take(desk.answer(name, with: response, province), province)
      }
    }
    let other = try TestProvince(kind)
    let stranger = try StoredDesk(other, number: 3)
    defer { stranger.remove() }
    #expect(try stranger.exchange(other) == nil)
    for _ in 0..<12 { try stranger.receive(other) }
    #expect(try stranger.exchange(other) == nil)
    var (sequence, rolling) = (Int64(0), RollingHash.zero)
    var places: [OrderedEntry] = []
    for (_, bytes) in try stranger.written().sorted(by: { $0.key < $1.key }) {
      sequence += 1
      places.append(OrderedEntry(officeSequence: sequence, verdict: .accepted, content: .bytes(bytes)))
      rolling = rolling.adding(entryHash: entryHash(bytes), verdict: .accepted)
    }
    try #require(sequence >= position.sequence)
    let response = ExchangeResponse(
      serverTime: province.now, logEpoch: position.logEpoch, base: 0, places: places, rolling: rolling, head: sequence)
    _ = try desk.export("three", province)
    let error = #expect(throws: DeskBundles.Fault.self) {
      try desk.take(desk.answer("three", with: response, province), province)
    }
    // One of the checkpoints up to the position shows it.
    guard case .orderStillDiffers(.hashDiffers(let place)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((1...position.sequence).contains(place))
    #expect(try desk.position == position)
  }
}
