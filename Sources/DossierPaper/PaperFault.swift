/// Why there is no paper. `dossier` has a sentence for each, and for `tooLong`, which `ProcessLimits` writes.
enum PaperFault: Error, Hashable {
  /// `dossier` is of another version.
  case otherVersion
  /// No page description, or not of this version.
  case malformed
  /// More than is ever printed.
  case tooLarge
  /// The folder has not the four faces.
  case faces
  /// The faces have no such letter, so the paper would show another one, or none.
  case letter(Unicode.Scalar)
  /// Something is wider than its column or higher than its page.
  case layout
  /// A code cannot hold its text.
  case code
  /// Cairo did not finish the file.
  case notWritable

  /// The lines for standard error: details first, the reason last.
  var lines: [String] {
    switch self {
    case .otherVersion: ["fault=version"]
    case .malformed: ["fault=malformed"]
    case .tooLarge: ["fault=tooLarge"]
    case .faces: ["fault=faces"]
    case .letter(let letter): ["letter=U+" + Self.hexadecimal(letter), "fault=letter"]
    case .layout: ["fault=layout"]
    case .code: ["fault=code"]
    case .notWritable: ["fault=notWritable"]
    }
  }

  private static func hexadecimal(_ letter: Unicode.Scalar) -> String {
    let digits = String(letter.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
