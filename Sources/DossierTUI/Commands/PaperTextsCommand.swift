import ArgumentParser
import Console
import Documents
import DossierDomain

/// `dossier paper texts`: what stands on papers and can be changed by an office.
struct PaperTextsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "texts",
      abstract: said(
        "Số mẫu, ngày và câu chữ của các giấy; sửa trong tệp forms.txt cạnh settings.toml.",
        "Number, date and wording of the papers; forms.txt beside settings.toml changes them."))
  }

  @Option(name: .long, help: said("Kiểm tra một tệp forms.txt.", "Checks a forms.txt.", value: "tệp"))
  var check: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let language = global.language ?? .vi
    guard let check else { return Output.data(FormTemplates.shippedText) }
    guard let bytes = WholeFile.bytes(at: check, atMost: 1 << 20) else {
      Output.message(language.pick("Không đọc được \(check).", "\(check) cannot be read."))
      throw ExitCode.notFound
    }
    do throws(FormTemplateFaults) { _ = try FormTemplates(changedBy: bytes) } catch {
      for fault in error.all { Output.message("\(check), \(fault.wording(language))") }
      throw ExitCode.faultsFound
    }
    Output.message(language.pick("\(check) dùng được.", "\(check) can be used."))
  }
}
