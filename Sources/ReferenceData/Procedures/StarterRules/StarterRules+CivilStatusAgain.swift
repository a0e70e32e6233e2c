extension StarterRules {
  /// Civil status that is registered again, extracts of it, and the two groups of linked procedures.
  // swift-format-ignore
  static let civilStatusAgain: [String: String] = [
    "1.004884": #"""
      # Đăng ký lại khai sinh
      # NĐ 123/2015 Đ.26 k.1 a; TT 04/2020 Đ.9; TT 04/2020 Đ.9 k.1 a; TT 04/2020 Đ.9 k.1 b (sửa TT 09/2022); NĐ 123/2015 Đ.26 k.1 c (sửa NĐ 18/2026 Đ.13); NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2
      question	truong-hop	Nộp tại đâu?	1	tại xã đã đăng ký khai sinh trước đây	tại xã khác (nơi cư trú), cần hỏi nơi đăng ký cũ
      question	can-bo	Người yêu cầu là cán bộ, công chức, viên chức, lực lượng vũ trang?	2	có	không
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	noi-dang-ky-cu	Nộp tại xã đã đăng ký khai sinh trước đây	truong-hop=1
      case	noi-khac	Nộp tại xã khác (nơi cư trú), cần hỏi nơi đăng ký cũ	truong-hop=2
      paper	Tờ khai đăng ký lại khai sinh, có cam đoan đã nộp đủ giấy tờ hiện có và không còn bản chính	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003472	trực tuyến: mẫu điện tử; nộp nơi khác: không có giấy chứng minh quan hệ cha, mẹ thì hỏi công an; bản sao trích lục 8.000 đồng một bản
      paper	Bản sao Giấy khai sinh do cơ quan Việt Nam cấp hợp lệ; hoặc giấy thay thế cấp trước 1945 (Bắc), 1975 (Nam)	one_of ho-so	-	copy	1	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ003136
      paper	Bản sao giấy tờ cá nhân có thông tin khai sinh (căn cước, hộ chiếu, bằng, học bạ, giấy tờ cư trú …)	one_of ho-so	-	copy	?	-	CSDLQG về dân cư	000.00.00.G15-KQ003137	tên trên cổng còn nêu sổ hộ khẩu, sổ tạm trú: TT 09/2022/TT-BTP đã bỏ → không đưa vào
      paper	Văn bản xác nhận của Thủ trưởng cơ quan, đơn vị	required	can-bo=1	original	1	-	CSDL hộ tịch điện tử; CSDLQG về dân cư; CSDL cán bộ, công chức, viên chức	000.00.00.G15-KQ003479	khai thác được dữ liệu thì không nộp
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ003139	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký lại khai sinh	charge	-	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	noi-dang-ky-cu	?	5 working_days
      limit	noi-khac	-	?
      result	Giấy khai sinh	?	-	-	?	KQ.G15.000031
      law	123/2015/NĐ-CP	-	Điều 26, khoản 1, điểm a
      law	04/2020/TT-BTP	-	Điều 9, khoản 1, điểm a
      law	04/2020/TT-BTP	-	Điều 9, khoản 1, điểm b
      law	09/2022/TT-BTP	sửa đổi 04/2020/TT-BTP
      law	123/2015/NĐ-CP	-	Điều 26, khoản 1, điểm c
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP	Điều 13
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "1.004772": #"""
      # Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân
      # TT 04/2020 (sửa TT 04/2024); TT 04/2020 Đ.5; NĐ 123/2015; TT 04/2020; NĐ 123/2015 Đ.26 k.1 c; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2
      question	truong-hop	Giấy tờ có thống nhất?	1	thống nhất, không cần xác minh	cần xác minh
      question	can-bo	Người yêu cầu là cán bộ, công chức, viên chức, lực lượng vũ trang?	2	có	không
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	khong-xac-minh	Giấy tờ thống nhất, không cần xác minh	truong-hop=1
      case	co-xac-minh	Cần xác minh	truong-hop=2
      paper	Tờ khai đăng ký khai sinh	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003495	trực tuyến: mẫu điện tử; bản sao trích lục 8.000 đồng một bản
      paper	Văn bản cam đoan chưa được đăng ký khai sinh	required	-	original	1	-	-	000.00.00.G15-KQ003898
      paper	Bản sao toàn bộ hồ sơ, giấy tờ cá nhân có thông tin khai sinh	required	-	copy	?	-	CSDLQG về dân cư	000.00.00.G15-KQ004402	phải cam đoan đã nộp đủ
      paper	Văn bản xác nhận của Thủ trưởng cơ quan, đơn vị	required	can-bo=1	original	1	-	CSDL cán bộ, công chức, viên chức	000.00.00.G15-KQ003501
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003904	không bao giờ là sổ hộ khẩu
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ003502	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký khai sinh	charge	-	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	khong-xac-minh	-	5 working_days
      limit	co-xac-minh	-	25 calendar_days
      result	Giấy khai sinh	?	-	-	?	KQ.G15.000031
      law	04/2024/TT-BTP	sửa đổi 04/2020/TT-BTP
      law	04/2020/TT-BTP	-	Điều 5
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "1.004746": #"""
      # Đăng ký lại kết hôn
      # NĐ 123/2015 Đ.24 k.2, Đ.27 (sửa NĐ 18/2026); NĐ 123/2015 Đ.27; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.9 k.2
      question	truong-hop	Nộp tại đâu?	1	nơi đã đăng ký, không cần xác minh	cần hỏi nơi đã đăng ký kết hôn
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      case	khong-xac-minh	Nộp tại nơi đã đăng ký, không cần xác minh	truong-hop=1
      case	co-xac-minh	Cần hỏi nơi đã đăng ký kết hôn	truong-hop=2
      paper	Tờ khai đăng ký lại kết hôn	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003517	trực tuyến: mẫu điện tử; hai bên cùng có mặt (chưa đối chiếu); bản sao trích lục 8.000 đồng một bản
      paper	Bản sao Giấy chứng nhận kết hôn được cấp trước đây	one_of ho-so	-	copy	1	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ003520
      paper	Bản sao hồ sơ, giấy tờ cá nhân có thông tin đăng ký kết hôn	one_of ho-so	-	copy	?	-	-	-	khi không có bản sao Giấy chứng nhận
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	2	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003907	không bao giờ là sổ hộ khẩu
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký lại kết hôn	charge	-	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	khong-xac-minh	-	5 working_days
      limit	co-xac-minh	-	25 calendar_days
      result	Giấy chứng nhận kết hôn	?	-	-	?	KQ.G15.000032
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "1.005461": #"""
      # Đăng ký lại khai tử
      # NĐ 123/2015 Đ.24, 28; NĐ 123/2015 Đ.28; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2
      question	truong-hop	Có cần xác minh?	1	không cần xác minh	cần xác minh
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	khong-xac-minh	Không cần xác minh	truong-hop=1
      case	co-xac-minh	Cần xác minh	truong-hop=2
      paper	Tờ khai đăng ký lại khai tử	required	channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003532	trực tuyến: mẫu điện tử; bản sao trích lục 8.000 đồng một bản
      paper	Bản sao Giấy chứng tử trước đây được cấp hợp lệ	one_of ho-so	-	copy	1	-	CSDL hộ tịch điện tử; CSDLQG về dân cư	000.00.00.G15-KQ003535
      paper	Bản sao hồ sơ, giấy tờ có nội dung chứng minh sự kiện chết	one_of ho-so	-	copy	1	-	-	-	khi không có bản sao Giấy chứng tử
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. mã này không thấy trong PL I NQ 66.7/2025, trang cổng vẫn ghi tra cứu
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ003536	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Lệ phí đăng ký lại khai tử	charge	-	?
      reduction	co-cong	Người thuộc gia đình có công với cách mạng (Luật Hộ tịch Đ.11)	-	100	-
      reduction	ho-ngheo	Người thuộc hộ nghèo (Luật Hộ tịch Đ.11)	-	100	-
      reduction	khuyet-tat	Người khuyết tật (Luật Hộ tịch Đ.11)	-	100	-
      limit	khong-xac-minh	?	5 working_days
      limit	co-xac-minh	-	?
      result	Trích lục khai tử	?	-	-	?	KQ.G15.000034
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	04/2020/TT-BTP
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      """#,
    "2.000635": #"""
      # Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh
      # Luật 60/2014 Đ.64; NĐ 87/2020; NĐ 123/2015 Đ.2 k.1 (sửa: NĐ 07/2025, NĐ 18/2026); NQ 66.7/2025; NĐ 104/2022 Đ.14 k.2; Luật 60/2014 Đ.6 k.2; TT 04/2020 Đ.2; Luật 60/2014 Đ.9 k.2; Luật 60/2014 Đ.64 k.1
      question	truong-hop	Người yêu cầu là ai?	1	cá nhân	cơ quan, tổ chức
      question	noi-cu-tru	Tra cứu được nơi cư trú (NĐ 104/2022 Đ.14)?	1	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      case	ca-nhan	Người yêu cầu là cá nhân	truong-hop=1
      case	co-quan	Người yêu cầu là cơ quan, tổ chức	truong-hop=2
      paper	Tờ khai cấp bản sao trích lục hộ tịch	required	ca-nhan/channel=1,3	original	1	Phụ lục TT 04/2024/TT-BTP	-	000.00.00.G15-KQ003037	nộp ở bất kỳ cơ quan quản lý CSDL hộ tịch; tra không thấy thì từ chối; trực tuyến: mẫu điện tử; TT 117/2026/TT-BTC miễn phí 15/08/2026–28/02/2027 cho người có VNeID mức 2 đủ điều kiện (chưa đọc điều kiện)
      paper	Văn bản yêu cầu nêu rõ lý do	required	co-quan	original	1	-	-	000.00.00.G15-KQ003037	phí với cơ quan nhà nước: chưa rõ
      paper	Giấy tờ tùy thân của người yêu cầu (hộ chiếu, căn cước, giấy chứng nhận căn cước, giấy tờ có ảnh còn giá trị)	required	-	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ004946	chỉ cần số định danh hoặc số, ngày cấp; chỉ đòi bản chính khi tra cứu không được, thiếu hoặc sai; không giữ bản sao. NQ 66.7/2025/NQ-CP PL I thay Căn cước bằng CSDLQG dân cư
      paper	Giấy tờ chứng minh nơi cư trú	required	noi-cu-tru=2	shown	1	-	CSDLQG về dân cư	000.00.00.G15-KQ003785	không bao giờ là sổ hộ khẩu
      paper	Văn bản ủy quyền	required	uy-quyen=1	original	1	-	-	000.00.00.G15-KQ003040	phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
      paper	Bản sao có chứng thực giấy tờ phải xuất trình	required	channel=3	copy	1	-	-	000.00.00.G15-KQ1475
      fee	Phí cấp bản sao trích lục hộ tịch	fee	-	each 8000 copy
      limit	-	-	same_day
      result	Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh	?	-	-	?	KQ.G15.000342
      law	60/2014/QH13	Luật Hộ tịch	Điều 64	ca-nhan
      law	87/2020/NĐ-CP	-	-	ca-nhan
      law	123/2015/NĐ-CP	-	Điều 2, khoản 1
      law	07/2025/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	18/2026/NĐ-CP	sửa đổi 123/2015/NĐ-CP
      law	66.7/2025/NQ-CP
      law	104/2022/NĐ-CP	-	Điều 14, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 6, khoản 2
      law	04/2020/TT-BTP
      law	60/2014/QH13	Luật Hộ tịch	Điều 9, khoản 2
      law	60/2014/QH13	Luật Hộ tịch	Điều 64, khoản 1	co-quan
      """#,
    "3.000722": #"""
      # Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ BHYT, cấp thẻ căn cước cho trẻ dưới 6 tuổi
      # NĐ 63/2024 Đ.5 (sửa NĐ 301/2026); NĐ 63/2024 Đ.5; Luật 60/2014 Đ.16; Luật Cư trú 68/2020
      question	truong-hop	Có phải xác minh cư trú?	1	con về với cha, mẹ, không phải xác minh	phải xác minh
      question	thuong-tru-khac	Đăng ký thường trú khác nơi thường trú của cha, mẹ?	2	có	không
      question	han	Trẻ sinh đã bao lâu?	1	chưa quá 60 ngày	quá 60 ngày
      birth	han	60	2
      case	khong-xac-minh	Con về với cha, mẹ, không phải xác minh cư trú	truong-hop=1
      case	co-xac-minh	Phải xác minh cư trú	truong-hop=2
      paper	Tờ khai điện tử Mẫu số 01 NĐ 301/2026/NĐ-CP	required	-	original	1	Mẫu số 01 NĐ 301/2026	-	-	nhận sau 15:00 tính từ ngày làm việc kế tiếp; bổ sung trong 7 ngày làm việc, quá hạn thì dừng; thành phần: khai sinh 24 giờ; thường trú 2 ngày làm việc (xác minh 5); BHYT 2 ngày làm việc; căn cước 5 ngày làm việc (cổng ghi cả nhóm 3 mà riêng thẻ 5: không khớp); tự điền từ CSDLQG dân cư, hộ tịch, bảo hiểm; không phải ký số
      paper	Giấy chứng sinh (dữ liệu có ký số hoặc bản điện tử đính kèm)	one_of sinh	-	lookup	1	-	Dữ liệu điện tử Giấy chứng sinh có ký số
      paper	Giấy tờ thay Giấy chứng sinh (bản chụp, bản điện tử)	one_of sinh	-	copy	1
      paper	Hồ sơ theo pháp luật cư trú	required	thuong-tru-khac=1	copy	1	-	-	-	cần cha, mẹ đồng ý; CT01 khi không xác nhận qua VNeID
      fee	Lệ phí đăng ký khai sinh	charge	han=1	fixed 0
      fee	Lệ phí đăng ký khai sinh	charge	han=2	?
      fee	Lệ phí đăng ký cư trú	charge	-	?
      fee	Lệ phí cấp thẻ căn cước	charge	-	?
      fee	Cấp thẻ bảo hiểm y tế	?	-	?
      limit	khong-xac-minh	-	3 working_days
      limit	co-xac-minh	-	5 working_days
      result	Giấy khai sinh điện tử	electronic	-	-	?
      result	Thông báo thường trú	?	-	-	?
      result	Thẻ BHYT	?	-	-	?
      result	Thẻ căn cước (nếu đề nghị)	?	-	-	?
      law	63/2024/NĐ-CP	-	Điều 5
      law	301/2026/NĐ-CP	sửa đổi 63/2024/NĐ-CP
      law	60/2014/QH13	Luật Hộ tịch	Điều 16
      """#,
    "2.002913": #"""
      # Liên thông: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất
      # NĐ 63/2024 (sửa NĐ 301/2026); NĐ 63/2024; NĐ 123/2015 Đ.4 k.2
      question	truong-hop	Có hưởng mai táng phí, tử tuất?	1	chỉ khai tử và xóa thường trú	theo Luật BHXH	của bảo trợ xã hội, hưu trí xã hội hoặc người có công
      question	han	Chết đã bao lâu?	1	chưa quá 15 ngày	quá 15 ngày
      case	khong-tro-cap	Chỉ khai tử và xóa thường trú	truong-hop=1
      case	bhxh	Hưởng mai táng phí, tử tuất theo Luật BHXH	truong-hop=2
      case	bao-tro-nguoi-co-cong	Hưởng mai táng phí của bảo trợ xã hội, hưu trí xã hội hoặc người có công	truong-hop=3
      paper	Tờ khai điện tử (Mẫu của NĐ 301/2026, số mẫu ?)	required	-	original	1	-	-	-	giấy này chưa đối chiếu
      paper	Giấy báo tử (dữ liệu có ký số hoặc bản điện tử)	one_of bao-tu	-	lookup	1	-	Dữ liệu điện tử Giấy báo tử có ký số	-	giấy này chưa đối chiếu
      paper	Giấy tờ thay Giấy báo tử	one_of bao-tu	-	copy	1	-	-	-	giấy này chưa đối chiếu
      paper	Hồ sơ hưởng tử tuất theo Luật BHXH	required	bhxh	copy	?	-	-	-	giấy này chưa đối chiếu
      paper	Giấy tờ, quyết định trợ cấp của đối tượng	required	bao-tro-nguoi-co-cong	lookup	?	-	CSDL bảo trợ xã hội, người có công	-	giấy này chưa đối chiếu
      fee	Lệ phí đăng ký khai tử	charge	han=1	fixed 0
      fee	Lệ phí đăng ký khai tử	charge	han=2	?
      fee	Các việc còn lại của nhóm	?	-	?
      limit	-	-	?
      """#,
  ]
}
