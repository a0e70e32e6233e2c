import DossierDomain
import ReferenceData

/// The declarations of the procedures.
public enum Declarations {
  /// What a procedure has on a day.
  public enum Answer: Hashable, Sendable {
    /// In the order in which they are filled in.
    case templates([DeclarationTemplate])
    /// No form of the citizen is known for it.
    case nonePrescribed
    /// There is a form, and its fields are not known word for word.
    case fieldsUnknown
    /// Those that the program has are not for this day.
    case notValid
    /// The program has no form of it.
    case unknown

    public var templates: [DeclarationTemplate] {
      if case .templates(let templates) = self { templates } else { [] }
    }

    /// Why there is none; empty for templates.
    public func wording(_ language: Language) -> String {
      switch self {
      case .templates: ""
      case .nonePrescribed:
        language.pick(
          "Thủ tục này chưa thấy quy định tờ khai.", "No declaration is known to be prescribed for this procedure.")
      case .fieldsUnknown:
        language.pick(
          "Tờ khai của thủ tục này chưa có nguyên văn trong chương trình; dùng mẫu giấy của cơ quan.",
          "The exact text of this procedure's declaration is not in the program; use the office's paper form.")
      case .notValid:
        language.pick(
          "Mẫu tờ khai trong chương trình không áp dụng cho ngày này; dùng mẫu giấy của cơ quan.",
          "The declaration in the program is not for this day; use the office's paper form.")
      case .unknown:
        language.pick(
          "Chương trình không có tờ khai của thủ tục này.", "The program has no declaration for this procedure.")
      }
    }
  }

  /// All that come with the program, in the order of their ids.
  public static func all() throws(DeclarationTemplateFault) -> [DeclarationTemplate] {
    var templates: [DeclarationTemplate] = []
    for (_, text) in DeclarationTexts.byID.sorted(by: { $0.key < $1.key }) {
      templates.append(try DeclarationTemplate(text: text))
    }
    return templates
  }

  /// - Parameters:
  ///   - own: texts that the office has instead of the program's, by id.
  ///   - date: of the reception.
  /// - Throws: where an office's text is wrong; the program's own are tested.
  public static func of(
    procedure code: String, on date: CivilDate, own: [String: String] = [:]
  ) throws(DeclarationTemplateFault) -> Answer {
    guard let ids = DeclarationList.byCode[code] else {
      switch DeclarationList.absences[code] {
      case .nonePrescribed: return .nonePrescribed
      case .fieldsUnknown: return .fieldsUnknown
      case nil: return .unknown
      }
    }
    var templates: [DeclarationTemplate] = []
    for id in ids {
      guard let text = own[id] ?? DeclarationTexts.byID[id] else { return .unknown }
      let template = try DeclarationTemplate(text: text)
      guard template.isValid(on: date) else { return .notValid }
      templates.append(template)
    }
    return .templates(templates)
  }
}
