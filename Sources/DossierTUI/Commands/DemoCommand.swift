import ArgumentParser
import Console
import Demonstration
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
      let now = global.now?.instant ?? WallClock.machine.now
      var demo = DemoOffice(seed: seed, dossiers: dossiers, now: now, scans: scans)
      let store = try LocalStore(folder: locations.data, access: .readWrite)
      var office = demo.office
      office.requiresPIN = withPIN
      try store.decisions.found(office, clerks: demo.clerks, isDemo: true, at: now)
      var bar = ProgressBar(total: dossiers)
      var done = 0
      var batch: [DecisionStore.History] = []
      while let life = demo.next() {
        batch.append(DecisionStore.History(id: life.id, steps: life.steps.map { ($0.clerk, $0.at, $0.action) }))
        guard batch.count >= 2000 else { continue }
        try store.decisions.record(batch)
        done += batch.count
        bar.show(done)
        batch = []
      }
      try store.decisions.record(batch)
      try store.upkeep.settleSearch()
      bar.finish()
      Output.message(
        language.pick(
          "Đã tạo đơn vị thử \(office.name) với \(dossiers) hồ sơ ở \(locations.data).",
          "Made the demo office \(office.name) with \(dossiers) dossiers in \(locations.data)."))
    }
  }
}
