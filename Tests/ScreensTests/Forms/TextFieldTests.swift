import Terminal
import Testing

@testable import Screens

@Suite struct TextFieldTests {
  private static func field(_ text: String = "", _ keys: [Key], kind: TextField.Kind = .text, maximum: Int = 500)
    -> TextField
  {
    var field = TextField(text, kind: kind, maximumLength: maximum)
    for key in keys { _ = field.press(key) }
    return field
  }

  @Test(
    arguments: [
      ([.character("x")], "abcx", 4), ([.backspace], "ab", 2), ([.home, .delete], "bc", 0),
      ([.left, .character("x")], "abxc", 3), ([.left, .backspace], "ac", 1), ([.home, .right, .delete], "ac", 1),
      ([.control("a"), .character("x")], "xabc", 1), ([.home, .control("e"), .character("x")], "abcx", 4),
      ([.left, .control("u")], "c", 0), ([.home, .end, .backspace], "ab", 2), ([.control("w")], "", 0),
    ] as [([Key], String, Int)])
  func keysOfATextDoWhatTheyDoEverywhere(keys: [Key], text: String, cursor: Int) {
    let field = Self.field("abc", keys)
    #expect(field.text == text)
    #expect(field.cursor == cursor)
  }

  @Test(arguments: [Key.backspace, .delete, .left, .right, .control("u"), .control("w"), .home, .end])
  func nothingHappensBeyondTheEnds(key: Key) {
    #expect(Self.field("", [key, key]) == TextField())
  }

  @Test(arguments: [Key.enter, .tab, .escape, .up, .function(3), .alt("x"), .control("f"), .pageUp, .insert])
  func otherKeysAreNoneOfItsOwn(key: Key) {
    var field = TextField("abc")
    let isItsOwn = field.press(key)
    #expect(!isItsOwn)
    #expect(field == TextField("abc"))
  }

  /// The diacritic may arrive as a key of its own, or the letter as its parts.
  @Test func lettersAreWholeHoweverTheyCome() {
    let word = "Việt"
    let composed = Self.field("", word.unicodeScalars.map { .character(Character($0)) })
    var decomposed = TextField()
    for scalar in "Vie\u{302}\u{323}t".unicodeScalars { _ = decomposed.press(.character(Character(scalar))) }
    #expect(Array(decomposed.text.unicodeScalars) == Array(word.unicodeScalars))
    #expect(decomposed == composed)
    _ = decomposed.press(.left)
    _ = decomposed.press(.backspace)
    #expect(decomposed.text == "Vit")
  }

  /// Text stored by another program with letters in parts is also one letter per key.
  @Test func aLetterInPartsIsRemovedWhole() {
    #expect(Self.field("Vie\u{302}\u{323}", [.backspace]).text == "Vi")
    #expect(Self.field("e\u{302}\u{323}t", [.home, .delete]).text == "t")
  }

  @Test func whatIsPastedStandsInOneLine() {
    var field = TextField("ab")
    _ = field.press(.left)
    field.insert("một\nhai\r\nba\u{1B}[31m")
    #expect(field.text == "amột hai bab")
    #expect(field.cursor == "amột hai ba".count)
  }

  @Test func whatDoesNotFitIsLeftOut() {
    var field = TextField("abc", maximumLength: 5)
    field.insert("defgh")
    #expect(field.text == "abcde")
    field.insert("x")
    #expect(field.text == "abcde")
    #expect(field.cursor == 5)
    #expect(TextField("abcdefgh", maximumLength: 5).text == "abcde")
  }

  @Test(arguments: [
    (TextField.Kind.digits, "02/03.19-7 a", "02/03.19-7 "), (.number, "1 2a.3", "123"), (.text, "a\u{202E}b", "ab"),
    (.secret, "Mật khẩu\n1", "Mật khẩu1"),
  ])
  func eachKindTakesItsOwn(kind: TextField.Kind, typed: String, taken: String) {
    var field = TextField(kind: kind)
    field.insert(typed)
    #expect(field.text == taken)
  }

  @Test func aSecretIsDrawnAsDotsAndHasNoPlaceInside() {
    let field = Self.field("", [.character("1"), .character("2"), .left, .home, .character("3")], kind: .secret)
    #expect(field.text == "123")
    var surface = Surface(size: Size(columns: 20, rows: 1))
    field.draw(on: &surface, row: 0, column: 2, width: 10, isActive: true)
    #expect(surface.lines.first?.contains("•••") == true)
    #expect(surface.lines.first?.contains("1") == false)
    #expect(surface.cursor == Position(row: 0, column: 5))
  }

  /// The cursor and the text around it are always visible.
  @Test(arguments: 0...40)
  func theCursorIsAlwaysInSight(steps: Int) {
    var field = TextField(String(repeating: "Hồ Thị Mơ ", count: 4))
    for _ in 0..<steps { _ = field.press(.left) }
    var surface = Surface(size: Size(columns: 30, rows: 1))
    field.draw(on: &surface, row: 0, column: 4, width: 12, isActive: true)
    let column = surface.cursor.map(\.column) ?? -1
    #expect((4..<16).contains(column))
    if field.cursor < field.text.count {
      let under = Array(field.text)[field.cursor]
      #expect(surface.lines.first.map { Array($0)[column] } == under)
    }
  }
}
