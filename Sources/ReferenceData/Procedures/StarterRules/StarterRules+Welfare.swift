extension StarterRules {
  /// Social assistance, disability, poverty and people of merit.
  // swift-format-ignore
  static let welfare: [String: String] = [
    "1.001776": #"""
      # Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc
      # NĐ 20/2021/NĐ-CP Đ.5–8 (mức chuẩn sđ NĐ 76/2024 (chưa đối chiếu)); phân cấp 2025; Đ.18–23; NĐ 20/2021 Đ.8 k.3, 4
      question	truong-hop	Ai hưởng, hưởng gì?	-	trẻ dưới 16 tuổi không có nguồn nuôi dưỡng (k.1), hoặc 16–22 đang học (k.2)	trẻ em hoặc người nhiễm HIV/AIDS thuộc hộ nghèo (k.3, k.8)	người đơn thân thuộc hộ nghèo, cận nghèo đang nuôi con (k.4)	người cao tuổi (k.5)	người khuyết tật nặng, đặc biệt nặng (k.6)	trẻ dưới 3 tuổi hộ nghèo, cận nghèo ở xã, thôn đặc biệt khó khăn (k.7)	hộ có người khuyết tật đặc biệt nặng: hỗ trợ kinh phí chăm sóc	nhận chăm sóc, nuôi dưỡng đối tượng tại cộng đồng	đối tượng được nhận chăm sóc mà không hưởng trợ cấp hằng tháng	đang hưởng, chuyển nơi cư trú
      question	tre-con	Xét trợ cấp cho trẻ, hoặc người đơn thân, khuyết tật đang nuôi con?	1	có	không
      question	mang-thai	Người khuyết tật đang mang thai?	2	có	không
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      case	tre-em	Trẻ dưới 16 tuổi không có nguồn nuôi dưỡng (k.1), hoặc 16–22 đang học (k.2)	truong-hop=1
      case	hiv	Trẻ em hoặc người nhiễm HIV/AIDS thuộc hộ nghèo (k.3, k.8)	truong-hop=2
      case	don-than	Người đơn thân thuộc hộ nghèo, cận nghèo đang nuôi con (k.4)	truong-hop=3
      case	cao-tuoi	Người cao tuổi (k.5)	truong-hop=4
      case	khuyet-tat	Người khuyết tật nặng, đặc biệt nặng (k.6)	truong-hop=5
      case	tre-duoi-3	Trẻ dưới 3 tuổi hộ nghèo, cận nghèo ở xã, thôn đặc biệt khó khăn (k.7)	truong-hop=6
      case	cham-soc-ho	Hộ có người khuyết tật đặc biệt nặng: hỗ trợ kinh phí chăm sóc	truong-hop=7
      case	nhan-cham-soc	Nhận chăm sóc, nuôi dưỡng đối tượng tại cộng đồng	truong-hop=8
      case	duoc-nhan-cham-soc	Đối tượng được nhận chăm sóc mà không hưởng trợ cấp hằng tháng	truong-hop=9
      case	chuyen-noi-cu-tru	Đang hưởng, chuyển nơi cư trú	truong-hop=10
      paper	Tờ khai đề nghị trợ giúp xã hội	required	tre-em	original	1	Mẫu 1a (chưa đối chiếu), NĐ 20/2021	-	-	NĐ 20/2021 nêu niêm yết 2 ngày làm việc, trừ thông tin HIV
      paper	Tờ khai đề nghị trợ giúp xã hội	required	hiv	original	1	Mẫu 1b (chưa đối chiếu), NĐ 20/2021	-	-	NĐ 20/2021 nêu niêm yết 2 ngày làm việc, trừ thông tin HIV
      paper	Tờ khai đề nghị trợ giúp xã hội	required	don-than	original	1	Mẫu 1c, NĐ 20/2021	-	-	NĐ 20/2021 nêu niêm yết 2 ngày làm việc, trừ thông tin HIV
      paper	Tờ khai đề nghị trợ giúp xã hội	required	cao-tuoi	original	1	Mẫu 1d (chưa đối chiếu), NĐ 20/2021	-	-	NĐ 20/2021 nêu niêm yết 2 ngày làm việc, trừ thông tin HIV
      paper	Tờ khai đề nghị trợ giúp xã hội	required	khuyet-tat	original	1	Mẫu 1đ, NĐ 20/2021	-	-	NĐ 20/2021 nêu niêm yết 2 ngày làm việc, trừ thông tin HIV
      paper	Tờ khai đề nghị trợ giúp xã hội	required	tre-duoi-3	original	1	Mẫu 1a hoặc 1b (chưa rõ), NĐ 20/2021	-	-	NĐ 20/2021 nêu niêm yết 2 ngày làm việc, trừ thông tin HIV
      paper	Giấy xác nhận nhiễm HIV của cơ quan y tế	required	hiv	shown	1	-	-	-	không niêm yết
      paper	Giấy xác nhận khuyết tật	required	khuyet-tat	shown	1	-	kết quả của 1.001699
      paper	Giấy xác nhận đang mang thai	required	khuyet-tat/mang-thai=1	shown	1
      paper	Giấy khai sinh của trẻ em	required	tre-em,hiv,don-than,khuyet-tat,tre-duoi-3/tre-con=1	shown	1	-	CSDL hộ tịch điện tử
      paper	Giấy tờ về cư trú / căn cước của đối tượng	required	tre-em,hiv,don-than,cao-tuoi,khuyet-tat,tre-duoi-3/noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	-	đối chiếu, không nộp
      paper	Tờ khai hộ gia đình có người khuyết tật đặc biệt nặng	required	cham-soc-ho	original	1	Mẫu 2a, NĐ 20/2021
      paper	Tờ khai nhận chăm sóc, nuôi dưỡng đối tượng bảo trợ xã hội	required	nhan-cham-soc	original	1	Mẫu 2b, NĐ 20/2021
      paper	Tờ khai của đối tượng được nhận chăm sóc, nuôi dưỡng	required	duoc-nhan-cham-soc	original	1	Mẫu 03, NĐ 20/2021
      paper	Văn bản đề nghị của đối tượng hoặc người giám hộ	required	chuyen-noi-cu-tru	original	1	-	-	-	luật cũ: 3 + 3 (trong huyện), 3 + 5 (khác huyện, tỉnh); sau khi bỏ cấp huyện: chưa rõ
      fee	Phí, lệ phí	?	-	?
      limit	chuyen-noi-cu-tru	-	3 working_days
      limit	-	-	10 working_days
      result	Quyết định trợ cấp xã hội / điều chỉnh / thôi hưởng hằng tháng	?	tre-em,hiv,don-than,cao-tuoi,khuyet-tat,tre-duoi-3,chuyen-noi-cu-tru	-	?
      result	Quyết định hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng	?	cham-soc-ho,nhan-cham-soc,duoc-nhan-cham-soc	-	?
      law	20/2021/NĐ-CP	-	Điều 5–8	tre-em,hiv,don-than,cao-tuoi,khuyet-tat,tre-duoi-3,cham-soc-ho,nhan-cham-soc,duoc-nhan-cham-soc
      law	20/2021/NĐ-CP	-	Điều 18–23	cham-soc-ho,nhan-cham-soc,duoc-nhan-cham-soc
      law	20/2021/NĐ-CP	-	Điều 8, khoản 3, 4	chuyen-noi-cu-tru
      """#,
    "1.001731": #"""
      # Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội
      # NĐ 20/2021 Đ.11
      question	tuat-bhxh	Người từ đủ 80 tuổi đang hưởng tuất BHXH, trợ cấp hằng tháng khác?	2	có	không
      paper	Tờ khai đề nghị hỗ trợ chi phí mai táng	required	-	original	1	Mẫu 04, NĐ 20/2021
      paper	Bản sao giấy chứng tử hoặc giấy báo tử	required	-	copy	1	-	CSDL hộ tịch điện tử
      paper	Bản sao quyết định hoặc danh sách thôi hưởng trợ cấp BHXH, trợ cấp khác	required	tuat-bhxh=1	copy	1	-	-	-	chỉ hưởng một mức cao nhất
      fee	Phí, lệ phí	?	-	?
      limit	-	-	3 working_days
      result	Quyết định hỗ trợ chi phí mai táng	?	-	-	?
      law	20/2021/NĐ-CP	-	Điều 11
      """#,
    "1.001699": #"""
      # Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật
      # Luật 51/2010; NĐ 28/2012; TT 01/2019/TT-BLĐTBXH (sđ TT 08/2023)
      question	truong-hop	Xác định lần nào?	1	lần đầu	lại (đổi dạng, mức độ; trẻ đủ 6 tuổi)
      question	giay-to	Có bệnh án, giấy khám, điều trị hoặc Giấy xác nhận cũ?	1	có	không
      question	giam-dinh	Đã có kết luận Hội đồng Giám định y khoa trước 01/06/2012?	2	có	không
      case	lan-dau	Xác định lần đầu	truong-hop=1
      case	xac-dinh-lai	Xác định lại (đổi dạng, mức độ; trẻ đủ 6 tuổi)	truong-hop=2
      paper	Đơn đề nghị xác định, xác định lại mức độ khuyết tật và cấp, đổi, cấp lại Giấy xác nhận	required	-	original	1	Mẫu 01, TT 01/2019	-	-	xuất trình căn cước, giấy khai sinh (trẻ em)
      paper	Bản sao giấy tờ liên quan khuyết tật (bệnh án, giấy khám, điều trị, phẫu thuật)	required	lan-dau/giay-to=1	copy	1
      paper	Bản sao giấy tờ liên quan khuyết tật, Giấy xác nhận cũ	required	xac-dinh-lai/giay-to=1	copy	1
      paper	Bản sao kết luận Hội đồng Giám định y khoa trước 01/06/2012	required	lan-dau/giam-dinh=1	copy	1
      fee	Phí, lệ phí	?	-	fixed 0
      limit	-	-	Hội đồng xác định=20 working_days	Niêm yết, cấp giấy=5 working_days
      result	Giấy xác nhận khuyết tật	?	-	-	?
      law	Luật 51/2010
      law	28/2012/NĐ-CP
      law	01/2019/TT-BLĐTBXH
      law	TT 08/2023	sửa đổi 01/2019/TT-BLĐTBXH
      """#,
    "1.001653": #"""
      # Đổi, cấp lại Giấy xác nhận khuyết tật
      # Luật 51/2010; NĐ 28/2012; TT 01/2019/TT-BLĐTBXH (sđ TT 08/2023)
      question	truong-hop	Giấy cũ thế nào?	1	sai thông tin hoặc hư hỏng	bị mất
      case	cap-doi	Sai thông tin hoặc hư hỏng	truong-hop=1
      case	cap-lai	Mất giấy	truong-hop=2
      paper	Đơn đề nghị xác định, xác định lại mức độ khuyết tật và cấp, đổi, cấp lại Giấy xác nhận	required	-	original	1	Mẫu 01, TT 01/2019	-	-	không nộp giấy tờ y tế; cấp lại vì đổi dạng, mức độ hoặc đủ 6 tuổi: theo 1.001699; giấy cũ bị thu hồi khi cấp giấy mới
      paper	Giấy xác nhận khuyết tật cũ	required	cap-doi	original	1
      fee	Phí, lệ phí	?	-	?
      limit	-	-	5 working_days
      result	Giấy xác nhận khuyết tật	?	-	-	?
      law	Luật 51/2010
      law	28/2012/NĐ-CP
      law	01/2019/TT-BLĐTBXH
      law	TT 08/2023	sửa đổi 01/2019/TT-BLĐTBXH
      """#,
    "1.014027": #"""
      # Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội hàng tháng
      # NĐ 176/2025/NĐ-CP; Luật BHXH 2024; NĐ 176/2025
      question	truong-hop	Đề nghị gì?	1	hưởng	điều chỉnh hoặc thôi hưởng
      case	huong-moi	Đề nghị hưởng	truong-hop=1
      case	dieu-chinh-thoi-huong	Điều chỉnh hoặc thôi hưởng	truong-hop=2
      paper	Văn bản đề nghị hưởng trợ cấp hưu trí xã hội	required	huong-moi	original	1	Mẫu 01, NĐ 176/2025	-	-	chỉ một giấy; điều kiện tuổi (chưa đối chiếu)
      fee	Phí, lệ phí	?	-	?
      limit	-	-	10 working_days
      result	Quyết định trợ cấp hưu trí xã hội	?	huong-moi	-	?
      result	Quyết định điều chỉnh / thôi hưởng	?	dieu-chinh-thoi-huong	-	?
      law	176/2025/NĐ-CP
      law	Luật BHXH 2024	-	-	huong-moi
      """#,
    "1.014028": #"""
      # Hỗ trợ chi phí mai táng cho đối tượng hưởng trợ cấp hưu trí xã hội
      # NĐ 176/2025
      paper	Tờ khai đề nghị hỗ trợ chi phí mai táng	required	-	original	1	Mẫu 02, NĐ 176/2025	-	-	giấy chứng tử không nằm trong danh mục: tra cứu CSDL hộ tịch (chưa đối chiếu)
      fee	Phí, lệ phí	?	-	fixed 0
      limit	-	-	3 working_days
      result	Quyết định hỗ trợ chi phí mai táng	?	-	-	?
      law	176/2025/NĐ-CP
      """#,
    "2.000286": #"""
      # Tiếp nhận đối tượng bảo trợ xã hội vào cơ sở trợ giúp xã hội cấp tỉnh/huyện
      # NĐ 20/2021 Đ.27, 28
      question	doi-tuong	Đối tượng là ai?	1	không phải trẻ em, không khuyết tật	trẻ em	người khuyết tật	trẻ em khuyết tật
      question	hiv	Nhiễm HIV?	2	có	không
      question	giay-khac	Có giấy tờ liên quan khác?	2	có	không
      question	co-so	Cơ sở do cấp nào quản lý?	1	xã	tỉnh
      paper	Tờ khai của đối tượng hoặc người giám hộ	required	-	original	1	Mẫu 07, NĐ 20/2021	-	-	cơ sở do xã quản lý 10 ngày; do tỉnh quản lý 15 ngày làm việc
      paper	Bản sao giấy khai sinh	required	doi-tuong=2,4	copy	1
      paper	Bản sao Giấy xác nhận khuyết tật	required	doi-tuong=3,4	copy	1
      paper	Xác nhận nhiễm HIV của cơ quan y tế	required	hiv=1	original	1
      paper	Giấy tờ liên quan khác	required	giay-khac=1	original	1
      fee	Phí, lệ phí	?	-	?
      limit	co-so=1	-	10 working_days
      limit	co-so=2	-	15 working_days
      result	Quyết định tiếp nhận vào cơ sở	?	-	-	?
      law	20/2021/NĐ-CP	-	Điều 27, 28
      """#,
    "1.011606": #"""
      # Công nhận hộ nghèo, hộ cận nghèo; thoát nghèo, thoát cận nghèo định kỳ hằng năm
      # QĐ 24/2021/QĐ-TTg (đến 31/12/2026; sau đó 1.116214, 1.116215)
      paper	Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo	required	-	original	1	Mẫu 01, QĐ 24/2021	-	-	1/9–14/12 hằng năm (chưa đối chiếu)
      fee	Phí, lệ phí	?	-	fixed 0
      limit	-	-	?
      result	Quyết định công nhận danh sách hộ nghèo, cận nghèo, thoát nghèo	?	-	-	?
      law	24/2021/QĐ-TTg	đến 31/12/2026
      """#,
    "1.011607": #"""
      # Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm
      # QĐ 24/2021/QĐ-TTg (đến 31/12/2026; sau đó 1.116214, 1.116215)
      paper	Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo	required	-	original	1	Mẫu 01, QĐ 24/2021 (chưa đối chiếu)	-	-	giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	?
      """#,
    "1.011608": #"""
      # Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm
      # QĐ 24/2021/QĐ-TTg (đến 31/12/2026; sau đó 1.116214, 1.116215)
      paper	Giấy đề nghị rà soát hộ thoát nghèo, cận nghèo	required	-	original	1	QĐ 24/2021	-	-	giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	?
      """#,
    "1.011609": #"""
      # Công nhận hộ làm nông, lâm, ngư, diêm nghiệp có mức sống trung bình
      # QĐ 24/2021/QĐ-TTg
      paper	Giấy đề nghị xác định hộ có mức sống trung bình	required	-	original	1	Mẫu 01, QĐ 24/2021
      fee	Phí, lệ phí	?	-	fixed 0
      limit	-	-	15 calendar_days
      result	Quyết định công nhận (mẫu 2, QĐ 24/2021)	?	-	-	?
      law	24/2021/QĐ-TTg
      """#,
    "1.010833": #"""
      # Cấp giấy xác nhận thân nhân của người có công
      # NĐ 131/2021/NĐ-CP; NĐ 131/2021
      paper	Đơn đề nghị cấp giấy xác nhận thân nhân của người có công	required	-	original	1	NĐ 131/2021
      paper	Bản sao có chứng thực giấy chứng nhận người có công / kỷ niệm chương / huân, huy chương kháng chiến, chiến thắng / Tổ quốc ghi công / Có công với nước	one_of giay-ncc	-	copy	1
      paper	Giấy tờ xác nhận quan hệ với người có công (căn cước công dân)	one_of giay-ncc	-	copy	1	-	CSDLQG về dân cư	-	nguồn xếp chung 'một trong các giấy tờ'; cách đọc: chưa rõ
      fee	Phí, lệ phí	?	-	fixed 0
      limit	-	-	5 working_days
      result	Giấy xác nhận thân nhân của người có công	?	-	-	?
      law	131/2021/NĐ-CP
      """#,
    "1.010824": #"""
      # Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần
      # NĐ 131/2021
      question	truong-hop	Trợ cấp nào?	1	một lần, mai táng	tuất hằng tháng, tuất nuôi dưỡng
      question	con	Thân nhân là ai?	1	không phải con	con chưa đủ 18 tuổi	con từ đủ 18 tuổi đang đi học	con từ đủ 18 tuổi đang học nghề, cao đẳng, đại học
      case	mot-lan-mai-tang	Trợ cấp một lần, mai táng	truong-hop=1
      case	tuat	Trợ cấp tuất hằng tháng, tuất nuôi dưỡng	truong-hop=2
      paper	Bản khai	required	-	original	1	Mẫu 12 PL I NĐ 131/2021	-	-	Sở Nội vụ quyết định
      paper	Bản sao có chứng thực giấy báo tử hoặc trích lục khai tử	required	-	copy	1	-	CSDL hộ tịch điện tử
      paper	Bản sao có chứng thực giấy khai sinh / trích lục khai sinh	required	tuat/con=2	copy	1	-	CSDL hộ tịch điện tử
      paper	Giấy xác nhận của cơ sở giáo dục đang học	required	tuat/con=3,4	original	1
      paper	Bản sao bằng tốt nghiệp THPT hoặc xác nhận thời điểm kết thúc học	required	tuat/con=4	copy	1
      fee	Phí, lệ phí	?	-	fixed 0
      limit	mot-lan-mai-tang	-	19 calendar_days
      limit	tuat	-	24 calendar_days
      result	Quyết định trợ cấp khi người có công từ trần	?	-	-	?
      law	131/2021/NĐ-CP
      """#,
    "1.010803": #"""
      # Giải quyết chế độ trợ cấp thờ cúng liệt sĩ
      # NĐ 131/2021
      question	nhieu-than-nhan	Nhiều thân nhân?	2	có	không
      paper	Đơn đề nghị	required	-	original	1	-	-	-	giấy này chưa đối chiếu
      paper	Văn bản ủy quyền của thân nhân	required	nhieu-than-nhan=1	original	1	-	-	-	giấy này chưa đối chiếu
      fee	Phí, lệ phí	?	-	?
      limit	-	-	?
      """#,
  ]
}
