/// Names of procedures that are short enough for a list, by code.
public enum ShortNames {
  public static let byCode: [String: String] = [
    "1.001193": "Khai sinh", "1.000689": "Khai sinh, nhận cha mẹ con", "1.000894": "Kết hôn", "1.000656": "Khai tử",
    "1.001022": "Nhận cha, mẹ, con", "1.004859": "Thay đổi, cải chính hộ tịch", "1.004873": "Tình trạng hôn nhân",
    "1.004884": "Đăng ký lại khai sinh", "1.004746": "Đăng ký lại kết hôn", "1.005461": "Đăng ký lại khai tử",
    "2.000635": "Trích lục hộ tịch", "2.000806": "Kết hôn có YTNN", "2.000815": "Chứng thực bản sao",
    "2.000884": "Chứng thực chữ ký", "2.001035": "Chứng thực giao dịch", "2.000908": "Bản sao từ sổ gốc",
    "2.001019": "Chứng thực di chúc", "3.000722": "Liên thông khai sinh", "2.002913": "Liên thông khai tử",
    "1.001776": "Trợ cấp xã hội", "1.001731": "Mai táng phí BTXH", "1.001699": "Mức độ khuyết tật",
    "1.014027": "Trợ cấp hưu trí XH", "1.011607": "Hộ nghèo, cận nghèo", "1.001612": "Lập hộ kinh doanh",
    "1.010833": "Thân nhân người có công", "2.001801": "Xử lý đơn", "1.013133": "Đăng ký NVQS",
  ]
}
