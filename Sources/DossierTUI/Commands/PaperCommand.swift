import ArgumentParser
import Console
import DossierDomain
import Foundation
import OfficeWork
import PageDescription

/// `dossier paper …`: what was issued, and work on papers outside of the office's data.
struct PaperCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "paper",
      abstract: said(
        "Giấy đã lập, câu chữ trên các giấy, và PDF từ mô tả trang đã giữ.",
        "Issued papers, what papers say, and PDFs of page descriptions that were kept."),
      subcommands: [
        IssuedPaperCommands.List.self, IssuedPaperCommands.Show.self, PaperTextsCommand.self,
        AttestationsCommand.self, Render.self,
      ])
  }

  struct Render: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Vẽ một mô tả trang thành PDF, đúng như khi in.", "Draws a page description as PDF, as it is printed."))
    }

    @Argument(help: said("Tệp mô tả trang.", "The page description.", value: "tệp.page"))
    var file: String

    @Option(name: .shortAndLong, help: said("Tệp PDF sẽ ghi; chưa được có.", "The PDF; must not exist yet."))
    var output: String

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let language = global.language ?? .vi
      guard let bytes = WholeFile.bytes(at: file, atMost: 4 << 20) else {
        Output.message(language.pick("Không đọc được \(file).", "\(file) cannot be read."))
        throw ExitCode.notFound
      }
      guard let page = try? PageDescription(bytes: bytes) else {
        Output.message(language.pick("\(file) không phải mô tả trang giấy.", "\(file) is no page description."))
        throw ExitCode.faultsFound
      }
      try PaperCommand.write(page, to: output, language)
    }
  }

  /// As PDF into a file that does not exist yet.
  static func write(_ page: PageDescription, to output: String, _ language: Language) throws {
    let pdf: [UInt8]
    do throws(PaperFailure) { pdf = try PaperHelper().render(page) } catch {
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
    do {
      try Data(pdf).write(to: URL(fileURLWithPath: TypedPath.resolved(output)), options: .withoutOverwriting)
    } catch {
      Output.message(
        language.pick(
          "Không ghi được \(output): đã có tệp tên đó, hoặc thư mục không ghi được.",
          "\(output) cannot be written: there is a file of that name, or the folder cannot be written."))
      throw ExitCode.faultsFound
    }
  }
}
