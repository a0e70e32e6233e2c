import DossierDomain
import OfficeWork

@testable import Screens

/// An invented office in the middle of a morning, with invented names and numbers.
enum SampleOffice {
  static let lan = Clerk(
    id: ClerkID(high: 1, low: 1), name: "Hồ Thị Lan", title: "Công chức tư pháp, hộ tịch",
    roles: [.reception, .specialist, .headOfDesk])
  static let dat = Clerk(id: ClerkID(high: 1, low: 2), name: "Lê Quốc Đạt", roles: [.specialist, .signingLeader])
  static let moi = Clerk(id: ClerkID(high: 1, low: 3), name: "Kray Thị Mơi", roles: [.reception])

  /// Wednesday, 25 November 2026, 08:42.
  static let morning = moment("2026-11-25T08:42")

  static func moment(_ text: String) -> Instant { Instant(iso8601: text) ?? Instant(milliseconds: 0) }

  static func snapshot(requiresPIN: Bool = true) -> OfficeSnapshot {
    OfficeSnapshot(
      office: Office(
        id: OfficeID(high: 9, low: 9), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594",
        requiresPIN: requiresPIN),
      clerks: [lan, dat, moi], absences: [], calendar: .standard)
  }

  /// An office with some days of receptions, decided by the rules.
  static func busy(requiresPIN: Bool = true) -> MemoryOffice {
    var office = MemoryOffice(snapshot: snapshot(requiresPIN: requiresPIN))
    office.pins = [lan.id: "246813", dat.id: "135724", moi.id: "975318"]
    let received: [(String, String, String, Clerk?)] = [
      ("2026-11-18T09:10", "1.004873", "Hồ Thị Kăn Tưm", lan), ("2026-11-20T10:05", "1.004884", "Đỗ Thị Thúy", lan),
      ("2026-11-23T08:00", "2.001035", "Kray Văn Thơ", dat), ("2026-11-23T09:30", "1.004873", "Lê Thị Hoa", nil),
      ("2026-11-23T14:00", "1.004884", "Phạm Hữu Nghĩa", lan), ("2026-11-24T15:40", "1.001193", "Nguyễn Văn Ánh", lan),
      ("2026-11-25T07:20", "2.000815", "Trần Thị Hòa", moi), ("2026-11-25T07:50", "1.001193", "Hồ Văn Chuôn", nil),
    ]
    for (index, (at, procedure, owner, assignee)) in received.enumerated() {
      let names = Catalogue.starter.version(of: procedure, on: morning.civilDate)?.components ?? []
      let components = names.enumerated().map { offset, name in
        Component(number: offset + 1, name: name, form: offset == 0 || index.isMultiple(of: 2) ? .original : .missing)
      }
      let form = ReceptionForm(
        procedureCode: procedure, owner: Person(name: owner), components: components, assignee: assignee?.id)
      _ = office.perform(Act(dossier: id(index), commands: [.receive(form)]), lan.id, moment(at))
    }
    _ = office.perform(
      Act(dossier: id(4), commands: [.requestSupplement(items: ["Giấy tờ có thông tin khai sinh"])]), lan.id,
      moment("2026-11-24T08:00"))
    _ = office.perform(
      Act(dossier: id(5), commands: [.digitise(number: 1, blobHash: "ab")]), lan.id, moment("2026-11-24T16:00"))
    return office
  }

  /// The same office as a desk of the province: some entries wait, one has lost, and one is kept back.
  static func enrolled() -> MemoryOffice {
    var office = busy(requiresPIN: false)
    office.snapshot.isEnrolled = true
    office.status = SyncStatus(
      enrolment: SyncStatus.Enrolment(
        server: "https://tinh.example:8443", officeName: "xã La Lay", deviceName: "Bàn 1",
        certificateEndsAt: moment("2027-11-25T00:00")),
      lastExchangeAt: moment("2026-11-24T16:31"), entriesAcknowledged: 112, entriesOwn: 149, completeUpTo: 1240,
      head: 1240, blobsComplete: 12, blobsAll: 15, numbersLeft: 1988, lanes: [1...2000], clockSkew: 2_400, withheld: 2,
      conflicts: 1, refused: 1, nextSlot: moment("2026-11-25T16:35"))
    _ = office.perform(
      Act(dossier: id(0), commands: [.complete(DossierResult(approved: true, title: "Giấy xác nhận"))]), lan.id,
      moment("2026-11-25T08:10"))
    office.lose(
      id(0), to: .withdraw(reason: "công dân xin rút để bổ sung"), by: dat, at: moment("2026-11-25T08:05"))
    _ = office.perform(
      Act(dossier: id(2), commands: [.note("đã gọi, sáng thứ Năm mang đến")]), lan.id, moment("2026-11-25T08:20"))
    office.hold(id(2), .clerkUnknown)
    for (index, reference) in office.entries.values.flatMap(\.self).map(\.reference).sorted().enumerated()
    where office.deliveries[reference] == nil {
      if index < 6 {
        office.deliveries[reference] = .acknowledged
      } else if index < 8 {
        office.deliveries[reference] = .sent
      }
    }
    return office
  }

  /// The same office with three more dossiers, of people who have one name.
  static func withNamesakes() -> MemoryOffice {
    var office = busy(requiresPIN: false)
    let people = [
      ("12/03/1985", "Thôn Ka Tăng, xã La Lay", "045185001217"), ("1990", "Bản Mới, xã La Lay", ""),
      ("12/03/1985", "Thôn Ka Tăng, xã La Lay", "045185001217"),
    ]
    for (index, (birth, address, number)) in people.enumerated() {
      let owner = Person(name: "Hồ Thị Mai", identityNumber: number, birth: birth, address: address)
      let form = ReceptionForm(procedureCode: "2.000815", owner: owner, components: [])
      _ = office.perform(
        Act(dossier: id(100 + index), commands: [.receive(form)]), lan.id, moment("2026-11-25T08:0\(index)"))
    }
    return office
  }

  static func id(_ index: Int) -> DossierID { DossierID(high: 100, low: UInt64(index + 1)) }
}
