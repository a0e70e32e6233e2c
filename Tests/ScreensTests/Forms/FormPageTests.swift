import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct FormPageTests {
  private static let size = Size(columns: 60, rows: 20)
  private static let session = Session(
    office: SampleOffice.snapshot(requiresPIN: false), language: .vi, isPlain: false, size: size,
    now: SampleOffice.morning)
  private static let now = SampleOffice.morning

  private static func option(_ value: String, digit: Character? = nil) -> Field.Option {
    Field.Option(value: value, label: Words(value, value), digit: digit)
  }

  private static let fields: [Field] = {
    var place = Field(id: "place", label: Words("Nơi", "Place"), kind: .text(.text))
    place.suggestions = Field.Suggesting(rows: 3) { typed, _, _ in
      typed.isEmpty ? [] : (1...5).map { Suggestion(value: "\($0)", text: "\(typed) \($0)") }
    }
    return [
      Field(id: "name", label: Words("Tên", "Name"), kind: .text(.text), maximumLength: 8), place,
      Field(
        id: "paper", label: Words("Giấy", "Paper"),
        kind: .choice([option("none", digit: "0"), option("copy", digit: "1")])),
      Field(id: Field.ID("row", 0), label: Words("Dòng 1", "Row 1"), kind: .text(.digits), proposal: "1"),
      Field(id: Field.ID("row", 1), label: Words("Dòng 2", "Row 2"), kind: .text(.digits)),
    ]
  }()

  private static func press(_ keys: [Key], _ form: inout Form) -> Form.Change {
    keys.reduce(.unused) { _, key in form.pressOnPage(key, fields, session, now) }
  }

  private static func type(_ text: String) -> [Key] { text.map { .character($0) } }

  private static func drawn(_ form: Form) -> Surface {
    var surface = Surface(size: size)
    FormPage(form: form, fields: fields, language: .vi).draw(on: &surface, row: 2, height: 15, width: 60)
    return surface
  }

  @Test(arguments: [Key.tab, .down, .enter])
  func onwardsToTheLastField(key: Key) {
    var form = Form(focus: "name")
    for field in Self.fields {
      #expect(form.focus == field.id)
      #expect(Self.press([key], &form) == .moved)
    }
    #expect(form.focus == Field.ID("row", 1))
  }

  @Test(arguments: [Key.backTab, .up])
  func backToTheFirstField(key: Key) {
    var form = Form(focus: Field.ID("row", 0))
    #expect(Self.press(Array(repeating: key, count: 9), &form) == .moved)
    #expect(form.focus == "name")
  }

  @Test(arguments: [Key.function(2), .escape, .pageUp, .controlEnter, .alt("a"), .control("f")])
  func keysOfCommandsAreNoneOfTheForms(key: Key) {
    for field in Self.fields {
      var form = Form(focus: field.id)
      #expect(Self.press([key], &form) == .unused)
      #expect(form == Form(focus: field.id))
    }
  }

  @Test func whatIsTypedStandsInItsFieldOnly() {
    var form = Form(focus: "name")
    #expect(Self.press(Self.type("Mơ"), &form) == .edited("name"))
    #expect(Self.press([.left], &form) == .moved)
    #expect(Self.fields.map { form.text($0) } == ["Mơ", "", "none", "1", ""])
    #expect(Self.press(Self.type("123456789"), &form) == .moved)
    #expect(form.text(Self.fields[0]).count == 8)
  }

  @Test func anOptionIsChosenByBlankArrowOrDigit() {
    let paper = Self.fields[2]
    for (keys, value) in [
      ([Key.character(" ")], "copy"), ([.right, .right], "none"), ([.left], "copy"), ([.character("1")], "copy"),
      ([.character("1"), .character("0")], "none"),
    ] {
      var form = Form(focus: "paper")
      #expect(Self.press(keys, &form) == .edited("paper"))
      #expect(form.text(paper) == value)
    }
    var form = Form(focus: "paper")
    #expect(Self.press(Self.type("7x"), &form) == .unused)
    #expect(form.text(paper) == "none")
  }

  @Test func aSuggestionIsChosenAndStandsInTheField() {
    var form = Form(focus: "place")
    #expect(Self.press(Self.type("xã"), &form) == .edited("place"))
    #expect(Self.press([.down, .down, .up, .enter], &form) == .chosen("place", Suggestion(value: "2", text: "xã 2")))
    #expect(form.text(Self.fields[1]) == "xã 2")
    #expect(form.offer == nil)
    // There is no suggestion any more, so the next Enter moves on.
    #expect(Self.press([.enter], &form) == .moved)
    #expect(form.focus == "paper")
  }

  @Test func suggestionsWaitWhereTheyWereAskedFor() {
    var form = Form(focus: "place")
    _ = Self.press(Self.type("xã") + [.backTab], &form)
    #expect(form.focus == "name")
    #expect(form.offer == nil)
    _ = Self.press([.tab], &form)
    #expect(form.offer?.suggestions.count == 5)
  }

  @Test func whatIsPastedIsOneLineAndNothingForAChoice() {
    var form = Form(focus: "name")
    #expect(form.pasteOnPage("a\nb", Self.fields, Self.session, Self.now) == .edited("name"))
    #expect(form.text(Self.fields[0]) == "a b")
    form.go(to: "paper")
    #expect(form.pasteOnPage("copy", Self.fields, Self.session, Self.now) == .moved)
    #expect(form.text(Self.fields[2]) == "none")
  }

  @Test func aDraftComesBackByTheNamesOfItsFields() {
    var form = Form(focus: "name")
    _ = Self.press(
      Self.type("Mơ") + [.tab, .tab, .right, .tab, .end] + Self.type("2") + [.tab] + Self.type("3"), &form)
    let kept = form.contents(of: Self.fields).fields
    #expect(kept.map(\.key) == ["name", "place", "paper", "row", "row"])
    var back = Form(focus: "name")
    back.apply(Contents(kept.filter { $0.key != "place" } + [Place.Field("unknown", "x")]), for: Self.fields)
    #expect(Self.fields.map { back.text($0) } == ["Mơ", "", "copy", "12", "3"])
    // If the stored option no longer exists, the first one is selected.
    back.apply(Contents([Place.Field("paper", "stamped")]), for: Self.fields)
    #expect(back.text(Self.fields[2]) == "none")
  }

  @Test func anUntouchedFieldHoldsItsProposalOrNothingButBlanks() {
    var form = Form(focus: "name")
    #expect(Self.fields.allSatisfy { form.isUntouched($0) })
    _ = Self.press(Self.type("  "), &form)
    #expect(form.isUntouched(Self.fields[0]))
    form.set(Self.fields[3], "2")
    #expect(!form.isUntouched(Self.fields[3]))
    form.clear("row")
    #expect(form.isUntouched(Self.fields[3]))
  }

  /// The mark and the cursor stand in the row of the same field.
  @Test func theCursorIsWhereTheMarkIs() {
    for field in Self.fields {
      var form = Form(focus: field.id)
      form.set(Self.fields[0], "Mơ")
      let surface = Self.drawn(form)
      let marked = surface.lines.firstIndex { $0.hasPrefix("▶") }
      #expect(marked == surface.cursor?.row)
      #expect(marked.map { surface.lines[$0].contains(field.label.vi) } == true)
    }
    #expect(Self.drawn(Form(focus: "name")).cursor == Position(row: 2, column: 21))
  }

  @Test func suggestionsStandBelowTheirField() {
    var form = Form(focus: "place")
    _ = Self.press(Self.type("xã") + [.down], &form)
    let lines = Self.drawn(form).lines
    #expect(lines[3].hasPrefix("▶ Nơi"))
    #expect(lines[4].contains("1         xã 1"))
    #expect(lines[5].hasPrefix("  ▶ 2"))
    #expect(!lines[7].contains("xã"))
  }
}
