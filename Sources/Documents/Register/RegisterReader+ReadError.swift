import DossierDomain

extension RegisterReader.ReadError {
  /// A sentence that says why the whole file could not be read, and what to do.
  public func wording(_ language: Language) -> String {
    switch self {
    case .headerMissing:
      language.pick(
        "Không thấy dòng tiêu đề có \"Mã hồ sơ\". Chưa nhập dòng nào.",
        "No heading row with \"Mã hồ sơ\". Nothing was imported.")
    case .empty: language.pick("Tệp trống.", "The file is empty.")
    case .tooManyColumns:
      language.pick(
        "Bảng có hơn 1.000 cột. Bỏ bớt cột thừa rồi xuất lại.",
        "The table has more than 1,000 columns. Leave out those that are not needed and export it again.")
    case .tooLarge(_, let maximum):
      language.pick(
        "Tệp quá lớn (tối đa \(maximum >> 20) MB). Hãy chia nhỏ.",
        "The file is too large (at most \(maximum >> 20) MB). Split it.")
    case .file(let error): error.wording(language)
    case .questionsOpen(let questions):
      ([language.pick("Chưa nhập dòng nào: tệp còn để ngỏ.", "Nothing was imported: the file leaves something open.")]
        + questions.map { "\($0.wording(language)) \($0.answer(language))" }).joined(separator: "\n")
    }
  }
}
