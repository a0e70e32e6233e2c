/// The author that the province's own entries name. Nobody can sign in as this clerk.
public enum ProvinceClerk {
  public static let id = ClerkID(high: 0x7072_6F76_696E_8365, low: 0x8000_0000_0000_0001)
  public static let clerk = Clerk(id: id, name: "Hệ thống tỉnh", title: "Máy chủ", roles: [], isActive: false)
}
