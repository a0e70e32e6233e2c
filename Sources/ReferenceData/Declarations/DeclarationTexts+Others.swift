extension DeclarationTexts {
  /// Death, marriage, changes and what is issued about them.
  // swift-format-ignore
  static let others: [String: String] = [
    "death": #"""
      form	death	Tờ khai đăng ký khai tử
      owner	deceased
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Thứ tự theo bản in của thông tư năm 2015; dòng ngày sinh người yêu cầu chưa xác nhận.	The order is that of the circular of 2015 as printed; the line of the requester's birth is unconfirmed.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name QD}
      line	Ngày, tháng, năm sinh: {requester.birth date QD}
      line	Nơi cư trú: (2) {requester.residence address QD unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {requester.paper paper QF}
      line	Quan hệ với người đã chết: {requester.relationToDeceased text A}
      line	Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:
      line	Họ, chữ đệm, tên: {deceased.name name QDP}
      line	Ngày, tháng, năm sinh: {deceased.birth pdate QD}
      line	Giới tính: {deceased.sex choice:sex Q 20} Dân tộc: {deceased.ethnicity ethnicity D opt 40} Quốc tịch: {deceased.nationality pick:nationality D opt}
      line	Nơi cư trú cuối cùng: {deceased.residence address QD opt x2}
      line	Giấy tờ tùy thân: {deceased.paper paper Q opt}
      line	Đã chết vào lúc: {death.hour number P opt 12 | Giờ chết} giờ {death.minute number P opt 12 | Phút} phút, ngày {death.date pdate/day P 12 | Ngày, tháng, năm chết (dương lịch)} tháng {death.date pdate/month P 12} năm {death.date pdate/year P 20}
      line	Nơi chết: {death.place address P x2}
      line	Nguyên nhân chết: {death.cause text P}
      line	Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử: {notice.number text P opt 35} do {notice.issuer text P opt 60 | Nơi cấp Giấy báo tử} cấp ngày {notice.date date P opt | Ngày cấp Giấy báo tử}
      line	Đề nghị cấp bản sao: {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      """#,
    "death-again": #"""
      form	death-again	Tờ khai đăng ký lại khai tử
      owner	deceased
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Thứ tự theo bản in của thông tư năm 2015; dòng ngày sinh người yêu cầu chưa xác nhận.	The order is that of the circular of 2015 as printed; the line of the requester's birth is unconfirmed.
      open	Câu đề nghị và dòng “Đã đăng ký khai tử”: chưa thấy nguyên văn.	The sentence of the request and the line of the earlier registration were not seen word for word.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name QD}
      line	Ngày, tháng, năm sinh: {requester.birth date QD}
      line	Nơi cư trú: (2) {requester.residence address QD unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {requester.paper paper QF}
      line	Quan hệ với người đã chết: {requester.relationToDeceased text A}
      line	Đề nghị cơ quan đăng ký lại khai tử cho người có tên dưới đây:
      line	Họ, chữ đệm, tên: {deceased.name name QDP}
      line	Ngày, tháng, năm sinh: {deceased.birth pdate QD}
      line	Giới tính: {deceased.sex choice:sex Q 20} Dân tộc: {deceased.ethnicity ethnicity D opt 40} Quốc tịch: {deceased.nationality pick:nationality D opt}
      line	Nơi cư trú cuối cùng: {deceased.residence address QD opt x2}
      line	Giấy tờ tùy thân: {deceased.paper paper Q opt}
      line	Đã chết vào lúc: {death.hour number P opt 12 | Giờ chết} giờ {death.minute number P opt 12 | Phút} phút, ngày {death.date pdate/day P 12 | Ngày, tháng, năm chết (dương lịch)} tháng {death.date pdate/month P 12} năm {death.date pdate/year P 20}
      line	Nơi chết: {death.place address P x2}
      line	Nguyên nhân chết: {death.cause text P}
      line	Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử: {notice.number text P opt 35} do {notice.issuer text P opt 60 | Nơi cấp Giấy báo tử} cấp ngày {notice.date date P opt | Ngày cấp Giấy báo tử}
      line	Đã đăng ký khai tử tại {earlier.office text AP opt} số {earlier.number text AP opt 25} quyển {earlier.book text AP opt 25} ngày {earlier.date pdate AP opt 25}
      line	Đề nghị cấp bản sao: {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      """#,
    "marriage": #"""
      form	marriage	Tờ khai đăng ký kết hôn
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Dòng “Tình trạng hôn nhân” có trên Cổng; chưa rõ trên giấy có không nên không in.	The line of the marital status is in the portal's form; whether it is on paper is not known, so it is not printed.
      open	Lời cam đoan: chưa có nguyên văn, chỉ in câu đề nghị.	The promise: its exact text is not known; only the request is printed.
      line	Kính gửi: (3) {office.name text F}
      columns	bride=Bên nữ	groom=Bên nam
      row	Họ, chữ đệm, tên	{name name QD}
      row	Ngày, tháng, năm sinh	{birth date QD}
      row	Dân tộc	{ethnicity ethnicity DA}
      row	Quốc tịch	{nationality pick:nationality D}
      row	Nơi cư trú (4)	{residence address QD unlessNumber x2}
      row	Giấy tờ tùy thân (5)	{paper paper Q}
      row	Kết hôn lần thứ mấy	{marriages number AD}
      line	Đề nghị cấp bản sao: (6) {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      promise	Đề nghị Quý cơ quan đăng ký.
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	bride=Bên nữ	groom=Bên nam
      """#,
    "marriage-again": #"""
      form	marriage-again	Tờ khai đăng ký lại kết hôn
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Dòng “Tình trạng hôn nhân” có trên Cổng; chưa rõ trên giấy có không nên không in.	The line of the marital status is in the portal's form; whether it is on paper is not known, so it is not printed.
      open	Lời cam đoan: chưa có nguyên văn, chỉ in câu đề nghị.	The promise: its exact text is not known; only the request is printed.
      open	Dòng “Đã đăng ký kết hôn”: chưa thấy nguyên văn.	The line of the earlier registration was not seen word for word.
      line	Kính gửi: (3) {office.name text F}
      columns	bride=Bên nữ	groom=Bên nam
      row	Họ, chữ đệm, tên	{name name QD}
      row	Ngày, tháng, năm sinh	{birth date QD}
      row	Dân tộc	{ethnicity ethnicity DA}
      row	Quốc tịch	{nationality pick:nationality D}
      row	Nơi cư trú (4)	{residence address QD unlessNumber x2}
      row	Giấy tờ tùy thân (5)	{paper paper Q}
      row	Kết hôn lần thứ mấy	{marriages number AD}
      line	Đã đăng ký kết hôn tại {earlier.office text AP opt} ngày {earlier.date pdate AP opt 25} số {earlier.number text AP opt 25} quyển số {earlier.book text AP opt 25}
      line	Đề nghị cấp bản sao: (6) {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      promise	Đề nghị Quý cơ quan đăng ký.
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	bride=Bên nữ	groom=Bên nam
      """#,
    "marital-status": #"""
      form	marital-status	Tờ khai cấp Giấy xác nhận tình trạng hôn nhân
      owner	person
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Thứ tự dòng lấy từ một mẫu công khai không ghi thông tư. Mục đích kết hôn (với ai, đăng ký ở đâu) và số lượng giấy: chưa thấy nguyên văn.	The order is that of a public template that names no circular. The lines for a wedding (with whom, where) and the number of papers were not seen word for word.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name QD}
      line	Nơi cư trú: (2) {requester.residence address QD unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {requester.paper paper QF}
      line	Quan hệ với người được cấp Giấy xác nhận: {requester.relationToPerson pick:relation A}
      line	Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:
      line	Họ, chữ đệm, tên: {person.name name QD}
      line	Ngày, tháng, năm sinh: {person.birth pdate QD}
      line	Giới tính: {person.sex choice:sex QD 20} Dân tộc: {person.ethnicity ethnicity QD 40} Quốc tịch: {person.nationality pick:nationality QD}
      line	Nơi cư trú: {person.residence address QD x2}
      line	Giấy tờ tùy thân: {person.paper paper QD}
      line	Tình trạng hôn nhân: {person.maritalStatus pick:maritalStatus DA x2}
      line	Trong thời gian cư trú tại {stay.place address A opt | Trong thời gian cư trú tại} từ ngày {stay.from pdate A opt 25} đến ngày {stay.through pdate A opt 25}
      line	Mục đích sử dụng: {purpose.text text A x2}
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      """#,
    "change": #"""
      form	change	Tờ khai đăng ký việc thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc
      owner	person
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Thứ tự theo bản in của thông tư năm 2015. Dòng quan hệ: phần cuối chưa thấy nguyên văn. Hai chỗ ghi ý kiến (người từ đủ 9 tuổi đổi tên, từ đủ 15 đến dưới 18 tuổi xác định lại dân tộc; cha, mẹ): chưa có nguyên văn nên không in.	The order is that of the circular of 2015 as printed. The end of the line of the relation was not seen. The words of the two places for opinions (of the person: name from 9 years, ethnicity from 15 to under 18; of the parents) are not known, so they are not printed.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name Q}
      line	Nơi cư trú: {requester.residence address QD x2}
      line	Giấy tờ tùy thân: {requester.paper paper Q}
      line	Quan hệ với người đề nghị được thay đổi …: {requester.relationToPerson pick:relation A}
      line	Đề nghị cơ quan đăng ký việc {change.kind choice:changeKind A 50 | Việc đề nghị đăng ký} cho người có tên dưới đây:
      line	Họ, chữ đệm, tên: {person.name name QD}
      line	Giới tính: {person.sex choice:sex QD}
      line	Ngày, tháng, năm sinh: {person.birth pdate QD}
      line	Dân tộc: {person.ethnicity ethnicity QD 50} Quốc tịch: {person.nationality pick:nationality QD}
      line	Giấy tờ tùy thân: {person.paper paper QD}
      line	Nơi cư trú: {person.residence address QD x2}
      line	Đã đăng ký {record.kind text PD 35 | Loại việc đã đăng ký} ngày {record.date pdate PD 25 | Ngày đăng ký} tại số {record.number text PD 25 | Số} Quyển số {record.book text PD 25} của {record.office text PD | Cơ quan đã đăng ký}
      line	Từ: {change.old text F x2}
      line	Thành: {change.new text A x2}
      line	Lý do: {change.reason text A x2}
      line	Đề nghị cấp bản sao: {copies.wanted boxes:yesNo A} Số lượng: {copies.count number A opt 15} bản
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      """#,
    "extract": #"""
      form	extract	Tờ khai cấp bản sao trích lục hộ tịch
      owner	person
      law	?	04/2024/TT-BTP
      valid	?	2027-02-28
      confirmed	no
      open	Chưa đối chiếu với phụ lục của thông tư (số mẫu, mã góc, ngày có hiệu lực).	Not compared with the circular's annex (number, corner code, day in force).
      open	Thứ tự dòng lấy từ một mẫu công khai không ghi thông tư. Dòng “Số định danh” chưa rõ có không nên không in.	The order is that of a public template that names no circular. Whether there is a line of the personal number is not known, so it is not printed.
      open	Lời cam đoan: chưa có nguyên văn nên chưa in.	The promise: its exact text is not known, so it is not printed.
      line	Kính gửi: (1) {office.name text F}
      line	Họ, chữ đệm, tên người yêu cầu: {requester.name name QD}
      line	Nơi cư trú: (2) {requester.residence address QD unlessNumber x2}
      line	Giấy tờ tùy thân: (3) {requester.paper paper QF}
      line	Quan hệ với người được cấp bản sao: {requester.relationToPerson pick:relation A}
      line	Đề nghị cơ quan cấp bản sao trích lục {extract.kind pick:extractKind A 40 | Loại trích lục} cho người có tên dưới đây:
      line	Họ, chữ đệm, tên: {person.name name QD}
      line	Ngày, tháng, năm sinh: {person.birth pdate QD}
      line	Giới tính: {person.sex choice:sex QD 20} Dân tộc: {person.ethnicity ethnicity QD 40} Quốc tịch: {person.nationality pick:nationality QD}
      line	Nơi cư trú: {person.residence address QD x2}
      line	Giấy tờ tùy thân: {person.paper paper QD}
      line	Đã đăng ký tại: {record.office text D}
      line	Ngày đăng ký: {record.date pdate D opt 30} Số: {record.number text D opt 30} Quyển số: {record.book text D opt}
      line	Số lượng bản sao yêu cầu cấp: {copies.count number A 15} bản
      promise	?
      right	Làm tại: {made.place text F 60 | Làm tại}, ngày {made.date date/day F 10 | Ngày làm tờ khai} tháng {made.date date/month F 10} năm {made.date date/year F 15}
      sign	-	requester=Người yêu cầu
      """#,
  ]
}
