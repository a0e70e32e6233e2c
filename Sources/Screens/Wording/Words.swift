import DossierDomain

/// A fixed text in every language. Both must be given, so a missing translation does not compile.
public struct Words: Hashable, Sendable {
  public let vi: String
  public let en: String

  public init(_ vi: String, _ en: String) {
    self.vi = vi
    self.en = en
  }

  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }
}
