import DossierDomain
import VietnameseText

/// Who issues a paper, where, when and under which number. What is empty is a dotted line on the paper.
public struct PaperIssuer: Hashable, Sendable {
  /// The authority above the desk (cơ quan chủ quản).
  public var authority: String
  public var desk: String
  /// Before the date: a commune's papers name the commune (NĐ 30/2020/NĐ-CP, Phụ lục I).
  public var place: String
  /// Number and symbol behind "Số:".
  public var number: String
  /// The number of the paper in whose place it is issued; empty for none.
  public var replaces: String
  public var at: Instant
  /// Who issues it, as it stands under her signature.
  public var clerk: String
  public var phone: String
  public var website: String
  /// The name of the system in the QR code (TT 01/2023/TT-VPCP).
  public var system: String
  /// How the office says amounts.
  public var words: AmountInWords

  public init(
    office: Office, clerk: String, number: String = "", replaces: String = "", at: Instant, phone: String = "",
    website: String = "",
    system: String = "dossier", words: AmountInWords = AmountInWords()
  ) {
    let unit = AdministrativeUnits.quangTri.unit(code: office.unitCode, era: .twoLevels)
    authority = unit.map { "Ủy ban nhân dân \($0.kind.rawValue.lowercased()) \($0.name)" } ?? ""
    desk = Self.desk(of: office, unit)
    place = unit?.name ?? ""
    self.number = number
    self.replaces = replaces
    self.at = at
    self.clerk = clerk
    self.phone = phone
    self.website = website
    self.system = system
    self.words = words
  }

  /// An office that is named like its commune is the commune's centre (NĐ 118/2025/NĐ-CP); any other name stands as it is.
  private static func desk(of office: Office, _ unit: AdministrativeUnit?) -> String {
    guard let unit, [unit.name, "\(unit.kind.rawValue) \(unit.name)"].map(\.folded).contains(office.name.folded) else {
      return office.name
    }
    return "Trung tâm Phục vụ hành chính công \(office.name)"
  }
}
