import VietnameseText

/// The procedures known at this office: the starter catalogue until the server sends its own.
public struct Catalogue: Sendable {
  public let versions: [ProcedureVersion]
  private let byCode: [String: Int]
  private let byFoldedName: [String: Int]

  public init(versions: [ProcedureVersion]) {
    self.versions = versions
    byCode = Dictionary(versions.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
    byFoldedName = Dictionary(
      versions.enumerated().map { ($0.element.name.folded, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  public static let starter = Catalogue(versions: StarterCatalogue.versions())

  public func version(of code: String) -> ProcedureVersion? { byCode[code].map { versions[$0] } }

  /// By the name as a register writes it, marks and case aside.
  public func version(named name: String) -> ProcedureVersion? { byFoldedName[name.folded].map { versions[$0] } }
}
