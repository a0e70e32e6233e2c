import DossierDomain
import OfficeWork

/// What the desks of a demo office do, decision by decision, from a seed: for filling a day and for desks that work beside
/// the newcomer's.
public struct DemoWork: Sendable {
  /// A clerk's wish; whether the rules allow it is decided where it is recorded.
  public struct Step: Hashable, Sendable {
    public var clerk: ClerkID
    public var commands: [DossierCommand]
  }

  private let clerks: [Clerk]
  private let procedures: [ProcedureVersion]
  private let words: DemoWords
  private var random: SeededRandom

  /// - Parameter usesOtherWords: names and notes that no other demo has.
  public init(seed: UInt64, clerks: [Clerk], usesOtherWords: Bool = false) {
    random = SeededRandom(seed: seed)
    self.clerks = clerks.filter(\.isActive)
    words = usesOtherWords ? .second : .first
    procedures = Catalogue.starter.versions.filter {
      $0.isReceivable && $0.timeLimit != .unknown && !$0.isConfidential
    }
  }

  /// A citizen comes to the desk.
  public mutating func reception() -> Step? {
    guard let clerk = clerk(with: .reception), !procedures.isEmpty else { return nil }
    let version = random.pick(procedures)
    let components = version.components.enumerated().map { index, name in
      Component(
        number: index + 1, name: name,
        form: random.chance(90) ? random.pick([.original, .photocopy, .certifiedCopy]) : .missing)
    }
    let form = ReceptionForm(
      procedureCode: version.code, owner: DemoPeople.person(&random, words),
      applicant: random.chance(15) ? DemoPeople.person(&random, words) : nil, components: components,
      delivery: random.chance(10) ? .post : .atDesk)
    return Step(clerk: clerk, commands: [.receive(form)])
  }

  /// What is done next with a dossier; nil when nothing is.
  public mutating func next(for row: QueueRow) -> Step? {
    guard let specialist = row.assignee ?? clerk(with: .specialist) else { return nil }
    switch row.status {
    case .registered:
      return clerk(with: .reception).map { Step(clerk: $0, commands: [.acceptOnline(assignee: nil, days: nil)]) }
    case .received:
      return clerk(with: .specialist).flatMap { target in
        clerk(with: .reception).map { Step(clerk: $0, commands: [.handOver(step: .verification, to: target)]) }
      }
    case .inProgress: return inProgress(row, specialist)
    case .supplementRequested: return Step(clerk: specialist, commands: [.receiveSupplement(received: [])])
    case .paymentRequested:
      return clerk(with: .reception).map { Step(clerk: $0, commands: [.recordPayment(amount: 8000, method: .cash)]) }
    case .completed: return handBack(row)
    case .refused, .withdrawn, .stopped, .handedBack: return nil
    }
  }

  private mutating func inProgress(_ row: QueueRow, _ specialist: ClerkID) -> Step? {
    switch random.below(100) {
    case 0..<30: return note(by: specialist)
    case 30..<40 where row.componentsDigitised < row.componentsCountable: return digitise(row)
    case 40..<46:
      return Step(clerk: specialist, commands: [.requestSupplement(items: [random.pick(words.supplements)])])
    default:
      guard let signer = clerk(with: .specialist) else { return nil }
      return Step(
        clerk: signer,
        commands: [.complete(DossierResult(approved: true, title: "Kết quả \(row.procedureName)"))])
    }
  }

  /// Somebody looks at a dossier and writes what was found out.
  public mutating func note(by clerk: ClerkID) -> Step {
    Step(clerk: clerk, commands: [.note(random.pick(words.notes))])
  }

  /// A paper is scanned: named by a hash, as every scan.
  public mutating func digitise(_ row: QueueRow) -> Step? {
    guard row.componentsDigitised < row.componentsCountable else { return nil }
    let hash = (0..<32).map { _ in
      let byte = random.below(256)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return clerk(with: .reception).map {
      Step(clerk: $0, commands: [.digitise(number: row.componentsDigitised + 1, blobHash: hash)])
    }
  }

  private mutating func handBack(_ row: QueueRow) -> Step? {
    clerk(with: .reception).map {
      Step(
        clerk: $0,
        commands: [
          .handBack(recipient: row.ownerName ?? "Chủ hồ sơ", delivery: random.chance(10) ? .post : .atDesk)
        ])
    }
  }

  private mutating func clerk(with role: Clerk.Role) -> ClerkID? {
    let able = clerks.filter { $0.has(role) }
    return able.isEmpty ? nil : random.pick(able).id
  }

  /// One of several, e.g. which dossier is next.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : random.pick(elements)
  }

  public mutating func chance(percent: Int) -> Bool { random.chance(percent) }
  public mutating func below(_ bound: Int) -> Int { random.below(bound) }
}
