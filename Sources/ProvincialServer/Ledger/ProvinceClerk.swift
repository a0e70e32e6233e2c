import DossierDomain

/// Who the province's own entries name as their author: nobody who can sign in.
enum ProvinceClerk {
  static let id = ClerkID(high: 0x7072_6F76_696E_8365, low: 0x8000_0000_0000_0001)
  static let clerk = Clerk(id: id, name: "Hệ thống tỉnh", title: "Máy chủ", roles: [], isActive: false)
}
