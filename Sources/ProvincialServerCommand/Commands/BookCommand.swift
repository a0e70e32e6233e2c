import ArgumentParser
import Console
import DossierDomain
import ProvincialServer

struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Register books, whose numbers have no gaps: one machine holds a book at a time.",
    subcommands: [Create.self, List.self, Recall.self])

  /// No book has more, and the answer that tells a desk a much larger number could not be read there.
  private static func checkNumber(_ last: Int) throws {
    guard (0...9_999_999).contains(last) else { throw ValidationError("--last-number is not a book's number.") }
  }

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Adds a book to an office.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Option(name: .long, help: "E.g. \"Sổ chứng thực bản sao 2026\".") var name: String
    @Option(name: .long, help: "The last number that stands in it, when it is in use on paper.") var lastNumber = 0
    @Flag(name: .long, help: "Print as JSON: book.") var json = false

    func validate() throws { try BookCommand.checkNumber(lastNumber) }

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let book = try administration.createBook(
          named: name, in: try administration.office(agencyCode: office.office), lastNumber: lastNumber, at: Clock.now)
        if json { return Output.json(["book": book.hexadecimal]) }
        Output.data(book.hexadecimal)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists an office's books.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Flag(name: .long, help: "Print as JSON: list of id, name, lastNumber, holder.") var json = false

    struct Row: Encodable {
      var id: String
      var name: String
      var lastNumber: Int
      var holder: String?
    }

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let rows = try administration.books(of: try administration.office(agencyCode: office.office)).map {
          Row(id: $0.id.hexadecimal, name: $0.name, lastNumber: $0.lastNumber, holder: $0.holder?.hexadecimal)
        }
        if json { return Output.json(rows) }
        for row in rows { Output.data("\(row.id)  \(row.name)  \(row.lastNumber)  \(row.holder ?? "free")") }
      }
    }
  }

  struct Recall: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recall", abstract: "Takes a book from a machine that is gone.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var office: OfficeOption
    @Argument(help: "The book, as `book list` names it; the first digits will do.") var book: String
    @Option(name: .long, help: "The last number that stands in it on paper.") var lastNumber: Int

    func validate() throws { try BookCommand.checkNumber(lastNumber) }

    func run() throws {
      try reporting {
        let administration = try store.administration()
        let office = try administration.office(agencyCode: office.office)
        let book = try resolve(book, among: try administration.books(of: office).map(\.id), else: .bookUnknown)
        try administration.recallBook(book, of: office, lastNumber: lastNumber)
      }
    }
  }
}
