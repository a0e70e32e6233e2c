/// What the QR code of a person's card says beyond what a person has anyway.
public struct CardFacts: Hashable, Sendable {
  /// The day of issue, `dd/mm/yyyy`; empty if no card was read.
  public var issued: String
  /// Fields 8 and following as they came. Their order is not confirmed, so that nothing is read from them.
  public var further: [String]

  public init(issued: String = "", further: [String] = []) {
    self.issued = issued
    self.further = further
  }

  public var isBounded: Bool {
    issued.utf8.count <= 10 && further.count <= CitizenCard.mostFurther
      && further.allSatisfy { $0.isWithin(CitizenCard.longestFurther) }
  }
}
