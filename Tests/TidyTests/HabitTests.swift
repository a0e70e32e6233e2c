import Foundation
import Testing

@Suite struct HabitTests {
  /// What somebody sends, and what a disk does, is answered and never ends the program. The linter forbids `!` after a value.
  @Test func theProductDoesNotEndOnInput() throws {
    let ending = ["try!", "as! ", "fatalError(", "preconditionFailure("]
    for file in Repository.product {
      for word in ending where file.code.whole.contains(word) { Issue.record("\(file.path): \(word)") }
    }
  }

  @Test func nothingIsSharedBehindEverybodysBack() throws {
    for file in Repository.product {
      for word in ["static let shared", "nonisolated(unsafe)"] where file.code.whole.contains(word) {
        Issue.record("\(file.path): \(word)")
      }
      for match in file.code.whole.matches(of: #/static var \w+(: [^{\n]+)? = /#) {
        Issue.record("\(file.path): \(file.code.whole[match.range])")
      }
    }
    let unchecked = Repository.product.filter { $0.code.whole.contains("@unchecked Sendable") }.map(\.path)
    expectOnly(Exceptions.uncheckedSendable, in: Set(unchecked), "Sendable is claimed and not checked")
  }

  /// Both programs speak through `Output`, which takes out what would steer a terminal.
  @Test func onlyTheConsolePrints() throws {
    for file in Repository.product where !file.path.hasPrefix("Sources/Console/") {
      for match in file.code.whole.matches(of: /(^|[^\w.])(debugPrint|print|dump)\(/) {
        Issue.record("\(file.path): \(file.code.whole[match.range])")
      }
    }
  }

  /// What is to be done stands where everybody looks for it, not in a comment; a path of somebody's machine helps nobody else.
  @Test func theRepositorySpeaksOfTheProduct() throws {
    let foreign = [
      "TO" + "DO", "FIX" + "ME", "HA" + "CK:", "/" + "work/", "/" + "root/", "/" + "Users/", "issue" + " #",
    ]
    for path in Repository.prose where Repository.exists(path) {
      let text = try Repository.text(path)
      for word in foreign where text.contains(word) { Issue.record("\(path): \(word)") }
    }
  }
}
