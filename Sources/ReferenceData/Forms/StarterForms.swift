/// The fixed texts of the papers that come with the program.
///
/// A line `[name]` begins a form; `name = text` is one of its values. `confirmed` says whether somebody has compared the form
/// with the text of the circular: none has been yet, because only descriptions of it were read. A form without `circular` is the
/// program's own, so that there is nothing to compare.
public enum StarterForms {
  // swift-format-ignore
  public static let text = #"""
    [receipt]
    number = 01
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4
    copies = Lưu; Giao khách hàng
    title = Giấy tiếp nhận hồ sơ và hẹn trả kết quả
    copy = Liên:
    code = Mã hồ sơ:
    desk = Bộ phận tiếp nhận và trả kết quả:
    owner = Tiếp nhận hồ sơ của:
    applicant = Người nộp:
    address = Địa chỉ:
    phone = Số điện thoại:
    email = Email:
    identity = Số CMND/Căn cước/Hộ chiếu:
    content = Nội dung yêu cầu giải quyết:
    papers = 1. Thành phần hồ sơ nộp gồm:
    column-ordinal = TT
    column-paper = Tên giấy tờ
    column-original = Bản chính
    column-certified = Bản chứng thực
    column-copy = Bản photo
    sets = 2. Số lượng hồ sơ:
    sets-unit = (bộ)
    limit = 3. Thời gian giải quyết hồ sơ theo quy định là:
    received = 4. Thời gian nhận hồ sơ:
    due = 5. Thời gian trả kết quả giải quyết hồ sơ:
    delivery = Đăng ký nhận kết quả tại:
    book = Vào Sổ theo dõi hồ sơ, Quyển số:
    book-ordinal = Số thứ tự:
    submitter = NGƯỜI NỘP HỒ SƠ
    receiver = NGƯỜI TIẾP NHẬN HỒ SƠ
    sign = (Ký và ghi rõ họ tên)

    [visit-receipt]
    number = 01
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4-landscape
    copies = Lưu; Giao khách hàng
    title = Giấy tiếp nhận hồ sơ và hẹn trả kết quả
    copy = Liên:
    desk = Bộ phận tiếp nhận và trả kết quả:
    applicant = Người nộp:
    address = Địa chỉ:
    phone = Số điện thoại:
    email = Email:
    identity = Số CMND/Căn cước/Hộ chiếu:
    dossiers = Các hồ sơ đã tiếp nhận:
    column-ordinal = STT
    column-content = Mã hồ sơ, nội dung
    column-office = Đơn vị
    column-received = Ngày nhận
    column-due = Ngày hẹn
    column-limit = Thời hạn
    column-sets = Số lượng
    column-name = Họ tên
    submitter = NGƯỜI NỘP HỒ SƠ
    receiver = NGƯỜI TIẾP NHẬN HỒ SƠ
    sign = (Ký và ghi rõ họ tên)

    [supplement]
    number = 02
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4
    copies = -
    title = Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
    code = Mã hồ sơ:
    owner = Hồ sơ của:
    content = Nội dung yêu cầu giải quyết:
    address = Địa chỉ:
    phone = Số điện thoại:
    email = Email:
    items = Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:
    column-ordinal = TT
    column-item = Giấy tờ, nội dung cần bổ sung, hoàn thiện
    column-reason = Lý do, cách bổ sung, hoàn thiện
    until = Thời hạn nộp bổ sung, hoàn thiện:
    contact = Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với:
    contact-phone = số điện thoại:
    website = Trang thông tin điện tử:
    guide = NGƯỜI HƯỚNG DẪN
    sign = (Ký và ghi rõ họ tên)

    [refusal]
    number = 03
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4
    copies = -
    title = Phiếu từ chối tiếp nhận giải quyết hồ sơ
    desk = Bộ phận tiếp nhận và trả kết quả:
    code = Mã hồ sơ:
    submitted = Thời gian nộp hồ sơ:
    owner = Tiếp nhận hồ sơ của:
    address = Địa chỉ:
    phone = Số điện thoại:
    email = Email:
    content = Nội dung yêu cầu giải quyết:
    statement = Qua xem xét, Bộ phận tiếp nhận và trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:
    reason = Lý do:
    basis = Căn cứ pháp lý:
    returned = Số giấy tờ trả lại:
    close = Xin thông báo cho Ông/Bà được biết và thực hiện./.
    submitter = NGƯỜI NỘP HỒ SƠ
    receiver = NGƯỜI TIẾP NHẬN HỒ SƠ
    sign = (Ký và ghi rõ họ tên)

    [apology]
    number = 04
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4
    copies = -
    title = Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết
    to = Kính gửi:
    code = Mã hồ sơ:
    content = Nội dung yêu cầu giải quyết:
    received = Thời gian nhận hồ sơ:
    old-due = Thời gian hẹn trả kết quả giải quyết hồ sơ:
    statement = Tuy nhiên đến nay, cơ quan giải quyết chưa trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    statement-early = Đến thời hạn trên, cơ quan giải quyết chưa thể trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức.
    reason = Lý do:
    regret = Sự chậm trễ này đã gây phiền hà, tốn kém về thời gian, công sức của Ông/Bà/Tổ chức. Cơ quan giải quyết xin lỗi Ông/Bà/Tổ chức.
    new-due = Thời gian hẹn lại trả kết quả:
    close = Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.
    signer = THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ
    sign = (Ký tên và đóng dấu)

    [stopping]
    number = 05
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4
    copies = -
    title = Thông báo dừng giải quyết hồ sơ
    to = Kính gửi:
    code = Mã hồ sơ:
    content = Nội dung yêu cầu giải quyết:
    received = Thời gian nhận hồ sơ:
    stopped = Thời điểm dừng giải quyết:
    requested-by = Người, cơ quan đề nghị dừng:
    decided-by = Người quyết định dừng:
    stage = Giai đoạn giải quyết khi dừng:
    reason = Lý do:
    basis = Căn cứ pháp lý:
    refund = Phí, lệ phí trả lại:
    returned = Giấy tờ trả lại:
    close = Xin thông báo cho Ông/Bà/Tổ chức được biết./.
    signer = THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ
    sign = (Ký tên và đóng dấu)

    [control-slip]
    number = 06
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4
    copies = -
    title = Phiếu kiểm soát quá trình giải quyết hồ sơ
    owner = Kèm theo hồ sơ của:
    code = Mã hồ sơ:
    content = Nội dung yêu cầu giải quyết:
    received = Ngày nhận:
    due = Ngày, giờ hẹn trả kết quả:
    office = Cơ quan giải quyết:
    partner = Cơ quan phối hợp giải quyết:
    column-who = Tên cơ quan
    column-time = Thời gian giao, nhận hồ sơ
    column-result = Kết quả giải quyết (trước hạn/đúng hạn/quá hạn)
    column-note = Ghi chú, chữ ký giao/nhận
    gives = 1. Giao:
    takes = 2. Nhận:

    [register]
    number = 07
    circular = Thông tư 03/2025/TT-VPCP
    date = 15/09/2025
    confirmed = no
    sheet = a4-landscape
    copies = -
    title = Sổ theo dõi hồ sơ
    period = Từ ngày, đến ngày:
    book = Quyển số:
    column-ordinal = TT
    column-code = Mã hồ sơ
    column-procedure = Tên TTHC
    column-sets = Số lượng hồ sơ (bộ)
    column-owner = Tên cá nhân, tổ chức
    column-address = Địa chỉ, số điện thoại
    column-office = Cơ quan chủ trì giải quyết
    column-received = Nhận hồ sơ
    column-due = Hẹn trả kết quả
    column-handed-back = Trả kết quả
    column-delivery = Phương thức nhận kết quả
    column-signature = Ký nhận
    column-note = Ghi chú
    total = Cộng:

    [appointment-slip]
    number = -
    circular = -
    date = 01/12/2026
    confirmed = yes
    sheet = halves
    copies = Lưu; Giao khách hàng
    title = Phiếu hẹn trả kết quả
    copy = Liên:
    code = Mã hồ sơ:
    owner = Hồ sơ của:
    applicant = Người nộp:
    content = Nội dung:
    received = Nhận lúc:
    due = Hẹn trả kết quả:
    delivery = Nhận kết quả:
    fee = Phí, lệ phí:
    contact = Liên hệ:
    submitter = NGƯỜI NỘP
    receiver = NGƯỜI TIẾP NHẬN
    sign = (Ký và ghi rõ họ tên)

    [file-label]
    number = -
    circular = -
    date = 01/12/2026
    confirmed = yes
    sheet = a5
    copies = -
    title = Nhãn hồ sơ
    owner = Chủ hồ sơ:
    birth = Năm sinh:
    content = Thủ tục:
    received = Nhận:
    due = HẸN TRẢ:
    sets = Số bộ:
    holder = Người giữ:
    hidden = (hồ sơ kín)

    [hand-over-list]
    number = -
    circular = -
    date = 01/12/2026
    confirmed = yes
    sheet = a4-landscape
    copies = -
    title = Phiếu bàn giao kết quả
    column-ordinal = TT
    column-code = Mã hồ sơ
    column-content = Nội dung
    column-result = Kết quả
    column-owner = Chủ hồ sơ
    column-address = Địa chỉ
    column-fee = Phí
    column-post = Qua bưu điện
    total = Cộng:
    giver = NGƯỜI GIAO
    taker = NGƯỜI NHẬN
    sign = (Ký và ghi rõ họ tên)
    hidden = (hồ sơ kín)

    [guide-sheet]
    number = -
    circular = -
    date = 01/12/2026
    confirmed = yes
    sheet = a4
    copies = -
    title = Hướng dẫn thủ tục
    code = Mã thủ tục:
    case = Trường hợp:
    papers = Cần mang theo:
    papers-if = Chỉ khi:
    or = hoặc
    shown = xuất trình
    original = bản chính
    certified = bản sao có chứng thực
    photocopy = bản sao
    electronic = bản điện tử
    limit = Thời gian giải quyết:
    verification = Nếu phải xác minh, thêm:
    fee = Phí, lệ phí:
    reductions = Được giảm, miễn:
    where = Nộp tại:
    result = Kết quả:
    basis = Căn cứ pháp lý:
    unchecked = Nội dung chưa đối chiếu với quyết định công bố.
    """#
}
