extension Clerk.Role {
  public func wording(_ language: Language) -> String {
    switch self {
    case .reception: language.pick("tiếp nhận", "reception")
    case .specialist: language.pick("chuyên môn", "specialist")
    case .signingLeader: language.pick("lãnh đạo ký", "signing leader")
    case .headOfDesk: language.pick("phụ trách bộ phận", "head of desk")
    case .administrator: language.pick("quản trị", "administrator")
    }
  }
}
