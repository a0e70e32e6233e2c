import DossierDomain
import Foundation
import OfficeWork
import Terminal
import Testing

@testable import DossierTUI

@Suite struct PrintSettingsTests {
  private static func settings(_ text: String) throws -> (settings: Settings, problems: [FileFault]) {
    let path = NSTemporaryDirectory() + "settings-" + UUID().uuidString + ".toml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return Settings.load(from: path)
  }

  private static func way(_ form: String, _ settings: Settings) -> PrintWay {
    settings.printWay(of: PaperFormID(form))
  }

  @Test func aFormGoesAsItsTableSaysAndElseToThePrinterOfAll() throws {
    let (settings, problems) = try Self.settings(
      """
      printer = "Canon"
      [print.appointment-slip]
      printer = "Máy A5"
      tray = "tray-2"
      copies = 2
      [print.declaration]
      copies = 3
      [print.birth]
      tray = "main"
      """)
    #expect(problems.isEmpty, "\(problems)")
    #expect(Self.way("appointment-slip", settings) == PrintWay(queue: "Máy A5", tray: "tray-2", copies: 2))
    #expect(Self.way("receipt", settings) == PrintWay(queue: "Canon"))
    #expect(Self.way("birth", settings) == PrintWay(queue: "Canon", tray: "main"))
    #expect(Self.way("death", settings) == PrintWay(queue: "Canon", copies: 3))
    #expect(settings.printWay(of: nil) == PrintWay(queue: "Canon"))
    #expect(settings.namedPrinters == ["Canon", "Máy A5"])
  }

  /// A code of a blank that comes out twice would be that of two citizens.
  @Test(
    arguments: [
      "[print.recipt]\ncopies = 2", "[print.receipt]\ncopies = 0", "[print.receipt]\ncopies = 10",
      "[print.receipt]\ncopies = \"2\"", "[print.receipt]\ntray = \"\"", "[print.receipt]\npaper = \"A4\"", "print = 2",
      "[print]\nreceipt = 2", "[print.blank-receipt]\ncopies = 2",
    ])
  func whatIsNotUnderstoodIsSaidAndLeftOut(text: String) throws {
    let (settings, problems) = try Self.settings(text)
    #expect(problems.count == 1 && settings.printWays.values.allSatisfy { $0 == PrintWay() })
  }

  /// `receipt` and `appointment-slip` sound alike: the manual and the complaint say which paper each is.
  @Test func eachFormIsNamedAsAClerkCallsIt() throws {
    let (_, problems) = try Self.settings("[print.recipt]\ncopies = 2")
    let said = try #require(problems.first).wording(.vi)
    for kind in FormKind.allCases {
      #expect(ManualPages.vietnamese.contains("| `\(kind.rawValue)` | \(kind.wording(.vi)) |"), "\(kind)")
      #expect(ManualPages.english.contains("| `\(kind.rawValue)` | \(kind.wording(.en)) |"), "\(kind)")
      #expect(said.contains("\(kind.rawValue) = \(kind.wording(.vi))"), "\(kind)")
    }
  }
}
