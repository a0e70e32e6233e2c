import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Testing

/// A scan with the real programs: made at one desk, sent through a real province, read at another desk, and erased for
/// all.
@Suite(.serialized) struct ScanExchangeTests {
  @Test func aScanOfOneDeskIsReadAtAnotherAndErasedForAll() throws {
    let office = try TwoDesks()
    defer { office.remove() }
    let (province, first, second) = (office.province, office.first, office.second)
    let content = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 10) }
    let code = try first.receiveAndScan(content)

    try first.join(province)
    let sent = try first.run("sync", "--json")
    #expect(sent.code == 0, "\(sent.messages)")
    #expect(try state(first, code) == "sent")

    try second.becomeDesk(of: province)
    let received = try second.run("sync")
    #expect(received.code == 0, "\(received.messages)")
    let copy = try second.file("copy.pdf")
    let saved = try second.run("attachment", "save", code, "1", "--to", copy)
    #expect(saved.code == 0, "\(saved.messages)")
    #expect(FileManager.default.contents(atPath: copy).map { Array($0) } == content)
    #expect(try second.readings().map(\.reading) == [DataReading(what: .scan, persons: 1, hash: sha256(content))])
    #expect(try second.run("verify").code == 0)

    let erased = try first.run(
      "attachment", "erase", code, "1", "--reason", "theo đơn", "--by", "Hồ Thị Lan")
    #expect(erased.code == 0, "\(erased.messages)")
    for desk in [first, second] { #expect(try desk.run("sync").code == 0) }
    for desk in [first, second] {
      #expect(try state(desk, code) == "erased")
      #expect(try desk.run("attachment", "save", code, "1", "--to", copy + "2").code == 1)
      #expect(try desk.run("verify").code == 0)
    }
  }

  /// The desk that announced the scan has not sent it yet. Another desk asks for it in its request, without a separate
  /// round trip.
  @Test func aScanThatHasNotComeYetCostsNoRoundTrip() throws {
    let office = try TwoDesks()
    defer { office.remove() }
    let (province, first, second) = (office.province, office.first, office.second)
    let code = try first.receiveAndScan(Array(repeating: 7, count: 30_000))
    try first.join(province)
    try second.becomeDesk(of: province)
    let (scans, aside) = (first.folder + "/attachments", first.folder + "/aside")
    try FileManager.default.moveItem(atPath: scans, toPath: aside)
    _ = try first.synchronise()
    _ = try second.synchronise()
    #expect(try second.synchronise()["roundTrips"] as? Int == 3)
    #expect(try state(second, code) == "receiving")

    try FileManager.default.moveItem(atPath: aside, toPath: scans)
    _ = try first.synchronise()
    #expect(try state(first, code) == "sent")
    #expect(try second.synchronise()["roundTrips"] as? Int ?? 0 > 3)
    #expect(try state(second, code) == "here")
  }

  /// There is no connection after the enrolment: two sticks go there and back.
  @Test func aScanGoesByStickAndIsReadAtAnotherDesk() throws {
    let office = try TwoDesks()
    defer { office.remove() }
    let (province, first, second) = (office.province, office.first, office.second)
    let content = (0..<1_700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 10) }
    let code = try first.receiveAndScan(content)
    try first.join(province)
    try second.becomeDesk(of: province)

    for desk in [first, second] {
      let (out, back) = (try desk.file("out.bundle"), try desk.file("back.bundle"))
      let export = try desk.run("bundle", "export", out)
      #expect(export.code == 0, "\(export.messages)")
      let short = try desk.file("short.bundle")
      let whole = try Data(contentsOf: URL(fileURLWithPath: out))
      try whole.dropLast(100).write(to: URL(fileURLWithPath: short))
      #expect(throws: ProvinceProcess.Fault.self) { try province.run("bundle", "import", short, "--out", back) }
      #expect(!FileManager.default.fileExists(atPath: back), "nothing is answered to a file that is cut short")
      #expect(try province.run("bundle", "import", out, "--out", back).contains("the answer is"))
      let taken = try desk.run("bundle", "import", back)
      #expect(taken.code == 0, "\(taken.messages)")
    }
    #expect(try state(first, code) == "sent")
    let copy = try second.file("copy.pdf")
    let saved = try second.run("attachment", "save", code, "1", "--to", copy)
    #expect(saved.code == 0, "\(saved.messages)")
    #expect(FileManager.default.contents(atPath: copy).map { Array($0) } == content)
    for desk in [first, second] { #expect(try desk.run("verify").code == 0) }
  }

  private func state(_ desk: Program, _ code: String) throws -> String? {
    let list = try desk.json(desk.run("attachment", "list", code, "--json")) as? [[String: Any]]
    return list?.first?["state"] as? String
  }
}

/// An office of one clerk with data, a desk that joins it, and a province for both.
private struct TwoDesks {
  let province: ProvinceProcess
  let first = Program()
  let second = Program()

  init() throws {
    province = try ProvinceProcess()
    _ = try Program.office(first)
  }

  func remove() {
    province.stop()
    first.remove()
    second.remove()
  }
}

extension Program {
  struct Refused: Error {
    var outcome: ActOutcome?
  }

  /// Receives a citizen's dossier with one paper and scans the paper.
  /// - Returns: the dossier's code.
  func receiveAndScan(_ content: [UInt8]) throws -> String {
    let store = try LocalStore(folder: folder, access: .readWrite)
    let clerk = try #require(try store.office.clerks().first)
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let id = DossierID.version7(at: now, random: store.random())
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"),
      components: [Component(number: 1, name: "Bản chính", form: .original)], days: 5)
    // The demo's entries have later dates than the machine's clock.
    try store.decisions.perform(.confirmClock(now.civilDate), by: clerk.id, at: now)
    let outcome = try store.decisions.perform([Act(dossier: id, commands: [.receive(form)])], by: clerk.id, at: now)
      .first
    guard case .done(let row, _) = outcome else { throw Refused(outcome: outcome) }
    let scan = try file("scan.pdf", content)
    let scanned = try store.scans.attach(file: scan, as: 1, of: id, by: clerk.id, at: now)
    guard case .done = scanned else { throw Refused(outcome: scanned) }
    return row.code.text
  }
}
