import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// A seat is stored as one draft for each form, and is restored from them.
@Suite struct SeatStateDraftsTests {
  private let queue = Place(name: "queue", fields: [.init("filter", "hồ")])
  private let form = Place(name: "receive", fields: [.init("owner", "Hồ Thị Lan"), .init("delivery", "0")])
  private let id = DossierID(high: 7, low: 8)

  private var seat: SeatState {
    SeatState(
      screens: [queue, form, Place(name: "detail", fields: [.init("id", "00")])],
      drafts: [
        Place(name: "note \(id.hexadecimal)", fields: [.init("answer", "đã gọi")]),
        Place(name: "note many", fields: [.init("answer", "gọi hết")]),
        Place(name: "receive", fields: [.init("answer", "dossier-desk 1")]),
      ], lastTouched: "00ff", day: "2026-11-25")
  }

  @Test func eachFormIsADraft() {
    let drafts = seat.asDrafts
    #expect(drafts.map(\.form) == ["desk", "desk receive", "note", "note many", "receive"])
    #expect(drafts.map(\.dossier) == [nil, nil, id, nil, nil])
    #expect(!String(decoding: drafts[0].content, as: UTF8.self).contains("Lan"))
  }

  @Test func aDeskComesBackFromItsDraftsInAnyOrder() {
    #expect(SeatState(drafts: seat.asDrafts) == seat)
    #expect(SeatState(drafts: seat.asDrafts.reversed()) == seat)
    let two = SeatState(screens: [form, queue, Place(name: "receive", fields: [.init("owner", "Lê Hai")])])
    #expect(SeatState(drafts: two.asDrafts) == two)
    #expect(SeatState(drafts: SeatState().asDrafts) == SeatState())
    #expect(SeatState(drafts: []) == nil)
  }

  @Test func aFormThatWasErasedLeavesTheRest() {
    let left = SeatState(drafts: seat.asDrafts.filter { $0.form != "desk receive" })
    #expect(left?.screens.map(\.name) == ["queue", "detail"])
    #expect(left?.drafts == seat.drafts)
    let damaged = seat.asDrafts.map { $0.form == "note" ? Draft(form: $0.form, content: [0xFF]) : $0 }
    #expect(SeatState(drafts: damaged)?.drafts.map(\.name) == ["note many", "receive"])
  }

  /// Earlier versions stored the whole seat in one draft.
  @Test func whatAnEarlierVersionKeptIsReadToo() {
    #expect(SeatState(drafts: [Draft(form: "desk", content: seat.encoded)]) == seat)
  }
}
