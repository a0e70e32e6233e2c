import DossierDomain
import Terminal

/// What the first run asks for, and the checks of it.
extension FirstRun {
  static let fields = [unitField, nameField, agencyCodeField, clerkField, pinField]

  /// Only units that exist now, because a former unit has no office any more.
  static let unitField: Field = {
    var field = Field(
      id: "unit", label: Words("Xã, phường", "Commune or ward"), kind: .text(.text), maximumLength: 100, use: .names)
    field.placeholder = Words("gõ vài chữ của tên", "type a few letters")
    field.hint = Words(
      "Gõ vài chữ của tên, không cần dấu; ↑↓ và Enter chọn trong danh sách.",
      "Type a few letters of the name, marks are not needed; ↑↓ and Enter choose.")
    field.suggestions = Field.Suggesting(rows: 8) { typed, _, _ in
      AdministrativeUnits.quangTri.find(typed, limit: 40).filter { $0.era == .twoLevels }.map {
        Suggestion(value: $0.code, text: "\($0.kind.rawValue) \($0.name)")
      }
    }
    return field
  }()

  static let nameField: Field = {
    var field = Field(
      id: "name", label: Words("Tên đơn vị", "Name of office"), kind: .text(.text), maximumLength: Clerk.longestName,
      use: .names)
    field.hint = Words("Tên in trên giấy tờ; thường để như vậy.", "The name on papers; usually it stays as it is.")
    return field
  }()

  static let agencyCodeField: Field = {
    var field = Field(
      id: "agency-code", label: Words("Mã định danh", "Agency code"), kind: .text(.text), maximumLength: 35, use: .codes
    )
    field.placeholder = Words("dạng 000.19.45.H50", "of the form 000.19.45.H50")
    field.hint = Words(
      "Mã định danh cơ quan do tỉnh cấp, đứng đầu mọi mã hồ sơ. Chưa biết thì hỏi tỉnh, đừng đoán.",
      "The province assigns it, and every dossier code begins with it. Ask the province; do not guess.")
    field.tidy = { $0.uppercased().filter { $0 != " " } }
    return field
  }()

  static let clerkField: Field = {
    var field = Field(
      id: "clerk", label: Words("Cán bộ đầu tiên", "First clerk"), kind: .text(.text), maximumLength: Clerk.longestName,
      use: .names)
    field.placeholder = Words("họ và tên", "full name")
    field.hint = Words(
      "Người phụ trách bộ phận, cũng là quản trị. Những người khác thêm sau.",
      "She is head of desk and administrator. Other clerks are added later.")
    return field
  }()

  static let pinField: Field = {
    var field = Field(
      id: "pin", label: Words("Hỏi mã PIN", "Ask for a PIN"),
      kind: .choice([
        Field.Option(value: "yes", label: Words("có, mỗi người một mã", "yes, each clerk has her own")),
        Field.Option(value: "no", label: Words("không, chỉ một người dùng máy", "no, one clerk alone uses it")),
      ]))
    field.hint = Words(
      "Mỗi người tự chọn mã khi đăng nhập lần đầu. ◀▶ đổi, Enter xem lại.",
      "Each clerk chooses hers at the first sign-in. ◀▶ changes, Enter shows the summary.")
    return field
  }()

  /// What is wrong with the text of a field; nil if it is right.
  func problem(_ id: Field.ID) -> Words? {
    switch id {
    case Self.unitField.id:
      return unit == nil
        ? Words(
          "Hãy gõ tên xã, phường rồi chọn trong danh sách.", "Type the name of the unit and choose it from the list.")
        : nil
    case Self.nameField.id:
      return Office.isAcceptable(name: typed(Self.nameField))
        ? nil : Words("Hãy gõ tên đơn vị.", "Type the name of the office.")
    case Self.agencyCodeField.id:
      return Office.isAcceptable(agencyCode: typed(Self.agencyCodeField))
        ? nil
        : Words(
          "Mã định danh gồm chữ số, chữ hoa và dấu chấm, như 000.19.45.H50.",
          "An agency code has digits, capital letters and points, e.g. 000.19.45.H50.")
    case Self.clerkField.id:
      return Clerk.isAcceptable(name: typed(Self.clerkField))
        ? nil : Words("Hãy gõ họ và tên cán bộ đầu tiên.", "Type the first clerk's full name.")
    default: return nil
    }
  }

  /// The text as it would be stored.
  private func typed(_ field: Field) -> String {
    let text = field.tidy(form.trimmed(field))
    return String(text.drop { $0.isWhitespace })
  }

  /// Nil while a field is wrong.
  var newOffice: NewOffice? {
    guard let unit, Self.fields.allSatisfy({ problem($0.id) == nil }) else { return nil }
    return NewOffice(
      name: typed(Self.nameField), agencyCode: typed(Self.agencyCodeField), unitCode: unit.code,
      firstClerk: typed(Self.clerkField), requiresPIN: form.text(Self.pinField) == "yes")
  }
}
