import Testing
import VietnameseText

@testable import DossierDomain

/// What scanners, keyboards and input methods do to a card's text. Each transmission is modelled by what it does to bytes
/// or keys; the truth is the text before it.
@Suite struct TransmissionFaultTests {
  @Test(arguments: TransmissionFault.allCases, 0..<60)
  func aFaultIsNamedAndARepairIsTheTruthOrNone(fault: TransmissionFault, seed: Int) throws {
    var random = Numbers(state: UInt64(seed) * 977 + 13)
    let truth = Self.text(&random)
    let whole = try #require(CitizenCard(Substring(truth)), "\(truth)")
    for sent in Self.transmissions(of: truth, fault, &random) {
      guard case .card(let reading) = ScannedCode(sent) else {
        Issue.record("\(sent.debugDescription) is no card")
        continue
      }
      #expect(reading.faults.contains(fault), "\(sent.debugDescription): \(reading.faults)")
      guard let card = reading.card else { continue }
      if reading.isRepaired {
        #expect(card == whole, "\(sent.debugDescription)")
      } else {
        #expect(card.name.isEmpty && card.address.isEmpty)
        #expect(card.number == whole.number && card.birth == whole.birth && card.issued == whole.issued)
        #expect(card.sex == nil || card.sex == whole.sex)
      }
    }
  }

  @Test func theTrueTextHasNoFault() throws {
    var random = Numbers(state: 5)
    for _ in 0..<2000 {
      let text = Self.text(&random)
      #expect(ScannedCode(text) == .card(CardReading(card: CitizenCard(Substring(text)))), "\(text)")
    }
  }

  @Test(arguments: [TransmissionFault.latinForUnicode, .keyboardLayout, .capitals, .doubled])
  func whatLosesNothingIsRepaired(fault: TransmissionFault) throws {
    var random = Numbers(state: 77)
    var repaired = 0
    for _ in 0..<100 {
      let truth = Self.text(&random)
      for sent in Self.transmissions(of: truth, fault, &random) {
        if case .card(let reading) = ScannedCode(sent), reading.isRepaired { repaired += 1 }
      }
    }
    #expect(repaired >= 100)
  }

  @Test(arguments: [
    ("045099000001||Nguy?n V?n M?u|01011999|Nam|Th?n M?u, A Ngo|01012022", TransmissionFault.lostLetters),
    ("045099000001||Nguyen Van Mau|01011999|Nam|Thon Mau, A Ngo, Quang Tri|01012022", .lostLetters),
    ("045099000001||Nguyá»…n VÄƒn Máº«u|01011999|Nam|ThÃ´n Máº«u|01012022", .latinForUnicode),
    ("045099000001||Nguyﾃ｡ﾂｻn|01011999|Nam|Thﾃｴn|01012022", .guessedCharacterSet),
    ("045099000001||Nguy嬿n V膬n M廕地|01011999|Nam|Th矇n|01012022", .guessedCharacterSet),
    ("045099000001\"\"Nguyễn Văn Mẫu\"01011999\"Nam\"Thôn Mẫu\"01012022", .keyboardLayout),
    ("045099000001@@Nguyễn Văn Mẫu@01011999@Nam@Thôn Mẫu@01012022", .keyboardLayout),
    ("045099000001~~Nguyễn Văn Mẫu~01011999~Nam~Thôn Mẫu~01012022", .keyboardLayout),
    ("045099000001||NNguuyễễn Văăn Mẫẫu|01011999|Nam|Thôn Mẫu|01012022", .outsideMethod),
    ("045099000001||nGUYỄN vĂN mẪU|01011999|nAM|tHÔN mẪU|01012022", .capitals),
    ("045099000001||Nguy\u{1B}7877n V\u{1B}0259n M\u{1B}7851u|01011999|Nam|Th\u{1B}0244n|01012022", .altCodes),
    ("045099000001||Nguyễn Văn Mẫu|01011999|Nam|Thôn M", .cut),
    ("99000001||Nguyễn Văn Mẫu|01011999|Nam|Thôn|01012022", .cut),
  ])
  func theFaultOfTheFieldIsNamed(text: String, fault: TransmissionFault) throws {
    guard case .card(let reading) = ScannedCode(text) else {
      Issue.record("no card")
      return
    }
    #expect(reading.faults == [fault])
  }

  @Test func everyFaultSaysWhatToChange() {
    for language in Language.allCases {
      #expect(Set(TransmissionFault.allCases.map { $0.wording(language) }).count == TransmissionFault.allCases.count)
    }
  }
}

// MARK: Persons and transmissions

extension TransmissionFaultTests {
  /// A linear congruential generator, so that a seed names its case.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let families = ["Nguyễn", "Hồ", "Trần", "Lê", "Đặng", "Phạm", "Lưu", "Kỳ", "Y"]
  private static let middles = ["Văn", "Thị", "Đức", "Xuân", "Thị Hồng", "Quốc", "H'Len"]
  private static let givens = ["Mẫu", "Hương", "Đông", "Ước", "Kăn", "Lan", "Kroong", "Ý", "Thuỷ", "Anna"]
  private static let hamlets = [
    "Thôn Mẫu", "Bản Cựp", "Khu phố 3", "Khu phố III", "Tổ VIII", "Thôn A Rông", "Số 12 Lê Lợi",
  ]
  private static let communes = [
    "A Ngo, Đa Krông, Quảng Trị", "xã Húc, Hướng Hoá, Quảng Trị", "Phường 5, Đông Hà, Quảng Trị",
  ]

  static func text(_ random: inout Numbers) -> String {
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    func digits(_ range: ClosedRange<Int>, _ count: Int) -> String {
      let text = String(Int.random(in: range, using: &random))
      return String(repeating: "0", count: count - text.count) + text
    }
    let name = [pick(families), pick(middles), pick(givens)].joined(separator: " ")
    let isMale = Bool.random(using: &random)
    let year = Int.random(in: 1930...1999, using: &random)
    let number = "045\(isMale ? 0 : 1)\(year % 100)" + digits(0...999_999, 6)
    let fields = [
      number, pick(["", "191234567", "3091234567"]), Bool.random(using: &random) ? name.uppercased() : name,
      digits(1...28, 2) + digits(1...12, 2) + String(year), isMale ? "Nam" : "Nữ",
      pick(hamlets) + ", " + pick(communes), digits(1...28, 2) + digits(1...12, 2) + "2023",
    ]
    return fields.joined(separator: "|") + (Bool.random(using: &random) ? "||||" : "")
  }

  static func transmissions(of text: String, _ fault: TransmissionFault, _ random: inout Numbers) -> [String] {
    switch fault {
    case .guessedCharacterSet:
      // Shift-JIS reads bytes from A1 to DF as half-width katakana.
      return [
        text.utf8.reduce(into: "") { result, byte in
          let value = byte < 0x80 ? UInt32(byte) : 0xFF61 + UInt32(byte) % 63
          result.unicodeScalars.append(Unicode.Scalar(value) ?? "?")
        }
      ]
    case .lostLetters:
      let unmarked = text.split(separator: "|", omittingEmptySubsequences: false).map { field in
        field.folded.isEmpty ? String(field) : ascii(field)
      }
      return [
        String(text.map { $0.isASCII ? $0 : "?" }), String(text.map { $0.isASCII ? $0 : "\u{FFFD}" }),
        unmarked.joined(separator: "|"),
      ]
    case .latinForUnicode:
      let latin = text.utf8.map { Character(Unicode.Scalar($0)) }
      // A terminal's decoder drops the control characters of Latin-1.
      return [
        String(latin), String(latin.filter { !("\u{80}"..."\u{9F}").contains($0) }),
        latin.prefix { !("\u{80}"..."\u{9F}").contains($0) }.reduce(into: "") { $0.append($1) },
      ].filter { $0.contains { "ÆÄº»".contains($0) } }
    case .outsideMethod:
      let name = text.split(separator: "|", omittingEmptySubsequences: false)[2]
      let doubled = name.map { $0.isASCII ? String($0) : "\($0)\($0)" }.joined()
      let composed = name.map { $0.isASCII ? String($0) : "a\u{8}\($0)" }.joined()
      return [doubled, composed].filter { $0 != name }.map { text.replacing(name, with: $0, maxReplacements: 1) }
    case .keyboardLayout:
      let row = Array("đăâêô\u{300}\u{309}\u{303}\u{301}\u{323}".unicodeScalars)
      let vietnamese = text.unicodeScalars.reduce(into: "") { result, scalar in
        let digit = Int(scalar.value) - 0x30
        result.unicodeScalars.append((0...9).contains(digit) ? row[digit] : scalar)
      }
      return ["\"", "@", "~", ">", "*", "}"].map { text.replacing("|", with: $0) } + [vietnamese]
    case .altCodes:
      return [true, false].map { isEach in
        text.unicodeScalars.reduce(into: "") { result, scalar in
          guard scalar.value >= 0x80 else { return result.unicodeScalars.append(scalar) }
          let code = "0" + String(scalar.value)
          result += isEach ? code.map { "\u{1B}\($0)" }.joined() : "\u{1B}" + code
        }
      }
    case .capitals:
      func turned(_ letter: Character) -> String { letter.isUppercase ? letter.lowercased() : letter.uppercased() }
      return [
        text.map { turned($0) }.joined(), text.map { $0.isASCII ? turned($0) : String($0) }.joined(), text.lowercased(),
        text.uppercased(),
      ]
    case .doubled: return [text + text, text.map { "\($0)\($0)" }.joined()]
    case .cut:
      let whole = text.count - (text.hasSuffix("||||") ? 4 : 0)
      return [String(text.prefix(Int.random(in: 15..<whole, using: &random))), String(text.dropFirst(3))]
    }
  }

  private static func ascii(_ text: Substring) -> String {
    String(
      text.map { letter in
        if letter == "đ" { return "d" }
        if letter == "Đ" { return "D" }
        guard !letter.isASCII, let base = letter.unicodeScalars.first.flatMap({ Self.base($0) }) else { return letter }
        return letter.isUppercase ? Character(String(base).uppercased()) : base
      })
  }

  private static func base(_ scalar: Unicode.Scalar) -> Character? { String(scalar).folded.first }
}
