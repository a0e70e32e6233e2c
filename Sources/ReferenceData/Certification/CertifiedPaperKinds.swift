/// The kinds of papers of which copies are certified, by the short word that a clerk types for them. The names are those that people
/// use and that stand in the book; none of them is a legal term of certification.
public enum CertifiedPaperKinds {
  public static let table = """
    bang	Bằng tốt nghiệp
    bangdiem	Bảng điểm
    hocba	Học bạ
    cc	Chứng chỉ
    cccd	Thẻ căn cước
    cmnd	Chứng minh nhân dân
    hc	Hộ chiếu
    gks	Giấy khai sinh
    gkt	Trích lục khai tử
    kh	Giấy chứng nhận kết hôn
    xnhn	Giấy xác nhận tình trạng hôn nhân
    ct07	Giấy xác nhận thông tin về cư trú
    shk	Sổ hộ khẩu
    sodo	Giấy chứng nhận quyền sử dụng đất
    gplx	Giấy phép lái xe
    dkx	Chứng nhận đăng ký xe
    bhyt	Thẻ bảo hiểm y tế
    bhxh	Sổ bảo hiểm xã hội
    dkkd	Giấy chứng nhận đăng ký kinh doanh
    hd	Hợp đồng
    qd	Quyết định
    syll	Sơ yếu lý lịch
    gksk	Giấy khám sức khỏe
    giaycn	Giấy chứng nhận
    giayxn	Giấy xác nhận
    """
}
