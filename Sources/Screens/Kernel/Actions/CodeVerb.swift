import DossierDomain

extension Verb {
  static let issueCode = Verb(
    "issue-code", Words("Cấp mã chính thức thay mã tạm", "Issue a code for the provisional one"),
    consequence: Words(
      "Mã tạm trên giấy của công dân vẫn tra được.", "The provisional code on the citizen's paper is still found."),
    under: .issueCode,
    asks: { _ in .issueCode })
}
