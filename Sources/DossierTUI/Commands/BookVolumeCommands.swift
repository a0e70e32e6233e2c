import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

extension BookKind: WordedChoice, ExpressibleByArgument {
  public init?(argument: String) {
    guard let kind = Self.typed(argument) else { return nil }
    self = kind
  }

  public static var allValueStrings: [String] { explained }
  public static var defaultCompletionKind: CompletionKind { .list(names) }
}

/// `dossier book open KIND` and `dossier book show KIND`: the certification books.
enum BookVolumeCommands {
  struct Open: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Mở sổ chứng thực của năm tại máy này, hoặc quyển tiếp theo.",
          "Opens a certification book of the year at this desk, or its next volume."),
        discussion: said(
          """
          Sổ đã ghi trên giấy thì gõ số cuối cùng trong sổ; số sau đi tiếp từ đó. Sau khi khôi phục dữ liệu cũng gõ như vậy, \
          vì giấy có thể mang số mà dữ liệu chưa biết.
          """,
          """
          For a book that was begun on paper, say the last number in it; the next one follows. Do the same after a restore, \
          because papers may carry numbers that the data do not know.
          """))
    }

    @Argument(help: said("Loại sổ.", "The kind of book.", value: "loại")) var kind: BookKind
    @Option(name: .long, help: said("Năm của sổ, nếu không phải năm nay.", "The year, if not this one.", value: "năm"))
    var year: Int?
    @Option(
      name: .long,
      help: said(
        "Số cuối cùng đã ghi trong sổ giấy của năm; 0 nếu chưa có.",
        "The last number in the year's book on paper; 0 if there is none.", value: "số"))
    var last: Int?
    @Option(
      name: .long,
      help: said("Quyển số mấy, nếu không phải quyển đang mở.", "Which volume, if not the open one.", value: "quyển"))
    var volume: Int?
    @Flag(
      name: .long,
      help: said(
        "Máy đang giữ sổ đã mất hoặc thôi cấp số.", "The machine that holds the book is lost, or numbers no more."))
    var takeOver = false
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      // As the full-screen program begins, so that a copied folder holds no book of the original.
      _ = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.begin(at: workplace.clock.now, isAtScreen: false)
      }
      try author.signedIn(at: workplace, as: Clerk.Role.running) { clerk in
        let now = workplace.clock.now
        let form = BookOpeningForm(
          kind: kind, year: year ?? now.civilDate.year, volume: volume, lastOnPaper: last, takesOver: takeOver)
        let open = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
          try workplace.store.decisions.openBook(form, by: clerk.id, at: now)
        }
        let language = workplace.language
        Output.data(
          open.name(language)
            + language.pick(
              ": số tiếp theo là \(open.lastNumber + 1).", ": the next number is \(open.lastNumber + 1)."))
      }
    }
  }

  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Nội dung một sổ chứng thực: từng số, số thiếu, số trùng.",
          "What a certification book says: each number, what is missing, what is double."))
    }

    @Argument(help: said("Loại sổ.", "The kind of book.", value: "loại")) var kind: BookKind
    @Option(name: .long, help: said("Năm của sổ, nếu không phải năm nay.", "The year, if not this one.", value: "năm"))
    var year: Int?
    @Flag(
      name: .long,
      help: said(
        "In ra JSON: number, volume, date, code, owner, paper, person, copies, signer, struck.",
        "JSON: number, volume, date, code, owner, paper, person, copies, signer, struck."))
    var json = false
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var number: Int
      var volume: Int
      var date: String
      var code: String
      /// Absent if the dossier is confidential.
      var owner: String?
      var paper: String
      var person: String
      var copies: Int
      var signer: String
      /// undone, conflicted, held or void; absent if the number counts.
      var struck: String?

      init(_ line: BookLine) {
        (number, volume, date, code) = (line.number, line.volume, line.date.iso8601, line.code)
        (owner, paper, person, copies) = (line.owner, line.paper, line.person, line.copies)
        (signer, struck) = (line.signer, line.struck.map { "\($0)" })
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      let year = year ?? workplace.clock.now.civilDate.year
      try reading.reading(at: workplace) { reader in
        let workplace = reader.workplace
        let language = workplace.language
        let register = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
          try workplace.store.books.register(of: kind, year, viewer: .commandLine)
        }
        guard let register else {
          Output.message(BookDenial.notOpen(kind, year: year).wording(language))
          throw ExitCode.notFound
        }
        let held = HeldOutput(folder: workplace.locations.data)
        if json { held.json(register.lines.map { Record($0) }) } else { register.show(language, held) }
        try reader.putOut(held, .list, persons: register.lines.count { $0.owner != nil })
      }
    }
  }
}

extension OpenVolume {
  /// `Sổ chứng thực bản sao, quyển số 01/2026 - SCT/BS`. The sign is the one of its last day.
  func name(_ language: Language) -> String {
    let end = CivilDate(year: volume.year, month: 12, day: 31)
    let number = end.map { volume.wording(on: lastDate ?? $0) } ?? volume.text
    return "\(volume.kind.wording(language)), \(number)"
  }
}

extension BookRegister {
  fileprivate func show(_ language: Language, _ held: HeldOutput) {
    held.data(open.name(language))
    var table = TextTable(
      header: language == .vi
        ? ["Số", "Ngày", "Người yêu cầu", "Bản chính", "Số bản", "Người ký", "Hồ sơ", "Ghi chú"]
        : ["Number", "Day", "Requester", "Original", "Copies", "Signer", "Dossier", "Note"])
    for line in lines {
      let person = line.person.isEmpty ? "" : " (\(line.person))"
      table.append([
        "\(line.number)", line.date.slashed, line.owner ?? "•••", line.paper + person, "\(line.copies)", line.signer,
        line.code, line.struck?.wording(language) ?? "",
      ])
    }
    held.data(table.text)
    let counting = lines.filter { $0.struck == nil }
    held.data(
      language.pick(
        "Đến số \(open.lastNumber): \(counting.count) việc, \(counting.reduce(0) { $0 + $1.copies }) bản.",
        "Up to number \(open.lastNumber): \(counting.count) acts, \(counting.reduce(0) { $0 + $1.copies }) copies."))
    remark(onPaperOnly, "Chỉ có trên giấy", "On paper only", language, held)
    remark(missing, "Thiếu số", "Missing", language, held)
    remark(doubles.map { $0...$0 }, "Trùng số", "Used twice", language, held)
  }

  private func remark(
    _ numbers: [ClosedRange<Int>], _ vietnamese: String, _ english: String, _ language: Language, _ held: HeldOutput
  ) {
    guard !numbers.isEmpty else { return }
    let texts = numbers.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    held.data(language.pick(vietnamese, english) + ": " + texts.joined(separator: ", "))
  }
}
