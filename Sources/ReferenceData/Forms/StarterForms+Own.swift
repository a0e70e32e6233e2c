extension StarterForms {
  /// Papers that no circular prescribes.
  // swift-format-ignore
  static let own = #"""
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

    [blank-receipt]
    number = -
    circular = -
    date = 02/12/2026
    confirmed = yes
    sheet = halves
    copies = Lưu; Giao khách hàng
    title = Phiếu tiếp nhận dự phòng
    copy = Liên:
    code = Mã hồ sơ:
    received = Nhận lúc:
    owner = Hồ sơ của:
    applicant = Người nộp:
    phone = Điện thoại:
    identity = Số định danh:
    content = Thủ tục:
    papers = Giấy tờ đã nhận:
    due = Hẹn trả kết quả:
    submitter = NGƯỜI NỘP
    receiver = NGƯỜI TIẾP NHẬN
    sign = (Ký và ghi rõ họ tên)
    note = Ghi tay khi máy không làm việc; thời hạn tính từ giờ nhận ghi trên phiếu.
    """#
}
