/// The procedures known at this office: the starter catalogue until the server sends its own.
public struct Catalogue: Sendable {
  public let versions: [ProcedureVersion]
  private let byCode: [String: Int]
  private let lazyIndex = LazyCatalogueIndex()

  /// - Parameter versions: of two with one code, the first counts.
  public init(versions: [ProcedureVersion]) {
    self.versions = versions
    byCode = Dictionary(
      versions.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  public static let starter = Catalogue(versions: StarterCatalogue.versions())

  var index: CatalogueIndex { lazyIndex.index(of: versions) }

  public func version(of code: String) -> ProcedureVersion? { byCode[code].map { versions[$0] } }

  /// By the name as a register writes it; marks, case and punctuation aside.
  public func version(named name: String) -> ProcedureVersion? { index.place(named: name).map { versions[$0] } }
}
