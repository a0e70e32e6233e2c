import Terminal
import Testing
import VietnameseText

@testable import Screens

/// The keys of a line, in the conventions of desktops and of readline.
@Suite struct LineEditorTests {
  private static func field(_ text: String, _ keys: [Key], typing: TypingRules? = nil) -> TextField {
    var field = TextField(text)
    for key in keys { _ = field.press(key, typing: typing) }
    return field
  }

  private static func letters(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test(
    arguments: [
      ([.wordLeft], "một hai ba", 8), ([.alt("b"), .alt("b")], "một hai ba", 4),
      ([.home, .wordRight], "một hai ba", 3), ([.home, .alt("f"), .alt("f")], "một hai ba", 7),
      ([.control("w")], "một hai ", 8), ([.wordBackspace], "một hai ", 8),
      ([.home, .wordDelete], " hai ba", 0), ([.home, .alt("d")], " hai ba", 0),
      ([.home, .right, .control("k")], "m", 1), ([.wordLeft, .control("u")], "ba", 0),
      ([.control("w"), .home, .control("y")], "bamột hai ", 2),
      ([.home, .control("k"), .control("y"), .control("y")], "một hai bamột hai ba", 20),
    ] as [([Key], String, Int)])
  func wordsAreMovedOverAndCut(keys: [Key], text: String, cursor: Int) {
    let field = Self.field("một hai ba", keys)
    #expect(field.text == text)
    #expect(field.cursor == cursor)
  }

  @Test(arguments: [Key.control("z"), .control("_")])
  func undoGoesBackByWordsAndCuts(undo: Key) {
    let typed = Self.field("", Self.letters("mẹ con") + [.backspace] + Self.letters("ng") + [.control("w")])
    #expect(typed.text == "mẹ ")
    var field = typed
    var texts: [String] = []
    while field.press(undo) { texts.append(field.text) }
    #expect(texts == ["mẹ cong", "mẹ ", ""])
  }

  /// Nothing to undo or to yank: the key is another command's.
  @Test(arguments: [Key.control("z"), .control("_"), .control("y")])
  func whatTheFieldCannotDoItLeaves(key: Key) {
    var field = TextField("abc")
    let isItsOwn = field.press(key)
    #expect(!isItsOwn)
  }

  @Test func aSecretIsNeitherKeptNorYanked() {
    var field = TextField(kind: .secret)
    for key in Self.letters("1234") + [.control("u")] { _ = field.press(key) }
    #expect(field.text.isEmpty)
    for key in [Key.control("y"), .control("z")] { _ = field.press(key) }
    #expect(field.text.isEmpty)
    #expect(field == TextField(kind: .secret))
  }

  /// A letter is never cut in two, whatever its parts.
  @Test func aLetterOfSeveralPartsIsOne() {
    let name = "Kơ\u{306} Rông"
    #expect(Self.field(name, [.home, .right, .right, .control("k")]).text == "Kơ\u{306}")
    #expect(Self.field(name, [.home, .wordRight, .backspace]).text == "K Rông")
  }

  // MARK: Typing

  private static let telex = TypingRules(.telex)

  @Test func lettersAreComposedInPlace() {
    #expect(Self.field("", Self.letters("Nguyeenx Thij Hoaf"), typing: Self.telex).text == "Nguyễn Thị Hòa")
    #expect(Self.field("Tran", Self.letters("af"), typing: Self.telex).text == "Trần")
  }

  @Test func aWordInTheMiddleGetsItsTone() {
    let field = Self.field("Le Thi", [.wordLeft, .left] + Self.letters("e") + Self.letters("f"), typing: Self.telex)
    #expect(field.text == "Lề Thi")
    #expect(field.cursor == 2)
  }

  @Test func backspaceKeepsTheMarksOfTheOthers() {
    let typed = Self.field("", Self.letters("hoans") + [.backspace], typing: Self.telex)
    #expect(typed.text == "hóa")
    #expect(typed.cursor == 3)
  }

  @Test func whatIsPastedStaysAsItIs() {
    var field = Self.field("", Self.letters("as"), typing: Self.telex)
    field.insert("ass dd")
    #expect(field.text == "áass dd")
  }

  @Test(arguments: [TextField.Kind.digits, .number, .secret])
  func numbersAndSecretsAreNeverComposed(kind: TextField.Kind) {
    var field = TextField(kind: kind)
    for key in Self.letters("0912a61") { _ = field.press(key, typing: TypingRules(.vni)) }
    #expect(field.text == (kind == .secret ? "0912a61" : "091261"))
  }

  /// Also where the composed word would not fit any more.
  @Test func theLongestTextStaysTheLongest() {
    var field = TextField(maximumLength: 4)
    for key in Self.letters("dataax ") { _ = field.press(key, typing: Self.telex) }
    #expect(field.text.count <= 4)
  }

  /// Another method outside composes with backspaces; its letters stand as they come, in one step with the word.
  @Test func anotherMethodOutsideIsOneStepOfUndo() {
    var field = TextField()
    for key in Self.letters("vie") { _ = field.press(key, typing: Self.telex) }
    _ = field.press(.backspace, typing: Self.telex)
    for key in Self.letters("ê") { _ = field.press(key) }
    for key in Self.letters("t") { _ = field.press(key, typing: Self.telex) }
    _ = field.press(.backspace, typing: Self.telex)
    _ = field.press(.backspace, typing: Self.telex)
    for key in Self.letters("ệt") { _ = field.press(key) }
    #expect(field.text == "việt")
    _ = field.press(.control("z"))
    #expect(field.text.isEmpty)
  }
}
