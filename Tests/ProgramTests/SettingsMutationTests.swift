import Foundation
import Testing

@testable import DossierTUI
@testable import Fuzzer

/// People edit `settings.toml`. The program starts whatever it contains.
@Suite struct SettingsMutationTests {
  @Test func anyFileIsReadOrComplainedOf() throws {
    let path = NSTemporaryDirectory() + "settings-\(UUID().uuidString).toml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let settings = [
      "language = \"en\"\ntheme = \"dark\"\nascii = true\nsuspend = false\ninput-method = \"telex\"\n",
      "[backup]\nfolder = '/media/usb'\n[[x]]\ny = 1979-05-27T07:32:00Z\nz = [\n  1,\n  0x_1 ]\n",
    ]
    var mutator = Mutator(seed: 1, corpus: settings.map { Array($0.utf8) })
    var complaints = 0
    for _ in 0..<2000 {
      try Data(mutator.next()).write(to: URL(fileURLWithPath: path))
      complaints += Settings.load(from: path).problems.isEmpty ? 0 : 1
    }
    #expect(complaints > 1000)
  }
}
