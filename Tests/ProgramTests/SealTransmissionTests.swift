import Crypto
import Documents
import DossierDomain
import JournalFormat
import Testing
import VietnameseText

/// A true code stays true, or cannot be read, whatever scanners, keyboards and input methods do to it: it never becomes a false one.
/// A code with another number, date or hash is false.
@Suite struct SealTransmissionTests {
  private let code: String
  private let keys: [SealKey]

  init() throws {
    let (key, office) = (P256.Signing.PrivateKey(), OfficeID(high: 1, low: 1))
    let plain =
      "000.19.45.H50-261124-0007|1.004873|045198000001|Giấy tiếp nhận hồ sơ|dossier|2026-11-24T08:45:00+07:00"
      + "|2026-11-27T17:00:00+07:00"
    let number = try #require(PaperNumber("12/2026-7AA1E1"))
    let form = try #require(PaperFormID("appointment-slip"))
    let seal = try PaperSeal(
      of: [1, 2, 3], text: SealedPaperCode.signedText(plain: plain, number: number, form: form), office: office,
      key: key)
    code = "\(plain)|\(number.text)|\(form.text)|\(seal.text)"
    keys = [
      SealKey(
        SigningPublicKey(key.publicKey), office: office,
        machine: SealingMachine(name: "Bàn 1", office: "xã La Lay", revokedAt: nil))
    ]
  }

  private func verdict(on text: String) -> SealVerdict {
    SealedPaperCode(text)?.verdict { keys.verdict(on: $0, over: $1) } ?? .noPaper
  }

  /// Nothing that is signed is lost by these.
  @Test func capitalsAndLostMarksLeaveACodeTrue() {
    let signed = SealVerdict.signed(keys[0].machine)
    let swapped = String(code.map { Character($0.isUppercase ? $0.lowercased() : $0.uppercased()) })
    let (scalars, question) = (code.unicodeScalars, String(code.map { $0.isASCII ? $0 : "?" }))
    let dropped = String(String.UnicodeScalarView(scalars.filter(\.isASCII)))
    for sent in [code, code.uppercased(), code.lowercased(), swapped, question, dropped, "]Q1" + code + "\r\n"] {
      #expect(verdict(on: sent) == signed, "\(sent)")
    }
    for (letter, other) in [("ấ", "a\u{0302}\u{0301}"), ("ồ", "o\u{0302}\u{0300}"), ("dossier", "dosier")] {
      #expect(verdict(on: code.replacing(letter, with: other)) == signed, "\(other)")
    }
  }

  /// Input methods take letters and digits, and doubled and cut texts lack or repeat them.
  @Test func whatIsLostOnTheWayMakesNoCodeFalse() {
    var sent = [String(code.flatMap { [$0, $0] }), code + code]
    sent += (1..<code.count).map { String(code.prefix($0)) }
    for method in [TypingMethod.telex, .vni] { sent.append(typed(code, method)) }
    // As methods outside compose without knowing syllables.
    sent += [
      ("appointment", "âppointment"), ("slip", "líp"), ("H50", "H\u{0302}50"), ("7AA1E1", "7Â1E1"),
      ("7AA1E1", "7AÁE1"), ("7AA1E1", "7AA1É"), ("1.004873", "1.00487\u{0301}3"), ("H50", "?50"), ("H50", "\u{1B}0072"),
    ].map { code.replacing($0.0, with: $0.1) }
    for text in sent {
      #expect(verdict(on: text) != .wrong, "\(text.debugDescription)")
    }
  }

  @Test func anotherNumberDateOrHashIsFalse() {
    let fields = code.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    for place in [0, 1, 2, 7] {
      for digit in fields[place].indices where fields[place][digit].isNumber {
        var changed = fields
        changed[place].replaceSubrange(digit...digit, with: fields[place][digit] == "7" ? "6" : "7")
        #expect(verdict(on: changed.joined(separator: "|")) == .wrong, "\(changed[place])")
      }
    }
    for (part, other) in [
      ("2026-11-24T", "2026-11-25T"), ("T17:00", "T16:00"), ("appointment-slip", "receipt"), ("H50", "H5O"),
    ] {
      #expect(verdict(on: code.replacing(part, with: other)) == .wrong, "\(other)")
    }
    // Within the hash of the page, which follows the key's name.
    let start = code.index(code.endIndex, offsetBy: 1 + 17 - PaperSeal.digits)
    for place in code[start...].indices.prefix(17) {
      var changed = code
      changed.replaceSubrange(place...place, with: code[place] == "1" ? "2" : "1")
      #expect(verdict(on: changed) == .wrong, "\(changed)")
    }
  }

  private func typed(_ text: String, _ method: TypingMethod) -> String {
    var (engine, field) = (TypingEngine(TypingRules(method)), "")
    for key in text {
      let edit = engine.type(key, after: field)
      field.removeLast(edit.removed)
      field += String(edit.inserted)
    }
    return field
  }
}
