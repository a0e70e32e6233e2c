import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// `dossier book`: the register books in which this desk gives out numbers.
struct BookCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "book",
      abstract: said(
        "Các sổ có số liền nhau: mỗi lúc chỉ một máy của đơn vị giữ một sổ.",
        "Register books without gaps: one machine of the office holds a book at a time."),
      discussion: said(
        """
        Sổ chứng thực mở ở một máy (open); máy mở sau cùng giữ sổ. Sổ do tỉnh lập thì xin (want) và trả (give-back), tỉnh biết \
        vào lần trao đổi sau.
        """,
        """
        Certification books are opened at a machine (open), which holds them until another one opens them. Books that the \
        province made are asked for (want) and given back (give-back); it knows at the next exchange.
        """),
      subcommands: [
        List.self, BookVolumeCommands.Open.self, BookVolumeCommands.Show.self, Want.self, GiveBack.self, Reopen.self,
      ], defaultSubcommand: List.self)
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said("Liệt kê các sổ của đơn vị và ai đang giữ.", "Lists the office's books and who holds them."))
    }

    @Flag(
      name: .long,
      help: said(
        """
        In ra JSON: danh sách gồm name, lastNumber, holding (elsewhere, held, wanted, returning, closed); sổ chứng thực có thêm \
        kind, year, volume.
        """,
        """
        JSON: a list of name, lastNumber, holding (elsewhere, held, wanted, returning, closed), for certification books kind, \
        year and volume too.
        """))
    var json = false
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var name: String
      var lastNumber: Int
      var holding: String
      var kind: String?
      var year: Int?
      var volume: Int?
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      let language = workplace.language
      let books = try BookCommand.asking(workplace) { () throws(StoreError) in try workplace.store.books.all() }
      let volumes = try BookCommand.asking(workplace) { () throws(StoreError) in try workplace.store.books.volumes() }
      if json {
        return Output.json(
          volumes.map { open in
            Record(
              name: open.name(language), lastNumber: open.lastNumber, holding: "\(open.holding)",
              kind: open.volume.kind.word, year: open.volume.year, volume: open.volume.number)
          } + books.map { Record(name: $0.name, lastNumber: $0.lastNumber, holding: "\($0.holding)") })
      }
      var table = TextTable(
        header: language == .vi ? ["Sổ", "Số cuối", "Ai giữ"] : ["Book", "Last number", "Held"])
      for open in volumes {
        table.append([open.name(language), "\(open.lastNumber)", open.holding.wording(language)])
      }
      for book in books { table.append([book.name, "\(book.lastNumber)", book.holding.wording(language)]) }
      Output.data(table.text)
    }
  }

  struct Want: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Xin giữ một sổ, để cấp số trong sổ ấy tại bàn này.", "Asks for a book, to number in it at this desk."))
    }
    @Argument(help: said("Tên sổ.", "Its name.", value: "tên")) var name: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try BookCommand.change(name, global, author) { store, id throws(StoreError) in try store.books.want(id) }
    }
  }

  struct GiveBack: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "give-back",
        abstract: said(
          "Trả sổ: từ nay bàn này không cấp số trong sổ ấy nữa.",
          "Gives a book back: this desk numbers no more in it, from now on."))
    }
    @Argument(help: said("Tên sổ.", "Its name.", value: "tên")) var name: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try BookCommand.change(name, global, author) { store, id throws(StoreError) in try store.books.giveBack(id) }
    }
  }

  struct Reopen: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Sau khi khôi phục: nhập số cuối cùng trong sổ giấy, để cấp tiếp từ đó.",
          "After a restore: says which number stands last in the book on paper, so that it goes on from there."))
    }
    @Argument(help: said("Tên sổ.", "Its name.", value: "tên")) var name: String
    @Option(name: .long, help: said("0 nếu chưa có số nào.", "0 when there is none.")) var lastNumber: Int
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (0...10_000_000).contains(lastNumber) else {
        throw ValidationError(said("--last-number phải từ 0 trở lên.", "--last-number must be 0 or more."))
      }
    }

    func run() throws {
      try BookCommand.change(name, global, author) { store, id throws(StoreError) in
        try store.books.reopen(id, lastNumber: lastNumber)
      }
    }
  }

  private static func change(
    _ name: String, _ options: GlobalOptions, _ author: WriterOptions,
    _ body: (LocalStore, BookID) throws(StoreError) -> RegisterBook.Holding?
  ) throws {
    let workplace = try options.openWorkplace(.readWrite)
    try author.signedIn(at: workplace, as: []) { _ in
      let holding = try asking(workplace) { () throws(StoreError) -> RegisterBook.Holding? in
        guard let book = try workplace.store.books.all().first(where: { $0.name == name }) else { return nil }
        return try body(workplace.store, book.id)
      }
      guard let holding else {
        Output.message(
          workplace.language.pick(
            "Không có sổ \"\(name)\". Xem: dossier book list.", "There is no book \"\(name)\". See: dossier book list.")
        )
        throw ExitCode.notFound
      }
      Output.data("\(name): \(holding.wording(workplace.language))")
    }
  }

  private static func asking<Value>(_ workplace: Workplace, _ body: () throws(StoreError) -> Value) throws -> Value {
    do throws(StoreError) {
      return try body()
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.storeUnavailable
    }
  }
}

extension RegisterBook.Holding {
  func wording(_ language: Language) -> String {
    switch self {
    case .elsewhere: language.pick("máy khác hoặc chưa ai giữ", "another machine or nobody")
    case .held: language.pick("máy này giữ", "this machine")
    case .wanted: language.pick("đã xin, chờ đồng bộ", "asked for, waits for the exchange")
    case .returning: language.pick("đã trả, chờ đồng bộ", "given back, waits for the exchange")
    case .closed:
      language.pick(
        "đóng sau khôi phục, chờ nhập số cuối trên giấy", "closed after a restore until its last number is entered")
    }
  }
}
