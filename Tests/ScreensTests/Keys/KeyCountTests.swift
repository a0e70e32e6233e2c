import DossierDomain
import KeysForTests
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
    #expect(typist.keys == task.script.keys(method), "the benchmark prints another number")
  }

  @Test(arguments: KeyTask.all)
  func anOutsideMethodEndsInTheSameState(task: KeyTask) {
    let (plain, telex) = (task.run(.plain).driver, task.run(.telex).driver)
    #expect(plain.office.entries == telex.office.entries)
    #expect(plain.text == telex.text)
  }

  /// A citizen waits for the whole of it.
  @Test(arguments: WritingMethod.allCases) func aBirthWithItsDeclarationTakesLittleMoreThanAMinute(
    method: WritingMethod
  ) {
    for model in [KeystrokeModel.skilled, .average] {
      #expect(model.seconds(KeyScript.birthDeclaration.pressed, method) <= 75)
    }
  }

  @Test func everyScriptIsPressed() {
    #expect(KeyTask.all.map(\.script.name) == KeyScript.all.map(\.name))
  }

  @Test func whatIsNotReachedIsListed() {
    #expect(Set(KeyTask.all.map(\.script).filter { !$0.isReached }.map(\.name)) == Self.notReached)
  }
}

/// Seconds by the published model, worked out by hand.
@Suite struct KeystrokeModelTests {
  @Test(
    arguments: [
      (.keys(["a", "b"]), 3.1), (.step(["<tab>", "<tab>"]), 1.75), (.text("Mẫu"), 0.6), (.scan(""), 3.25),
    ] as [(Pressed, Double)])
  func anOperatorHasItsTime(pressed: Pressed, seconds: Double) {
    #expect(abs(KeystrokeModel.skilled.seconds([pressed], .plain) - seconds) < 0.001)
  }

  @Test func telexAndASlowerHandTakeLonger() {
    // Maaux
    #expect(abs(KeystrokeModel.average.seconds([.text("Mẫu")], .telex) - 1.4) < 0.001)
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
