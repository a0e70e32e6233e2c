import ArgumentParser
import Console
import DossierDomain
import OfficeWork

/// `dossier printers`: the queues of the print server and how their printers are.
struct PrintersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "printers",
      abstract: said(
        "Các máy in của máy này, và máy in nào in được ngay.",
        "The printers of this machine, and which of them can print now."))
  }

  @Flag(
    name: .long,
    help: said(
      "In ra JSON: name, description, state, isReady, isDefault, isChosen, remarks, media, trays.",
      "JSON: name, description, state, isReady, isDefault, isChosen, remarks, media, trays."))
  var json = false

  @OptionGroup var global: GlobalOptions

  private struct Row: Encodable {
    var name: String
    var description: String
    var state: String
    var isReady: Bool
    /// The print server's.
    var isDefault: Bool
    /// That of settings.toml, or else the default.
    var isChosen: Bool
    var remarks: [String]
    var media: [String]
    var trays: [String]
  }

  func run() throws {
    let locations = Locations(data: global.data, environment: ProcessEnvironment.values)
    var (settings, problems) = Settings.load(from: locations.settingsFile)
    settings.apply(global.workplace)
    let language = settings.language
    for problem in problems { Output.message(problem.wording(language)) }
    let printers: [Printer]
    do throws(PaperFailure) { printers = try PaperHelper(server: settings.printerServer).printers() } catch {
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
    func isChosen(_ printer: Printer) -> Bool { settings.printer.map { $0 == printer.name } ?? printer.isDefault }
    if json {
      return Output.json(
        printers.map { printer in
          Row(
            name: printer.name, description: printer.description, state: printer.state.rawValue,
            isReady: printer.isReady,
            isDefault: printer.isDefault, isChosen: isChosen(printer), remarks: printer.remarks(language),
            media: Media.allCases.filter(printer.media.contains).map(\.rawValue), trays: printer.trays)
        })
    }
    if printers.isEmpty {
      Output.message(language.pick("Máy này chưa có máy in nào.", "This machine has no printer yet."))
    } else {
      show(printers, language, isChosen)
    }
    for chosen in settings.namedPrinters where !printers.contains(where: { $0.name == chosen }) {
      Output.message(
        language.pick(
          "printer trong settings.toml là \"\(chosen)\", nhưng không có máy in tên đó.",
          "printer in settings.toml is \"\(chosen)\", but there is no printer of that name."))
      throw ExitCode.notFound
    }
  }

  private func show(_ printers: [Printer], _ language: Language, _ isChosen: (Printer) -> Bool) {
    var table = TextTable(
      header: [
        "", language.pick("Tên", "Name"), language.pick("Mô tả", "Description"), language.pick("Tình trạng", "State"),
        language.pick("Giấy", "Paper"), language.pick("Khay", "Trays"),
      ])
    for printer in printers {
      table.append([
        isChosen(printer) ? "*" : "", printer.name, printer.description, printer.wording(language),
        Media.allCases.filter(printer.media.contains).map { $0.rawValue.uppercased() }.joined(separator: " "),
        printer.trays.joined(separator: " "),
      ])
    }
    Output.data(table.text)
  }
}
