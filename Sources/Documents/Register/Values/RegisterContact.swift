import DossierDomain
import VietnameseText

/// Splits "Thôn A Ngo, xã La Lay, ĐT: 0912 345 678", because the register has one column for address and phone.
struct RegisterContact: Equatable {
  var address: String
  /// Digits with the leading zero; empty if there is none.
  var phone = ""
  /// An identity number of twelve digits that stands in the same cell; empty if there is none.
  var number = ""

  init(_ text: String) {
    address = text
    // No number has fewer digits.
    guard text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 10 else { return }
    for run in Self.runs(in: text) {
      let digits = text[run].filter(\.isNumber)
      if digits.count == 12, number.isEmpty, (try? CitizenNumber(digits))?.provinceName != nil {
        number = digits
        remove(text[run], labels: ["cccd", "cmnd", "so dinh danh", "can cuoc", "cc", "dinh danh"])
      } else if phone.isEmpty, digits.hasPrefix("0") || digits.hasPrefix("84") && digits.count >= 11,
        let national = RegisterPhone.national(digits)
      {
        phone = national
        remove(
          text[run],
          labels: [
            "dt", "sdt", "so dien thoai", "dien thoai", "so dt", "tel", "lh", "lien he", "di dong", "dd", "phone",
          ])
      }
    }
  }

  /// Runs of digits with the signs that stand inside of a telephone number.
  private static func runs(in text: String) -> [Range<String.Index>] {
    var runs: [Range<String.Index>] = []
    var start: String.Index?
    var end = text.startIndex
    for index in text.indices {
      let character = text[index]
      if character.isASCII, character.isNumber {
        start =
          start
          ?? (index > text.startIndex && text[text.index(before: index)] == "+" ? text.index(before: index) : index)
        end = text.index(after: index)
      } else if let open = start, !" .-()".contains(character) || text[index...].hasPrefix("- ") {
        runs.append(open..<end)
        start = nil
      }
    }
    if let start { runs.append(start..<end) }
    return runs
  }

  /// Takes a number and the label before it out of the address, with the commas that then stand alone.
  private mutating func remove(_ run: Substring, labels: Set<String>) {
    address = address.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" }).compactMap { part -> String? in
      guard let place = part.firstRange(of: run) else { return part.trimmingBlanks }
      var before = part[..<place.lowerBound].trimmingBlanks
      let label = before.folded.words
      for known in labels.sorted(by: { $0.count > $1.count }) {
        let words = known.split(separator: " ").map(String.init)
        guard label.suffix(words.count).elementsEqual(words) else { continue }
        before = before.split(separator: " ").dropLast(words.count).joined(separator: " ")
        break
      }
      while let last = before.last, " :-–".contains(last) { before.removeLast() }
      let after = part[place.upperBound...].trimmingBlanks
      let kept = [before, after].filter { !$0.isEmpty }.joined(separator: " ")
      return kept.isEmpty ? nil : kept
    }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
