/// The official declarations as text, by id. `DeclarationTemplate` reads them, and any text of the same form that an office writes.
///
/// One row a line, its cells are divided by tabs; the first cell says what the row is:
///
/// - `form`: id, title.
/// - `law`: number of the form (`?` if it is not known), circular.
/// - `valid`: the first and the last day of a reception for which it is, `yyyy-mm-dd` or `?`.
/// - `owner`: the group that the owner of the dossier is, if it is always the same one.
/// - `confirmed`: `yes` once somebody has laid the circular's annex beside it, otherwise `no`.
/// - `electronic`: the declaration is filled in on the portal; what is printed is an aid for that and no form.
/// - `open`: what is not confirmed, in Vietnamese and English.
/// - `heading`, `line`, `right`: a text with fields; `heading` is bold, `right` stands at the right.
/// - `columns`: a table of persons, `group=title` each. `row`: a label and one field for each of them.
/// - `promise`: its text; `?` if its exact text is not known, so that none is printed.
/// - `sign`: places of signature beside each other, `group=title` each; `-` is an empty place, the group `-` anybody's.
///
/// A field is `{id kind sources options}`. Its label is the text before it; another one for screens follows behind `|`.
/// Kinds: `text`, `name`, `number`, `date`, `pdate` (may be a year), `address`, `ethnicity`, `paper` (kind, number, issuer,
/// date), `words` (of the date whose id it has before `Words`), `choice:LIST`, `pick:LIST` (others are permitted), `boxes:LIST`. `date/day`,
/// `date/month` and `date/year` print a part. Sources: `Q` the card's QR code, `D` the population data, `F` another field or
/// setting, `A` asked, `P` a paper. Options: `opt`; `unlessNumber` (left blank when the person's number is given, note 2 of the
/// circular); a number of millimetres for the blank; `x2` for a blank of two lines.
///
/// Labels are the circular's words in its order, as far as a source shows them; what no source shows word for word is left out
/// and named as open.
public enum DeclarationTexts {
  /// By id.
  public static let byID = births.merging(others) { first, _ in first }.merging(linked) { first, _ in first }

  /// What stands at its head; nil if there is no such declaration.
  public static func title(of id: String) -> String? {
    byID[id]?.split(separator: "\n", maxSplits: 1).first?.split(separator: "\t").last.map(String.init)
  }

  // swift-format-ignore
  static let births: [String: String] = [
    "birth": #"""
      form	birth	Tờ khai đăng ký khai sinh
      owner	child
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Vị trí dòng ngày sinh người yêu cầu, giấy tờ tùy thân của mẹ, của cha và giấy chứng nhận kết hôn: chưa xác nhận.	The places of the requester's birth, the parents' papers and their marriage certificate are unconfirmed.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name QD}
      line	Ngày, tháng, năm sinh: {requester.birth date QD}
      line	Nơi cư trú: (2) {requester.residence address QD unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {requester.paper paper QF}
      line	Quan hệ với người được khai sinh: {requester.relationToChild pick:relationToChild A}
      line	Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
      line	Họ, chữ đệm, tên: {child.name name AP}
      line	Ngày, tháng, năm sinh: {child.birth pdate P 40} ghi bằng chữ: {child.birthWords words F}
      line	Giới tính: {child.sex choice:sex P 20} Dân tộc: {child.ethnicity ethnicity FA 40} Quốc tịch: {child.nationality pick:nationality F}
      line	Nơi sinh: (4) {child.birthPlace address P x2}
      line	Quê quán: {child.home address FDA}
      line	Họ, chữ đệm, tên người mẹ: {mother.name name QDP opt}
      line	Năm sinh: (5) {mother.birth pdate Q opt 35} Dân tộc: {mother.ethnicity ethnicity D opt 40} Quốc tịch: {mother.nationality pick:nationality D opt}
      line	Nơi cư trú: (2) {mother.residence address QD opt unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {mother.paper paper Q opt}
      line	Họ, chữ đệm, tên người cha: {father.name name QDP opt}
      line	Năm sinh: (5) {father.birth pdate Q opt 35} Dân tộc: {father.ethnicity ethnicity D opt 40} Quốc tịch: {father.nationality pick:nationality D opt}
      line	Nơi cư trú: (2) {father.residence address QD opt unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {father.paper paper Q opt}
      line	Giấy chứng nhận kết hôn của cha, mẹ: Số: {parents.number text DA opt 30 | Giấy chứng nhận kết hôn của cha, mẹ: Số} Quyển số: {parents.book text DA opt 25} Đăng ký ngày: {parents.date date DA opt 25} Tại: {parents.office text DA opt}
      line	Đề nghị cấp bản sao: {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      """#,
    "birth-again": #"""
      form	birth-again	Tờ khai đăng ký lại khai sinh
      owner	child
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Vị trí dòng ngày sinh người yêu cầu, giấy tờ tùy thân của mẹ, của cha và giấy chứng nhận kết hôn: chưa xác nhận.	The places of the requester's birth, the parents' papers and their marriage certificate are unconfirmed.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      open	Câu đề nghị và dòng lý do: chưa thấy nguyên văn; lý do chưa in. Chỗ của dòng “Đã đăng ký khai sinh” chưa xác nhận.	The sentence of the request and the line of the reason were not seen word for word; the reason is not printed. The place of the earlier registration is unconfirmed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name QD}
      line	Ngày, tháng, năm sinh: {requester.birth date QD}
      line	Nơi cư trú: (2) {requester.residence address QD unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {requester.paper paper QF}
      line	Quan hệ với người được khai sinh: {requester.relationToChild pick:relationToChild A}
      line	Đề nghị cơ quan đăng ký lại khai sinh cho người dưới đây:
      line	Họ, chữ đệm, tên: {child.name name AP}
      line	Ngày, tháng, năm sinh: {child.birth pdate P 40} ghi bằng chữ: {child.birthWords words F}
      line	Giới tính: {child.sex choice:sex P 20} Dân tộc: {child.ethnicity ethnicity FA 40} Quốc tịch: {child.nationality pick:nationality F}
      line	Nơi sinh: (4) {child.birthPlace address P x2}
      line	Quê quán: {child.home address FDA}
      line	Đã đăng ký khai sinh tại {earlier.office text AP opt} ngày {earlier.date pdate AP opt 25} số {earlier.number text AP opt 25} quyển số {earlier.book text AP opt 25}
      line	Họ, chữ đệm, tên người mẹ: {mother.name name QDP opt}
      line	Năm sinh: (5) {mother.birth pdate Q opt 35} Dân tộc: {mother.ethnicity ethnicity D opt 40} Quốc tịch: {mother.nationality pick:nationality D opt}
      line	Nơi cư trú: (2) {mother.residence address QD opt unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {mother.paper paper Q opt}
      line	Họ, chữ đệm, tên người cha: {father.name name QDP opt}
      line	Năm sinh: (5) {father.birth pdate Q opt 35} Dân tộc: {father.ethnicity ethnicity D opt 40} Quốc tịch: {father.nationality pick:nationality D opt}
      line	Nơi cư trú: (2) {father.residence address QD opt unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {father.paper paper Q opt}
      line	Giấy chứng nhận kết hôn của cha, mẹ: Số: {parents.number text DA opt 30 | Giấy chứng nhận kết hôn của cha, mẹ: Số} Quyển số: {parents.book text DA opt 25} Đăng ký ngày: {parents.date date DA opt 25} Tại: {parents.office text DA opt}
      line	Đề nghị cấp bản sao: {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      """#,
    "parent-child": #"""
      form	parent-child	Tờ khai đăng ký nhận cha, mẹ, con
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Hai chỗ ghi ý kiến có trên mẫu năm 2015; chưa rõ mẫu hiện nay có không.	The two places for opinions are on the form of 2015; whether today's form has them is not known.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name QD}
      line	Ngày, tháng, năm sinh: {requester.birth date QD}
      line	Nơi cư trú: (2) {requester.residence address QD unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {requester.paper paper QF}
      line	Quan hệ với người nhận cha/mẹ/con: (4) {requester.relationToPerson text A}
      line	Đề nghị cơ quan công nhận người có tên dưới đây:
      line	Họ, chữ đệm, tên: {recognised.name name QD}
      line	Ngày, tháng, năm sinh: {recognised.birth pdate QD}
      line	Giới tính: {recognised.sex choice:sex QD unlessNumber 20} Dân tộc: {recognised.ethnicity ethnicity D unlessNumber 40} Quốc tịch: (2) {recognised.nationality pick:nationality D unlessNumber}
      line	Nơi cư trú: (2) {recognised.residence address QD unlessNumber x2}
      line	Giấy khai sinh/Giấy tờ tùy thân: (3) {recognised.paper paper QP}
      line	Là {recognised.kinship choice:kinship A 20 | Là (cha, mẹ, con)} của người có tên dưới đây:
      line	Họ, chữ đệm, tên: {counterpart.name name QD}
      line	Ngày, tháng, năm sinh: {counterpart.birth pdate QD}
      line	Giới tính: {counterpart.sex choice:sex QD unlessNumber 20} Dân tộc: {counterpart.ethnicity ethnicity D unlessNumber 40} Quốc tịch: (2) {counterpart.nationality pick:nationality D unlessNumber}
      line	Nơi cư trú: (2) {counterpart.residence address QD unlessNumber x2}
      line	Giấy khai sinh/Giấy tờ tùy thân: (3) {counterpart.paper paper QP}
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      sign	-=Ý kiến của người hiện đang là mẹ hoặc cha (2)	-=Ý kiến của người được nhận là cha, mẹ, con (3)
      """#,
  ]
}
