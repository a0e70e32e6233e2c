import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

/// Several dossiers that one person hands in have one receipt, which is recorded once and is a paper of each.
@Suite struct SharedReceiptTests {
  private let office: OfficeFixture

  init() throws { office = try OfficeFixture() }

  private func at(_ minutes: Int) -> Instant { OfficeFixture.morning.adding(minutes: minutes) }

  private func receive(
    _ owner: String = "Hồ Văn Nam", procedure: String = OfficeFixture.certifiedCopy, with first: DossierID?,
    at minutes: Int
  ) throws -> (id: DossierID, code: DossierCode) {
    var form = office.form(owner, procedure: procedure, days: 5)
    form.visit = first
    let act = Act(dossier: office.newID(), commands: [.receive(form)])
    let row = try office.done(office.performConfirming(act, by: office.reception, at: at(minutes)))
    return (row.id, row.code)
  }

  private func issue(_ kind: FormKind, on id: DossierID, at minutes: Int) throws -> PaperNumber {
    let form = try #require(PaperFormID(kind.rawValue))
    let order = PaperOrder(form: form, template: "1")
    return try #require(
      try office.store.papers.issue(order, for: id, by: office.reception.id, at: at(minutes)) {
        OfficeFixture.page($0)
      }.paper
    ).number
  }

  private func numbers(_ id: DossierID) throws -> [PaperNumber] {
    try office.store.papers.issued(for: id, viewer: office.headViewer).map(\.number)
  }

  @Test func itIsFoundFromEachAndNamesAll() throws {
    let first = try receive(with: nil, at: 0)
    let second = try receive(with: first.id, at: 1)
    let stranger = try receive("Lê Thị Mơ", with: nil, at: 1)
    let shared = try issue(.visitReceipt, on: first.id, at: 2)
    let alone = try issue(.receipt, on: first.id, at: 3)
    let own = try issue(.receipt, on: second.id, at: 3)
    #expect(try numbers(first.id) == [shared, alone] && numbers(second.id) == [shared, own])
    #expect(try numbers(stranger.id).isEmpty)
    let found = try #require(try office.store.papers.find(shared, for: second.id, viewer: office.headViewer))
    #expect(found.dossier == first.id && found.codes == [first.code, second.code] && found.void.isEmpty)
    #expect(try office.store.papers.find(own, for: first.id, viewer: office.headViewer) == nil)
    // In F8 it stands with all its codes; other papers have one.
    let listed = try office.store.papers.toPrint()
    #expect(listed.map(\.codes).filter { !$0.isEmpty } == [[first.code, second.code]])
  }

  @Test func whatCameAfterItIsNotOnIt() throws {
    let first = try receive(with: nil, at: 0)
    let second = try receive(with: first.id, at: 1)
    let shared = try issue(.visitReceipt, on: first.id, at: 2)
    let third = try receive(with: first.id, at: 3)
    #expect(try numbers(second.id) == [shared] && numbers(third.id).isEmpty)
  }

  @Test func aVoidDossierIsStillOnIt() throws {
    let first = try receive(with: nil, at: 0)
    let second = try receive(with: first.id, at: 1)
    let shared = try issue(.visitReceipt, on: first.id, at: 2)
    try office.perform(.void(reason: "nhập nhầm"), on: first.id, at: at(3))
    let found = try #require(try office.store.papers.find(shared, for: second.id, viewer: office.headViewer))
    #expect(found.dossier == first.id && found.void == [first.code])
  }

  /// The list is everybody's at this desk.
  @Test func theListOfPapersNamesOwnersButNotOfConfidentialDossiers() throws {
    let code = Catalogue.starter.versions.first { $0.isConfidential && $0.isReceivable }?.code
    let hidden = try receive(procedure: try #require(code), with: nil, at: 0)
    let open = try receive("Lê Thị Mơ", with: nil, at: 1)
    _ = try issue(.receipt, on: hidden.id, at: 2)
    _ = try issue(.receipt, on: open.id, at: 3)
    #expect(try office.store.papers.toPrint().map(\.owner) == [nil, "Lê Thị Mơ"])
  }

  @Test func aConfidentialDossierIsOnNoSharedOne() throws {
    let first = try receive(with: nil, at: 0)
    let confidential = Catalogue.starter.versions.first { $0.isConfidential && $0.isReceivable }?.code
    let second = try receive(procedure: try #require(confidential), with: first.id, at: 1)
    _ = try issue(.visitReceipt, on: first.id, at: 3)
    #expect(try numbers(second.id).isEmpty)
    let viewer = Viewer(clerk: office.specialist.id, seesConfidential: false)
    #expect(throws: StoreError.denied(.confidential)) {
      try office.store.papers.issued(for: second.id, viewer: viewer)
    }
  }
}
