/// A text of law on which a procedure rests (căn cứ pháp lý).
public struct LegalText: Hashable, Sendable {
  /// Such as `60/2014/QH13`.
  public var number: String
  /// Such as `Luật Hộ tịch`; empty if only the number is known.
  public var title: String
  /// Such as `Điều 16, khoản 1`; empty if the text as a whole is meant.
  public var article: String
  public var applies: Applicability

  public init(number: String, title: String = "", article: String = "", applies: Applicability = .always) {
    self.number = number
    self.title = title
    self.article = article
    self.applies = applies
  }
}

/// How offices and citizens call a procedure, and how other systems do.
public struct ProcedureNames: Hashable, Sendable {
  /// Short enough for a list; empty if there is none.
  public var short: String
  /// Initials by which clerks look for it, such as `tthn`.
  public var initials: [String]
  /// What citizens say when they need it.
  public var phrases: [String]
  /// Of the procedure's field (mã lĩnh vực); empty if it is not known.
  public var sectorCode: String
  /// The procedure's id at the national portal, which is not its code; empty if it is not known.
  public var portalID: String

  public init(
    short: String = "", initials: [String] = [], phrases: [String] = [], sectorCode: String = "", portalID: String = ""
  ) {
    self.short = short
    self.initials = initials
    self.phrases = phrases
    self.sectorCode = sectorCode
    self.portalID = portalID
  }

  public static let none = ProcedureNames()
}
