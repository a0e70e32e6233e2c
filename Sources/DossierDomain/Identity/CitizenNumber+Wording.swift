extension CitizenNumber.Mismatch {
  public func wording(_ language: Language) -> String {
    switch self {
    case .unknownProvince(let code): language.pick("mã tỉnh \(code) không có", "unknown province code \(code)")
    case .sex: language.pick("giới tính không khớp số", "sex does not match the number")
    case .birthYear(let year): language.pick("số ghi năm sinh \(year)", "the number says born in \(year)")
    }
  }
}
