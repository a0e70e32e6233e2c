import DossierDomain
import OfficeWork

/// Something that is done to dossiers from any screen: what is asked first, and which commands come of the answers.
struct Verb: Sendable {
  /// Stable: the palette, drafts and `.` know it by this name.
  let name: String
  let title: Words
  /// What will happen, said before it does.
  let consequence: Words
  /// The sentence that says why a dossier in this status cannot have it; the rules have the last word.
  let reasonAgainst: @Sendable (DossierStatus, Language) -> String?
  /// The question after these answers; nil when everything is known.
  let question: @Sendable (_ answers: [String], Session, Instant) -> Question?
  /// Only called when there is no further question.
  let commands: @Sendable (_ answers: [String], QueueRow, Session) -> [DossierCommand]
  /// For a verb whose command needs something from outside first, e.g. the hash of a file; `commands` is then not asked.
  let effect: (@Sendable (RequestNumber, _ answers: [String], QueueRow, ClerkID) -> ActEffect)?
  /// For a verb about a clerk of the office, whose id is the first answer; nil for verbs about dossiers.
  let officeEffect: (@Sendable (RequestNumber, _ answers: [String], Session, ClerkID) -> ActEffect?)?
  /// Whether `.` may do it again on another dossier with these answers: not what ends one, means one paper of it, or
  /// names a document or a person of its own.
  let isRepeatable: @Sendable (_ answers: [String]) -> Bool

  init(
    _ name: String, _ title: Words, consequence: Words,
    unless reasonAgainst: @escaping @Sendable (DossierStatus, Language) -> String?,
    asks question: @escaping @Sendable (_ answers: [String], Session, Instant) -> Question? = { _, _, _ in nil },
    commands: @escaping @Sendable (_ answers: [String], QueueRow, Session) -> [DossierCommand] = { _, _, _ in [] },
    effect: (@Sendable (RequestNumber, _ answers: [String], QueueRow, ClerkID) -> ActEffect)? = nil,
    officeEffect: (@Sendable (RequestNumber, _ answers: [String], Session, ClerkID) -> ActEffect?)? = nil,
    isRepeatable: @escaping @Sendable (_ answers: [String]) -> Bool = { _ in true }
  ) {
    self.name = name
    self.title = title
    self.consequence = consequence
    self.reasonAgainst = reasonAgainst
    self.question = question
    self.commands = commands
    self.effect = effect
    self.officeEffect = officeEffect
    self.isRepeatable = isRepeatable
  }

  static let all: [Verb] = [
    .handOver, .takeOver, .assign, .acceptOnline, .requestSupplement, .receiveSupplement, .complete, .handBack, .extend,
    .fee, .end, .note, .correct, .reopen, .issueCode, .paperForm, .digitise, .replaceByLookup, .reuse, .addPaper,
    .setAbsence, .clearAbsence, .reassign,
  ]

  static func named(_ name: String) -> Verb? { all.first { $0.name == name } }
}

extension Verb {
  /// Not for dossiers whose status has no way to this one.
  static func needs(_ target: DossierStatus) -> @Sendable (DossierStatus, Language) -> String? {
    { status, language in
      status.successors.contains(target) ? nil : Denial.moveNotAllowed(from: status, to: target).wording(language)
    }
  }

  static let needsRunning: @Sendable (DossierStatus, Language) -> String? = { status, language in
    status.isFinal ? Denial.alreadyFinal(status).wording(language) : nil
  }
}

/// One thing that must be known before an action: a text to type or a choice to make.
struct Question: Sendable {
  enum Kind: Sendable {
    /// `problem` says what is wrong with a text; nil when it will do.
    case text(initial: String, problem: @Sendable (String, Language) -> String?)
    case choice([Option])
  }

  struct Option: Sendable {
    var value: String
    var label: String
  }

  var label: Words
  var kind: Kind

  static func required(_ label: Words) -> Question {
    Question(
      label: label,
      kind: .text(initial: "") { text, language in
        text.contains { !$0.isWhitespace }
          ? nil : language.pick("Chưa có nội dung. Hãy gõ rồi Enter.", "Nothing typed yet.")
      })
  }

  static func optional(_ label: Words, initial: String = "") -> Question {
    Question(label: label, kind: .text(initial: initial) { _, _ in nil })
  }

  static func choice(_ label: Words, _ options: [(value: String, label: String)]) -> Question {
    Question(label: label, kind: .choice(options.map { Option(value: $0.value, label: $0.label) }))
  }

  /// Who is away today is said to be.
  static func clerk(_ label: Words, _ session: Session, _ now: Instant, nobody: Words? = nil) -> Question {
    let none = nobody.map { [("", $0(session.language))] } ?? []
    let away = session.absentClerks(on: now.civilDate)
    return choice(
      label,
      session.activeClerks.map { clerk in
        (
          clerk.id.hexadecimal,
          clerk.name + (away.contains(clerk.id) ? session.language.pick(" (vắng)", " (away)") : "")
        )
      } + none)
  }

  static func day(_ label: Words, after now: Instant, _ calendar: WorkingCalendar) -> Question {
    Question(
      label: label,
      kind: .text(initial: "") { text, language in
        guard let date = CivilDate(text: text) else {
          return language.pick("Hãy gõ ngày như 30/11/2026.", "Type a day such as 30/11/2026.")
        }
        guard date > now.civilDate else {
          return language.pick("Ngày phải sau hôm nay.", "The day must be after today.")
        }
        guard let next = try? calendar.nextWorkingDay(onOrAfter: date) else {
          return Denial.calendarOutOfRange.wording(language)
        }
        return next == date ? nil : Denial.newDueOnDayOff(next: next).wording(language)
      })
  }

  static func amount(_ label: Words) -> Question {
    Question(
      label: label,
      kind: .text(initial: "") { text, language in
        dongAmount(text) == nil ? language.pick("Hãy gõ số tiền như 8.000.", "Type an amount such as 8.000.") : nil
      })
  }
}

/// Đồng as typed: digits, with points or blanks between thousands.
func dongAmount(_ text: String) -> Int? {
  let digits = text.filter { $0 != "." && $0 != " " }
  guard !digits.isEmpty, digits.utf8.count <= 10, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int(digits)
}

extension Array where Element == String {
  /// The answer at a place, empty when there is none.
  func answer(_ index: Int) -> String { indices.contains(index) ? self[index] : "" }
}
