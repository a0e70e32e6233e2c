extension StarterRules {
  /// Certification of copies, signatures and transactions.
  // swift-format-ignore
  static let certification: [String: String] = [
    "2.000815": #"""
      # Chứng thực bản sao từ bản chính giấy tờ, văn bản
      # NĐ 23/2015 Đ.18–22 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020/TT-BTP Đ.4, 6, 10, 11; TT 226/2016/TT-BTC; NĐ 45/2020/NĐ-CP Đ.10 (hiệu lực sau NĐ 224/2026: chưa rõ); TT 226/2016
      question	ban-chinh	Sao từ giấy tờ nào?	1	do cơ quan Việt Nam cấp	do cơ quan nước ngoài cấp, công chứng hoặc chứng nhận	xin bản sao điện tử (PDF ký số) từ bản chính giấy
      question	nhieu	Cùng lúc nhiều loại, nhiều trang, nhiều bản, hoặc khó đối chiếu?	2	có	không
      question	mang-ban-sao	Người yêu cầu mang sẵn bản sao?	1	có	không
      question	mien-hop-phap-hoa	Giấy thuộc loại được miễn hợp pháp hóa?	-	có	không
      case	ban-sao	Giấy tờ do cơ quan Việt Nam cấp, ít loại, ít trang, ít bản	ban-chinh=1&nhieu=2
      case	nhieu-loai-nhieu-ban	Cùng lúc nhiều loại, nhiều trang, nhiều bản, hoặc khó đối chiếu	ban-chinh=1&nhieu=1
      case	nuoc-ngoai	Bản chính do cơ quan nước ngoài cấp, công chứng hoặc chứng nhận	ban-chinh=2
      case	ban-sao-dien-tu	Xin bản sao điện tử (PDF ký số) từ bản chính giấy	ban-chinh=3
      paper	Bản chính giấy tờ, văn bản làm cơ sở để chứng thực	required	ban-chinh=1,2	shown	1	-	VNeID (giấy đã tích hợp); CSDLQG về dân cư, CSDL khác khi người yêu cầu đề nghị và khai thác được	000.00.00.G15-KQ1973	trang tính phí theo trang của bản chính; nhiều loại, nhiều bản: kéo dài thêm không quá 2 ngày làm việc, hoặc dài hơn theo thỏa thuận bằng văn bản (Đ.21)
      paper	Bản sao cần chứng thực, đủ các trang có thông tin của bản chính	required	ban-chinh=1,2&mang-ban-sao=1	copy	?	-	-	-	n = số bản xin; không mang: cơ quan chụp (trừ khi không có phương tiện), chi phí in chụp riêng, trần do UBND tỉnh: chưa rõ
      paper	Hợp pháp hóa lãnh sự trên bản chính	required	nuoc-ngoai/mien-hop-phap-hoa=2	shown	1	-	-	-	thiếu: từ chối theo Đ.22 k.5; miễn: hộ chiếu, thẻ căn cước, thẻ thường trú, thẻ cư trú, giấy phép lái xe, bằng tốt nghiệp, chứng chỉ và bảng điểm kèm theo; hoặc theo điều ước, có đi có lại
      paper	Bản chính giấy tờ, văn bản	required	ban-sao-dien-tu	shown	1	-	-	-	phí theo TT 226/2016, tỉnh khác hỗ trợ 100 %: mức của Quảng Trị: chưa rõ; giấy này chưa đối chiếu
      fee	Phí chứng thực bản sao từ bản chính	fee	-	pages 2000,2000,1000 cap 200000
      limit	ban-chinh=1,2&nhieu=1	-	Chứng thực=same_day	Kéo dài theo Đ.21 NĐ 23/2015=2 working_days
      limit	-	-	same_day
      result	Bản sao được chứng thực từ bản chính	?	ban-sao,nhieu-loai-nhieu-ban,nuoc-ngoai	-	?	KQ.G15.000021
      law	23/2015/NĐ-CP	-	Điều 18–22	ban-sao,nhieu-loai-nhieu-ban,nuoc-ngoai
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP	-	ban-sao,nhieu-loai-nhieu-ban,nuoc-ngoai
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP	-	ban-sao,nhieu-loai-nhieu-ban,nuoc-ngoai
      law	01/2020/TT-BTP	-	Điều 4, 6, 10, 11	ban-sao,nhieu-loai-nhieu-ban,nuoc-ngoai
      law	226/2016/TT-BTC	-	-	ban-sao,nhieu-loai-nhieu-ban,nuoc-ngoai
      """#,
    "2.000884": #"""
      # Chứng thực chữ ký trong giấy tờ, văn bản (áp dụng cả điểm chỉ)
      # NĐ 23/2015 Đ.23–26 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020 Đ.4, 12–15; TT 226/2016
      question	truong-hop	Ai ký, ký văn bản nào?	1	một người ký	nhiều người cùng ký một văn bản	không ký được, điểm chỉ được	không ký, không điểm chỉ được	giấy ủy quyền	tờ khai lý lịch cá nhân	văn bản bằng tiếng nước ngoài
      question	hieu-noi-dung	Người thực hiện chứng thực hiểu rõ nội dung văn bản?	-	có	không
      case	mot-nguoi	Một người ký	truong-hop=1
      case	nhieu-nguoi	Nhiều người cùng ký một văn bản	truong-hop=2
      case	diem-chi	Không ký được, điểm chỉ được	truong-hop=3
      case	khong-ky-khong-diem-chi	Không ký, không điểm chỉ được	truong-hop=4
      case	giay-uy-quyen	Là giấy ủy quyền	truong-hop=5
      case	ly-lich	Là tờ khai lý lịch cá nhân	truong-hop=6
      case	tieng-nuoc-ngoai	Văn bản bằng tiếng nước ngoài	truong-hop=7
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư; VNeID	-	ký trước mặt người thực hiện chứng thực, hoặc người tiếp nhận tại một cửa; nhiều người ký: giấy tờ tùy thân mỗi người
      paper	Giấy tờ, văn bản sẽ ký (chưa ký)	required	-	original	1	-	-	-	một trường hợp = một hoặc nhiều chữ ký trong một giấy tờ; cơ quan tự chụp 01 bản lưu 2 năm, không thu tiền bản lưu; giấy ủy quyền: chỉ 4 loại (nộp, nhận hộ hồ sơ, giấy tờ; nhận hộ lương hưu, bưu phẩm, trợ cấp, phụ cấp; trông nom nhà cửa; thành viên hộ vay NHCSXH), loại khác: 2.001035; lý lịch: không ghi nhận xét, mục trống gạch chéo trước
      paper	Bản dịch tiếng Việt nội dung văn bản	required	tieng-nuoc-ngoai/hieu-noi-dung=2	copy	1	-	-	-	không cần công chứng/chứng thực chữ ký người dịch
      fee	Phí chứng thực chữ ký	fee	-	each 10000 matter
      limit	-	-	same_day
      result	Giấy tờ, văn bản được chứng thực chữ ký/điểm chỉ	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 23–26
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	01/2020/TT-BTP	-	Điều 4, 12–15
      law	226/2016/TT-BTC
      """#,
    "2.000992": #"""
      # Chứng thực chữ ký người dịch (cộng tác viên dịch thuật)
      # NĐ 23/2015 Đ.27–33 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020 Đ.16–19; TT 226/2016
      paper	Bản dịch và giấy tờ, văn bản cần dịch	required	-	original	1	-	-	-	đối chiếu chữ ký mẫu; Đ.33: có thể dài hơn theo thỏa thuận
      fee	Phí chứng thực chữ ký người dịch	fee	-	each 10000 matter
      limit	-	-	same_day
      result	Giấy tờ, văn bản được chứng thực chữ ký người dịch	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 27–33
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	01/2020/TT-BTP	-	Điều 16–19
      law	226/2016/TT-BTC
      """#,
    "2.001008": #"""
      # Chứng thực chữ ký người dịch (không phải cộng tác viên dịch thuật)
      # NĐ 23/2015 Đ.27–33 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020 Đ.16–19; TT 226/2016
      question	bang	Người dịch có bằng về thứ tiếng cần dịch?	1	có	không, ngôn ngữ không phổ biến
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư
      paper	Bản dịch đính kèm giấy tờ, văn bản cần dịch	required	-	original	1	-	-	-	chỉ khi tự dịch giấy tờ của chính mình (TT 01/2020 Đ.17 k.2)
      paper	Bằng cử nhân ngoại ngữ trở lên về thứ tiếng cần dịch	one_of bang	bang=1	shown	1	-	-	-	bản chính hoặc bản sao từ sổ gốc / có chứng thực
      paper	Bằng đại học trở lên học bằng thứ tiếng cần dịch (kèm bảng điểm hoặc giấy tờ chứng minh ngôn ngữ học)	one_of bang	bang=1	shown	1	-	-	-	TT 01/2020 Đ.16 k.1
      paper	Bản cam kết thông thạo ngôn ngữ và chịu trách nhiệm nội dung bản dịch	required	bang=2	original	1	-	-	-	TT 01/2020 Đ.17 k.1
      fee	Phí chứng thực chữ ký người dịch	fee	-	each 10000 matter
      limit	-	-	same_day
      result	Giấy tờ, văn bản được chứng thực chữ ký người dịch	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 27–33
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	01/2020/TT-BTP	-	Điều 16–19
      law	226/2016/TT-BTC
      """#,
    "2.001035": #"""
      # Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở
      # NĐ 23/2015 Đ.34–37 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020 Đ.20–22; TT 226/2016; NĐ 55/2015
      question	truong-hop	Giao dịch nào?	1	về động sản, quyền sử dụng đất, nhà ở (kể cả hợp đồng ủy quyền)	thế chấp vay vốn phát triển nông nghiệp, nông thôn (NĐ 55/2015)
      question	ben	Có bên nào cần người phiên dịch hoặc người làm chứng?	1	không	không thông thạo tiếng Việt	không đọc được, không nghe được, không ký và không điểm chỉ được
      question	tai-san	Liên quan tài sản phải đăng ký quyền sở hữu, sử dụng?	1	có	không
      case	giao-dich	Giao dịch về động sản, quyền sử dụng đất, nhà ở (kể cả hợp đồng ủy quyền)	truong-hop=1
      case	the-chap-nong-nghiep	Thế chấp vay vốn phát triển nông nghiệp, nông thôn (NĐ 55/2015)	truong-hop=2
      paper	Dự thảo giao dịch	required	-	original	1	-	-	-	không quá 2 ngày làm việc từ khi đủ hồ sơ, dài hơn theo thỏa thuận bằng văn bản (Đ.37); một số cho mỗi việc; các bên ký từng trang trước người tiếp nhận hoặc người chứng thực
      paper	Giấy chứng nhận quyền sở hữu, quyền sử dụng hoặc giấy tờ thay thế theo luật (bản chính, bản sao có chứng thực hoặc bản sao điện tử có chứng thực; nộp trực tiếp: bản sao kèm bản chính để đối chiếu)	required	tai-san=1	shown	1
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư; VNeID
      paper	Người phiên dịch có giấy tờ tùy thân	required	ben=2	shown	1	-	-	-	không phải giấy tờ: người phiên dịch ký từng trang; thù lao do người yêu cầu trả
      paper	02 người làm chứng có giấy tờ tùy thân	required	ben=3	shown	2	-	-	-	người làm chứng ký từng trang; không có lợi ích liên quan; không bố trí được thì cơ quan chỉ định
      fee	Phí chứng thực giao dịch	fee	giao-dich	each 50000 matter
      fee	Phí chứng thực giao dịch (miễn: NĐ 55/2015/NĐ-CP)	fee	the-chap-nong-nghiep	fixed 0
      limit	-	-	2 working_days
      result	Giao dịch được chứng thực	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 34–37
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	01/2020/TT-BTP	-	Điều 20–22
      law	226/2016/TT-BTC
      law	55/2015/NĐ-CP	-	-	the-chap-nong-nghiep
      """#,
    "2.001019": #"""
      # Chứng thực di chúc
      # NĐ 23/2015 Đ.34–37 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020 Đ.20–22; TT 226/2016
      question	tai-san	Di sản là tài sản phải đăng ký, và người lập không bị cái chết đe dọa?	1	có	không
      paper	Dự thảo di chúc	required	-	original	1	-	-	-	Đ.37: không quá 2 ngày làm việc từ khi đủ hồ sơ, dài hơn theo thỏa thuận bằng văn bản
      paper	Giấy chứng nhận quyền sở hữu, quyền sử dụng hoặc giấy tờ thay thế theo luật (bản chính, bản sao có chứng thực hoặc bản sao điện tử có chứng thực; nộp trực tiếp: bản sao kèm bản chính để đối chiếu)	required	tai-san=1	shown	1
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư; VNeID
      fee	Phí chứng thực di chúc	fee	-	each 50000 matter
      limit	-	-	2 working_days
      result	Di chúc được chứng thực	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 34–37
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	01/2020/TT-BTP	-	Điều 20–22
      law	226/2016/TT-BTC
      """#,
    "2.001016": #"""
      # Chứng thực văn bản từ chối nhận di sản
      # NĐ 23/2015 Đ.34–37 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020 Đ.20–22; TT 226/2016; BLDS 2015 Đ.620
      question	tai-san	Liên quan tài sản phải đăng ký quyền sở hữu, sử dụng?	1	có	không
      paper	Dự thảo văn bản từ chối nhận di sản	required	-	original	1	-	-	-	Đ.37: không quá 2 ngày làm việc từ khi đủ hồ sơ, dài hơn theo thỏa thuận bằng văn bản; danh mục DVCQG KHÔNG ghi giấy chứng tử, giấy tờ quan hệ
      paper	Giấy chứng nhận quyền sở hữu, quyền sử dụng hoặc giấy tờ thay thế theo luật (bản chính, bản sao có chứng thực hoặc bản sao điện tử có chứng thực; nộp trực tiếp: bản sao kèm bản chính để đối chiếu)	required	tai-san=1	shown	1	-	CSDLQG về đất đai (đất ở, giai đoạn đầu)
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư; VNeID
      fee	Phí chứng thực văn bản từ chối nhận di sản	fee	-	each 50000 matter
      limit	-	-	2 working_days
      result	Văn bản từ chối nhận di sản được chứng thực	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 34–37
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	01/2020/TT-BTP	-	Điều 20–22
      law	226/2016/TT-BTC
      law	Bộ luật Dân sự 2015	-	Điều 620
      """#,
    "2.001406": #"""
      # Chứng thực văn bản phân chia di sản
      # NĐ 23/2015 Đ.34–37 (sđ NĐ 07/2025, NĐ 280/2025); TT 01/2020 Đ.20–22; TT 226/2016
      question	tai-san	Liên quan tài sản phải đăng ký quyền sở hữu, sử dụng?	1	có	không
      paper	Dự thảo văn bản phân chia di sản	required	-	original	1	-	-	-	Đ.37: không quá 2 ngày làm việc từ khi đủ hồ sơ, dài hơn theo thỏa thuận bằng văn bản; 2.001009 (khai nhận) đã bãi bỏ; danh mục DVCQG KHÔNG ghi giấy chứng tử, giấy tờ quan hệ, niêm yết: chưa rõ
      paper	Giấy chứng nhận quyền sở hữu, quyền sử dụng hoặc giấy tờ thay thế theo luật (bản chính, bản sao có chứng thực hoặc bản sao điện tử có chứng thực; nộp trực tiếp: bản sao kèm bản chính để đối chiếu)	required	tai-san=1	shown	1	-	CSDLQG về đất đai (đất ở, giai đoạn đầu)
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư; VNeID
      fee	Phí chứng thực văn bản phân chia di sản	fee	-	each 50000 matter
      limit	-	-	2 working_days
      result	Văn bản phân chia di sản được chứng thực	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 34–37
      law	07/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	280/2025/NĐ-CP	sửa đổi 23/2015/NĐ-CP
      law	01/2020/TT-BTP	-	Điều 20–22
      law	226/2016/TT-BTC
      """#,
    "2.000913": #"""
      # Chứng thực việc sửa đổi, bổ sung, chấm dứt giao dịch
      # NĐ 23/2015 Đ.38; TT 01/2020 Đ.23; TT 226/2016
      question	tai-san	Nội dung sửa liên quan tài sản phải đăng ký (và không bị cái chết đe dọa)?	1	có	không
      paper	Giao dịch đã được chứng thực	required	-	original	1	-	-	-	tại cơ quan đã chứng thực; di chúc: cơ quan nào cũng được, rồi thông báo cho cơ quan cũ ghi chú sổ
      paper	Dự thảo giao dịch sửa đổi, bổ sung, hủy bỏ	required	-	original	1
      paper	Giấy chứng nhận quyền sở hữu, quyền sử dụng hoặc giấy tờ thay thế theo luật (bản chính, bản sao có chứng thực hoặc bản sao điện tử có chứng thực; nộp trực tiếp: bản sao kèm bản chính để đối chiếu)	required	tai-san=1	shown	1
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1
      fee	Phí chứng thực sửa đổi, bổ sung, hủy bỏ giao dịch	fee	-	each 30000 matter
      limit	-	-	2 working_days
      result	Giao dịch được chứng thực	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 38
      law	01/2020/TT-BTP	-	Điều 23
      law	226/2016/TT-BTC
      """#,
    "2.000927": #"""
      # Sửa lỗi sai sót trong giao dịch đã được chứng thực
      # NĐ 23/2015 Đ.39, Đ.7; TT 226/2016
      paper	Giao dịch đã được chứng thực	required	-	original	1	-	-	-	gạch chân lỗi, ghi bên lề nội dung đã sửa, họ tên, chữ ký người sửa, ngày; đóng dấu
      paper	Văn bản thỏa thuận của các bên về lỗi ghi chép, đánh máy, in	required	-	original	1	-	-	-	chỉ khi không ảnh hưởng quyền, nghĩa vụ; tại cơ quan đã chứng thực
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1
      fee	Phí sửa lỗi sai sót trong giao dịch	fee	-	each 25000 matter
      result	Giao dịch đã sửa lỗi	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 39
      law	23/2015/NĐ-CP	-	Điều 7
      law	226/2016/TT-BTC
      """#,
    "2.000942": #"""
      # Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực
      # NĐ 23/2015 Đ.40, Đ.20 k.2, 3; TT 226/2016
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư (không yêu cầu xuất trình khi khai thác được)	-	nơi lưu giao dịch cấp; thời hạn theo Đ.7, Đ.21 (chưa đối chiếu)
      fee	Phí cấp bản sao giao dịch đã chứng thực	fee	-	pages 2000,2000,1000 cap 200000
      limit	-	-	same_day
      result	Bản sao giao dịch được chứng thực	?	-	-	?
      law	23/2015/NĐ-CP	-	Điều 40
      law	23/2015/NĐ-CP	-	Điều 20, khoản 2, 3
      law	226/2016/TT-BTC
      """#,
    "2.000908": #"""
      # Cấp bản sao từ sổ gốc
      # NĐ 23/2015 Đ.16, 17
      question	truong-hop	Người xin là người được cấp bản chính?	1	có	không
      case	ban-sao-so-goc	Xin bản sao từ sổ gốc	truong-hop=1
      case	ban-sao-so-goc-nguoi-khac	Người xin không phải người được cấp bản chính	truong-hop=2
      paper	Căn cước điện tử, hoặc bản chính/bản sao thẻ căn cước, CCCD, giấy chứng nhận căn cước, hộ chiếu, giấy tờ xuất nhập cảnh, giấy tờ đi lại quốc tế còn giá trị (một trong các giấy)	required	-	shown	1	-	CSDLQG về dân cư	-	thời hạn tính từ khi đủ hồ sơ, dấu bưu điện, hoặc lúc hệ thống ghi nhận
      paper	Giấy tờ chứng minh quan hệ (đại diện, ủy quyền, cha mẹ, con, vợ chồng, anh chị em, người thừa kế)	required	ban-sao-so-goc-nguoi-khac	shown	1	-	CSDLQG về dân cư; CSDL hộ tịch	-	giấy này chưa đối chiếu
      fee	Phí cấp bản sao từ sổ gốc	fee	-	fixed 0
      limit	-	-	same_day
      result	Bản sao được cấp từ sổ gốc	?	ban-sao-so-goc	-	?
      law	23/2015/NĐ-CP	-	Điều 16, 17	ban-sao-so-goc
      """#,
  ]
}
