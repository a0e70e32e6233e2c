import Testing

@Suite struct TextCommandTests {
  private func said(_ arguments: [String], typed: String) throws -> Program.Outcome {
    let program = Program()
    defer { program.remove() }
    return try program.run(["text"] + arguments, typed: typed)
  }

  @Test(arguments: [
    (["--method", "telex"], "Nguyeenx Thij Hoaf\nhoas\\bn\n", "Nguyễn Thị Hòa\nhón\n"),
    (["--method", "telex", "--tone", "new"], "Hoaf Thuys\n", "Hoà Thuý\n"),
    (["--method", "vni"], "Vie65t Nam 2026\n", "Việt Nam 2026\n"),
    (["--method", "telex"], "data \n", "data \n"), (["--method", "telex", "--names"], "Taanf \n", "Tần \n"),
  ])
  func keysBecomeWhatWouldStandInAField(arguments: [String], keys: String, text: String) throws {
    let outcome = try said(["compose"] + arguments, typed: keys)
    #expect(outcome.code == 0)
    #expect(outcome.output == text)
  }

  @Test func anUnknownMethodIsAFaultOfTheCommandLine() throws {
    #expect(try said(["compose", "--method", "viqr"], typed: "").code == 64)
  }

  @Test(arguments: [
    ("nfd", "Nguye\u{302}\u{303}n Va\u{306}n\n", "Nguyễn Văn\n"), ("mojibake", "Nguyá»…n VÄƒn\n", "Nguyễn Văn\n"),
    ("tcvn3", "NguyÔn V¨n\n", "Nguyễn Văn\n"), ("auto", "Nguyễn Văn\n", "Nguyễn Văn\n"),
  ])
  func textOfOlderSoftwareIsConverted(source: String, text: String, converted: String) throws {
    let outcome = try said(["convert", "--from", source], typed: text)
    #expect(outcome.code == 0)
    #expect(outcome.output == converted)
  }
}
