/// What is offered where a declaration asks for one of several words, by the name that the templates use.
public enum DeclarationChoices {
  public static let lists: [String: [String]] = [
    "yesNo": ["Có", "Không"],
    "sex": ["Nam", "Nữ"],
    // Of the portal's form.
    "relationToChild": [oneself, father, mother],
    "relation": [oneself],
    // Of the linked portal, where the requester is a person who may act for the child.
    "relationInLinked": [father, mother, "Người giám hộ/đại diện hợp pháp"],
    "sameAsRequester": ["Người yêu cầu"],
    // Of the national portal, which cuts the texts of three cases off; “…” is to be completed.
    "maritalStatus": [
      "chưa đăng ký kết hôn với ai", "đang có vợ/chồng", "đã ly hôn, hiện chưa …", "vợ/chồng đã chết, hiện chưa …",
      "từ ngày … đến ngày … chưa …",
    ],
    "kinship": ["cha", "mẹ", "con"],
    "changeKind": ["thay đổi", "cải chính", "bổ sung", "xác định lại dân tộc"],
    "extractKind": ["khai sinh", "khai tử", "kết hôn"],
    "paper": [earlierCard, newCard, passport, oldCard, "Giấy khai sinh"],
    "issuer": [issuerOfCards],
    "ethnicity": ["Kinh", "Bru Vân Kiều", "Tà Ôi", "Chứt", "Mông", "Mông (Hmông)"],
    "nationality": [homeNationality],
    "residence": [residenceOfTheDead],
    "signing": ["Ký", fingerprint],
  ]

  /// Seen for a card that was issued on 20 November 2021. Since when and until when is not known, so it is offered and never
  /// filled in.
  public static let issuerOfCards = "Cục Cảnh sát QLHC về TTXH"
  public static let homeNationality = "Việt Nam"
  /// In the line of the residence of a parent who has died.
  public static let residenceOfTheDead = "Đã chết"
  public static let fingerprint = "Điểm chỉ"
  public static let oneself = "Bản thân"
  public static let father = "Cha"
  public static let mother = "Mẹ"

  /// Cards are called so since 1 July 2024 (`yyyy-mm-dd`); the earlier ones are valid with their earlier name.
  public static let newCardsSince = "2024-07-01"
  public static let newCard = "Thẻ căn cước"
  public static let earlierCard = "Căn cước công dân"
  public static let passport = "Hộ chiếu"
  public static let oldCard = "Chứng minh nhân dân"

  /// Nationalities that are written where an ethnicity is asked, in letters without marks. “Lào” is not one of them, because it
  /// is an ethnicity of Vietnam too.
  public static let nationalityWords: Set<String> = [
    "viet nam", "vietnam", "vn", "nguoi viet nam", "quoc tich viet nam",
  ]
}
