import DossierDomain
import Terminal

extension FirstRun.Way {
  func title(_ language: Language) -> String {
    switch self {
    case .found: language.pick("Tạo đơn vị của xã, phường này", "Make the office of this commune")
    case .demo: language.pick("Xem một đơn vị thử trước, mọi dữ liệu đều bịa", "Look at an invented office first")
    case .otherMachine: language.pick("Đơn vị đã có ở máy khác", "The office exists already on another machine")
    }
  }

  func explanation(_ language: Language) -> String {
    switch self {
    case .found:
      language.pick(
        "Chọn xã, phường; gõ mã định danh cơ quan và tên cán bộ đầu tiên. Xem lại rồi mới ghi.",
        "Choose the unit, type the agency code and the first clerk's name. Nothing is written before you look it over.")
    case .demo:
      language.pick(
        "Cán bộ, công dân, hồ sơ đều bịa, để xem và tập làm. Ở thư mục riêng, không lẫn với đơn vị thật, xóa lúc nào cũng được.",
        "Clerks, citizens and dossiers are invented, to look and to practise. It has a folder of its own, apart from real data, and can be removed at any time."
      )
    case .otherMachine:
      language.pick(
        "Máy cũ hỏng thì khôi phục từ bản sao lưu; thêm một bàn thì đăng ký máy với tỉnh. Ở đây nói phải làm gì.",
        "A lost machine is restored from a backup; a further desk is enrolled with the province. This says what to do.")
    }
  }
}

/// The pages that only say something.
extension FirstRun {
  struct TextLine: Equatable {
    var text: String
    var role = Role.text
    /// In columns, of every line that the text needs.
    var indent = 0
  }

  func textLines(width: Int) -> [TextLine] {
    let paragraphs: [TextLine] =
      switch page {
      case .demo: demoParagraphs
      case .otherMachine: restoreParagraphs + [TextLine(text: "")] + enrolParagraphs
      case .ways, .form, .summary: []
      }
    return paragraphs.flatMap { paragraph in
      wrapped(paragraph.text, width: width - paragraph.indent).map { text in
        TextLine(text: text, role: paragraph.role, indent: paragraph.indent)
      }
    }
  }

  private func line(_ vi: String, _ en: String, _ role: Role = .text) -> TextLine {
    TextLine(text: language.pick(vi, en), role: role)
  }

  /// Something that is typed at the prompt.
  private func typed(_ command: String) -> TextLine { TextLine(text: command, role: .key, indent: 2) }

  private var demoParagraphs: [TextLine] {
    let folder = Self.quoted(places.demo)
    return [
      line("Đơn vị thử, để xem và tập làm", "An invented office, to look and to practise", .strong),
      line(
        "Người, số và hồ sơ trong đó không có thật; không hỏi mã PIN. Làm gì ở đó cũng không đụng đến đơn vị thật.",
        "No person, number or dossier in it is real, and it asks for no PIN. Nothing done there touches a real office."),
      TextLine(text: ""),
      line("Dữ liệu ở:", "Its data folder:", .heading),
      typed(folder),
      line("Mở lại:", "To open it again:", .heading),
      typed("dossier --data \(folder)"),
      line("Xóa khi không cần nữa:", "To remove it:", .heading),
      typed("rm -r \(folder)"),
    ]
  }

  private var restoreParagraphs: [TextLine] {
    [
      line("Máy cũ hỏng hay bị thay: khôi phục từ bản sao lưu", "The old machine is lost: restore a backup", .strong),
      line(
        "Thoát (Esc, F10). Cắm USB sao lưu, để tệp trong đúng thư mục của nó. Gõ lệnh dưới đây; lệnh hỏi khóa phục hồi trên giấy cất trong két.",
        "Leave (Esc, F10). Attach the backup disk and keep the file in its folder. The command asks for the recovery key, which is on paper in the safe."
      ),
      typed("\(command) restore " + language.pick("TỆP", "FILE")),
    ]
  }

  private var enrolParagraphs: [TextLine] {
    [
      line("Thêm một bàn của đơn vị: đăng ký máy với tỉnh", "A further desk: enrol it with the province", .strong),
      line(
        "Xin quản trị ở tỉnh địa chỉ máy chủ, dấu nhận của máy chủ và mã đăng ký (dùng một lần, trong 7 ngày). Thoát rồi gõ; lệnh hỏi mã đăng ký.",
        "Ask the province for the server's address, its fingerprint and a code (for one use, within 7 days). Leave and type; the command asks for the code."
      ),
      typed(
        "\(command) enrol --server https://… --fingerprint XXXX-… --name \""
          + language.pick("Bàn 2", "Desk 2") + "\""),
      typed("\(command) sync"),
      line(
        "Đừng tạo lại đơn vị ấy ở máy này: hai máy không biết nhau sẽ cấp trùng mã hồ sơ.",
        "Do not make that office anew here: two machines that do not know each other issue the same codes.", .warning),
    ]
  }

  /// How the program is called for these data.
  private var command: String { places.isGiven ? "dossier --data \(Self.quoted(places.data))" : "dossier" }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-+~".utf8.contains(byte)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
