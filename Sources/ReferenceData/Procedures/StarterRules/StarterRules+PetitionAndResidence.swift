extension StarterRules {
  /// Petitions, and the residence procedures of the commune police.
  // swift-format-ignore
  static let petitionsAndResidence: [String: String] = [
    "2.001909": #"""
      # Tiếp công dân cấp xã
      # Luật Khiếu nại 2011, Luật Tố cáo 2018, Luật Tiếp công dân (sđ Luật 136/2025/QH15); NĐ 124/2020 sđ NĐ 155/2026; NĐ 31/2019 sđ NĐ 156/2026 (từ 01/07/2026)
      paper	Giấy tờ tùy thân	required	-	shown	1	-	CSDLQG về dân cư	-	đơn nếu có; giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	?
      limit	-	-	?
      """#,
    "2.001801": #"""
      # Xử lý đơn tại cấp xã
      # Luật Khiếu nại 2011, Luật Tố cáo 2018, Luật Tiếp công dân (sđ Luật 136/2025/QH15); NĐ 124/2020 sđ NĐ 155/2026; NĐ 31/2019 sđ NĐ 156/2026 (từ 01/07/2026)
      paper	Đơn	required	-	original	1	-	-	-	phân loại trước; người tố cáo được giữ bí mật; giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	?
      """#,
    "2.002409": #"""
      # Giải quyết khiếu nại lần đầu tại cấp xã
      # Luật Khiếu nại 2011, Luật Tố cáo 2018, Luật Tiếp công dân (sđ Luật 136/2025/QH15); NĐ 124/2020 sđ NĐ 155/2026; NĐ 31/2019 sđ NĐ 156/2026 (từ 01/07/2026)
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      question	tai-lieu	Có tài liệu, chứng cứ kèm theo?	2	có	không
      paper	Đơn khiếu nại	required	-	original	1	NĐ 155/2026	-	-	vụ phức tạp (7 tiêu chí, ghi bằng văn bản) 45; vùng sâu, xa 45/60 (chưa đối chiếu)
      paper	Văn bản ủy quyền khiếu nại có công chứng hoặc chứng thực	required	uy-quyen=1	original	1	Mẫu số 02, NĐ 155/2026	-	-	không ủy quyền một nội dung cho nhiều người
      paper	Tài liệu, chứng cứ kèm theo	required	tai-lieu=1	copy	1	-	-	-	giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	?
      result	Quyết định giải quyết khiếu nại	?	-	-	?
      law	Luật Khiếu nại 2011
      law	Luật Tố cáo 2018
      law	Luật Tiếp công dân
      law	136/2025/QH15	sửa đổi Luật Khiếu nại, Luật Tố cáo, Luật Tiếp công dân
      law	124/2020/NĐ-CP
      law	155/2026/NĐ-CP	sửa đổi 124/2020/NĐ-CP
      law	31/2019/NĐ-CP
      law	156/2026/NĐ-CP	sửa đổi 31/2019/NĐ-CP (từ 01/07/2026)
      """#,
    "2.002396": #"""
      # Giải quyết tố cáo tại cấp xã
      # Luật Khiếu nại 2011, Luật Tố cáo 2018, Luật Tiếp công dân (sđ Luật 136/2025/QH15); NĐ 124/2020 sđ NĐ 155/2026; NĐ 31/2019 sđ NĐ 156/2026 (từ 01/07/2026)
      question	truong-hop	Việc gì?	1	tố cáo thuộc thẩm quyền Chủ tịch xã	rút tố cáo
      case	to-cao	Tố cáo thuộc thẩm quyền Chủ tịch xã	truong-hop=1
      case	rut-to-cao	Rút tố cáo	truong-hop=2
      paper	Đơn tố cáo (họ tên, địa chỉ, cách liên hệ, nội dung, người bị tố cáo)	required	to-cao	original	1	-	-	-	họ tên người tố cáo không hiện trên màn hình chung, sổ, giấy hẹn; giấy này chưa đối chiếu
      paper	Đơn rút tố cáo	one_of rut	rut-to-cao	original	1	Mẫu số 02, NĐ 156/2026
      paper	Biên bản ghi nhận ý kiến rút tố cáo	one_of rut	rut-to-cao	original	1	Mẫu số 03, NĐ 156/2026
      fee	Phí, lệ phí	?	-	?
      limit	rut-to-cao	-	?
      law	Luật Khiếu nại 2011	-	-	rut-to-cao
      law	Luật Tố cáo 2018	-	-	rut-to-cao
      law	Luật Tiếp công dân	-	-	rut-to-cao
      law	136/2025/QH15	sửa đổi Luật Khiếu nại, Luật Tố cáo, Luật Tiếp công dân	-	rut-to-cao
      law	124/2020/NĐ-CP	-	-	rut-to-cao
      law	155/2026/NĐ-CP	sửa đổi 124/2020/NĐ-CP	-	rut-to-cao
      law	31/2019/NĐ-CP	-	-	rut-to-cao
      law	156/2026/NĐ-CP	sửa đổi 31/2019/NĐ-CP (từ 01/07/2026)	-	rut-to-cao
      """#,
    "1.010041": #"""
      # Xác nhận thông tin về cư trú
      # Luật Cư trú 2020; TT 75/2022/TT-BTC
      paper	Tờ khai thay đổi thông tin cư trú	required	-	original	1	CT01	-	-	CHỈ HƯỚNG DẪN: Công an cấp xã, hệ thống riêng; không tiếp nhận tại quầy UBND; giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	fixed 0
      """#,
    "1.004222": #"""
      # Đăng ký thường trú
      # Luật Cư trú 2020; TT 75/2022/TT-BTC
      paper	Tờ khai thay đổi thông tin cư trú	required	-	original	1	CT01	-	-	CHỈ HƯỚNG DẪN: Công an cấp xã, hệ thống riêng; không tiếp nhận tại quầy UBND; giấy này chưa đối chiếu
      paper	Giấy tờ chứng minh chỗ ở hợp pháp	required	-	original	1	-	CSDLQG về dân cư	-	giấy này chưa đối chiếu
      fee	Lệ phí đăng ký cư trú	charge	channel=1	fixed 20000
      fee	Lệ phí đăng ký cư trú	charge	channel=2	fixed 10000
      fee	Lệ phí đăng ký cư trú	charge	channel=3	?
      """#,
    "1.004194": #"""
      # Đăng ký tạm trú
      # Luật Cư trú 2020; TT 75/2022/TT-BTC
      paper	Tờ khai thay đổi thông tin cư trú	required	-	original	1	CT01	-	-	CHỈ HƯỚNG DẪN: Công an cấp xã, hệ thống riêng; không tiếp nhận tại quầy UBND; giấy này chưa đối chiếu
      paper	Giấy tờ chứng minh chỗ ở hợp pháp	required	-	original	1	-	CSDLQG về dân cư	-	giấy này chưa đối chiếu
      fee	Lệ phí đăng ký cư trú	charge	channel=1	fixed 15000
      fee	Lệ phí đăng ký cư trú	charge	channel=2	fixed 7000
      fee	Lệ phí đăng ký cư trú	charge	channel=3	?
      """#,
    "1.002755": #"""
      # Gia hạn tạm trú
      # Luật Cư trú 2020; TT 75/2022/TT-BTC
      paper	Tờ khai thay đổi thông tin cư trú	required	-	original	1	CT01	-	-	CHỈ HƯỚNG DẪN: Công an cấp xã, hệ thống riêng; không tiếp nhận tại quầy UBND; giấy này chưa đối chiếu
      fee	Lệ phí đăng ký cư trú	charge	channel=1	fixed 15000
      fee	Lệ phí đăng ký cư trú	charge	channel=2	fixed 7000
      fee	Lệ phí đăng ký cư trú	charge	channel=3	?
      """#,
    "1.003197": #"""
      # Xóa đăng ký thường trú
      # Luật Cư trú 2020; TT 75/2022/TT-BTC
      paper	Tờ khai thay đổi thông tin cư trú	required	-	original	1	CT01	-	-	CHỈ HƯỚNG DẪN: Công an cấp xã, hệ thống riêng; không tiếp nhận tại quầy UBND; giấy này chưa đối chiếu
      paper	Giấy tờ chứng minh thuộc trường hợp xóa	required	-	original	1	-	CSDLQG về dân cư	-	giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	fixed 0
      """#,
    "1.010038": #"""
      # Tách hộ
      # Luật Cư trú 2020; TT 75/2022/TT-BTC
      paper	Tờ khai thay đổi thông tin cư trú	required	-	original	1	CT01	-	-	CHỈ HƯỚNG DẪN: Công an cấp xã, hệ thống riêng; không tiếp nhận tại quầy UBND; giấy này chưa đối chiếu
      fee	Lệ phí đăng ký cư trú	charge	channel=1	fixed 10000
      fee	Lệ phí đăng ký cư trú	charge	channel=2	?
      fee	Lệ phí đăng ký cư trú	charge	channel=3	?
      """#,
  ]
}
