import DossierDomain
import Testing

@Suite struct ComponentTests {
  @Test(arguments: [
    ("Văn bản ủy quyền (nếu ủy quyền)", true), ("Văn bản chứng minh việc mang thai hộ (nếu có)", true),
    ("Biên bản về việc trẻ bị bỏ rơi (trường hợp bỏ rơi)", true), ("Biên bản đối với trường hợp khẩn cấp", true),
    ("Giấy xác nhận tình trạng hôn nhân (nếu không tra cứu được)", true),
    ("Trường hợp cha mẹ đã kết hôn: giấy chứng nhận kết hôn", true), ("NẾU CÓ: Đơn", true),
    ("Giấy chứng sinh (nếu không có thì văn bản của người làm chứng)", false),
    ("Giấy chứng sinh; trường hợp không có thì giấy cam đoan", false),
    ("Bản chụp thẻ căn cước. Trường hợp đã khai thác được thì không phải nộp", false), ("Tờ khai đăng ký", false),
    ("Học bạ trường tiểu học", false), ("", false),
  ])
  func aNameSaysWhetherOnlyCertainCasesNeedIt(name: String, isConditional: Bool) {
    #expect(Component.isConditional(name) == isConditional)
  }

  /// An ordinary birth lacks nothing although the papers of an abandoned child are not there.
  @Test func aConditionalPaperIsMissingOnlyInItsCase() {
    var paper = Component(number: 1, name: "Biên bản (trường hợp bỏ rơi)")
    #expect(!paper.isNeeded && !paper.isMissing && paper.formWording(.vi) == "nếu cần")
    paper.form = .original
    #expect(paper.isNeeded && paper.isPresent)
  }

  @Test func aFileOrItsSourceMakesAPaperDigitised() {
    #expect(!Component(number: 1, name: "a", form: .original).isDigitised)
    #expect(Component(number: 1, name: "a", form: .original, digitisation: .digitised, blobHash: "ab").isDigitised)
    let lookedUp = Component(number: 2, name: "b", form: .replacedByLookup, lookupMethod: .cardQR)
    #expect(!lookedUp.isDigitised && !lookedUp.countsForDigitisation)
    var reused = Component(number: 3, name: "c", form: .reused, digitisation: .reusedComponent)
    #expect(!reused.isDigitised)
    reused.source = "000.19.45.H50-261124-0007"
    #expect(reused.isDigitised && reused.countsForDigitisation)
  }

  /// The scan of a missing paper is no paper, and an erased scan no longer counts.
  @Test func aScanChangesNothingButTheScan() throws {
    var bench = try DecisionBench.at(.inProgress)
    try bench.decide(.digitise(number: 2, blobHash: "ab"))
    #expect(bench.dossier?.components[1].form == .missing)
    #expect(bench.dossier?.digitisedShare.digitised == 0)
    try bench.decide(.setComponentForm(number: 2, form: .original, quantity: 1))
    #expect(bench.dossier?.digitisedShare.digitised == 1)
    try bench.decide(.eraseScan(blobHash: "ab", reason: "quét nhầm"))
    #expect(bench.dossier?.digitisedShare.digitised == 0 && bench.dossier?.components[1].blobHash == "ab")
  }
}
