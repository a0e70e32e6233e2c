import Testing

@testable import VietnameseText

/// What people reported as wrong in other typing engines, and what else typing has to do.
@Suite struct TypingTests {
  private static func expect(
    _ keys: String, _ text: String, _ rules: TypingRules = TypingRules(.telex),
    at place: SourceLocation = #_sourceLocation
  ) {
    #expect(rules.composed(keys) == text, sourceLocation: place)
  }

  @Test func theUOfQuTakesNoHorn() { Self.expect("quawng", "quăng") }

  @Test func theToneStandsOnTheMarkedLetter() {
    Self.expect("chuyeenj", "chuyện")
    Self.expect("chuyenje", "chuyện")
  }

  @Test func aKeyThatIsPressedOnAndOnStaysALetter() {
    Self.expect("www", "ww")
    Self.expect("dddd", "ddd")
    Self.expect("aaaaa", "aaaa")
  }

  @Test func capitalsAreTakenBackLikeSmallLetters() {
    Self.expect("AAA", "AA")
    Self.expect("EER", "Ể")
    Self.expect("VIEETJ", "VIỆT")
    Self.expect("vIEETJ", "vIỆT")
  }

  @Test func zRemovesTheTone() {
    Self.expect("hafz", "ha")
    Self.expect("hafzz", "haz")
    Self.expect("ha20", "ha", TypingRules(.vni))
  }

  @Test func aToneBetweenTheLettersDoesNoHarm() { Self.expect("huowjsng", "hướng") }

  @Test func uowIsUHornOHornButInThuoHuo() {
    Self.expect("uow", "ươ")
    Self.expect("thuowr", "thuở")
    Self.expect("huow", "huơ")
    Self.expect("huowng", "hương")
    Self.expect("thuo73", "thuở", TypingRules(.vni))
  }

  @Test func oneHornBeforeAnEndingIsEnough() {
    Self.expect("dduwocj", "được")
    Self.expect("d9u7oc5", "được", TypingRules(.vni))
  }

  @Test func giAndQuAreReadInEveryWay() {
    Self.expect("giay6", "giây", TypingRules(.vni))
    Self.expect("quy2", "quỳ", TypingRules(.vni))
    for (keys, text) in [
      ("quyts", "quýt"), ("gieecs", "giếc"), ("gieecj", "giệc"), ("ginf", "gìn"), ("quoocs", "quốc"), ("quar", "quả"),
    ] {
      Self.expect(keys + " ", text + " ")
    }
  }

  @Test func namesOfOtherLanguagesAreNeverBlocked() {
    let names = TypingRules(.telex, givesBack: false)
    for (keys, text) in [
      ("DDawks", "Đắk"), ("DDaksw", "Đắk"), ("Lawks", "Lắk"), ("Kawn", "Kăn"), ("Kaf", "Kà"), ("H'Len", "H'Len"),
      ("DDakroong", "Đakrông"), ("Kroong", "Krông"), ("Eeddee", "Êđê"), ("Nieef", "Niề"), ("Hoow-mai", "Hơ-mai"),
    ] {
      Self.expect(keys + " ", text + " ", names)
      Self.expect(keys + " ", text + " ")
    }
    // In a name nothing is given back.
    Self.expect("data ", "dât ", names)
  }

  @Test(arguments: ["!", ")", ".", ",", " ", "/", "-"])
  func theToneStaysAtASignBehindTheWord(sign: String) { Self.expect("hoaf" + sign, "hòa" + sign) }

  @Test func aForeignWordIsErasedAndTypedAgainByOneKeyEach() { Self.expect("server\u{8}r ", "server ") }

  @Test func whatWasTakenBackStaysAsItStands() {
    Self.expect("sess ", "ses ")
    Self.expect("ass ", "as ")
    Self.expect("a11 ", "a1 ", TypingRules(.vni))
    Self.expect("assf", "asf")
  }

  @Test func abbreviationsAreLeftAlone() {
    for (keys, text) in [
      ("SDDT", "SĐT"), ("QDD", "QĐ"), ("ddc", "đc"), ("UBND", "UBND"), ("CCCD", "CCCD"), ("TTHC", "TTHC"),
    ] {
      Self.expect(keys + " ", text + " ")
    }
  }

  @Test func aLetterOfItsOwnIsNoMark() { Self.expect("ngoeof", "ngoèo") }

  @Test func dAtTheEndOfAForeignWordIsD() {
    Self.expect("deadline", "deadline")
    Self.expect("dangd", "đang")
  }

  @Test func wWithoutAVowelIsU() {
    Self.expect("nhwngx tw", "những tư")
    Self.expect("tw", "tw", TypingRules(.telex, takesBareW: false))
  }

  @Test func behindABlankTheWordIsOpenAgain() {
    Self.expect("hoa \u{8}f", "hòa")
    Self.expect("vieet \u{8}j", "việt")
    Self.expect("xa x\u{8}\u{8}s", "xá")
  }

  // MARK: Words and numbers

  @Test(arguments: [
    "data", "banana", "tests", "book", "window", "email", "file", "fax", "web", "server", "facebook", "Windows", "wifi",
  ])
  func theKeysOfAForeignWordAreGivenBack(word: String) { Self.expect(word + " ", word + " ") }

  @Test func aToneThatAStopForbidsIsALetter() {
    Self.expect("tatf", "tatf")
    Self.expect("taft ", "taft ")
    Self.expect("tats ", "tát ")
  }

  @Test(arguments: ["2024", "12a5", "T1", "TT01/2023", "H50-261124-0007", "0912345678", "45.000"])
  func numbersAndCodesStayThemselves(text: String) {
    Self.expect(text + " ", text + " ", TypingRules(.vni))
    Self.expect(text + " ", text + " ")
  }

  /// A letter that has its mark already comes from an input method outside, which will change it by itself.
  @Test func aComposedLetterIsTakenAsItStands() {
    Self.expect("vi\u{1EC7}t", "vi\u{1EC7}t")
    Self.expect("h\u{F2}as", "hòas")
  }

  @Test func aWordThatStandsInTheTextGetsItsMarks() {
    var engine = TypingEngine(TypingRules(.telex))
    let edit = engine.type("f", after: Array("Trần Thị Hoa"))
    #expect(edit == TypingEngine.Edit(removed: 3, inserted: Array("Hòa")))
  }

  // MARK: Whatever is typed

  /// Keys from a seed: every run has the same.
  private static func randomKeys(_ count: Int, from alphabet: [Character], _ seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return String(
      (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return alphabet[Int(state % UInt64(alphabet.count))]
      })
  }

  @Test(arguments: TypingMethod.allCases)
  func noTypedLetterIsEverLost(method: TypingMethod) {
    let alphabet = Array("aeiouyaeiouynghtcdkmpbqwsfrxjzAEDW" + (method == .vni ? "0123456789" : ""))
    var wrong: [String] = []
    for seed in 1...4000 {
      let keys = Self.randomKeys(1 + seed % 12, from: alphabet, UInt64(seed))
      var word = TypedWord(TypingRules(method, takesBareW: false))
      var (pressed, hasEnded) = ("", false)
      for scalar in keys.unicodeScalars where !hasEnded {
        hasEnded = !word.press(scalar)
        if !hasEnded { pressed.unicodeScalars.append(scalar) }
      }
      // Undoing every change gives the keys; a word that is raw has only lost keys that had an action.
      if word.raw == nil, String(word.typed) != pressed, !word.letters.contains(where: \.isLocked) {
        wrong.append(keys)
      }
      var rest = Substring(pressed)
      for letter in word.text {
        let base = letter.baseKey ?? letter
        guard let place = rest.firstIndex(where: { $0 == base }) else {
          wrong.append(keys)
          break
        }
        if rest[..<place].contains(where: { !hasAction($0, method) }) { wrong.append(keys) }
        rest = rest[rest.index(after: place)...]
      }
    }
    #expect(wrong == [])
  }

  private func hasAction(_ key: Character, _ method: TypingMethod) -> Bool {
    (method == .telex ? "sfrxjzaeowd" : "0123456789").contains(key.lowercased())
  }

  @Test(arguments: TypingMethod.allCases)
  func anyKeysComeToAText(method: TypingMethod) {
    let alphabet = Array("aeiouy dwsfrjxz\u{8}\u{8}\u{7F}ĐệƠ'-.0123456789ngQG\u{301}👍\u{0}")
    for seed in 1...2000 {
      let keys = Self.randomKeys(seed % 60, from: alphabet, UInt64(seed))
      for givesBack in [true, false] {
        let text = TypingRules(method, givesBack: givesBack).composed(keys)
        #expect(text.count <= keys.count)
        let erased = TypingRules(method).composed(keys + String(repeating: "\u{8}", count: keys.count))
        #expect(erased.isEmpty)
      }
    }
  }

  @Test func aVeryLongWordIsOnlyLetters() {
    let long = String(repeating: "nghieen", count: 40)
    #expect(TypingRules(.telex).composed(long).count <= long.count)
    Self.expect(String(repeating: "b", count: 100) + "as", String(repeating: "b", count: 100) + "as")
  }
}
