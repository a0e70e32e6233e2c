extension StarterRules {
  /// Business households.
  // swift-format-ignore
  static let business: [String: String] = [
    "1.001612": #"""
      # Đăng ký thành lập hộ kinh doanh
      # NĐ 168/2025/NĐ-CP; TT 68/2025/TT-BTC; lệ phí: NQ HĐND tỉnh (căn cứ TT 85/2019; NĐ 362/2025)
      question	truong-hop	Ai thành lập?	1	một cá nhân	các thành viên hộ gia đình
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      question	dinh-danh	Người ủy quyền đã có tài khoản định danh điện tử?	1	có	không
      case	ca-nhan	Do một cá nhân thành lập	truong-hop=1
      case	ho-gia-dinh	Do các thành viên hộ gia đình thành lập	truong-hop=2
      paper	Giấy đề nghị đăng ký hộ kinh doanh	required	-	original	1	Mẫu TT 68/2025	-	-	không còn biên bản họp hộ gia đình trong danh mục
      paper	Bản sao văn bản ủy quyền của thành viên hộ gia đình cho một thành viên làm chủ hộ (công chứng hoặc chứng thực)	required	ho-gia-dinh	copy	1
      paper	Văn bản ủy quyền cho cá nhân làm thủ tục (không cần công chứng, chứng thực)	one_of uy-quyen	uy-quyen=1	original	1
      paper	Bản sao hợp đồng dịch vụ với tổ chức và giấy giới thiệu cho người trực tiếp làm	one_of uy-quyen	uy-quyen=1	copy	1	-	-	-	cũng dùng cho bưu chính không công ích
      paper	Bản sao phiếu gửi hồ sơ của bưu chính công ích có chữ ký nhân viên và chủ hộ	one_of uy-quyen	uy-quyen=1	copy	1
      paper	Bản sao thẻ căn cước/CCCD của người ủy quyền	required	uy-quyen=1&dinh-danh=2	copy	1
      fee	Lệ phí đăng ký hộ kinh doanh	charge	-	?
      limit	-	-	3 working_days
      result	Giấy chứng nhận đăng ký hộ kinh doanh	?	-	-	?
      law	168/2025/NĐ-CP
      law	68/2025/TT-BTC
      """#,
    "2.000720": #"""
      # Đăng ký thay đổi nội dung đăng ký hộ kinh doanh
      # NĐ 168/2025/NĐ-CP; TT 68/2025/TT-BTC; lệ phí: NQ HĐND tỉnh (căn cứ TT 85/2019; NĐ 362/2025)
      question	truong-hop	Thay đổi gì?	1	nội dung khác, không đổi chủ hộ	đổi chủ hộ do chết, mất tích, hạn chế hoặc mất năng lực, hoặc ủy quyền lại	đổi chủ hộ do bán, tặng cho, thừa kế
      question	nhom-ca-nhan	Hộ do nhóm cá nhân lập trước NĐ 168/2025?	2	có	không
      question	thanh-vien-moi	Tiếp nhận thành viên mới?	2	có	không
      question	chu-ho	Chủ hộ chết, mất tích, hạn chế hoặc mất năng lực?	1	có	không
      question	ho-gia-dinh	Hộ do thành viên hộ gia đình lập?	2	có	không
      question	ben-nhan	Bên nhận là hộ gia đình?	2	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      question	dinh-danh	Người ủy quyền đã có tài khoản định danh điện tử?	1	có	không
      case	thay-doi	Thay đổi nội dung, không đổi chủ hộ	truong-hop=1
      case	doi-chu-ho	Đổi chủ hộ do chết, mất tích, hạn chế hoặc mất năng lực, hoặc ủy quyền lại	truong-hop=2
      case	ban-tang-thua-ke	Đổi chủ hộ do bán, tặng cho, thừa kế	truong-hop=3
      paper	Giấy đề nghị đăng ký thay đổi nội dung đăng ký hộ kinh doanh	required	thay-doi,doi-chu-ho	original	1	Mẫu TT 68/2025
      paper	Biên bản họp nhóm cá nhân về việc thay đổi	required	thay-doi/nhom-ca-nhan=1	original	1
      paper	Bản sao văn bản ủy quyền của thành viên mới cho chủ hộ (công chứng hoặc chứng thực)	required	thay-doi/thanh-vien-moi=1	copy	1
      paper	Bản sao giấy chứng tử hoặc quyết định của Tòa án	required	doi-chu-ho/chu-ho=1	copy	1
      paper	Bản sao văn bản ủy quyền của các thành viên cho một thành viên làm chủ hộ (công chứng hoặc chứng thực)	required	doi-chu-ho/ho-gia-dinh=1	copy	1
      paper	Thông báo thay đổi chủ hộ kinh doanh	required	ban-tang-thua-ke	original	1	Mẫu TT 68/2025	-	-	cổng xếp dưới 2.000575; gắn vào đây (chưa đối chiếu)
      paper	Hợp đồng mua bán hoặc giấy tờ hoàn tất việc bán	one_of chuyen-chu	ban-tang-thua-ke	original	1
      paper	Hợp đồng tặng cho	one_of chuyen-chu	ban-tang-thua-ke	original	1
      paper	Bản sao văn bản xác nhận quyền thừa kế hợp pháp	one_of chuyen-chu	ban-tang-thua-ke	copy	1
      paper	Bản sao văn bản ủy quyền của thành viên hộ gia đình (công chứng hoặc chứng thực)	required	ban-tang-thua-ke/ben-nhan=1	copy	1
      paper	Văn bản ủy quyền cho cá nhân làm thủ tục (không cần công chứng, chứng thực)	one_of uy-quyen	uy-quyen=1	original	1
      paper	Bản sao hợp đồng dịch vụ với tổ chức và giấy giới thiệu cho người trực tiếp làm	one_of uy-quyen	uy-quyen=1	copy	1	-	-	-	cũng dùng cho bưu chính không công ích
      paper	Bản sao phiếu gửi hồ sơ của bưu chính công ích có chữ ký nhân viên và chủ hộ	one_of uy-quyen	uy-quyen=1	copy	1
      paper	Bản sao thẻ căn cước/CCCD của người ủy quyền	required	uy-quyen=1&dinh-danh=2	copy	1
      fee	Lệ phí đăng ký hộ kinh doanh	charge	-	?
      limit	-	-	3 working_days
      result	Giấy chứng nhận đăng ký hộ kinh doanh, hoặc cập nhật CSDL	?	thay-doi	-	?
      result	Giấy chứng nhận đăng ký hộ kinh doanh	?	doi-chu-ho,ban-tang-thua-ke	-	?
      law	168/2025/NĐ-CP
      law	68/2025/TT-BTC
      """#,
    "1.001570": #"""
      # Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn của hộ kinh doanh
      # NĐ 168/2025/NĐ-CP; TT 68/2025/TT-BTC; lệ phí: NQ HĐND tỉnh (căn cứ TT 85/2019; NĐ 362/2025)
      question	nhom-ca-nhan	Hộ do nhóm cá nhân lập trước NĐ 168/2025?	2	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      question	dinh-danh	Người ủy quyền đã có tài khoản định danh điện tử?	1	có	không
      paper	Giấy đề nghị đăng ký tạm ngừng kinh doanh / tiếp tục kinh doanh trước thời hạn	required	-	original	1	Mẫu TT 68/2025
      paper	Biên bản họp nhóm cá nhân về việc tạm ngừng hoặc tiếp tục	required	nhom-ca-nhan=1	original	1
      paper	Văn bản ủy quyền cho cá nhân làm thủ tục (không cần công chứng, chứng thực)	one_of uy-quyen	uy-quyen=1	original	1
      paper	Bản sao hợp đồng dịch vụ với tổ chức và giấy giới thiệu cho người trực tiếp làm	one_of uy-quyen	uy-quyen=1	copy	1	-	-	-	cũng dùng cho bưu chính không công ích
      paper	Bản sao phiếu gửi hồ sơ của bưu chính công ích có chữ ký nhân viên và chủ hộ	one_of uy-quyen	uy-quyen=1	copy	1
      paper	Bản sao thẻ căn cước/CCCD của người ủy quyền	required	uy-quyen=1&dinh-danh=2	copy	1
      fee	Lệ phí đăng ký hộ kinh doanh	charge	-	?
      limit	-	-	1 working_days
      result	Giấy xác nhận tạm ngừng / tiếp tục	?	-	-	?
      law	168/2025/NĐ-CP
      law	68/2025/TT-BTC
      """#,
    "1.001266": #"""
      # Chấm dứt hoạt động hộ kinh doanh
      # NĐ 168/2025/NĐ-CP; TT 68/2025/TT-BTC; lệ phí: NQ HĐND tỉnh (căn cứ TT 85/2019; NĐ 362/2025)
      question	nhom-ca-nhan	Hộ do nhóm cá nhân lập trước NĐ 168/2025?	2	có	không
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      question	dinh-danh	Người ủy quyền đã có tài khoản định danh điện tử?	1	có	không
      paper	Thông báo chấm dứt hoạt động hộ kinh doanh	required	-	original	1	Mẫu TT 68/2025	-	-	bản gốc giấy chứng nhận KHÔNG có trong danh mục DVCQG
      paper	Biên bản họp nhóm cá nhân về việc chấm dứt	required	nhom-ca-nhan=1	original	1
      paper	Văn bản ủy quyền cho cá nhân làm thủ tục (không cần công chứng, chứng thực)	one_of uy-quyen	uy-quyen=1	original	1
      paper	Bản sao hợp đồng dịch vụ với tổ chức và giấy giới thiệu cho người trực tiếp làm	one_of uy-quyen	uy-quyen=1	copy	1	-	-	-	cũng dùng cho bưu chính không công ích
      paper	Bản sao phiếu gửi hồ sơ của bưu chính công ích có chữ ký nhân viên và chủ hộ	one_of uy-quyen	uy-quyen=1	copy	1
      paper	Bản sao thẻ căn cước/CCCD của người ủy quyền	required	uy-quyen=1&dinh-danh=2	copy	1
      fee	Lệ phí đăng ký hộ kinh doanh	charge	-	?
      limit	-	-	5 working_days
      result	Cập nhật trạng thái chấm dứt	no_paper	-	-	?
      law	168/2025/NĐ-CP
      law	68/2025/TT-BTC
      """#,
    "2.000575": #"""
      # Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh
      # NĐ 168/2025/NĐ-CP; TT 68/2025/TT-BTC; lệ phí: NQ HĐND tỉnh (căn cứ TT 85/2019; NĐ 362/2025)
      question	truong-hop	Cấp lại vì sao?	1	mất, cháy, rách, hư hỏng	cấp đổi sang mẫu mới
      question	uy-quyen	Có ủy quyền cho người khác nộp thay?	2	có	không
      question	dinh-danh	Người ủy quyền đã có tài khoản định danh điện tử?	1	có	không
      case	cap-lai	Mất, cháy, rách, hư hỏng giấy chứng nhận	truong-hop=1
      case	cap-doi	Cấp đổi sang mẫu mới	truong-hop=2
      paper	Giấy đề nghị cấp lại Giấy chứng nhận đăng ký hộ kinh doanh	required	cap-lai	original	1	Mẫu TT 68/2025
      paper	Giấy đề nghị (theo mẫu)	required	cap-doi	original	1
      paper	Văn bản ủy quyền cho cá nhân làm thủ tục (không cần công chứng, chứng thực)	one_of uy-quyen	uy-quyen=1	original	1
      paper	Bản sao hợp đồng dịch vụ với tổ chức và giấy giới thiệu cho người trực tiếp làm	one_of uy-quyen	uy-quyen=1	copy	1	-	-	-	cũng dùng cho bưu chính không công ích
      paper	Bản sao phiếu gửi hồ sơ của bưu chính công ích có chữ ký nhân viên và chủ hộ	one_of uy-quyen	uy-quyen=1	copy	1
      paper	Bản sao thẻ căn cước/CCCD của người ủy quyền	required	uy-quyen=1&dinh-danh=2	copy	1
      fee	Lệ phí đăng ký hộ kinh doanh	charge	-	?
      limit	cap-lai	-	1 working_days
      limit	cap-doi	-	3 working_days
      result	Giấy chứng nhận đăng ký hộ kinh doanh được cấp lại	?	cap-lai	-	?
      result	Giấy chứng nhận đăng ký hộ kinh doanh	?	cap-doi	-	?
      law	168/2025/NĐ-CP
      law	68/2025/TT-BTC
      """#,
  ]
}
