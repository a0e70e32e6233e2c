import Foundation
import Testing

@Suite struct HabitTests {
  /// Input from outside and disk errors are handled and never end the program. The linter forbids `!` after a value.
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

  /// Both programs print through `Output`, which removes control sequences for a terminal.
  @Test func onlyTheConsolePrints() throws {
    for file in Repository.product where !file.path.hasPrefix("Sources/Console/") {
      for match in file.code.whole.matches(of: /(^|[^\w.])(debugPrint|print|dump)\(/) {
        Issue.record("\(file.path): \(file.code.whole[match.range])")
      }
    }
  }

  /// A command line has no keys, so what it says names commands and options. Sentences that screens show too are asked for
  /// the command line (`isForCommandLine`).
  @Test func commandsNameNoKeys() {
    let commands = ["Sources/DossierTUI/Commands/", "Sources/DossierTUI/Output/"]
    let both =
      commands + [
        "Sources/DossierTUI/Registers/", "Sources/Documents/", "Sources/DossierStore/", "Sources/SyncClient/",
      ]
    for file in Repository.product {
      for line in file.text.split(separator: "\n") where !line.contains("isForCommandLine") && !line.contains("///") {
        if both.contains(where: file.path.hasPrefix),
          line.contains(#/\bF([1-9]|1[0-2])\b|\^[A-Z]\b|([Bb]ấm|[Pp]ress) [A-Z;^]/#)
        {
          Issue.record("\(file.path): \(line)")
        }
        if commands.contains(where: file.path.hasPrefix), line.contains(#/(enial|ailure)[^ ]*\.wording\(/#) {
          Issue.record("\(file.path): \(line)")
        }
      }
    }
  }

  /// Open work must not be hidden in a comment, and a path of one person's machine is useless to others.
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
