import DossierDomain

/// Why a text is no declaration, and in which of its lines.
public struct DeclarationTemplateFault: Error, Hashable, Sendable {
  public enum Reason: String, Error, CaseIterable, Sendable {
    case tooLarge
    case unknownRow
    case wrongCells
    case repeated
    case incomplete
    case badDate
    case badField
    case unknownGroup
    case unknownList
    /// One id with two kinds.
    case differingField
    /// The words of a date that the declaration does not have.
    case unknownDate
  }

  /// From 1; 0 for the text as a whole.
  public var line: Int
  public var reason: Reason

  public func wording(_ language: Language) -> String {
    let place = line == 0 ? "" : language.pick("Dòng \(line): ", "Line \(line): ")
    return place + reason.wording(language)
  }
}

extension DeclarationTemplateFault.Reason {
  func wording(_ language: Language) -> String {
    switch self {
    case .tooLarge: language.pick("dài quá mức cho phép.", "longer than permitted.")
    case .unknownRow: language.pick("từ đầu dòng không có trong mẫu.", "the first word of the row is not known.")
    case .wrongCells: language.pick("số ô của dòng không đúng.", "the row has a wrong number of cells.")
    case .repeated: language.pick("dòng này chỉ được có một lần.", "this row may stand only once.")
    case .incomplete:
      language.pick(
        "thiếu dòng form, law, valid, confirmed hoặc line.", "a row form, law, valid, confirmed or line is missing.")
    case .badDate: language.pick("ngày phải là yyyy-mm-dd hoặc ?.", "a date is yyyy-mm-dd or ?.")
    case .badField: language.pick("ô {…} viết sai.", "a field {…} is written wrongly.")
    case .unknownGroup: language.pick("không có nhóm này.", "there is no such group.")
    case .unknownList: language.pick("không có danh sách lựa chọn này.", "there is no such list of choices.")
    case .differingField:
      language.pick("cùng một ô mà kiểu khác nhau.", "one field has two kinds.")
    case .unknownDate:
      language.pick("không có ngày để ghi bằng chữ.", "the date that is to be put in words is missing.")
    }
  }
}
