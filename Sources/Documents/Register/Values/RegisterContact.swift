/// Splits "Thôn A Ngo, xã La Lay, 0912 345 678", because the register has one column for address and phone.
struct RegisterContact: Equatable {
  var address: String
  var phone: String

  init(_ text: String) {
    address = text
    phone = ""
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" }).reversed() {
      // In "ĐT: 0912 345 678" the words before the number are its label.
      let number = part.drop { !$0.isNumber && $0 != "+" }
      let digits = number.filter(\.isNumber)
      let isOnlyNumber = number.allSatisfy { $0.isNumber || " .-+()".contains($0) }
      guard isOnlyNumber, (9...12).contains(digits.count), digits.hasPrefix("0") || digits.hasPrefix("84") else {
        continue
      }
      phone = digits.hasPrefix("84") ? "0" + digits.dropFirst(2) : String(digits)
      address = text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" })
        .filter { $0 != part }.map(\.trimmingBlanks).filter { !$0.isEmpty }.joined(separator: ", ")
      return
    }
  }
}
