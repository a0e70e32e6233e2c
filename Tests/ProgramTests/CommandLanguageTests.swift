import DossierDomain
import DossierStore
import OfficeWork
import Testing

@testable import DossierTUI

/// Help and errors about what was typed are in the language of the program.
@Suite struct CommandLanguageTests {
  /// What ArgumentParser says in English, without what differs from case to case.
  private static let english = (ArgumentWording.messages + ArgumentWording.lines).flatMap { template in
    template.english.split(separator: "…").map(String.init).filter { $0.count(where: \.isLetter) >= 4 }
  }

  private static let mistakes: [([String], String)] = [
    (["list", "--vieww", "all"], "Không có tùy chọn '--vieww'. Có phải là '--view' không?"),
    (["list", "--xyzzyxyzzy"], "Không có tùy chọn '--xyzzyxyzzy'."),
    (["list", "---view"], "Tùy chọn viết sai: ---view"),
    (["list", "--by"], "Thiếu giá trị của '--by <by>'."),
    (["show"], "Còn thiếu '<mã-hồ-sơ>'."),
    (["report", "--from", "01/11/2026"], "Còn thiếu '--to <to>'."),
    (["frobnicate"], "Không hiểu 'frobnicate':"),
    (["list", "a", "b"], "Không hiểu 2 mục sau: 'a', 'b'."),
    (["list", "--json=yes"], "Tùy chọn '--json' không có giá trị, nhưng lại ghi 'yes'."),
    (["list", "--limit", "x"], "Giá trị 'x' không dùng được cho '--limit <limit>'."),
    (["list", "--language", "fr"], "Hãy chọn 'vi' hoặc 'en'."),
    (["list", "--format", "x"], "Hãy chọn 'table', 'json' hoặc 'csv'."),
    (["list", "--view", "x"], "Hãy chọn một trong:\n  - due\n"),
    (["list", "--limit", "0"], "Lỗi: --limit phải từ 1 đến 1000000."),
    (["report", "--from", "x", "--to", "y"], "Giải thích:  --from <from>  Ngày đầu, ví dụ 01/11/2026"),
    (["office", "pause", "1.004873", "x"], "Giá trị 'x' không dùng được cho '<cách-tính>'. Hãy chọn 'prolonged ="),
    (["outbox", "--state", "x"], "Hãy chọn 'recorded = đã ghi tại xã', "),
    (["--generate-completion-script", "x"], "Không làm được tệp gợi ý lệnh cho 'x'."),
    (["--generate-completion-script"], "Không nhận ra shell đang dùng."),
  ]

  private func expectNoEnglish(in text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for words in Self.english where text.contains(words) {
      Issue.record("\(words) in \(text)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: mistakes)
  func aMistakeIsToldInVietnamese(arguments: [String], sentence: String) throws {
    let outcome = try Program().run(arguments, environment: ["SHELL": "/bin/none"])
    #expect(outcome.code == 64 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.messages.hasPrefix("Lỗi: "), "\(outcome.messages)")
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
    #expect(outcome.messages.contains("\nCách dùng: dossier"), "\(outcome.messages)")
    expectNoEnglish(in: outcome.messages)
  }

  @Test(arguments: [["--language", "en"], ["--language=en"]])
  func whoAsksForEnglishIsToldInEnglish(language: [String]) throws {
    let program = Program()
    let mistake = try program.run(language + ["list", "--limit", "x"])
    #expect(mistake.code == 64)
    #expect(mistake.messages.hasPrefix("Error: The value 'x' is invalid for '--limit <limit>'"), "\(mistake.messages)")
    let own = try program.run(["list", "--limit", "0"] + language)
    #expect(own.messages.hasPrefix("Error: --limit must be 1 to 1000000."), "\(own.messages)")
    let help = try program.run(["list", "--help"] + language)
    #expect(help.code == 0 && help.output.hasPrefix("OVERVIEW: Lists the dossiers of a view."), "\(help.output)")
  }

  @Test func eachHelpPageIsInVietnamese() throws {
    let reference = try CommandReference(path: Program.path, program: "dossier", language: "vi")
    let groups = [["help"], ["--help"], ["help", "office"], ["office"], ["help", "help"]]
    let leaves = reference.leaves.map { $0.name.split(separator: " ").dropFirst().map(String.init) + ["--help"] }
    #expect(leaves.count > 40)
    for arguments in groups + leaves {
      let page = try Program().run(arguments, environment: ["COLUMNS": "80"])
      #expect(page.code == 0 && page.messages.isEmpty, "\(arguments) \(page.messages)")
      #expect(page.output.hasPrefix("MÔ TẢ: ") && page.output.contains("\nCÁCH DÙNG: dossier"), "\(page.output)")
      expectNoEnglish(in: page.output)
      for line in page.output.split(separator: "\n") where !line.hasPrefix("CÁCH DÙNG: ") {
        #expect(line.count <= 80, "\(arguments) \(line)")
      }
    }
  }

  /// A text of the command tree and where it stands.
  private struct Passage {
    var place: String
    var text: String
  }

  private func passages(of command: CommandReference.Command, _ path: String) -> [Passage] {
    var found = [
      Passage(place: path + " abstract", text: command.abstract ?? ""),
      Passage(place: path + " discussion", text: command.discussion ?? ""),
    ]
    for argument in command.arguments ?? [] {
      let names = (argument.names ?? []).map { $0.name }
      // ArgumentParser adds these two to each command.
      guard !names.contains("help"), !names.contains("version") else { continue }
      found.append(Passage(place: path + " " + (names.first ?? argument.kind), text: argument.abstract ?? ""))
    }
    for below in command.subcommands ?? [] where below.commandName != "help" {
      found += passages(of: below, path + " " + below.commandName)
    }
    return found
  }

  /// An abstract, discussion or help that has one language only is found here.
  @Test func eachTextOfTheCommandTreeHasBothLanguages() throws {
    let tree = { (language: String) in
      passages(of: try CommandReference(path: Program.path, program: "dossier", language: language).root, "")
    }
    let (vietnamese, english) = (try tree("vi"), try tree("en"))
    #expect(vietnamese.map { $0.place } == english.map { $0.place })
    #expect(english.count { !$0.text.isEmpty } > 200)
    for (vi, en) in zip(vietnamese, english) where !vi.text.isEmpty || !en.text.isEmpty {
      #expect(vi.text != en.text && !vi.text.isEmpty && !en.text.isEmpty, "\(en.place): \(en.text)")
    }
  }

  /// Other programs read these.
  @Test(arguments: [["--version"], ["--generate-completion-script", "bash"]])
  func whatIsNoHelpStaysAsItIs(arguments: [String]) throws {
    let vietnamese = try Program().run(arguments)
    let english = try Program().run(arguments + ["--language", "en"])
    #expect(vietnamese.code == 0 && vietnamese.messages.isEmpty && !vietnamese.output.isEmpty)
    #expect(vietnamese.output == english.output)
  }

  @Test func aRoleIsTypedByItsNameOrItsWords() throws {
    let spellings: [(String, Clerk.Role)] = [
      ("reception", .reception), ("RECEPTION", .reception), ("tiếp nhận", .reception), ("Tiep Nhan", .reception),
      ("signingleader", .signingLeader), ("Lãnh đạo ký", .signingLeader), ("signing leader", .signingLeader),
      ("phu trach bo phan", .headOfDesk), ("quản trị", .administrator),
    ]
    for (text, role) in spellings { #expect(Clerk.Role.typed(text) == role, "\(text)") }
    for text in ["", "1", "giám đốc", "tiếp"] { #expect(Clerk.Role.typed(text) == nil, "\(text)") }
    #expect(PausePolicy.typed("tinh lai ca thoi han") == .wholePeriod)
    #expect(EntryDelivery.typed("tỉnh từ chối") == .refused)
  }

  /// Two cases with the same word could not be told apart.
  @Test func noTwoChoicesShareAWord() {
    func check<Choice: WordedChoice & Equatable>(_: Choice.Type) {
      for choice in Choice.allCases {
        for word in ["\(choice)", choice.wording(.vi), choice.wording(.en)] {
          #expect(Choice.typed(word) == choice, "\(word)")
        }
      }
    }
    check(Clerk.Role.self)
    check(PausePolicy.self)
    check(EntryDelivery.self)
  }

  @Test func aClerkIsAddedWithRolesInWords() throws {
    let program = try Program.office()
    defer { program.remove() }
    let add = ["office", "add-clerk", "Nguyễn Văn Bình", "--role", "tiep nhan", "--role", "Chuyên môn"]
    #expect(try program.run(add).code == 0)
    let store = try LocalStore(folder: program.folder, access: .readOnly)
    let clerk = try #require(try store.office.clerks().first { $0.name == "Nguyễn Văn Bình" })
    store.close()
    #expect(clerk.roles == [.reception, .specialist])
    let wrong = try program.run("office", "add-clerk", "Lê Thị Mơ", "--role", "giám đốc")
    #expect(wrong.code == 64)
    #expect(wrong.messages.contains("Giá trị 'giám đốc' không dùng được cho '--role <role>'"), "\(wrong.messages)")
    #expect(wrong.messages.contains("'reception = tiếp nhận'"), "\(wrong.messages)")
    #expect(wrong.messages.contains("hoặc 'administrator = quản trị'"), "\(wrong.messages)")
    let help = try program.run("office", "add-clerk", "--help")
    let words = help.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("(giá trị: reception = tiếp nhận, specialist = chuyên môn, "), "\(help.output)")
  }
}
