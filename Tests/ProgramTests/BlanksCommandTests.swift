import Foundation
import Testing

/// Numbers on paper cannot be taken back, so a copy of the data must not use those of the original.
@Suite(.serialized) struct BlanksCommandTests {
  private func issue(_ program: Program, to file: String) throws -> Program.Outcome {
    try program.run("blanks", "print", "--count", "2", "--output", program.folder + "/" + file)
  }

  @Test func aCopiedFolderPrintsNoCodeOfTheOriginal() throws {
    let program = try Program.office()
    defer { program.remove() }
    let first = try issue(program, to: "first.pdf")
    #expect(first.code == 0 && first.output.split(separator: "\n").count == 2, "\(first.messages)")

    let copy = Program()
    try FileManager.default.copyItem(atPath: program.folder, toPath: copy.folder)
    defer { copy.remove() }
    let original = try issue(program, to: "second.pdf")
    #expect(original.code == 0, "\(original.messages)")
    let copied = try issue(copy, to: "copy.pdf")
    #expect(copied.code != 0 && copied.output.isEmpty)
    #expect(!copied.messages.isEmpty && !FileManager.default.fileExists(atPath: copy.folder + "/copy.pdf"))
  }

  @Test func whatWasPrintedIsNotPrintedTwice() throws {
    let program = try Program.office()
    defer { program.remove() }
    let batches = try (1...3).map { try issue(program, to: "\($0).pdf").output.split(separator: "\n") }
    #expect(Set(batches.joined()).count == 6)
    #expect(try issue(program, to: "1.pdf").code != 0)
  }
}
