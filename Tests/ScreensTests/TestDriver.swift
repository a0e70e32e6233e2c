import DossierDomain
import Terminal
import Testing

@testable import Screens

/// Simulates a clerk: presses keys and reads the screen. A `MemoryOffice` answers effects at once.
struct TestDriver {
  var app: App
  var office: MemoryOffice
  var now: Instant
  var size: Size
  /// Effects of the last event that the store does not answer, such as quitting or a theme.
  var leftOver: [Effect] = []

  init(
    office: MemoryOffice = SampleOffice.busy(), size: Size = Size(columns: 80, rows: 24), language: Language = .vi,
    now: Instant = SampleOffice.morning
  ) {
    self.office = office
    self.size = size
    self.now = now
    app = App(office: office.snapshot, language: language, size: size, now: now)
    handle(app.start())
  }

  /// In the queue, signed in as the head of desk.
  static func signedIn(
    office: MemoryOffice = SampleOffice.busy(requiresPIN: false), size: Size = Size(columns: 80, rows: 24),
    language: Language = .vi
  ) -> TestDriver {
    var driver = TestDriver(office: office, size: size, language: language)
    driver.press("1")
    if driver.app.context == .dayStart { driver.press("<esc>") }
    return driver
  }

  /// Presses keys given by their names: `press("T", "<enter>")`.
  mutating func press(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    for name in names {
      guard let key = Key(name: name) else {
        Issue.record("no such key: \(name)", sourceLocation: sourceLocation)
        return
      }
      send(.key(key))
    }
  }

  /// Presses a key that issues a code; papers that are asked for are missing, and a fee is left unpaid.
  mutating func issue(_ key: String = "<F2>", sourceLocation: SourceLocation = #_sourceLocation) {
    press(key, sourceLocation: sourceLocation)
    if case .papers = (app.top.screen as? ReceiveState)?.question { press("0", sourceLocation: sourceLocation) }
    if case .fee = (app.top.screen as? ReceiveState)?.question { press("c", sourceLocation: sourceLocation) }
  }

  /// Goes to a field of the reception form by Tab or Shift+Tab.
  mutating func go(to field: Field.ID, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let form = app.top.screen as? ReceiveState,
      let from = form.fields.firstIndex(where: { $0.id == form.form.focus }),
      let to = form.fields.firstIndex(where: { $0.id == field })
    else {
      Issue.record("no field \(field.name)", sourceLocation: sourceLocation)
      return
    }
    for _ in 0..<abs(to - from) { press(to > from ? "<tab>" : "<s-tab>", sourceLocation: sourceLocation) }
  }

  /// Types as a hand does: a second for each letter.
  mutating func typeSlowly(_ text: String) {
    for character in text {
      now = Instant(milliseconds: now.milliseconds + 1000)
      send(.key(.character(character)))
    }
  }

  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  mutating func send(_ event: Event) {
    leftOver = []
    handle(app.update(event, now: now))
  }

  /// Time passes, and the screen receives the event that the run loop would send.
  mutating func wait(minutes: Int) {
    now = now.adding(minutes: minutes)
    send(.timePassed)
  }

  /// Stops the program and starts it again on the same data.
  mutating func restart() {
    app = App(office: office.snapshot, language: app.session.language, size: size, now: now)
    handle(app.start())
  }

  /// Lets the store answer effects that were held back.
  mutating func run(_ effects: [Effect]) {
    leftOver = []
    handle(effects)
  }

  private mutating func handle(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if let answer = office.answer(effect, now: now) {
        waiting += app.update(.answered(answer), now: now)
      } else {
        leftOver.append(effect)
      }
    }
  }

  var screen: Surface { app.view(size: size, now: now) }
  var text: String { screen.lines.joined(separator: "\n") }

  /// The parts of the rows that are marked as found.
  var marked: [String] { screen.texts(in: .match) }

  /// The row with the cursor's arrow.
  var focusedLine: String { screen.lines.first { $0.hasPrefix("▶") } ?? "" }

  func expect(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(text.contains(part), "\(part) is not on the screen:\n\(text)", sourceLocation: sourceLocation)
  }

  /// Like `expect`, for a sentence that may continue on the next line.
  func expectSentence(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains(part), "\(part) is not on the screen:\n\(text)", sourceLocation: sourceLocation)
  }

  func expectNot(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!text.contains(part), "\(part) is on the screen:\n\(text)", sourceLocation: sourceLocation)
  }

  func expectFocus(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(focusedLine.contains(part), "the cursor is elsewhere:\n\(text)", sourceLocation: sourceLocation)
  }
}
