import DossierDomain
import OfficeWork

@testable import DossierStore

/// Clerks who work at random from a seed; some of their commands are denied.
struct RandomOffice {
  private var random: SeededNumbers
  private let fixture: OfficeFixture
  private var ids: [DossierID] = []

  init(seed: UInt64, _ fixture: OfficeFixture) {
    random = SeededNumbers(state: seed)
    self.fixture = fixture
  }

  func work(acts: Int) throws {
    var office = self
    for _ in 0..<acts { try office.act() }
  }

  private mutating func act() throws {
    let minute = below(60 * 24 * 9)
    let now = OfficeFixture.morning.adding(minutes: minute)
    let clerk = [fixture.head, fixture.reception, fixture.specialist][below(3)]
    switch below(10) {
    case 0: _ = try fixture.store.decisions.undoLast(by: clerk.id, at: now)
    case 1: try importRow(now)
    case 2, 3, 4: try receive(clerk, now)
    default:
      let several = (0...below(3)).map { _ in Act(dossier: anyID(), commands: (0...below(2)).map { _ in command() }) }
      _ = try fixture.store.decisions.perform(several, by: clerk.id, at: now)
    }
  }

  private mutating func receive(_ clerk: Clerk, _ now: Instant) throws {
    let id = fixture.newID()
    ids.append(id)
    let procedures = Catalogue.starter.versions.map(\.code)
    var form = fixture.form("Hồ Thị \(below(30))", procedure: procedures[below(procedures.count)], days: 1 + below(20))
    form.assignee = below(2) == 0 ? fixture.specialist.id : nil
    _ = try fixture.performConfirming(Act(dossier: id, commands: [.receive(form)]), by: clerk, at: now)
  }

  private mutating func importRow(_ now: Instant) throws {
    let row = ImportedDossier(
      code: DossierCode("000.19.45.H50-26\(10 + below(3))\(10 + below(20))-0\(100 + below(20))", origin: .imported),
      procedure: ProcedureReference(code: "1.004873", name: "Xác nhận", versionHash: ""),
      owner: Person(name: "Trần \(below(9))"), status: [.inProgress, .completed, .handedBack][below(3)],
      receivedAt: now, dueAt: below(2) == 0 ? now.adding(minutes: 3000) : nil, resolvedAt: nil, handedBackAt: nil,
      office: fixture.office.id)
    if try fixture.store.decisions.clockDoubt(at: now) != nil {
      try fixture.store.decisions.perform(.confirmClock(now.civilDate), by: fixture.head.id, at: now)
    }
    _ = try fixture.store.decisions.importRegister([RowToImport(row)], by: fixture.head.id, at: now)
  }

  private mutating func command() -> DossierCommand {
    switch below(17) {
    case 0: .assign(to: below(2) == 0 ? nil : fixture.specialist.id)
    case 1: .handOver(step: ProcessingStep.allCases[below(4)], to: below(2) == 0 ? nil : fixture.specialist.id)
    case 2: .takeOver
    case 3: .requestSupplement(items: ["bản sao"])
    case 4: .receiveSupplement()
    case 5: .requestPayment(title: "Lệ phí", amount: 8000)
    case 6: .recordPayment(amount: 8000, method: .cash)
    case 7: .complete(DossierResult(approved: true, title: "Kết quả"))
    case 8: .handBack(recipient: "Hồ Văn Nam", delivery: .atDesk)
    case 9: .reopen(reason: "sai sót")
    case 10: .void(reason: "nhập nhầm")
    case 11: .withdraw(reason: "rút")
    case 12: .addCode(DossierCode("G22.99.\(below(1000))", origin: .portal))
    case 13: .correct(field: .ownerName, value: "Lê Văn \(below(9))", reason: "sai tên")
    case 14: .digitise(number: 1, blobHash: "ab")
    case 15: .addComponent(name: "Đơn", form: .original, quantity: 1)
    default: .note("ghi chú")
    }
  }

  private mutating func anyID() -> DossierID { ids.isEmpty ? fixture.newID() : ids[below(ids.count)] }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}

struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
