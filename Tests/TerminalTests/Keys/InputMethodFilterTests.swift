import Terminal
import Testing

struct InputMethodFilterTests {
  struct Example: Sendable {
    var method: InputMethodFilter.Method
    /// `<` is a backspace.
    var sent: String
    var pressed: String
  }

  @Test(
    "A letter that replaces another means the key that was pressed",
    arguments: [
      Example(method: .telex, sent: "u<ú", pressed: "us"),
      Example(method: .telex, sent: "o<õ", pressed: "ox"),
      Example(method: .telex, sent: "a<á", pressed: "as"),
      Example(method: .vni, sent: "a<á", pressed: "a1"),
      Example(method: .telex, sent: "u<ư", pressed: "uw"),
      Example(method: .vni, sent: "o<ô", pressed: "o6"),
      Example(method: .vni, sent: "d<đ", pressed: "d9"),
      Example(method: .telex, sent: "u<ư<ứ", pressed: "uws"),
      Example(method: .telex, sent: "e<ê", pressed: "e"),
      Example(method: .telex, sent: "tua<<úa", pressed: "tuas"),
      Example(method: .telex, sent: "u<ú<us", pressed: "uss"),
      Example(method: .telex, sent: "<ú", pressed: "s"),
      Example(method: .none, sent: "u<ú", pressed: "uu"),
      Example(method: .telex, sent: "đ", pressed: "d"),
      Example(method: .telex, sent: "Ế", pressed: "E"),
    ])
  func recomposedLetters(example: Example) {
    var filter = InputMethodFilter(method: example.method)
    var pressed = ""
    for (index, sent) in example.sent.enumerated() {
      let key = filter.receive(sent == "<" ? .backspace : .character(sent), at: 1000 + Int64(index))
      if case .character(let letter)? = key { pressed.append(letter) }
    }
    #expect(pressed == example.pressed)
  }

  @Test("A letter later than the window is a key of its own")
  func lateLetter() {
    var filter = InputMethodFilter(method: .telex)
    #expect(filter.receive(.character("u"), at: 1000) == .character("u"))
    #expect(filter.receive(.backspace, at: 1100) == nil)
    #expect(filter.receive(.character("ú"), at: 1151) == .character("u"))
  }
}
