import DossierDomain

/// Papers that are to be printed.
public struct PrintOrder: Hashable, Sendable {
  public var papers: [PaperName]
  /// The clerk has chosen this one paper and knows how far it has come. Otherwise only papers are sent that no printer has got, since any
  /// other one may lie in its tray.
  public var isAgain: Bool
  /// The clerk knows what the printer says against it, and wants them sent all the same.
  public var isAnyway: Bool
  /// What the clerk has chosen for this time; nil for what the settings say of each paper's form.
  public var way: PrintWay?

  public init(_ papers: [PaperName], isAgain: Bool = false, isAnyway: Bool = false, way: PrintWay? = nil) {
    (self.papers, self.isAgain, self.isAnyway, self.way) = (papers, isAgain, isAnyway, way)
  }
}
