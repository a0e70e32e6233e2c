extension StarterRules {
  /// Civil status that is registered for the first time or changes.
  // swift-format-ignore
  static let civilStatus: [String: String] = [
    "1.001193": #"""
      # Đăng ký khai sinh
      # Luật 60/2014 Đ.16; TT 04/2020 (sửa TT 04/2024); Luật 60/2014 Đ.16 k.1; TT 04/2020 Đ.5; NĐ 123/2015 (sửa NĐ 07/2025 Đ.2 k.3); CV 481/BTP-HTQTCT 04/02/2025; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2; NĐ 123/2015 Đ.14; NĐ 123/2015 Đ.16
      question	tre	Cha, mẹ của trẻ?	1	đã đăng ký kết hôn	chưa đăng ký kết hôn	chưa xác định được cha, hoặc chưa xác định được mẹ	trẻ bị bỏ rơi	trẻ sinh do mang thai hộ
      question	han	Trẻ sinh đã bao lâu?	1	chưa quá 60 ngày	quá 60 ngày
      birth	han	60	2
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	dung-han	Trẻ sinh chưa quá 60 ngày, có cha hoặc mẹ	tre=1,2&han=1
      case	qua-han	Quá 60 ngày kể từ ngày sinh	tre=1,2&han=2
      case	bo-roi	Trẻ bị bỏ rơi	tre=4
      case	chua-xac-dinh-cha-me	Chưa xác định được cha, hoặc chưa xác định được mẹ	tre=3
      case	mang-thai-ho	Trẻ sinh do mang thai hộ	tre=5
      paper	Tờ khai đăng ký khai sinh	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003204	trực tuyến: mẫu hộ tịch điện tử tương tác; chưa xác định cha hoặc mẹ: phần về người đó để trống, họ, dân tộc, quê quán, quốc tịch theo người kia, có yêu cầu nhận con thì làm 1.000689; bản sao trích lục 8.000 đồng một bản, TT 117/2026/TT-BTC miễn 15/08/2026–28/02/2027 cho người có VNeID mức 2 đủ điều kiện (chưa đọc điều kiện)
      paper	Giấy chứng sinh	one_of sinh	tre=1,2,3,5	original	1	-	Dữ liệu điện tử Giấy chứng sinh có ký số (BHXH/y tế)	000.00.00.G15-KQ004389	đã nộp bản điện tử hoặc khai thác được dữ liệu có ký số thì không nộp giấy
      paper	Văn bản của người làm chứng xác nhận về việc sinh	one_of sinh	tre=1,2,3,5	original	1	-	-	-	khi không có Giấy chứng sinh
      paper	Giấy cam đoan về việc sinh	one_of sinh	tre=1,2,3,5	original	1	-	-	-	chỉ khi không có cả người làm chứng; phải giải thích hệ quả cam đoan sai
      paper	Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập	required	bo-roi	original	1	-	-	000.00.00.G15-KQ003208	trước đó: lập biên bản, niêm yết 7 ngày liên tục; trẻ chưa xác định được cả cha và mẹ nhưng không bị bỏ rơi làm tương tự, Sổ ghi “Trẻ chưa xác định được cha, mẹ”
      paper	Văn bản xác nhận của cơ sở y tế đã thực hiện kỹ thuật hỗ trợ sinh sản cho việc mang thai hộ	required	mang-thai-ho	original	1	-	-	000.00.00.G15-KQ003303
      paper	Thông tin Giấy chứng nhận kết hôn của cha, mẹ (số, quyển, ngày, nơi)	required	tre=1,5	lookup	0	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	-	không được đòi bản giấy (trừ cha hoặc mẹ là người nước ngoài); không tra được → hỏi xã nơi đăng ký, trả lời trong 3 ngày làm việc; kết quả tra cứu lưu vào hồ sơ
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ003159	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột; ông, bà, người thân thích đi thay không cần ủy quyền nhưng phải thống nhất nội dung với cha, mẹ
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký khai sinh	charge	han=1	fixed 0
      fee	Lệ phí đăng ký khai sinh	charge	han=2	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	han=2
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	han=2
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	han=2
      limit	-	-	same_day
      result	Giấy khai sinh	paper	-	-	?	KQ.G15.000031
      law	60/2014/QH13	Luật Hộ tịch	Điều 16
      law	04/2020/TT-BTP
      law	04/2024/TT-BTP	sửa đổi 04/2020/TT-BTP
      law	60/2014/QH13	Luật Hộ tịch	Điều 16, khoản 1	dung-han,qua-han,chua-xac-dinh-cha-me,mang-thai-ho
      law	04/2020/TT-BTP	-	Điều 5	dung-han,qua-han,chua-xac-dinh-cha-me,mang-thai-ho
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP	Điều 2, khoản 3	dung-han,qua-han,chua-xac-dinh-cha-me,mang-thai-ho
      law	481/BTP-HTQTCT	Công văn ngày 04/02/2025	-	dung-han,qua-han,chua-xac-dinh-cha-me,mang-thai-ho
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "1.000689": #"""
      # Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con
      # Luật 60/2014 Đ.16; Luật 60/2014 Đ.25; TT 04/2020 Đ.14 k.1; TT 04/2020 Đ.14 k.2, Đ.5; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.9 k.2
      question	truong-hop	Có cần xác minh quan hệ cha, mẹ, con?	1	không cần xác minh	cần xác minh
      question	han	Trẻ sinh đã bao lâu?	1	chưa quá 60 ngày	quá 60 ngày
      birth	han	60	2
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      case	khong-xac-minh	Không cần xác minh quan hệ cha, mẹ, con	truong-hop=1
      case	co-xac-minh	Cần xác minh	truong-hop=2
      paper	Tờ khai đăng ký khai sinh	required	-	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003264	các bên phải có mặt; bản sao trích lục 8.000 đồng một bản
      paper	Tờ khai đăng ký nhận cha, mẹ, con	required	-	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003265
      paper	Giấy chứng sinh	one_of sinh	-	original	1	-	Dữ liệu điện tử Giấy chứng sinh có ký số	000.00.00.G15-KQ003266	bản điện tử thay bản giấy
      paper	Văn bản của người làm chứng xác nhận về việc sinh	one_of sinh	-	original	1
      paper	Giấy cam đoan về việc sinh	one_of sinh	-	original	1
      paper	Văn bản của cơ quan y tế, giám định hoặc cơ quan có thẩm quyền xác nhận quan hệ cha con, mẹ con	one_of quan-he	-	original	1	-	-	000.00.00.G15-KQ003249
      paper	Văn bản cam đoan của các bên về quan hệ cha, mẹ, con, có ít nhất hai người làm chứng	one_of quan-he	-	original	1	-	-	000.00.00.G15-KQ003250	chỉ khi không có văn bản xác nhận; phải giải thích hệ quả cam đoan sai
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	2	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký nhận cha, mẹ, con	charge	-	?
      fee	Lệ phí đăng ký khai sinh	charge	han=1	fixed 0
      fee	Lệ phí đăng ký khai sinh	charge	han=2	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	khong-xac-minh	5 working_days	3 working_days
      limit	co-xac-minh	-	8 working_days
      result	Giấy khai sinh	?	-	-	?	KQ.G15.000031
      result	Trích lục đăng ký nhận cha, mẹ, con	?	-	-	?	KQ.G15.000033
      law	60/2014/QH13	Luật Hộ tịch	Điều 16
      law	60/2014/QH13	Luật Hộ tịch	Điều 25
      law	04/2020/TT-BTP	-	Điều 14, khoản 1
      law	04/2020/TT-BTP	-	Điều 14, khoản 2
      law	04/2020/TT-BTP	-	Điều 5
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "1.000656": #"""
      # Đăng ký khai tử
      # Luật 60/2014 Đ.34; NĐ 123/2015 Đ.4 k.2; NĐ 123/2015 Đ.4 k.2 a–đ; Luật 60/2014 Đ.32; NĐ 104/2022 Đ.14; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2; TT 04/2020 Đ.13
      question	truong-hop	Chết đã bao lâu?	1	chưa quá 15 ngày, có giấy báo tử hoặc giấy thay thế	quá 15 ngày, có giấy báo tử hoặc giấy thay thế	đã lâu, không có giấy báo tử hoặc giấy thay thế
      question	noi-cu-tru-cuoi	Nơi cư trú cuối cùng của người chết?	1	tra cứu được	không tra cứu được	không xác định được
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	dung-han	Chết chưa quá 15 ngày, có giấy báo tử hoặc giấy thay thế	truong-hop=1
      case	qua-han	Quá 15 ngày kể từ ngày chết	truong-hop=2
      case	chet-da-lau	Chết đã lâu, không có giấy báo tử hoặc giấy thay thế	truong-hop=3
      paper	Tờ khai đăng ký khai tử	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003281	trực tuyến: mẫu điện tử; bản sao trích lục 8.000 đồng một bản, TT 117/2026/TT-BTC miễn 15/08/2026–28/02/2027 cho người có VNeID mức 2 đủ điều kiện (chưa đọc điều kiện)
      paper	Giấy báo tử	one_of bao-tu	dung-han,qua-han	original	1	-	Dữ liệu điện tử Giấy báo tử có ký số	000.00.00.G15-KQ004376	cơ sở y tế cấp; chết nơi khác: UBND xã nơi chết cấp; có dữ liệu ký số thì không nộp giấy
      paper	Giấy tờ thay Giấy báo tử: giấy xác nhận thi hành án tử hình; bản án, quyết định tuyên bố chết; văn bản công an hoặc kết quả giám định pháp y (tai nạn, bị giết, đột ngột, nghi vấn)	one_of bao-tu	dung-han,qua-han	original	1
      paper	Giấy tờ, tài liệu, chứng cứ do cơ quan có thẩm quyền cấp hoặc xác nhận chứng minh sự kiện chết	required	chet-da-lau	original	1	-	-	000.00.00.G15-KQ003285
      paper	Giấy tờ chứng minh nơi cư trú cuối cùng của người chết	required	noi-cu-tru-cuoi=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003852
      paper	Giấy tờ chứng minh nơi chết hoặc nơi phát hiện thi thể	required	noi-cu-tru-cuoi=3	shown	1	-	-	000.00.00.G15-KQ003289
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ002966	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký khai tử	charge	dung-han	fixed 0
      fee	Lệ phí đăng ký khai tử	charge	qua-han,chet-da-lau	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	qua-han,chet-da-lau
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	qua-han,chet-da-lau
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	qua-han,chet-da-lau
      limit	-	?	same_day
      result	Trích lục khai tử	paper	-	-	?	KQ.G15.000034
      law	60/2014/QH13	Luật Hộ tịch	Điều 34
      law	123/2015/NĐ-CP	-	Điều 4, khoản 2	dung-han,qua-han
      law	123/2015/NĐ-CP	-	Điều 4, khoản 2, điểm a–đ	dung-han,qua-han
      law	60/2014/QH13	Luật Hộ tịch	Điều 32
      law	104/2022/NĐ-CP	-	Điều 14
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	04/2020/TT-BTP
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "1.000894": #"""
      # Đăng ký kết hôn
      # Luật 60/2014 Đ.18; NĐ 123/2015 Đ.10; NĐ 123/2015 (sửa NĐ 07/2025 Đ.2 k.3); CV 481/BTP-HTQTCT; NĐ 123/2015 Đ.37; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2
      question	truong-hop	Tra cứu được tình trạng hôn nhân của cả hai bên?	1	tra cứu được	cần xác minh điều kiện kết hôn
      question	ly-hon-nuoc-ngoai	Một bên đã ly hôn hoặc hủy kết hôn tại cơ quan nước ngoài?	2	có	không
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      case	khong-xac-minh	Tra cứu được tình trạng hôn nhân của cả hai bên	truong-hop=1
      case	co-xac-minh	Cần xác minh điều kiện kết hôn	truong-hop=2
      paper	Tờ khai đăng ký kết hôn (hai bên có thể khai chung một tờ)	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003229	hai bên cùng có mặt, không ủy quyền (Đ.6); trực tuyến: mẫu điện tử; bản sao trích lục 8.000 đồng một bản, TT 117/2026/TT-BTC miễn 15/08/2026–28/02/2027 cho người có VNeID mức 2 đủ điều kiện (chưa đọc điều kiện)
      paper	Tình trạng hôn nhân của hai bên	required	-	lookup	0	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ004427	KHÔNG được đòi Giấy xác nhận tình trạng hôn nhân; kết quả tra cứu đính kèm hồ sơ; không tra được → hỏi xã thường trú hoặc nơi đã đăng ký kết hôn
      paper	Ghi chú ly hôn, hủy kết hôn ở nước ngoài	required	ly-hon-nuoc-ngoai=1	lookup	0	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ004428	không thấy trong dữ liệu → hướng dẫn làm ghi chú trước (2.000554), không đòi trích lục
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	2	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. mã này không thấy trong PL I NQ 66.7/2025, trang cổng vẫn ghi tra cứu
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      fee	Lệ phí đăng ký kết hôn	charge	-	fixed 0
      limit	khong-xac-minh	-	same_day
      limit	co-xac-minh	-	5 working_days
      result	Giấy chứng nhận kết hôn	paper	-	-	?	KQ.G15.000032
      law	60/2014/QH13	Luật Hộ tịch	Điều 18
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP	Điều 2, khoản 3
      law	481/BTP-HTQTCT
      law	123/2015/NĐ-CP	-	Điều 37
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      """#,
    "1.004873": #"""
      # Cấp Giấy xác nhận tình trạng hôn nhân
      # NĐ 123/2015 Đ.22 k.1; NĐ 123/2015 Đ.22 k.2 (sửa NĐ 18/2026 Đ.13); NĐ 123/2015 Đ.22 k.4; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2; NĐ 123/2015 Đ.22 k.6
      question	truong-hop	Giấy dùng để làm gì?	1	để đăng ký kết hôn	vào mục đích khác	đã được cấp trước đây, nay hết hạn hoặc đổi mục đích
      question	tung-ket-hon	Đã có vợ hoặc chồng, nay đã ly hôn hoặc người kia đã chết?	2	có	không
      question	thuong-tru-cu	Đã từng thường trú ở nơi khác và có giấy?	2	có	không
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	ket-hon	Dùng để đăng ký kết hôn	truong-hop=1
      case	muc-dich-khac	Dùng vào mục đích khác	truong-hop=2
      case	cap-lai	Đã được cấp trước đây, nay hết hạn hoặc đổi mục đích	truong-hop=3
      paper	Tờ khai cấp Giấy xác nhận tình trạng hôn nhân	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003448	trực tuyến: mẫu điện tử; kết hôn cùng giới hoặc với người nước ngoài tại cơ quan đại diện nước ngoài ở VN: từ chối; để kết hôn: chỉ cấp 1 bản, phải nêu người dự định kết hôn và nơi dự định đăng ký (chưa đối chiếu); mục đích khác: ghi rõ mục đích và số bản được cấp
      paper	Giấy xác nhận tình trạng hôn nhân đã cấp trước đó	required	cap-lai	original	1	-	-	000.00.00.G15-KQ003453	mất giấy: xã hỏi nơi dự định kết hôn trong 3 ngày làm việc, không xác minh được thì cho cam đoan
      paper	Thông tin bản án, quyết định ly hôn; Giấy chứng tử, Trích lục khai tử; Trích lục ghi chú ly hôn (cơ quan, số, ngày)	required	tung-ket-hon=1	lookup	0	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ005012	chỉ khai số, ngày, cơ quan; chỉ nộp, xuất trình giấy khi không tra được
      paper	Giấy tờ chứng minh tình trạng hôn nhân tại nơi thường trú trước đây	required	thuong-tru-cu=1	shown	1	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ004684	không tra được → xã hỏi xã; không có trả lời → cho lập văn bản cam đoan
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ003454	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí cấp Giấy xác nhận tình trạng hôn nhân	charge	-	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	-	3 working_days	3 working_days
      result	Giấy xác nhận tình trạng hôn nhân	?	-	-	6 months	KQ.G15.000038
      law	123/2015/NĐ-CP	-	Điều 22, khoản 1
      law	123/2015/NĐ-CP	-	Điều 22, khoản 2
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP	Điều 13
      law	123/2015/NĐ-CP	-	Điều 22, khoản 4
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	04/2020/TT-BTP
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      law	123/2015/NĐ-CP	-	Điều 22, khoản 6	cap-lai
      """#,
    "1.001022": #"""
      # Đăng ký nhận cha, mẹ, con
      # Luật 60/2014 Đ.25; TT 04/2020 Đ.14 k.1; TT 04/2020 Đ.14 k.2, Đ.5; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.9 k.2
      question	truong-hop	Có cần xác minh quan hệ cha, mẹ, con?	1	không cần xác minh	cần xác minh
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      case	khong-xac-minh	Không cần xác minh	truong-hop=1
      case	co-xac-minh	Cần xác minh	truong-hop=2
      paper	Tờ khai đăng ký nhận cha, mẹ, con	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003245	các bên phải có mặt, không ủy quyền; trực tuyến: mẫu điện tử; bản sao trích lục 8.000 đồng một bản
      paper	Văn bản của cơ quan y tế, giám định hoặc cơ quan có thẩm quyền xác nhận quan hệ cha con, mẹ con	one_of quan-he	-	original	1	-	-	000.00.00.G15-KQ003249
      paper	Văn bản cam đoan của các bên về quan hệ cha, mẹ, con, có ít nhất hai người làm chứng	one_of quan-he	-	original	1	-	-	000.00.00.G15-KQ003250	chỉ khi không có văn bản xác nhận; phải giải thích hệ quả cam đoan sai
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	2	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký nhận cha, mẹ, con	charge	-	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	khong-xac-minh	5 working_days	3 working_days
      limit	co-xac-minh	-	8 working_days
      result	Trích lục đăng ký nhận cha, mẹ, con	?	-	-	?	KQ.G15.000033
      law	60/2014/QH13	Luật Hộ tịch	Điều 25
      law	04/2020/TT-BTP	-	Điều 14, khoản 1
      law	04/2020/TT-BTP	-	Điều 14, khoản 2
      law	04/2020/TT-BTP	-	Điều 5
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "1.004859": #"""
      # Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc
      # Luật 60/2014 Đ.28, 29; Luật 60/2014 Đ.28; NĐ 123/2015 Đ.7; Luật 60/2014 Đ.28 k.2, Đ.29 k.2; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2
      question	truong-hop	Yêu cầu việc gì?	2	thay đổi họ, chữ đệm, tên; hoặc cha, mẹ sau khi cho làm con nuôi	cải chính thông tin đăng ký sai	bổ sung thông tin còn thiếu	xác định lại dân tộc
      question	giay-chinh	Nội dung liên quan Giấy khai sinh, Giấy chứng nhận kết hôn?	1	có	không
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	thay-doi	Thay đổi họ, chữ đệm, tên; hoặc cha, mẹ sau khi cho làm con nuôi	truong-hop=1
      case	cai-chinh	Cải chính thông tin đăng ký sai	truong-hop=2
      case	bo-sung	Bổ sung thông tin còn thiếu	truong-hop=3
      case	xac-dinh-lai-dan-toc	Xác định lại dân tộc	truong-hop=4
      paper	Tờ khai đăng ký việc thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003431	trực tuyến: mẫu điện tử; đổi họ, tên: từ 9 tuổi phải có ý kiến của người đó, dưới 18 tuổi cần ý kiến cha và mẹ; xác định lại dân tộc: từ 15 đến dưới 18 tuổi cần ý kiến của người đó; bản sao trích lục 8.000 đồng một bản
      paper	Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung	required	-	original	1	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ003434	giấy hộ tịch đã có trong dữ liệu thì tra cứu
      paper	Giấy khai sinh, Giấy chứng nhận kết hôn bản chính để ghi nội dung	required	giay-chinh=1	original	1	-	-	-	trả lại sau khi ghi; giấy này chưa đối chiếu
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003882	không bao giờ là sổ hộ khẩu
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ003435	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí thay đổi, cải chính, bổ sung hộ tịch, xác định lại dân tộc	charge	-	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	bo-sung	-	same_day
      limit	-	3 working_days	3 working_days
      result	Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc	?	-	-	?	KQ.G15.000037
      law	60/2014/QH13	Luật Hộ tịch	Điều 28, 29
      law	60/2014/QH13	Luật Hộ tịch	Điều 28
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	04/2020/TT-BTP
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
  ]
}
