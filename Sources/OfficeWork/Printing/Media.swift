import DossierDomain

/// The sheets that papers are printed on; the raw value is the drawing process's word.
public enum Media: String, CaseIterable, Hashable, Sendable {
  case a4
  case a5

  /// Of a printer that has others.
  func missingWording(_ language: Language) -> String {
    language.pick(
      "Máy in không báo có \(wording(.vi)): xem lại giấy trong khay, hoặc chọn máy in khác cho mẫu này trong settings.toml.",
      "The printer names no \(wording(.en)): look at its trays, or choose another printer for this form in settings.toml."
    )
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .a4: language.pick("giấy A4", "A4 paper")
    case .a5: language.pick("giấy A5", "A5 paper")
    }
  }
}
