import DossierDomain

/// The parts of invented names and notes. The two lists have no name and no note in common, so that what was trained on
/// one can be tested on the other.
struct DemoWords: Sendable {
  var families: [String]
  var maleMiddles: [String]
  var femaleMiddles: [String]
  var maleNames: [String]
  var femaleNames: [String]
  var hamlets: [String]
  var commune: String
  var notes: [String]
  var supplements: [String]

  /// A mountain commune: Kinh, Bru Vân Kiều and Tà Ôi names.
  static let first = DemoWords(
    families: [
      "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Hồ", "Hồ", "Kray", "Ngô",
      "Dương",
    ],
    maleMiddles: ["Văn", "Hữu", "Đức", "Quốc", "Minh", "Xuân", "Công", "Ngọc"],
    femaleMiddles: ["Thị", "Thị", "Thị Kim", "Thị Hồng", "Thu", "Ngọc", "Thị Thanh"],
    maleNames: [
      "Ánh", "Bảo", "Bình", "Chiến", "Dũng", "Đạt", "Đức", "Giang", "Hải", "Hiếu", "Hùng", "Khánh", "Long", "Minh",
      "Nghĩa",
      "Phong", "Quân", "Sơn", "Tâm", "Thắng", "Tuấn", "Vinh", "Pả Lăng", "A Rôi", "Văn Thoong",
    ],
    femaleNames: [
      "An", "Bích", "Chi", "Dung", "Hà", "Hạnh", "Hoa", "Hòa", "Hương", "Lan", "Linh", "Mai", "Nga", "Oanh", "Phương",
      "Quyên", "Thảo", "Thúy", "Trang", "Yến", "Kăn Tưm", "Mơi", "Kăn Lịch", "Y Nhớ",
    ],
    hamlets: ["A Ngo", "A Đeng", "La Lay", "Ky Ne", "A Rồng", "Kỳ Nơi", "A La", "Pi Rao"], commune: "xã La Lay",
    notes: [
      "Đã gọi điện, sáng mai mang đến", "Chờ xác minh của công an xã", "Đã đối chiếu bản chính",
      "Công dân xin nhận kết quả qua bưu điện", "Nhờ tư pháp xem lại trích lục cũ", "Đã in biên lai",
    ],
    supplements: ["Giấy chứng sinh", "Bản sao giấy chứng nhận kết hôn", "Sơ đồ thửa đất"])

  /// A commune on the coast, a hundred kilometres away.
  static let second = DemoWords(
    families: ["Huỳnh", "Vũ", "Mai", "Trương", "Đinh", "Lý", "Cao", "Đoàn", "Lương", "Thái", "Tạ", "Châu"],
    maleMiddles: ["Bá", "Đình", "Trọng", "Thanh", "Gia", "Viết", "Sỹ"],
    femaleMiddles: ["Thị Mỹ", "Thị Bích", "Diệu", "Hoài", "Thị Lệ", "Khánh"],
    maleNames: [
      "Cường", "Duy", "Hoàn", "Huy", "Kiên", "Lộc", "Lợi", "Mạnh", "Nam", "Phúc", "Quang", "Tài", "Thịnh", "Toàn",
      "Trí", "Việt",
    ],
    femaleNames: [
      "Ánh Tuyết", "Cẩm", "Diễm", "Giao", "Hiền", "Huệ", "Kiều", "Loan", "Ly", "Ngân", "Nhung", "Sương", "Tâm Đan",
      "Uyên", "Vân", "Xuyến",
    ],
    hamlets: ["Thâm Khê", "Đông Dương", "Trung An", "Mỹ Thủy", "Diên Khánh", "Kim Giao"], commune: "xã Mỹ Thủy",
    notes: [
      "Hẹn chiều thứ Năm đến ký tờ khai", "Thiếu một chữ ký, đã nhắn qua Zalo", "Địa chính đang đo lại ranh giới",
      "Con trai đến nhận thay, có giấy ủy quyền", "Sai năm sinh trong trích lục, đang hỏi huyện cũ",
      "Hồ sơ gấp, bệnh viện cần", "Đã báo lãnh đạo ký trước mười một giờ",
    ],
    supplements: ["Giấy xác nhận nơi cư trú trước đây", "Ảnh chân dung nền trắng", "Biên bản họp gia đình"])
}
