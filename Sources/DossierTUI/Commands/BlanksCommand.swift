import ArgumentParser
import Console
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import PageDescription

/// `dossier blanks`: receipts that lie in the drawer for the hours without current.
struct BlanksCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "blanks",
      abstract: said(
        "Phiếu tiếp nhận dự phòng: in sẵn để nhận hồ sơ khi mất điện.",
        "Blank receipts: printed in advance, to receive dossiers while there is no current."),
      discussion: said(
        """
        Mỗi phiếu có sẵn mã trong dãy số của máy này. Có điện lại thì mở chương trình, nhập từng phiếu với giờ ghi trên \
        phiếu; phiếu không dùng thì hủy kèm lý do.
        """,
        """
        Each has a code of this desk's numbers. When the current is back, open the program and enter each with the time on \
        the paper; strike those that will not be used, with the reason.
        """),
      subcommands: [Print.self, List.self, Strike.self], defaultSubcommand: List.self)
  }

  /// As the full-screen program begins: a copied folder gets an epoch of its own before it uses numbers, data that were put back ask for
  /// the last number. It is no opening of the desk, so that this command's entry ends no silence.
  private static func begin(_ workplace: Workplace) throws {
    _ = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.begin(at: workplace.clock.now, isAtScreen: false)
    }
  }

  struct Print: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "In phiếu dự phòng, dùng các số kế tiếp của máy này.", "Prints blank receipts with this desk's next numbers.")
      )
    }

    @Option(name: .long, help: said("Số phiếu, 1 đến 100.", "How many, 1 to 100.", value: "số"))
    var count = 20

    @Option(
      name: .shortAndLong,
      help: said(
        "Ghi PDF ra tệp này thay vì in; tệp chưa được có.", "Writes a PDF instead of printing; must not exist yet.",
        value: "tệp.pdf"))
    var output: String?

    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (1...BlankReceipts.mostAtOnce).contains(count) else {
        throw ValidationError(said("--count phải từ 1 đến 100.", "--count must be 1 to 100."))
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      try BlanksCommand.begin(workplace)
      try author.signedIn(at: workplace, as: Clerk.Role.keepingBlanks) { clerk in
        let exit = try exit(workplace)
        let codes = try codes(workplace, clerk)
        try give(codes, to: exit, workplace)
      }
    }

    private enum Exit {
      case file(String)
      case printer(Printer)
    }

    /// Found before numbers are used up.
    private func exit(_ workplace: Workplace) throws -> Exit {
      let language = workplace.language
      if let output {
        let path = TypedPath.resolved(output)
        guard !FileManager.default.fileExists(atPath: path) else {
          Output.message(language.pick("Đã có tệp \(output).", "There is a file \(output) already."))
          throw ExitCode.faultsFound
        }
        return .file(path)
      }
      let news = workplace.device.printer(workplace.settings.printWay(of: .blankReceipt).queue)
      guard let printer = news.printer, printer.isReady else {
        Output.message(
          news.wording(language)
            + language.pick(
              " Chưa dùng số nào. Ghi ra tệp: --output TỆP.pdf", " No number was used. To a file: --output FILE.pdf")
        )
        throw ExitCode.faultsFound
      }
      return .printer(printer)
    }

    private func codes(_ workplace: Workplace, _ clerk: Clerk) throws -> [DossierCode] {
      let blanks = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.decisions.printBlanks(count, by: clerk.id, at: workplace.clock.now)
      }
      return blanks.map(\.code)
    }

    private func give(_ codes: [DossierCode], to exit: Exit, _ workplace: Workplace) throws {
      let language = workplace.language
      let office = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.office.current()
      }
      let forms = workplace.forms()
      if let remark = forms.remark(language) { Output.message(remark) }
      do {
        let page = forms.blanks(codes, of: office, at: workplace.clock.now)
        let pdf = try workplace.device.draw(page)
        switch exit {
        case .file(let path): try Data(pdf).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        case .printer(let printer):
          _ = try workplace.device.send(
            pdf, on: printer.name, media: page.sheet == .a5 ? .a5 : .a4,
            workplace.settings.printWay(of: .blankReceipt), title: codes.first?.short ?? "")
        }
      } catch {
        let why =
          switch error {
          case let error as PaperFailure: error.wording(language)
          default: language.pick("Không ghi được tệp PDF.", "The PDF cannot be written.")
          }
        Output.message(
          why
            + language.pick(
              " Xem khay máy in: phiếu nào đã ra thì dùng được. Số của phiếu không ra thì hủy (dossier blanks strike), rồi in phiếu mới.",
              " Look at the printer: what came out can be used. Strike the codes of what did not (dossier blanks strike), then print new ones."
            ))
        for code in codes { Output.data(code.text) }
        throw ExitCode.faultsFound
      }
      for code in codes { Output.data(code.text) }
    }
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Liệt kê các phiếu dự phòng đã in ở máy này.", "Lists the blank receipts that this desk has printed."))
    }

    @Flag(name: .long, help: said("Cả phiếu đã nhập và đã hủy.", "Also those that were entered or struck."))
    var all = false
    @Flag(
      name: .long,
      help: said(
        "In ra JSON: code, printedAt, state (unused, used, struck, ofEarlierLife), reason.",
        "JSON: code, printedAt, state (unused, used, struck, ofEarlierLife), reason."))
    var json = false
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var code: String
      var printedAt: String
      var state: String
      var reason: String?
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      let blanks = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.decisions.blanks().filter { all || $0.state.isOpen }
      }
      let language = workplace.language
      if json {
        return Output.json(
          blanks.map {
            Record(
              code: $0.code.text, printedAt: $0.printedAt.iso8601, state: $0.state.name, reason: $0.state.reason)
          })
      }
      var table = TextTable(header: language == .vi ? ["Mã", "In lúc", "Tình trạng"] : ["Code", "Printed", "State"])
      for blank in blanks {
        table.append([blank.code.text, blank.printedAt.clockAndDate, blank.state.wording(language)])
      }
      Output.data(table.text)
    }
  }

  struct Strike: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Hủy phiếu dự phòng không dùng nữa, kèm lý do.",
          "Strikes blank receipts that will not be used, with the reason."))
    }

    @Argument(help: said("Mã trên các phiếu.", "The codes on them.", value: "mã")) var codes: [String]
    @Option(name: .long, help: said("Vì sao không dùng.", "Why they are not used.", value: "lý do")) var reason: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      try BlanksCommand.begin(workplace)
      try author.signedIn(at: workplace, as: Clerk.Role.keepingBlanks) { clerk in
        do throws(StoreError) {
          try workplace.store.decisions.strikeBlanks(codes, reason: reason, by: clerk.id, at: workplace.clock.now)
        } catch {
          Output.message(error.wording(workplace.language))
          throw error.exitCode
        }
        Output.message(workplace.language.pick("Đã hủy \(Set(codes).count) phiếu.", "\(Set(codes).count) struck."))
      }
    }
  }
}
