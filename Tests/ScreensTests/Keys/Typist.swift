import DossierDomain
import KeysForTests
import Terminal

@testable import Screens

/// A clerk whose keys are counted. What an outside method sends by itself is not counted.
struct Typist {
  var driver: TestDriver
  private let method: WritingMethod
  private var filter: InputMethodFilter
  private(set) var keys = 0
  /// Letters or digits were sent since a key that ends a word.
  private var isWordOpen = false

  init(_ driver: TestDriver, _ method: WritingMethod) {
    self.driver = driver
    self.method = method
    filter = InputMethodFilter(method: method == .telex ? .telex : .none)
  }

  mutating func press(_ pressed: Pressed) {
    switch pressed {
    case .keys(let names), .step(let names):
      for key in names.compactMap({ Key(name: $0) }) {
        // A question ignores a key that comes before anybody can have read it.
        pass(seconds: 1)
        keys += 1
        send(key)
        if case .character(let letter) = key { isWordOpen = letter != " " } else { isWordOpen = false }
      }
    case .text(let text):
      type(text)
      isWordOpen = text.last != " "
    case .scan(let text):
      pass(seconds: 1)
      keys += 1
      if let code = ScannedCode(text) { driver.send(.scan(code)) }
      isWordOpen = false
    }
  }

  private mutating func type(_ text: String) {
    switch method {
    case .plain:
      keys += text.count
      for letter in text {
        pass(seconds: 1)
        send(.character(letter))
      }
    case .telex:
      keys += telexKeys(text)
      for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 {
          pass(seconds: 1)
          send(.character(" "))
        }
        write(word, isAlone: index > 0 || !isWordOpen)
      }
    }
  }

  /// Every method takes the same time for a word, so that what is recorded can be compared.
  /// - Parameter isAlone: otherwise the method takes it for the rest of the word before, as UniKey does with letters
  ///   behind digits, and sends the keys as they are.
  private mutating func write(_ word: Substring, isAlone: Bool) {
    var shown = ""
    for (index, step) in Telex.steps(of: word).enumerated() {
      if index < word.count { pass(seconds: 1) }
      if isAlone {
        replace(shown, by: step.word)
        shown = step.word
      } else {
        send(.character(step.key))
      }
    }
  }

  /// What the method sends when it changes the word on the screen.
  private mutating func replace(_ old: String, by new: String) {
    let kept = zip(old, new).prefix { $0 == $1 }.count
    for _ in old.dropFirst(kept) { send(.backspace) }
    for letter in new.dropFirst(kept) { send(.character(letter)) }
  }

  private mutating func pass(seconds: Int) {
    driver.now = Instant(milliseconds: driver.now.milliseconds + Int64(seconds) * 1000)
  }

  /// As the run loop does: a field receives letters unchanged, a command is the key that was meant.
  private mutating func send(_ key: Key) {
    guard !driver.app.isTyping else { return driver.send(.key(key)) }
    if let meant = filter.receive(key, at: driver.now.milliseconds) { driver.send(.key(meant)) }
  }
}
