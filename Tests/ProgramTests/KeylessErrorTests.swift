import DossierDomain
import DossierStore
import Screens
import Testing

@testable import DossierTUI

/// Errors of the data are printed by every command, and have no keys there.
@Suite struct KeylessErrorTests {
  private static let errors: [StoreError] = [
    .inUse, .newerSchema, .foreign(path: "/tmp/x"), .damaged("page 7"), .readOnly, .readOnlyDisk, .diskFull, .dataGone,
    .noPermission(path: "/tmp/x"), .busy, .interrupted, .denied(.roleMissing([.headOfDesk])), .denied(.numbersUsedUp),
    .denied(.machinesBehind(names: ["Bàn 2"], isProvinceBehind: false)), .rebuildUnfinished, .noOffice, .officeExists,
    .other("x"),
  ]

  @Test(arguments: errors) func noneNamesAKey(error: StoreError) {
    for language in Language.allCases {
      let key = #/\bF([1-9]|1[0-2])\b|\^[A-Z]|[Bb]ấm |[Pp]ress /#
      for sentence in [
        error.wording(language), AttachmentError.store(error).wording(language),
        RegisterFile.Failure.store(error).wording(language),
      ] { #expect(!sentence.contains(key), "\(sentence)") }
    }
  }

  /// The clerk whose data is gone is told the key, because she has to leave at once.
  @Test func onTheScreenTheKeyIsNamed() {
    for language in Language.allCases {
      guard case .other(let sentence) = Failure(.dataGone, language) else {
        Issue.record("another failure")
        return
      }
      #expect(sentence.contains("F10"))
    }
  }
}
