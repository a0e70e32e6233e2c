/// Invented people of a mountain commune: Kinh, Bru Vân Kiều and Tà Ôi names. Nobody is meant.
struct DemoPeople {
  private static let families = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Hồ", "Hồ", "Kray", "Ngô",
    "Dương",
  ]
  private static let maleMiddles = ["Văn", "Hữu", "Đức", "Quốc", "Minh", "Xuân", "Công", "Ngọc"]
  private static let femaleMiddles = ["Thị", "Thị", "Thị Kim", "Thị Hồng", "Thu", "Ngọc", "Thị Thanh"]
  private static let maleNames = [
    "Ánh", "Bảo", "Bình", "Chiến", "Dũng", "Đạt", "Đức", "Giang", "Hải", "Hiếu", "Hùng", "Khánh", "Long", "Minh",
    "Nghĩa",
    "Phong", "Quân", "Sơn", "Tâm", "Thắng", "Tuấn", "Vinh", "Pả Lăng", "A Rôi", "Văn Thoong",
  ]
  private static let femaleNames = [
    "An", "Bích", "Chi", "Dung", "Hà", "Hạnh", "Hoa", "Hòa", "Hương", "Lan", "Linh", "Mai", "Nga", "Oanh", "Phương",
    "Quyên", "Thảo", "Thúy", "Trang", "Yến", "Kăn Tưm", "Mơi", "Kăn Lịch", "Y Nhớ",
  ]
  private static let hamlets = ["A Ngo", "A Đeng", "La Lay", "Ky Ne", "A Rồng", "Kỳ Nơi", "A La", "Pi Rao"]

  static func person(_ random: inout SeededRandom) -> Person {
    let isFemale = random.chance(52)
    let year = 1950 + random.below(56)
    let family = random.pick(families)
    let middle = random.pick(isFemale ? femaleMiddles : maleMiddles)
    let given = random.pick(isFemale ? femaleNames : maleNames)
    let century = year < 2000 ? (isFemale ? 1 : 0) : (isFemale ? 3 : 2)
    let tail = String(1_000_000 + random.below(1_000_000)).suffix(6)
    return Person(
      name: "\(family) \(middle) \(given)",
      identityNumber: "045\(century)\(twoDigits(year % 100))\(tail)", identityKind: .citizenNumber,
      birth: "\(twoDigits(1 + random.below(28)))/\(twoDigits(1 + random.below(12)))/\(year)",
      sex: isFemale ? .female : .male,
      phone: "09" + String(100_000_000 + random.below(100_000_000)).suffix(8),
      address: "Thôn \(random.pick(hamlets)), xã La Lay")
  }
}
