import DossierDomain

/// Whom or what a field of a declaration is about. It is the first part of the field's id, so that a person who stands in two
/// declarations of one procedure is asked for once.
public enum DeclarationGroup: String, CaseIterable, Sendable {
  case office
  case requester
  case child
  case mother
  case father
  /// The marriage of the child's parents.
  case parents
  case deceased
  case death
  /// The hospital's notice of death.
  case notice
  case bride
  case groom
  /// The one person whom the paper is about.
  case person
  case recognised
  /// Whose father, mother or child the recognised person is.
  case counterpart
  /// The registration that is made again.
  case earlier
  /// The registration that is changed or copied.
  case record
  case change
  case extract
  case stay
  case purpose
  case household
  case funeral
  case copies
  case made
  case signing

  public func wording(_ language: Language) -> String {
    switch self {
    case .office: language.pick("Cơ quan", "Office")
    case .requester: language.pick("Người yêu cầu", "Requester")
    case .child: language.pick("Người được khai sinh", "Child")
    case .mother: language.pick("Người mẹ", "Mother")
    case .father: language.pick("Người cha", "Father")
    case .parents: language.pick("Hôn nhân của cha, mẹ", "The parents' marriage")
    case .deceased: language.pick("Người đã chết", "The deceased")
    case .death: language.pick("Việc chết", "The death")
    case .notice: language.pick("Giấy báo tử", "Notice of death")
    case .bride: language.pick("Bên nữ", "Bride")
    case .groom: language.pick("Bên nam", "Groom")
    case .person: language.pick("Người được cấp, được đăng ký", "The person concerned")
    case .recognised: language.pick("Người được công nhận", "The recognised person")
    case .counterpart: language.pick("Cha, mẹ hoặc con của người ấy", "Their father, mother or child")
    case .earlier: language.pick("Lần đăng ký trước", "The earlier registration")
    case .record: language.pick("Việc đã đăng ký", "The registration")
    case .change: language.pick("Nội dung thay đổi", "The change")
    case .extract: language.pick("Trích lục", "Extract")
    case .stay: language.pick("Nơi cư trú trước đây", "Former residence")
    case .purpose: language.pick("Mục đích", "Purpose")
    case .household: language.pick("Chủ hộ", "Head of household")
    case .funeral: language.pick("Mai táng phí", "Funeral money")
    case .copies: language.pick("Bản sao", "Copies")
    case .made: language.pick("Nơi và ngày làm tờ khai", "Place and date")
    case .signing: language.pick("Ký tên", "Signing")
    }
  }
}
