import DossierDomain
import OfficeWork
import Terminal

/// The first run on a machine: there is no office yet, and therefore no `App`. It leads to one, or out of the program.
///
/// The run loop calls `update` for every event, carries out the outcome, and shows `view`. Like `App`, it is a value.
public struct FirstRun: Equatable, Sendable {
  /// What the run loop has to do. If it cannot, it calls `fail`.
  public enum Outcome: Hashable, Sendable {
    case found(NewOffice)
    /// Open the invented office in its own folder, and make it before if it is not there.
    case demonstrate
    case leave
  }

  /// Where the data are and will be.
  public struct Places: Hashable, Sendable {
    public var data: String
    /// The data folder was given on the command line, so other commands need it too.
    public var isGiven: Bool
    /// The folder of the invented office, beside the real data.
    public var demo: String

    public init(data: String, isGiven: Bool, demo: String) {
      self.data = data
      self.isGiven = isGiven
      self.demo = demo
    }
  }

  enum Page: Equatable, Sendable {
    case ways
    case form
    case summary
    case demo
    case otherMachine
  }

  enum Way: Int, CaseIterable {
    case found, demo, otherMachine
  }

  private(set) var page = Page.ways
  private(set) var ways = ListWindow()
  private(set) var form = Form(focus: Self.unitField.id)
  /// The unit that was chosen from the suggestions; nil while the typed text is only text.
  private(set) var unit: AdministrativeUnit?
  /// The first visible line of a page of text.
  private(set) var topLine = 0
  /// When the summary was shown; an Enter that comes in one go with the one before is no answer.
  private var shownAt: Instant?
  /// The outcome is being carried out.
  private(set) var isWorking = false
  let places: Places
  /// The forms and widgets want a session. Of this one only language, typing, size and message are used.
  private(set) var session: Session

  public init(language: Language, typing: OwnTyping = OwnTyping(), places: Places, size: Size) {
    self.places = places
    let nothing = Office(id: OfficeID(high: 0, low: 0), name: "", agencyCode: "", unitCode: "")
    session = Session(
      office: OfficeSnapshot(office: nothing, clerks: [], absences: [], calendar: .standard), language: language,
      isPlain: false, size: size, now: Instant(milliseconds: 0))
    session.typing = typing
  }

  public var language: Language { session.language }

  // MARK: Events

  public mutating func update(_ event: Event, now: Instant) -> Outcome? {
    switch event {
    case .key(let key), .composed(let key):
      guard !isWorking else { return nil }
      session.message = nil
      return press(key, now)
    case .text(let text):
      guard page == .form, !isWorking else { return nil }
      session.message = nil
      note(form.pasteOnPage(text, Self.fields, session, now))
    case .resized(let size): session.size = size
    // There is no office yet that could know a code.
    case .timePassed, .answered, .scan: break
    }
    return nil
  }

  /// The outcome could not be carried out: everything typed is kept for another try.
  /// - Parameter sentence: what went wrong, and what to do.
  public mutating func fail(_ sentence: String) {
    isWorking = false
    session.complain(
      page == .summary
        ? language.pick(
          "Chưa tạo được đơn vị; những gì đã gõ vẫn còn đây. ", "The office was not made; what you typed is kept. ")
          + sentence
        : sentence)
  }

  private mutating func press(_ key: Key, _ now: Instant) -> Outcome? {
    switch page {
    case .ways: return pressInWays(key, now)
    case .form:
      pressInForm(key, now)
      return nil
    case .summary:
      if key == .enter, let shownAt, now < shownAt.afterAPause { return nil }
      return pressOnSummary(key)
    case .demo:
      if key == .enter, let shownAt, now < shownAt.afterAPause { return nil }
      guard key == .enter else { return pressInText(key) }
      isWorking = true
      return .demonstrate
    case .otherMachine: return pressInText(key)
    }
  }

  // MARK: The ways to begin

  private mutating func pressInWays(_ key: Key, _ now: Instant) -> Outcome? {
    switch key {
    case .up: ways.move(by: -1, count: Way.allCases.count)
    case .down: ways.move(by: 1, count: Way.allCases.count)
    case .enter: begin(now)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...Way.allCases.count).contains(number) else { return nil }
      ways.choose(number - 1, count: Way.allCases.count)
      begin(now)
    case .escape, .function(10): return .leave
    default: break
    }
    return nil
  }

  private mutating func begin(_ now: Instant) {
    (topLine, shownAt) = (0, now)
    switch Way(rawValue: ways.chosen) {
    case .found: page = .form
    case .demo: page = .demo
    case .otherMachine: page = .otherMachine
    case nil: break
    }
  }

  private mutating func pressInText(_ key: Key) -> Outcome? {
    switch key {
    case .up: topLine = max(0, topLine - 1)
    case .down: topLine = min(topLine + 1, max(0, textLines(width: textWidth).count - textRows))
    case .escape, .function(10): page = .ways
    default: break
    }
    return nil
  }

  // MARK: The form

  private mutating func pressInForm(_ key: Key, _ now: Instant) {
    switch key {
    case .escape, .function(10): page = .ways
    case .function(9): session.typing.isOn.toggle()
    case .enter where form.offer == nil: goOn(now)
    default: note(form.pressOnPage(key, Self.fields, session, now))
    }
  }

  /// Enter leaves a field only if its text is right; after the last one it leads to the summary.
  private mutating func goOn(_ now: Instant) {
    let fields = Self.fields
    guard form.focus == fields.last?.id else {
      if let problem = problem(form.focus) { return session.complain(problem(language)) }
      return form.move(1, fields)
    }
    for field in fields {
      guard let problem = problem(field.id) else { continue }
      form.go(to: field.id)
      return session.complain(problem(language))
    }
    (page, shownAt) = (.summary, now)
  }

  private mutating func note(_ change: Form.Change) {
    switch change {
    case .edited(Self.unitField.id): unit = nil
    case .chosen(Self.unitField.id, let suggestion): choose(suggestion)
    case .unused, .moved, .edited, .chosen: break
    }
  }

  /// The name of the office follows from its unit; it can be changed, and the next field is the one that must be typed.
  private mutating func choose(_ suggestion: Suggestion) {
    guard let chosen = AdministrativeUnits.quangTri.unit(code: suggestion.value, era: .twoLevels) else { return }
    unit = chosen
    form.set(Self.nameField, "\(chosen.kind.rawValue.lowercased()) \(chosen.name)")
    form.go(to: Self.agencyCodeField.id)
  }

  // MARK: The summary

  private mutating func pressOnSummary(_ key: Key) -> Outcome? {
    switch key {
    case .enter:
      guard let newOffice else { return nil }
      isWorking = true
      return .found(newOffice)
    case .escape: page = .form
    case .function(10): page = .ways
    default: break
    }
    return nil
  }
}
