import ArgumentParser
import Console
import DossierDomain
import DossierStore
import Foundation

/// `dossier demo`: offices with invented clerks and citizens, and their work.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo", abstract: said("Đơn vị thử, để dùng thử và để đo.", "Offices for trying and measuring."),
      subcommands: [Create.self, Day.self, DeskSimulatorCommand.self])
  }

  struct Create: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Tạo một đơn vị thử trong thư mục dữ liệu còn trống.", "Makes a demo office in an empty data folder."))
    }

    @Option(name: .long, help: said("Số hồ sơ, đang giải quyết và đã xong.", "How many dossiers, open and ended."))
    var dossiers = 2000

    @Option(name: .long, help: said("Cùng một số thì ra cùng một đơn vị.", "The same seed gives the same office."))
    var seed: UInt64 = 1

    @Flag(name: .long, help: said("Hỏi mã PIN khi đăng nhập.", "Asks for a PIN at sign-in."))
    var withPIN = false

    @Flag(
      help: said(
        "Giấy tờ đã số hóa nêu tên bản quét nhưng không có tệp: để đo.",
        "Digitised papers name scans, whose files are nowhere: for measuring."))
    var scans = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (0...2_000_000).contains(dossiers) else {
        throw ValidationError(said("--dossiers phải từ 0 đến 2000000.", "--dossiers must be 0 to 2000000."))
      }
    }

    func run() throws {
      let locations = Locations(data: global.data, environment: ProcessEnvironment.values)
      let language = global.language ?? .vi
      guard !FileManager.default.fileExists(atPath: locations.data + "/" + LocalStore.fileName) else {
        Output.message(
          language.pick(
            "\(locations.data) đã có dữ liệu; không ghi đè.",
            "\(locations.data) has data already; nothing is overwritten."))
        throw ExitCode.faultsFound
      }
      do throws(StoreError) {
        try create(locations, language)
      } catch {
        Output.message(error.wording(language))
        throw ExitCode.storeUnavailable
      }
    }

    private func create(_ locations: Locations, _ language: Language) throws(StoreError) {
      var bar = ProgressBar(total: dossiers)
      let office = try DemoCreation(dossiers: dossiers, seed: seed, requiresPIN: withPIN, scans: scans)
        .make(in: locations.data, at: global.now?.instant ?? WallClock.machine.now) { bar.show($0) }
      bar.finish()
      Output.message(
        language.pick(
          "Đã tạo đơn vị thử \(office.name) với \(dossiers) hồ sơ ở \(locations.data).",
          "Made the demo office \(office.name) with \(dossiers) dossiers in \(locations.data)."))
    }
  }
}
