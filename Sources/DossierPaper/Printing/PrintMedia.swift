/// The sheets that papers are made for (PWG 5101.1); the raw value is the caller's word.
enum PrintMedia: String, CaseIterable {
  case a4
  case a5

  var keyword: String {
    switch self {
    case .a4: "iso_a4_210x297mm"
    case .a5: "iso_a5_148x210mm"
    }
  }

  /// Hundredths of a millimetre.
  var size: (width: Int32, height: Int32) {
    switch self {
    case .a4: (21_000, 29_700)
    case .a5: (14_800, 21_000)
    }
  }
}
