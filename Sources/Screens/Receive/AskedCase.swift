import DossierDomain
import Synchronization

/// What the procedure asks for under the answers so far.
struct AskedCase: Sendable {
  var outcome: CaseOutcome
  /// The questions that decide something in this case.
  var questions: [Field]
  /// The papers that apply.
  var papers: [Field]
  /// Who pays less in this case; nil if nobody does.
  var reduction: Field?

  fileprivate init(_ answers: CaseAnswers, _ asked: AskedVersion) {
    let version = asked.version
    outcome = version.outcome(answers)
    let deciding = version.rules.questions.isEmpty ? [] : version.questions(under: answers)
    questions = zip(version.rules.questions, asked.questions).filter { deciding.contains($0.0) }.map(\.1)
    papers = zip(outcome.paperPlaces, outcome.papers).enumerated().map {
      ReceptionField.paper($0.element.0, number: $0.offset + 1, $0.element.1)
    }
    reduction = ReceptionField.reduction(version.rules.reductions, applying: outcome.reductions)
  }
}

/// What does not depend on answers.
struct AskedVersion: Sendable {
  let version: ProcedureVersion
  /// One field for each question of the procedure, in its order.
  let questions: [Field]
  /// One field for each paper, whether it applies or not.
  let papers: [Field]
  /// Tells versions apart in drafts, where answers are numbers and papers are places, which mean something in one version
  /// only.
  let mark: String

  fileprivate init(_ version: ProcedureVersion) {
    self.version = version
    questions = version.rules.questions.enumerated().map { ReceptionField.question($0.offset, $0.element) }
    papers = version.paperRules.enumerated().map {
      ReceptionField.paper($0.offset, number: $0.offset + 1, $0.element)
    }
    // FNV-1a, which is the same in every process.
    let hash = version.canonicalText.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    mark = String(hash, radix: 16)
  }
}

/// Remembers the case, which each key asks for several times, until the procedure or an answer changes. It says nothing that
/// the form does not say, so that all of them are equal.
final class CaseMemory: Equatable, Sendable {
  private struct Remembered: Sendable {
    var version: AskedVersion
    var answers: CaseAnswers?
    var asked: AskedCase?
  }

  private let remembered = Mutex<Remembered?>(nil)

  static func == (left: CaseMemory, right: CaseMemory) -> Bool { true }

  func version(_ version: ProcedureVersion) -> AskedVersion {
    remembered.withLock { remembered in
      if let known = remembered?.version, known.version == version { return known }
      let asked = AskedVersion(version)
      remembered = Remembered(version: asked)
      return asked
    }
  }

  func asked(_ version: ProcedureVersion, _ answers: CaseAnswers) -> AskedCase {
    let known = self.version(version)
    return remembered.withLock { remembered in
      if let asked = remembered?.asked, remembered?.answers == answers, remembered?.version.version == version {
        return asked
      }
      let asked = AskedCase(answers, known)
      remembered = Remembered(version: known, answers: answers, asked: asked)
      return asked
    }
  }
}
