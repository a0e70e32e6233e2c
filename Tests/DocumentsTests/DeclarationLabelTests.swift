import DossierDomain
import Testing

@testable import Documents

/// The labels and their order, written down from the facts about the circular's forms and not from the templates. `:` is left
/// out, because only the printed form has it.
@Suite struct DeclarationLabelTests {
  private static let head = ["Kính gửi (1)", "Họ, chữ đệm, tên người yêu cầu"]
  private static let requester = head + ["Ngày, tháng, năm sinh", "Nơi cư trú (2)", "Giấy tờ tùy thân (3)"]
  private static let requesterWithoutBirth = head + ["Nơi cư trú (2)", "Giấy tờ tùy thân (3)"]
  private static let child = [
    "Họ, chữ đệm, tên", "Ngày, tháng, năm sinh", "ghi bằng chữ", "Giới tính", "Dân tộc", "Quốc tịch", "Nơi sinh (4)",
    "Quê quán",
  ]
  private static func parent(_ word: String) -> [String] {
    [
      "Họ, chữ đệm, tên người \(word)", "Năm sinh (5)", "Dân tộc", "Quốc tịch", "Nơi cư trú (2)",
      "Giấy tờ tùy thân (3)",
    ]
  }
  private static let marriage = ["Giấy chứng nhận kết hôn của cha, mẹ Số", "Quyển số", "Đăng ký ngày", "Tại"]
  private static let copies = ["Đề nghị cấp bản sao", "Số lượng", "bản"]
  private static let made = ["Làm tại", "ngày", "tháng", "năm"]
  private static let dead = [
    "Họ, chữ đệm, tên", "Ngày, tháng, năm sinh", "Giới tính", "Dân tộc", "Quốc tịch", "Nơi cư trú cuối cùng",
    "Giấy tờ tùy thân", "Đã chết vào lúc", "giờ", "phút, ngày", "tháng", "năm", "Nơi chết", "Nguyên nhân chết",
    "Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử", "do", "cấp ngày",
  ]
  private static let couple = [
    "Bên nữ", "Bên nam", "Họ, chữ đệm, tên", "Ngày, tháng, năm sinh", "Dân tộc", "Quốc tịch", "Nơi cư trú (4)",
    "Giấy tờ tùy thân (5)", "Kết hôn lần thứ mấy",
  ]
  private static let related = [
    "Họ, chữ đệm, tên", "Ngày, tháng, năm sinh", "Giới tính", "Dân tộc", "Quốc tịch (2)", "Nơi cư trú (2)",
    "Giấy khai sinh/Giấy tờ tùy thân (3)",
  ]
  private static let person = [
    "Họ, chữ đệm, tên", "Ngày, tháng, năm sinh", "Giới tính", "Dân tộc", "Quốc tịch", "Nơi cư trú", "Giấy tờ tùy thân",
  ]

  private static let labels: [String: [String]] = [
    "birth": requester + [
      "Quan hệ với người được khai sinh", "Đề nghị cơ quan đăng ký khai sinh cho người dưới đây",
    ] + child + parent("mẹ") + parent("cha") + marriage + copies + made,
    "birth-again": requester + [
      "Quan hệ với người được khai sinh", "Đề nghị cơ quan đăng ký lại khai sinh cho người dưới đây",
    ] + child + ["Đã đăng ký khai sinh tại", "ngày", "số", "quyển số"] + parent("mẹ") + parent("cha") + marriage
      + copies + made,
    "death": requester + [
      "Quan hệ với người đã chết", "Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây",
    ] + dead + copies + made,
    "death-again": requester + [
      "Quan hệ với người đã chết", "Đề nghị cơ quan đăng ký lại khai tử cho người có tên dưới đây",
    ] + dead + ["Đã đăng ký khai tử tại", "số", "quyển", "ngày"] + copies + made,
    "marriage": ["Kính gửi (3)"] + couple + ["Đề nghị cấp bản sao (6)", "Số lượng", "bản"] + made,
    "marriage-again": ["Kính gửi (3)"] + couple + ["Đã đăng ký kết hôn tại", "ngày", "số", "quyển số"]
      + ["Đề nghị cấp bản sao (6)", "Số lượng", "bản"] + made,
    "marital-status": requesterWithoutBirth + [
      "Quan hệ với người được cấp Giấy xác nhận",
      "Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây",
    ] + person + [
      "Tình trạng hôn nhân", "Trong thời gian cư trú tại", "từ ngày", "đến ngày", "Mục đích sử dụng",
    ] + made,
    "parent-child": requester + [
      "Quan hệ với người nhận cha/mẹ/con (4)", "Đề nghị cơ quan công nhận người có tên dưới đây",
    ] + related + ["Là", "của người có tên dưới đây"] + related + made,
    "change": head + [
      "Nơi cư trú", "Giấy tờ tùy thân", "Quan hệ với người đề nghị được thay đổi …", "Đề nghị cơ quan đăng ký việc",
      "cho người có tên dưới đây", "Họ, chữ đệm, tên", "Giới tính", "Ngày, tháng, năm sinh", "Dân tộc", "Quốc tịch",
      "Giấy tờ tùy thân", "Nơi cư trú", "Đã đăng ký", "ngày", "tại số", "Quyển số", "của", "Từ", "Thành", "Lý do",
    ] + copies + made,
    "extract": requesterWithoutBirth + [
      "Quan hệ với người được cấp bản sao", "Đề nghị cơ quan cấp bản sao trích lục", "cho người có tên dưới đây",
    ] + person + [
      "Đã đăng ký tại", "Ngày đăng ký", "Số", "Quyển số", "Số lượng bản sao yêu cầu cấp", "bản",
    ] + made,
  ]

  @Test func labelsStandInTheOrderOfTheForms() throws {
    let templates = try Declarations.all().filter { !$0.isElectronic }
    #expect(Set(templates.map(\.id)) == Set(Self.labels.keys))
    for template in templates {
      #expect(template.blocks.flatMap { Self.words($0) } == Self.labels[template.id], "\(template.id)")
    }
  }

  @Test func eachPaperNamesItsCircularAndWhatIsOpen() throws {
    for template in try Declarations.all() {
      #expect(!template.isConfirmed, "No annex was seen yet")
      #expect(!template.openPoints.isEmpty)
      #expect(template.openPoints.allSatisfy { !$0.vietnamese.isEmpty && !$0.english.isEmpty })
      #expect(template.circular == (template.isElectronic ? "301/2026/NĐ-CP" : "04/2024/TT-BTP"))
    }
  }

  @Test func noPromiseIsInvented() throws {
    for template in try Declarations.all() {
      for block in template.blocks {
        guard case .promise(let promise) = block else { continue }
        #expect(promise == .unknown || promise == .known("Đề nghị Quý cơ quan đăng ký."))
      }
    }
  }

  private static func words(_ block: DeclarationTemplate.Block) -> [String] {
    switch block {
    case .heading(let pieces), .line(let pieces), .right(let pieces):
      pieces.compactMap { if case .text(let text) = $0 { word(text) } else { nil } }.filter { !$0.isEmpty }
    case .columns(let columns, let rows): columns.map(\.title) + rows.map(\.label)
    case .promise, .signatures: []
    }
  }

  private static func word(_ text: String) -> String {
    var words = text.filter { $0 != ":" }.split(separator: " ").map { String($0) }
    if words.first == "," { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
