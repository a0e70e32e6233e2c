import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// A desk is kept as one draft for each form, and comes back from them.
@Suite struct DeskStateDraftsTests {
  private let queue = Place(name: "queue", fields: [.init("filter", "hồ")])
  private let form = Place(name: "receive", fields: [.init("owner", "Hồ Thị Lan"), .init("delivery", "0")])
  private let id = DossierID(high: 7, low: 8)

  private var desk: DeskState {
    DeskState(
      screens: [queue, form, Place(name: "detail", fields: [.init("id", "00")])],
      drafts: [
        Place(name: "note \(id.hexadecimal)", fields: [.init("answer", "đã gọi")]),
        Place(name: "note many", fields: [.init("answer", "gọi hết")]),
        Place(name: "receive", fields: [.init("answer", "dossier-desk 1")]),
      ], lastTouched: "00ff", day: "2026-11-25")
  }

  @Test func eachFormIsADraft() {
    let drafts = desk.asDrafts
    #expect(drafts.map(\.form) == ["desk", "desk receive", "note", "note many", "receive"])
    #expect(drafts.map(\.dossier) == [nil, nil, id, nil, nil])
    #expect(!String(decoding: drafts[0].content, as: UTF8.self).contains("Lan"))
  }

  @Test func aDeskComesBackFromItsDraftsInAnyOrder() {
    #expect(DeskState(drafts: desk.asDrafts) == desk)
    #expect(DeskState(drafts: desk.asDrafts.reversed()) == desk)
    let two = DeskState(screens: [form, queue, Place(name: "receive", fields: [.init("owner", "Lê Hai")])])
    #expect(DeskState(drafts: two.asDrafts) == two)
    #expect(DeskState(drafts: DeskState().asDrafts) == DeskState())
    #expect(DeskState(drafts: []) == nil)
  }

  @Test func aFormThatWasErasedLeavesTheRest() {
    let left = DeskState(drafts: desk.asDrafts.filter { $0.form != "desk receive" })
    #expect(left?.screens.map(\.name) == ["queue", "detail"])
    #expect(left?.drafts == desk.drafts)
    let damaged = desk.asDrafts.map { $0.form == "note" ? Draft(form: $0.form, content: [0xFF]) : $0 }
    #expect(DeskState(drafts: damaged)?.drafts.map(\.name) == ["note many", "receive"])
  }

  /// Versions before kept all of a desk in one.
  @Test func whatAnEarlierVersionKeptIsReadToo() {
    #expect(DeskState(drafts: [Draft(form: "desk", content: desk.encoded)]) == desk)
  }
}
