import DossierDomain
import Testing

@testable import Screens

/// The keys of frequent tasks, counted as they are pressed.
@Suite struct KeyCountTests {
  /// Tasks that still take more keys than wanted.
  private static let notReached: Set<String> = []

  @Test(arguments: KeyTask.all, WritingMethod.allCases)
  func aTaskIsDoneWithinItsKeys(task: KeyTask, method: WritingMethod) throws {
    let typist = task.run(method)
    try task.check(typist.driver)
    // A wider bound would let the task grow.
    #expect(typist.keys == task.bound[method])
  }

  @Test(arguments: KeyTask.all)
  func anOutsideMethodEndsInTheSameState(task: KeyTask) {
    let (plain, telex) = (task.run(.plain).driver, task.run(.telex).driver)
    #expect(plain.office.entries == telex.office.entries)
    #expect(plain.text == telex.text)
  }

  @Test func whatIsNotReachedIsListed() {
    #expect(Set(KeyTask.all.filter { !$0.isReached }.map(\.name)) == Self.notReached)
  }
}

/// The keys of Telex.
@Suite struct TelexTests {
  @Test(arguments: [
    ("Đạt", "Ddatj"), ("Nguyễn", "Nguyeenx"), ("Thượng", "Thuowngj"), ("Đường", "Dduowngf"), ("Tưm", "Tuwm"),
    ("Kăn", "Kawn"), ("Thơ", "Thow"), ("Lâm", "Laam"), ("Hồ", "Hoof"), ("Hỷ", "Hyr"), ("12/UBND", "12/UBND"), ("", ""),
  ])
  func aWordHasItsKeys(word: String, keys: String) {
    let steps = Telex.steps(of: word)
    #expect(String(steps.map(\.key)) == keys)
    #expect(steps.last?.word ?? "" == word)
    #expect(telexKeys(word) == keys.count)
  }

  @Test func theMethodShowsEachStep() {
    #expect(Telex.steps(of: "Được").map(\.word) == ["D", "Đ", "Đu", "Đuo", "Đươ", "Đươc", "Được"])
  }

  @Test func blanksAreKeys() {
    #expect(telexKeys("Hồ Thị Mỹ Lan") == 17)
    #expect(telexKeys(" ") == 1)
  }

  @Test func aLetterOfANameTakesAboutOneAndAQuarterKeys() {
    let names = [
      "Nguyễn Văn Hùng", "Trần Thị Hương", "Lê Minh Tuấn", "Phạm Thu Hà", "Hoàng Xuân Mai", "Hồ Thị Lan",
      "Hồ Văn Chuôn",
      "Lê Quốc Đạt", "Kray Thị Mơi", "Hồ Thị Kăn Tưm", "Đỗ Thị Thúy", "Kray Văn Thơ", "Lê Thị Hoa", "Phạm Hữu Nghĩa",
      "Nguyễn Minh Quân", "Võ Công A Rôi", "Ngô Thị Mơi", "Bùi Thu Mai", "Đặng Thị Hồng Oanh", "Dương Thị Hồng Hà",
      "Phan Công Đức", "Kray Xuân Khánh", "Trần Thị Hoa", "Phan Minh Hùng", "Hoàng Thị Bích",
    ]
    let keys = names.reduce(0) { $0 + telexKeys($1) }
    let letters = names.reduce(0) { $0 + $1.count }
    #expect((1.22...1.32).contains(Double(keys) / Double(letters)))
  }
}
