extension DeclarationTexts {
  /// Combined procedures. Their declarations exist on the portal only.
  // swift-format-ignore
  static let linked: [String: String] = [
    "linked-birth": #"""
      form	linked-birth	Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ dưới 6 tuổi
      owner	child
      law	01	301/2026/NĐ-CP
      valid	2026-09-01	2027-02-28
      confirmed	no
      electronic
      open	Thứ tự ô theo một cổng liên thông đã thấy; tên ô trên mẫu của nghị định: chưa thấy.	The order is that of one linked portal; the labels of the decree's form were not seen.
      line	Cơ quan: {office.name text F}
      heading	Người yêu cầu
      line	Họ, chữ đệm, tên: {requester.name name QD}
      line	Giấy tờ tùy thân: {requester.paper paper QF}
      line	Quan hệ: {requester.relationToChild pick:relationInLinked A}
      line	Số điện thoại: {requester.phone text A opt}
      heading	Trẻ
      line	Họ, chữ đệm, tên: {child.name name AP}
      line	Ngày, tháng, năm sinh: {child.birth date P}
      line	Giới tính: {child.sex choice:sex P 20} Dân tộc: {child.ethnicity ethnicity FA 40} Quốc tịch: {child.nationality pick:nationality F}
      line	Nơi sinh: {child.birthPlace address P}
      line	Quê quán: {child.home address FDA}
      heading	Mẹ
      line	Họ, chữ đệm, tên: {mother.name name QDP opt}
      line	Ngày, tháng, năm sinh: {mother.birth pdate Q opt}
      line	Giấy tờ tùy thân: {mother.paper paper Q opt}
      line	Dân tộc: {mother.ethnicity ethnicity D opt 40}
      line	Loại cư trú: {mother.residenceKind text DA opt}
      line	Nơi cư trú: {mother.residence address QD opt}
      heading	Cha
      line	Họ, chữ đệm, tên: {father.name name QDP opt}
      line	Ngày, tháng, năm sinh: {father.birth pdate Q opt}
      line	Giấy tờ tùy thân: {father.paper paper Q opt}
      line	Dân tộc: {father.ethnicity ethnicity D opt 40}
      line	Loại cư trú: {father.residenceKind text DA opt}
      line	Nơi cư trú: {father.residence address QD opt}
      heading	Giấy chứng nhận kết hôn của cha, mẹ
      line	Số: {parents.number text DA opt 30} Quyển số: {parents.book text DA opt 25} Ngày cấp: {parents.date date DA opt 25} Nơi cấp: {parents.office text DA opt}
      heading	Thường trú
      line	Chủ hộ: {household.name name DA}
      line	Số định danh: {household.number text DA}
      line	Quan hệ với chủ hộ: {household.relation text A}
      heading	Bản sao
      line	Đề nghị cấp bản sao: {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      """#,
    "linked-death": #"""
      form	linked-death	Liên thông đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất
      owner	deceased
      law	?	301/2026/NĐ-CP
      valid	2026-09-01	2027-02-28
      confirmed	no
      electronic
      open	Thứ tự ô theo một cổng liên thông đã thấy; tên ô trên mẫu của nghị định: chưa thấy.	The order is that of one linked portal; the labels of the decree's form were not seen.
      open	Phần IV (bảo hiểm xã hội, bảo trợ xã hội, người có công): chưa có danh sách ô.	Part IV (social insurance, protection, merit): its fields are not known.
      line	Cơ quan: {office.name text F}
      heading	I. Người yêu cầu
      line	Họ, chữ đệm, tên: {requester.name name QD}
      line	Giấy tờ tùy thân: {requester.paper paper QF}
      line	Quan hệ: {requester.relationToDeceased text A}
      heading	II. Người đã chết
      line	Họ, chữ đệm, tên: {deceased.name name QDP}
      line	Ngày, tháng, năm sinh: {deceased.birth pdate QD}
      line	Giới tính: {deceased.sex choice:sex Q}
      line	Giấy tờ tùy thân: {deceased.paper paper Q opt}
      line	Quốc tịch: {deceased.nationality pick:nationality D opt}
      line	Dân tộc: {deceased.ethnicity ethnicity D opt}
      line	Nơi cư trú cuối cùng: {deceased.residence address QD opt}
      line	Ngày chết: {death.date pdate P 35} Giờ: {death.hour number P opt 12} Phút: {death.minute number P opt 12}
      line	Nơi chết: {death.place address P}
      line	Nguyên nhân chết: {death.cause text P}
      line	Giấy báo tử: Loại: {notice.kind text P opt 40 | Loại Giấy báo tử} Số: {notice.number text P opt | Số Giấy báo tử}
      line	Ngày cấp: {notice.date date P opt 30 | Ngày cấp Giấy báo tử} Nơi cấp: {notice.issuer text P opt | Nơi cấp Giấy báo tử}
      line	Đề nghị cấp bản sao: {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      heading	III. Chủ hộ
      line	Họ, chữ đệm, tên: {household.name name DA}
      line	Số định danh: {household.number text DA}
      line	Quan hệ của người chết với chủ hộ: {household.relation text A}
      heading	IV. Người nhận mai táng phí
      line	Người nhận: {funeral.receiver pick:sameAsRequester A opt}
      line	Quan hệ: {funeral.relation text A opt}
      """#,
  ]
}
