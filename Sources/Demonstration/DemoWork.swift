import DossierDomain
import OfficeWork

/// The decisions of a demo office's clerks, made from a seed. They fill a day, or simulate desks beside the newcomer's.
public struct DemoWork: Sendable {
  /// One command of a clerk. Whether the rules allow it is decided when it is recorded.
  public struct Step: Hashable, Sendable {
    public var clerk: ClerkID
    public var commands: [DossierCommand]
  }

  private let clerks: [Clerk]
  private let procedures: [ProcedureVersion]
  private let words: DemoWords
  private var random: SeededRandom

  /// - Parameter usesOtherWords: uses names and notes that no other demo has.
  public init(seed: UInt64, clerks: [Clerk], usesOtherWords: Bool = false) {
    random = SeededRandom(seed: seed)
    self.clerks = clerks.filter(\.isActive)
    words = usesOtherWords ? .second : .first
    procedures = Catalogue.starter.versions.filter {
      $0.isReceivable && $0.timeLimit != .unknown && !$0.isConfidential
    }
  }

  /// The reception of a new dossier.
  public mutating func reception() -> Step? {
    guard let clerk = clerk(with: .reception), !procedures.isEmpty else { return nil }
    let version = random.pick(procedures)
    let components = version.components.enumerated().map { index, name in
      Component(
        number: index + 1, name: name,
        form: random.chance(90) ? random.pick([.original, .photocopy, .certifiedCopy]) : .missing)
    }
    var form = ReceptionForm(
      procedureCode: version.code, owner: DemoPeople.person(&random, words),
      applicant: random.chance(15) ? DemoPeople.person(&random, words) : nil, components: components,
      delivery: random.chance(10) ? .post : .atDesk)
    for question in version.rules.questions where question.usual == nil { form.answers[question.id] = 1 }
    return Step(clerk: clerk, commands: [.receive(form)])
  }

  /// The next step of a dossier; nil if there is none.
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
    case .supplementRequested: return Step(clerk: specialist, commands: [.receiveSupplement()])
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

  /// A clerk examines a dossier and writes a note.
  public mutating func note(by clerk: ClerkID) -> Step {
    Step(clerk: clerk, commands: [.note(random.pick(words.notes))])
  }

  /// A paper is scanned; like every scan it is identified by a hash.
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

  /// A random element, such as the next dossier.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : random.pick(elements)
  }

  public mutating func chance(percent: Int) -> Bool { random.chance(percent) }
  public mutating func below(_ bound: Int) -> Int { random.below(bound) }
}
