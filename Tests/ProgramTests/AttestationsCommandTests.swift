import Foundation
import Testing

@Suite struct AttestationsCommandTests {
  private let program = Program()

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    try program.run(["paper", "attestations"] + arguments)
  }

  @Test func theWordsOfAllCanBeChangedInAFile() throws {
    defer { program.remove() }
    let outcome = try run([])
    #expect(
      outcome.code == 0 && outcome.output.contains("[copy]\n") && outcome.output.contains("[refusal-at-centre]\n"))
  }

  @Test func aSampleIsShownWithWhatIsOpen() throws {
    defer { program.remove() }
    let copy = try run(["copy", "--way", "overlay top-left 15 15 85"])
    #expect(copy.code == 0)
    #expect(copy.output.contains("Chứng thực bản sao đúng với bản chính") && copy.output.contains("BẢN SAO"))
    let signature = try run(["signature", "--language", "en"])
    #expect(signature.code == 0 && signature.output.contains("trước mặt tôi."))
    #expect(signature.messages.contains("confirmed = yes") && signature.messages.contains("not compared"))
  }

  /// Each attestation on a page, the longest in a corner and a copy's on a label: what does not fit its place is no paper.
  @Test func theSamplesAreDrawn() throws {
    defer { program.remove() }
    let kinds = try run([]).output.split(separator: "\n").filter { $0.hasPrefix("[") }.map { $0.dropFirst().dropLast() }
    #expect(kinds.count == 18)
    // Nobody knows its words.
    #expect(try run(["cannot-sign"]).code != 0)
    let ways =
      kinds.filter { $0 != "cannot-sign" }.map { [String($0)] } + [
        ["copy", "--way", "overlay top-right 15 15 85"],
        ["refusal-at-centre", "--way", "overlay bottom-right 15 15 85"],
        ["refusal-at-centre", "--way", "overlay bottom 20 15 170"],
        ["copy", "--way", "labels 2x4 99.1 67.7 4.7 13.1 2.5 0"],
      ]
    for way in ways {
      let file = NSTemporaryDirectory() + UUID().uuidString + ".pdf"
      defer { try? FileManager.default.removeItem(atPath: file) }
      let outcome = try run(way + ["--output", file])
      #expect(outcome.code == 0, "\(way): \(outcome.messages)")
      #expect(FileManager.default.contents(atPath: file)?.starts(with: Data("%PDF".utf8)) == true, "\(way)")
    }
  }

  @Test(arguments: [["kopy"], ["copy", "--way", "overlay middle 1 1 1"], ["copy", "signature"]])
  func whatIsNoAttestationIsAFaultOfTheCommandLine(arguments: [String]) throws {
    defer { program.remove() }
    #expect(try run(arguments).code == 64)
  }

  @Test func anOfficesFileIsChecked() throws {
    defer { program.remove() }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("[copy]\ndate = 01/02/2027\ntext = SAO Y\nconfirmed = yes\n".utf8).write(to: file)
    let own = try run(["copy", "--check", file.path])
    #expect(own.code == 0 && own.output.contains("SAO Y") && !own.messages.contains("attestations.txt cạnh"))
    try Data("[copy]\ntext = {nam}\n".utf8).write(to: file)
    let wrong = try run(["--check", file.path, "--language", "en"])
    #expect(wrong.code != 0 && wrong.messages.contains("line 2: there is no field {nam}"))
  }

  @Test func aSampleSaysWhatTheOfficeHasConfirmed() throws {
    defer { program.remove() }
    #expect(try run(["electronic-copy"]).messages.contains("confirmed = yes"))
    try FileManager.default.createDirectory(atPath: program.folder, withIntermediateDirectories: true)
    let file = URL(fileURLWithPath: program.folder + "/attestations.txt")
    try Data("[electronic-copy]\ndate = 03/12/2026\nconfirmed = yes\n".utf8).write(to: file)
    #expect(try !run(["electronic-copy"]).messages.contains("confirmed = yes"))
    try Data("[electronic-copy]\n".utf8).write(to: file)
    let wrong = try run(["electronic-copy"]).messages
    #expect(wrong.contains("attestations.txt, dòng 1") && wrong.contains("Đang dùng mẫu của chương trình."))
  }
}
