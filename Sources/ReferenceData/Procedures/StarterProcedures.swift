/// The starter catalogue: 121 procedures of a commune, used until the server sends the official one. Columns: code,
/// name, field, online level, time limit, unit, components, fee, checked, note. `?` means unknown.
public enum StarterProcedures {
  // swift-format-ignore
  public static let rows = #"""
    1.001193	Đăng ký khai sinh	Hộ tịch	toàn trình	0	same_day	Tờ khai đăng ký khai sinh;Giấy chứng sinh (hoặc văn bản người làm chứng / giấy cam đoan về việc sinh);Biên bản về việc trẻ bị bỏ rơi (trường hợp bỏ rơi);Văn bản chứng minh việc mang thai hộ (nếu có);Văn bản ủy quyền (nếu ủy quyền)	0	yes	duty: 60 days from birth; after 15:00 -> next working day; late registration fee set by provincial HĐND
    1.000689	Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con	Hộ tịch	một phần	3	working_days	Tờ khai đăng ký khai sinh;Tờ khai đăng ký nhận cha, mẹ, con;Giấy chứng sinh hoặc giấy tờ thay thế;Chứng cứ chứng minh quan hệ cha con/mẹ con	?	yes	+verify ext. up to 8 wd total
    1.000894	Đăng ký kết hôn	Hộ tịch	một phần	0	same_day	Tờ khai đăng ký kết hôn;Giấy xác nhận tình trạng hôn nhân (nếu không tra cứu được);Trích lục ghi chú ly hôn (nếu có)	0	yes	up to 5 wd if verification; both parties sign in person; fee 0 for VN citizens resident in VN
    1.000593	Đăng ký kết hôn lưu động	Hộ tịch	?	5	working_days	Tờ khai đăng ký kết hôn	0	yes	
    1.003583	Đăng ký khai sinh lưu động	Hộ tịch	?	5	working_days	Tờ khai đăng ký khai sinh;Giấy chứng sinh hoặc giấy tờ thay thế	0	no	
    1.000656	Đăng ký khai tử	Hộ tịch	toàn trình	0	same_day	Tờ khai đăng ký khai tử;Giấy báo tử hoặc giấy tờ thay giấy báo tử;Văn bản ủy quyền (nếu ủy quyền)	0	yes	up to 3 wd if verification; duty 15 days from death
    1.000419	Đăng ký khai tử lưu động	Hộ tịch	?	5	working_days	Tờ khai đăng ký khai tử;Giấy báo tử hoặc giấy tờ thay thế	0	yes	
    1.001022	Đăng ký nhận cha, mẹ, con	Hộ tịch	một phần	3	working_days	Tờ khai đăng ký nhận cha, mẹ, con;Chứng cứ chứng minh quan hệ cha/mẹ - con	?	yes	+5 wd if verification
    1.004837	Đăng ký giám hộ	Hộ tịch	?	3	working_days	Tờ khai đăng ký giám hộ;Văn bản cử người giám hộ (giám hộ cử);Giấy tờ chứng minh điều kiện giám hộ đương nhiên	0	yes	
    1.004845	Đăng ký chấm dứt giám hộ	Hộ tịch	?	2	working_days	Tờ khai đăng ký chấm dứt giám hộ;Giấy tờ làm căn cứ chấm dứt giám hộ	0	yes	
    3.000323	Đăng ký giám sát việc giám hộ	Hộ tịch	?	3	working_days	Tờ khai đăng ký giám sát việc giám hộ;Văn bản thỏa thuận cử/lựa chọn người giám sát	?	yes	
    3.000322	Đăng ký chấm dứt giám sát việc giám hộ	Hộ tịch	?	2	working_days	Tờ khai đăng ký chấm dứt giám sát việc giám hộ	?	no	
    1.004859	Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc	Hộ tịch	?	3	working_days	Tờ khai đăng ký việc thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc;Giấy tờ làm căn cứ;Văn bản ủy quyền (nếu ủy quyền)	?	yes	+3 wd if verification; bổ sung thông tin: same day (15:00 rule)
    1.004873	Cấp Giấy xác nhận tình trạng hôn nhân	Hộ tịch	toàn trình	3	working_days	Tờ khai cấp Giấy xác nhận tình trạng hôn nhân;Giấy tờ chứng minh đã ly hôn / vợ hoặc chồng đã chết (nếu có);Văn bản ủy quyền (nếu ủy quyền)	?	yes	verification with former residence: longer;  result valid 6 months
    1.004884	Đăng ký lại khai sinh	Hộ tịch	?	5	working_days	Tờ khai đăng ký lại khai sinh;Giấy tờ, tài liệu có thông tin khai sinh;Văn bản ủy quyền (nếu ủy quyền)	?	yes	verification up to 20-25 days extra
    1.004772	Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân	Hộ tịch	?	5	working_days	Tờ khai đăng ký khai sinh;Giấy tờ cá nhân có thông tin liên quan;Văn bản xác nhận của cơ quan (cán bộ, công chức, LLVT)	?	yes	
    1.004746	Đăng ký lại kết hôn	Hộ tịch	một phần	5	working_days	Tờ khai đăng ký lại kết hôn;Bản sao giấy chứng nhận kết hôn cũ hoặc giấy tờ có thông tin	?	yes	
    1.005461	Đăng ký lại khai tử	Hộ tịch	?	5	working_days	Tờ khai đăng ký lại khai tử;Giấy tờ có nội dung liên quan việc khai tử trước đây	?	yes	
    2.000635	Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh	Hộ tịch	toàn trình	0	same_day	Tờ khai cấp bản sao trích lục hộ tịch (hoặc văn bản yêu cầu của cơ quan)	8000	yes	fee 8000/bản per fee circular (TT 281/2016, 106/2021) ; 15:00 rule
    2.002516	Xác nhận thông tin hộ tịch	Hộ tịch	?	3	working_days	Tờ khai xác nhận thông tin hộ tịch	?	yes	
    2.000528	Đăng ký khai sinh có yếu tố nước ngoài	Hộ tịch	?	0	same_day	Tờ khai đăng ký khai sinh;Giấy chứng sinh;Văn bản thỏa thuận chọn quốc tịch;Giấy tờ xuất nhập cảnh	?	yes	moved from district to commune 1/7/2025
    2.000806	Đăng ký kết hôn có yếu tố nước ngoài	Hộ tịch	?	10	working_days	Tờ khai đăng ký kết hôn;Giấy xác nhận tình trạng hôn nhân;Giấy xác nhận sức khỏe tâm thần;Bản sao hộ chiếu	?	yes	earlier law 15 days
    2.000779	Đăng ký nhận cha, mẹ, con có yếu tố nước ngoài	Hộ tịch	?	?	?	Tờ khai đăng ký nhận cha, mẹ, con;Giấy tờ chứng minh quan hệ;Hộ chiếu	?	yes	
    2.000748	Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc có yếu tố nước ngoài	Hộ tịch	?	3	working_days	Tờ khai;Giấy tờ làm căn cứ	?	yes	
    2.000756	Đăng ký chấm dứt giám hộ có yếu tố nước ngoài	Hộ tịch	?	?	?	Tờ khai đăng ký chấm dứt giám hộ	?	yes	
    2.002189	Ghi vào Sổ hộ tịch việc kết hôn đã giải quyết tại cơ quan nước ngoài (ghi chú kết hôn)	Hộ tịch	?	5	working_days	Tờ khai ghi chú kết hôn;Bản sao giấy tờ chứng nhận kết hôn do nước ngoài cấp	?	yes	
    2.000554	Ghi vào Sổ hộ tịch việc ly hôn, hủy kết hôn đã giải quyết tại cơ quan nước ngoài	Hộ tịch	?	5	working_days	Tờ khai ghi chú ly hôn;Bản sao bản án/quyết định ly hôn có hiệu lực	?	yes	
    2.000547	Ghi vào Sổ hộ tịch việc hộ tịch khác đã giải quyết tại cơ quan nước ngoài	Hộ tịch	?	?	?	Tờ khai;Giấy tờ do nước ngoài cấp	?	yes	
    2.001263	Đăng ký việc nuôi con nuôi trong nước	Nuôi con nuôi	?	30	calendar_days	Đơn xin nhận con nuôi;Phiếu lý lịch tư pháp;Giấy xác nhận tình trạng hôn nhân;Giấy khám sức khỏe;Văn bản hoàn cảnh gia đình, chỗ ở;Hồ sơ của người được nhận làm con nuôi	400000	yes	
    2.000815	Chứng thực bản sao từ bản chính giấy tờ, văn bản	Chứng thực	một phần	0	same_day	Bản chính giấy tờ, văn bản;Bản sao cần chứng thực	2000	yes	fee/page: trang 1-2 2000, từ trang 3 1000, max 200000/bản; after 15:00 next wd; many pages +2 wd (Đ21 NĐ 23/2015)
    2.000884	Chứng thực chữ ký trong giấy tờ, văn bản (áp dụng cả điểm chỉ)	Chứng thực	?	0	same_day	Giấy tờ tùy thân còn giá trị;Giấy tờ, văn bản sẽ ký	10000	yes	per case
    2.001035	Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở	Chứng thực	một phần	2	working_days	Dự thảo giao dịch;Bản sao giấy chứng nhận quyền sở hữu/sử dụng;Giấy tờ tùy thân	50000	no	
    2.000913	Chứng thực việc sửa đổi, bổ sung, chấm dứt giao dịch	Chứng thực	?	2	working_days	Giao dịch đã chứng thực;Văn bản thỏa thuận sửa đổi/hủy bỏ	30000	yes	
    2.000927	Sửa lỗi sai sót trong giao dịch đã được chứng thực	Chứng thực	?	0	same_day	Giao dịch đã chứng thực;Văn bản thỏa thuận sửa lỗi	25000	yes	
    2.000942	Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực	Chứng thực	?	0	same_day	Giấy tờ tùy thân;Yêu cầu cấp bản sao	2000	yes	fee per page as 2.000815
    2.000908	Cấp bản sao từ sổ gốc	Chứng thực	?	0	same_day	Giấy tờ tùy thân;Giấy tờ chứng minh quan hệ (nếu người khác yêu cầu)	?	yes	
    2.001019	Chứng thực di chúc	Chứng thực	?	2	working_days	Dự thảo di chúc;Giấy tờ tùy thân;Giấy chứng nhận tài sản	50000	yes	
    2.001016	Chứng thực văn bản từ chối nhận di sản	Chứng thực	?	2	working_days	Dự thảo văn bản từ chối;Giấy tờ tùy thân	50000	yes	
    2.001406	Chứng thực văn bản phân chia di sản	Chứng thực	?	2	working_days	Dự thảo văn bản;Giấy tờ tùy thân;Giấy chứng nhận tài sản	50000	yes	2.001009 (khai nhận di sản) REPEALED
    2.001008	Chứng thực chữ ký người dịch (không phải cộng tác viên dịch thuật)	Chứng thực	?	0	same_day	Bản dịch và giấy tờ cần dịch;Giấy tờ tùy thân;Bằng ngoại ngữ	10000	yes	
    2.000992	Chứng thực chữ ký người dịch (cộng tác viên dịch thuật)	Chứng thực	?	0	same_day	Bản dịch và giấy tờ cần dịch;Giấy tờ tùy thân	10000	yes	
    3.000722	Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ BHYT, cấp thẻ căn cước cho trẻ dưới 6 tuổi	Liên thông	toàn trình	3	working_days	Tờ khai điện tử liên thông;Giấy chứng sinh (bản điện tử)	0	yes	3 working days, 5 if verified, by the portal page as stored on 12 Sep 2026; group and card limits disagree there
    2.002913	Liên thông: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất	Liên thông	toàn trình	?	?	Tờ khai điện tử liên thông;Giấy báo tử hoặc giấy tờ thay thế	0	yes	replaces 2.002622
    2.002621	(CŨ) Liên thông khai sinh - thường trú - thẻ BHYT trẻ dưới 6 tuổi	Liên thông	toàn trình	?	?	Tờ khai điện tử liên thông;Giấy chứng sinh	0	no	historic 2023-2025 (NĐ 63/2024); keep for old dossiers; replaced by 3.000722
    2.002622	(CŨ) Liên thông khai tử - xóa thường trú - mai táng phí	Liên thông	toàn trình	?	?	Tờ khai điện tử liên thông;Giấy báo tử	0	no	historic; replaced by 2.002913
    1.001776	Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc	Bảo trợ xã hội	?	10	working_days	Tờ khai đề nghị trợ giúp xã hội (theo mẫu đối tượng);Giấy tờ chứng minh điều kiện hưởng	0	yes	
    1.001731	Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội	Bảo trợ xã hội	?	3	working_days	Tờ khai đề nghị hỗ trợ chi phí mai táng;Trích lục/giấy chứng tử	0	yes	
    1.001699	Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật	Bảo trợ xã hội	?	25	working_days	Đơn đề nghị xác định mức độ khuyết tật;Giấy tờ y tế liên quan (nếu có)	0	yes	
    1.001653	Đổi, cấp lại Giấy xác nhận khuyết tật	Bảo trợ xã hội	?	5	working_days	Đơn đề nghị;Giấy xác nhận khuyết tật cũ (nếu đổi)	0	yes	
    1.014027	Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội hàng tháng	Bảo trợ xã hội	?	10	working_days	Tờ khai/văn bản đề nghị trợ cấp hưu trí xã hội	0	yes	NĐ 176/2025, from 75 (70-74 poor)
    1.014028	Hỗ trợ chi phí mai táng cho đối tượng hưởng trợ cấp hưu trí xã hội	Bảo trợ xã hội	?	3	working_days	Văn bản đề nghị hỗ trợ mai táng	0	yes	
    2.000286	Tiếp nhận đối tượng bảo trợ xã hội vào cơ sở trợ giúp xã hội cấp tỉnh/huyện	Bảo trợ xã hội	?	?	?	Tờ khai đề nghị tiếp nhận;Hồ sơ đối tượng	0	yes	
    2.000282	Tiếp nhận đối tượng cần bảo vệ khẩn cấp vào cơ sở trợ giúp xã hội	Bảo trợ xã hội	?	?	?	Tờ khai;Biên bản đối với trường hợp khẩn cấp	0	yes	
    2.000477	Dừng trợ giúp xã hội tại cơ sở trợ giúp xã hội	Bảo trợ xã hội	?	?	?	Đơn đề nghị dừng trợ giúp	0	yes	
    2.000355	Đăng ký hoạt động cơ sở trợ giúp xã hội dưới 10 đối tượng	Bảo trợ xã hội	?	10	working_days	Tờ khai đăng ký hoạt động;Phương án thành lập	0	yes	
    1.010833	Cấp giấy xác nhận thân nhân của người có công	Người có công	?	5	working_days	Đơn đề nghị (Mẫu)	0	yes	
    1.010803	Giải quyết chế độ trợ cấp thờ cúng liệt sĩ	Người có công	?	?	?	Đơn đề nghị;Văn bản ủy quyền;Bằng Tổ quốc ghi công	0	yes	
    1.010824	Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần	Người có công	?	?	?	Bản khai;Trích lục khai tử	0	yes	
    2.002307	Giải quyết chế độ mai táng phí đối với cựu chiến binh	Người có công	?	?	?	Bản khai của thân nhân;Giấy chứng tử;Giấy tờ chứng minh CCB	0	yes	
    2.002308	Giải quyết chế độ mai táng phí đối với thanh niên xung phong thời kỳ chống Pháp	Người có công	?	?	?	Bản khai của thân nhân;Giấy chứng tử	0	yes	
    1.011606	Công nhận hộ nghèo, hộ cận nghèo; thoát nghèo, thoát cận nghèo định kỳ hằng năm	Giảm nghèo	?	?	?	Giấy đề nghị / phiếu rà soát	0	yes	annual 1/9-14/12 ; another province list repeals 1.011606-1.011608 from 1/1/2027 (new 1.116214, 1.116215)
    1.011607	Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm	Giảm nghèo	?	15	calendar_days	Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo	0	yes	
    1.011608	Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm	Giảm nghèo	?	15	calendar_days	Giấy đề nghị rà soát hộ thoát nghèo	0	yes	
    1.011609	Công nhận hộ làm nông, lâm, ngư, diêm nghiệp có mức sống trung bình	Giảm nghèo	?	15	calendar_days	Giấy đề nghị công nhận	0	yes	
    1.001612	Đăng ký thành lập hộ kinh doanh	Hộ kinh doanh	?	3	working_days	Giấy đề nghị đăng ký hộ kinh doanh;Biên bản họp thành viên hộ gia đình (nếu có);Văn bản ủy quyền	?	yes	fee is a setting
    2.000720	Đăng ký thay đổi nội dung đăng ký hộ kinh doanh	Hộ kinh doanh	?	3	working_days	Thông báo thay đổi;Biên bản họp thành viên (nếu có)	?	yes	fee is a setting
    1.001570	Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn của hộ kinh doanh	Hộ kinh doanh	?	1	working_days	Thông báo tạm ngừng	?	yes	fee is a setting
    2.000575	Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh	Hộ kinh doanh	?	1	working_days	Giấy đề nghị cấp lại	?	yes	fee is a setting
    1.001266	Chấm dứt hoạt động hộ kinh doanh	Hộ kinh doanh	?	5	working_days	Thông báo chấm dứt	0	yes	fee is a setting
    1.012796	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót	Đất đai	?	8	working_days	Đơn đăng ký biến động;Bản gốc GCN;Giấy tờ chứng minh sai sót	?	yes	
    1.012753	Đăng ký đất đai, tài sản gắn liền với đất, cấp GCN lần đầu (tổ chức/…)	Đất đai	?	?	?	Đơn đăng ký;Giấy tờ về quyền sử dụng đất	?	yes	name shortened, verify
    1.013225	Cấp giấy phép xây dựng mới đối với công trình cấp III, IV và nhà ở riêng lẻ	Hoạt động xây dựng	?	?	?	Đơn đề nghị;Giấy tờ về đất;Bản vẽ thiết kế	?	yes	names shortened; law: 15 d house / 20 d works (Luật XD 62/2020)
    1.013226	Điều chỉnh giấy phép xây dựng (cấp III, IV, nhà ở riêng lẻ)	Hoạt động xây dựng	?	?	?	Đơn đề nghị;Giấy tờ về đất;Bản vẽ thiết kế	?	yes	names shortened; law: 15 d house / 20 d works (Luật XD 62/2020)
    1.013227	Gia hạn giấy phép xây dựng	Hoạt động xây dựng	?	?	?	Đơn đề nghị;Giấy tờ về đất;Bản vẽ thiết kế	?	yes	names shortened; law: 15 d house / 20 d works (Luật XD 62/2020)
    1.013228	Cấp lại giấy phép xây dựng	Hoạt động xây dựng	?	?	?	Đơn đề nghị;Giấy tờ về đất;Bản vẽ thiết kế	?	yes	names shortened; law: 15 d house / 20 d works (Luật XD 62/2020)
    1.013229	Cấp giấy phép sửa chữa, cải tạo	Hoạt động xây dựng	?	?	?	Đơn đề nghị;Giấy tờ về đất;Bản vẽ thiết kế	?	yes	names shortened; law: 15 d house / 20 d works (Luật XD 62/2020)
    1.013232	Cấp giấy phép di dời	Hoạt động xây dựng	?	?	?	Đơn đề nghị;Giấy tờ về đất;Bản vẽ thiết kế	?	yes	names shortened; law: 15 d house / 20 d works (Luật XD 62/2020)
    2.002481	Chuyển trường đối với học sinh trung học cơ sở	Giáo dục	?	?	?	Đơn xin chuyển trường;Học bạ bản chính;Giấy giới thiệu chuyển trường	0	yes	
    3.000182	Tuyển sinh trung học cơ sở	Giáo dục	?	?	?	Bản sao giấy khai sinh;Học bạ cấp tiểu học	0	yes	
    2.002770	Xét duyệt học sinh bán trú, học viên bán trú hỗ trợ kinh phí, gạo	Giáo dục	?	?	?	Đơn đề nghị hỗ trợ;Giấy tờ chứng minh hộ nghèo/nơi cư trú	0	yes	relevant to mountain communes (NĐ 66/2025)
    2.002771	Xét duyệt trẻ em nhà trẻ bán trú hỗ trợ kinh phí, gạo	Giáo dục	?	?	?	Đơn đề nghị hỗ trợ	0	yes	
    1.003622	Thông báo tổ chức lễ hội cấp xã	Văn hóa	?	15	calendar_days	Văn bản thông báo tổ chức lễ hội;Kế hoạch	0	yes	
    1.012592	Đăng ký hoạt động tín ngưỡng	Tôn giáo	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.012591	Đăng ký bổ sung hoạt động tín ngưỡng	Tôn giáo	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.012590	Đăng ký sinh hoạt tôn giáo tập trung	Tôn giáo	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.012585	Thông báo danh mục hoạt động tôn giáo (một xã)	Tôn giáo	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.012584	Thông báo danh mục hoạt động tôn giáo bổ sung (một xã)	Tôn giáo	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.012582	Đề nghị thay đổi địa điểm sinh hoạt tôn giáo tập trung	Tôn giáo	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.004946	Áp dụng biện pháp can thiệp khẩn cấp hoặc tạm thời cách ly trẻ em khỏi môi trường/người gây tổn hại	Trẻ em	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.004944	Chấm dứt việc chăm sóc thay thế cho trẻ em	Trẻ em	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    1.004941	Đăng ký nhận chăm sóc thay thế cho trẻ em	Trẻ em	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    2.001947	Phê duyệt kế hoạch hỗ trợ, can thiệp đối với trẻ em bị xâm hại	Trẻ em	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    2.001944	Thông báo nhận chăm sóc thay thế (người thân thích)	Trẻ em	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    2.001942	Chuyển trẻ em đang chăm sóc thay thế tại cơ sở đến cá nhân, gia đình	Trẻ em	?	?	?	Tờ khai theo mẫu	0	yes	name unverified
    2.001088	Xét hưởng chính sách hỗ trợ cho phụ nữ thuộc hộ nghèo là người DTTS khi sinh con đúng chính sách dân số	Dân số	?	?	?	Tờ khai đề nghị hỗ trợ	0	yes	
    1.012222	Công nhận người có uy tín trong đồng bào dân tộc thiểu số	Dân tộc	?	?	?	Biên bản họp thôn;Danh sách đề nghị	0	yes	name unverified
    1.012223	Đưa ra khỏi danh sách, thay thế người có uy tín	Dân tộc	?	?	?	Biên bản họp thôn	0	yes	name unverified
    1.002211	Công nhận hòa giải viên	Hòa giải cơ sở	?	5	working_days	Tờ khai theo mẫu	0	yes	names/time unverified
    2.000930	Thôi làm hòa giải viên	Hòa giải cơ sở	?	5	working_days	Tờ khai theo mẫu	0	yes	names/time unverified
    2.000950	Công nhận tổ trưởng tổ hòa giải	Hòa giải cơ sở	?	5	working_days	Tờ khai theo mẫu	0	yes	names/time unverified
    2.000424	Hỗ trợ hòa giải viên gặp tai nạn, rủi ro	Hòa giải cơ sở	?	?	?	Tờ khai theo mẫu	0	yes	names/time unverified
    2.001909	Tiếp công dân cấp xã	Tiếp dân, khiếu nại, tố cáo	?	?	?	Đơn (nếu có);Giấy tờ tùy thân	0	yes	
    2.001801	Xử lý đơn tại cấp xã	Tiếp dân, khiếu nại, tố cáo	?	10	working_days	Đơn khiếu nại/tố cáo/kiến nghị	0	yes	
    2.002409	Giải quyết khiếu nại lần đầu tại cấp xã	Tiếp dân, khiếu nại, tố cáo	?	30	calendar_days	Đơn khiếu nại;Tài liệu liên quan	0	yes	45 d if complex; remote 45/60
    2.002396	Giải quyết tố cáo tại cấp xã	Tiếp dân, khiếu nại, tố cáo	?	30	calendar_days	Đơn tố cáo;Tài liệu liên quan	0	yes	
    1.004222	Đăng ký thường trú	Đăng ký, quản lý cư trú (Công an cấp xã - hệ thống riêng)	toàn trình	7	working_days	Tờ khai thay đổi thông tin cư trú (CT01);Giấy tờ chứng minh chỗ ở hợp pháp	20000	no	online 10000; TT 75/2022
    1.004194	Đăng ký tạm trú	Đăng ký, quản lý cư trú (Công an cấp xã - hệ thống riêng)	toàn trình	3	working_days	CT01;Giấy tờ chứng minh chỗ ở hợp pháp	15000	no	online 7000
    1.002755	Gia hạn tạm trú	Đăng ký, quản lý cư trú (Công an cấp xã - hệ thống riêng)	toàn trình	3	working_days	CT01	15000	no	online 7000
    1.003197	Xóa đăng ký thường trú	Đăng ký, quản lý cư trú (Công an cấp xã - hệ thống riêng)	?	5	working_days	CT01;Giấy tờ chứng minh	0	no	
    1.010028	Xóa đăng ký tạm trú	Đăng ký, quản lý cư trú (Công an cấp xã - hệ thống riêng)	?	2	working_days	CT01	0	no	
    1.010038	Tách hộ	Đăng ký, quản lý cư trú (Công an cấp xã - hệ thống riêng)	toàn trình	5	working_days	CT01	10000	no	
    1.010041	Xác nhận thông tin về cư trú	Đăng ký, quản lý cư trú (Công an cấp xã - hệ thống riêng)	toàn trình	1	working_days	CT01	0	no	result form CT07; 1/2 d or 3 wd if verify
    1.013133	Thủ tục đăng ký nghĩa vụ quân sự lần đầu	Nghĩa vụ quân sự	toàn trình	1	working_days	Phiếu tự khai sức khỏe nghĩa vụ quân sự;Bản chụp Căn cước công dân hoặc Thẻ Căn cước. Trường hợp cơ quan hoặc người có thẩm quyền được giao trách nh	0	yes	Trực tiếp:1 Ngày làm việc | Trực tuyến:02 Giờ (components cut at 110 chars)
    1.013134	Thủ tục đăng ký nghĩa vụ quân sự chuyển đi khi thay đổi nơi cư trú hoặc nơi làm việc, học tập	Nghĩa vụ quân sự	?	1	working_days	Bản chụp Giấy chứng nhận đăng ký nghĩa vụ quân sự hoặc Giấy chứng nhận đăng ký quân nhân dự bị (mang theo bản;Bản chụp một trong những giấy tờ sau: Thẻ Căn cước công dân, Chứng minh nhân dân, Giấy xác nhận thông tin về c	0	yes	Trực tiếp:1 Ngày làm việc (components cut at 110 chars)
    1.013135	Thủ tục đăng ký phục vụ trong ngạch dự bị	Nghĩa vụ quân sự	toàn trình	1	working_days	Phiếu quân nhân dự bị;Bản chụp hoặc bản điện tử quyết định xuất ngũ, thôi việc trong Quân đội nhân dân hoặc thôi phục vụ trong lực	0	yes	Trực tiếp:1 Ngày làm việc | Trực tuyến:02 Giờ (components cut at 110 chars)
    1.013136	Thủ tục Đăng ký nghĩa vụ quân sự bổ sung	Nghĩa vụ quân sự	toàn trình	1	working_days	Bản chụp Giấy chứng nhận đăng ký nghĩa vụ quân sự hoặc Giấy chứng nhận đăng ký quân nhân dự bị (mang theo bản;Bản chụp các giấy tờ liên quan đến những thay đổi chức vụ công tác, trình độ học vấn, trình độ chuyên môn, tìn	0	yes	Trực tiếp:1 Ngày làm việc | Trực tuyến:02 Giờ (components cut at 110 chars)
    1.013137	Thủ tục đăng ký nghĩa vụ quân sự chuyển đến khi thay đổi nơi cư trú hoặc nơi làm việc, học tập	Nghĩa vụ quân sự	toàn trình	1	working_days	Giấy giới thiệu di chuyển đăng ký nghĩa vụ quân sự hoặc Giấy giới thiệu di chuyển quân nhân dự bị cho công dân;Phiếu quân nhân dự bị;Giấy xác nhận thông tin về cư trú do cơ quan công an cấp xã cấp hoặc quyết định của người đứng đầu cơ quan,	0	yes	Trực tiếp:1 Ngày làm việc | Trực tuyến:02 Giờ (components cut at 110 chars)
    1.013138	Thủ tục đăng ký nghĩa vụ quân sự tạm vắng	Nghĩa vụ quân sự	toàn trình	1	working_days	Bản chụp Giấy chứng nhận đăng ký nghĩa vụ quân sự hoặc Giấy chứng nhận đăng ký quân nhân dự bị (mang theo bản	0	yes	Trực tiếp:1 Ngày làm việc | Trực tuyến:02 Giờ (components cut at 110 chars)
    1.013139	Thủ tục đăng ký miễn nghĩa vụ quân sự thời chiến	Nghĩa vụ quân sự	toàn trình	1	working_days	Bản chụp hoặc bản điện tử quyết định bổ nhiệm chức vụ hoặc giấy xác nhận của người đứng đầu cơ quan, tổ chức đ	0	yes	Trực tiếp:1 Ngày làm việc | Trực tuyến:02 Giờ (components cut at 110 chars)
    2.002764	Giải quyết chế độ trợ cấp khó khăn đột xuất đối với thân nhân của hạ sĩ quan, binh sĩ tại ngũ	Chính sách quân đội	?	1	working_days	Bản khai đề nghị trợ cấp khó khăn đột xuất	0	yes	
    2.002765	Giải quyết chế độ miễn học phí đối với con của hạ sĩ quan, binh sĩ tại ngũ học tại cơ sở giáo dục phổ thông	Chính sách quân đội	?	1	working_days	Bản khai đề nghị hưởng chế độ miễn học phí (Mẫu 02 PL IV TT 13/2024/TT-BQP)	0	yes	
    """#
}
