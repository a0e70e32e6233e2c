import Testing

@testable import DossierDomain

/// Every person is invented.
@Suite struct PersonNameTests {
  @Test(arguments: [
    ("hồ thị mai an", "Hồ Thị Mai An"), ("đỗ  thị ư ", "Đỗ  Thị Ư "), ("mai", "Mai"),
    ("hồ thị Kăn tưm", "hồ thị Kăn tưm"),
    ("H'Len niê", "H'Len niê"), ("h'len niê", "h'len niê"), ("HỒ THỊ MAI", "HỒ THỊ MAI"), ("Đắk lang", "Đắk lang"),
    ("công ty mai an", "công ty mai an"), ("trương văn an", "Trương Văn An"), ("bàn thị an", "Bàn Thị An"),
    ("045190001234", "045190001234"), ("", ""),
  ])
  func onlyANameWithoutACapitalGetsThem(typed: String, written: String) {
    #expect(PersonName.capitalised(typed) == written)
  }
}
