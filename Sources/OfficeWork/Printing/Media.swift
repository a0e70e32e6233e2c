import DossierDomain

/// The sheets that papers are printed on; the raw value is the drawing process's word.
public enum Media: String, CaseIterable, Hashable, Sendable {
  case a4
  case a5

  public func wording(_ language: Language) -> String {
    switch self {
    case .a4: language.pick("giấy A4", "A4 paper")
    case .a5: language.pick("giấy A5", "A5 paper")
    }
  }
}
