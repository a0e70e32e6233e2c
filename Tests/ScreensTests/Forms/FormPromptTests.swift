import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct FormPromptTests {
  private static func text(_ proposal: String = "") -> Field {
    Field(
      id: "q", label: Words("Gì?", "What?"), kind: .text(.text), proposal: proposal,
      check: { text, language in text.isEmpty ? language.pick("Chưa có.", "Nothing.") : nil })
  }

  private static let choice = Field(
    id: "q", label: Words("Ai?", "Who?"),
    kind: .choice((1...12).map { Field.Option(value: "v\($0)", label: Words("Một \($0)", "One \($0)")) }))

  private static func press(_ keys: [Key], _ prompt: inout FormPrompt, _ field: Field) -> FormPrompt.Change {
    keys.reduce(.unused) { _, key in prompt.press(key, field, .vi) }
  }

  @Test(arguments: [Key.enter, .tab])
  func aTextIsAnsweredOnceItWillDo(key: Key) {
    var prompt = FormPrompt(Self.text())
    #expect(Self.press([key], &prompt, Self.text()) == .changed)
    #expect(prompt.problem == "Chưa có.")
    #expect(Self.press([.character("a"), key], &prompt, Self.text()) == .answered("a"))
    #expect(prompt.problem == nil)
  }

  @Test(arguments: [
    ([Key.character("7")], "7"), ([.backspace, .character("7")], "27"), ([.end, .character("7")], "267"),
    ([.home, .character("7")], "726"), ([.enter], "26"),
  ])
  func aProposalGivesWayToWhatIsTypedAndStaysForAnyOtherKey(keys: [Key], text: String) {
    let field = Self.text("26")
    var prompt = FormPrompt(field)
    _ = Self.press(keys, &prompt, field)
    #expect(prompt.form.text(field) == text)
  }

  @Test func whatIsPastedTakesThePlaceOfAProposalToo() {
    let field = Self.text("26")
    var prompt = FormPrompt(field)
    #expect(prompt.typed == Contents())
    prompt.insert("3\n4", field)
    prompt.insert("5", field)
    #expect(prompt.typed == Contents().appending("q", "3 45"))
  }

  @Test func aDraftIsNoProposal() {
    let field = Self.text("26")
    var prompt = FormPrompt(field, draft: "hôm qua")
    _ = Self.press([.character("!")], &prompt, field)
    #expect(prompt.form.text(field) == "hôm qua!")
  }

  @Test func optionsAreChosenByArrowsAndDigits() {
    for (keys, value) in [
      ([Key.enter], "v1"), ([.down, .tab], "v2"), ([.up, .up, .enter], "v1"), ([.down, .down, .up, .enter], "v2"),
      ([.character("9")], "v9"), (Array(repeating: Key.down, count: 20) + [.enter], "v12"),
    ] {
      var prompt = FormPrompt(Self.choice)
      #expect(Self.press(keys, &prompt, Self.choice) == .answered(value))
    }
    var prompt = FormPrompt(Self.choice, draft: "v3")
    #expect(Self.press([.character("0"), .character("x")], &prompt, Self.choice) == .changed)
    #expect(Self.press([.enter], &prompt, Self.choice) == .answered("v3"))
    #expect(prompt.typed == Contents())
  }

  /// "Nobody" is stored as an empty text. Without a draft the first option is proposed all the same.
  @Test func theFirstOptionIsProposedWhateverTheOthersAreKeptAs() {
    let options = ["lan", ""].map { Field.Option(value: $0, label: Words("–", "–")) }
    let field = Field(id: "q", label: Words("Ai?", "Who?"), kind: .choice(options))
    var prompt = FormPrompt(field)
    #expect(Self.press([.enter], &prompt, field) == .answered("lan"))
    prompt = FormPrompt(field, draft: "")
    #expect(Self.press([.enter], &prompt, field) == .answered(""))
  }

  @Test func nothingIsAnsweredWhereNothingCanBeChosen() {
    let field = Field(id: "q", label: Words("Ai?", "Who?"), kind: .choice([]))
    var prompt = FormPrompt(field)
    #expect(Self.press([.down, .up, .character("1"), .enter], &prompt, field) == .changed)
  }

  @Test(arguments: [Key.function(3), .function(12), .control("f"), .escape, .pageDown])
  func keysOfCommandsAreNoneOfThePrompts(key: Key) {
    for field in [Self.text(), Self.choice] {
      var prompt = FormPrompt(field)
      #expect(Self.press([key], &prompt, field) == .unused)
      #expect(prompt == FormPrompt(field))
    }
  }

  @Test(arguments: 0..<12)
  func theCursorStandsAtTheMarkedOption(steps: Int) {
    var prompt = FormPrompt(Self.choice)
    _ = Self.press(Array(repeating: .down, count: steps), &prompt, Self.choice)
    var surface = Surface(size: Size(columns: 30, rows: 12))
    let height = FormPrompt.height(Self.choice, available: 5, width: 20, isPlain: false)
    let dialog = Dialog(on: &surface, title: "", foot: "", lineCount: height)
    prompt.draw(Self.choice, in: dialog, line: 0, height: height, on: &surface, TestDriver().app.session)
    let marked = surface.lines.firstIndex { $0.contains("▶") }
    #expect(marked == surface.cursor?.row)
    #expect(marked.map { surface.lines[$0].contains("Một \(steps + 1)") } == true)
  }
}
