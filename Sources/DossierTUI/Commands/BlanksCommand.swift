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
        let path = try exit(workplace)
        let codes = try codes(workplace, clerk)
        // The numbers are used, whatever becomes of the sheets.
        for code in codes { Output.data(code.text) }
        if let remark = workplace.forms().remark(workplace.language) { Output.message(remark) }
        if let path { try write(codes, to: path, workplace) } else { try printOut(codes, workplace) }
      }
    }

    /// Found before numbers are used up.
    /// - Returns: the file; nil for the printer.
    private func exit(_ workplace: Workplace) throws -> String? {
      let language = workplace.language
      if let output {
        let path = TypedPath.resolved(output)
        guard !FileManager.default.fileExists(atPath: path) else {
          Output.message(language.pick("Đã có tệp \(output).", "There is a file \(output) already."))
          throw ExitCode.faultsFound
        }
        return path
      }
      let choice = workplace.printerChoice(for: .blankReceipt)
      guard choice.news.isReady, choice.news.fault(of: choice.way) == nil else {
        Output.message(
          choice.wording(language)
            + language.pick(
              " Chưa dùng số nào. Ghi ra tệp: --output TỆP.pdf", " No number was used. To a file: --output FILE.pdf"))
        throw ExitCode.faultsFound
      }
      return nil
    }

    private func codes(_ workplace: Workplace, _ clerk: Clerk) throws -> [DossierCode] {
      let blanks = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.decisions.printBlanks(count, by: clerk.id, at: workplace.clock.now)
      }
      return blanks.map(\.code)
    }

    /// As the full-screen program does: what the printer does not take is kept under its numbers.
    private func printOut(_ codes: [DossierCode], _ workplace: Workplace) throws {
      let news = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        let blanks = BlankPrinting(workplace: workplace)
        try blanks.keep(codes)
        return try blanks.printOut(isAnyway: false)
      }
      Output.message(news.wording(workplace.language, isForCommandLine: true))
      if !news.isWell { throw ExitCode.faultsFound }
    }

    private func write(_ codes: [DossierCode], to path: String, _ workplace: Workplace) throws {
      let language = workplace.language
      let office = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.office.current()
      }
      do {
        let pdf = try workplace.device.draw(workplace.forms().blanks(codes, of: office, at: workplace.clock.now))
        try Data(pdf).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      } catch {
        let why =
          switch error {
          case let error as PaperFailure: error.wording(language)
          default: language.pick("Không ghi được tệp PDF.", "The PDF cannot be written.")
          }
        Output.message(
          why
            + language.pick(
              " Hủy số của các phiếu này (dossier blanks strike), rồi in phiếu mới.",
              " Strike the codes of these (dossier blanks strike), then print new ones."))
        throw ExitCode.faultsFound
      }
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
          "Hủy phiếu dự phòng không dùng nữa, kèm lý do; không hoàn tác được.",
          "Strikes blank receipts that will not be used, with the reason; it cannot be undone."))
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
