import ArgumentParser
import Console
import Demonstration
import Dispatch
import DossierDomain
import DossierStore
import Glibc
import OfficeWork

extension DemoCommand {
  /// `dossier demo day`: fills a demo office with a day's work.
  struct Day: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Ghi một ngày làm việc vào đơn vị thử, khoảng năm việc mỗi hồ sơ.",
          "Records a day's work in a demo office, about five entries a dossier."))
    }

    @Option(name: .long, help: said("Số công dân đến.", "How many citizens come."))
    var dossiers = 150

    @Option(name: .long, help: said("Cùng một số thì ra cùng một ngày.", "The same seed gives the same day."))
    var seed: UInt64 = 2

    @Flag(
      name: .long,
      help: said(
        "Tên và ghi chú không có ở đơn vị thử nào khác: để đo.",
        "Names and notes that no other demo has: for measuring."))
    var otherWords = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (1...10_000).contains(dossiers) else {
        throw ValidationError(said("--dossiers phải từ 1 đến 10000.", "--dossiers must be 1 to 10000."))
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      do throws(StoreError) {
        guard DemoOffice.isDemo(try workplace.store.office.current().id) else {
          Output.message(
            workplace.language.pick(
              "Chỉ dùng cho đơn vị thử; chưa ghi gì.", "Only for demo offices; nothing was written."))
          return
        }
        var day = try DemoDay(
          store: workplace.store, seed: seed, usesOtherWords: otherWords, morning: workplace.clock.now)
        try day.run(dossiers: dossiers)
        Output.data(
          workplace.language.pick(
            "Đã ghi \(dossiers) hồ sơ, \(day.entries) mục.", "Recorded \(dossiers) dossiers, \(day.entries) entries."))
      } catch {
        Output.message(error.wording(workplace.language))
        throw ExitCode.storeUnavailable
      }
    }
  }

  /// `dossier demo desk-simulator`: one more desk of the demo office, in a process of its own.
  struct DeskSimulatorCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "desk-simulator",
        abstract: said(
          "GIẢ LẬP một đồng nghiệp: làm việc ở một bàn thử đã đăng ký và trao đổi với tỉnh, cho đến khi bị dừng.",
          "A SIMULATOR of a colleague: works at an enrolled demo desk and synchronises, until it is stopped."))
    }

    @Option(
      name: .long, help: said("Trung bình bao nhiêu giây giữa hai việc.", "Mean seconds between two pieces of work."))
    var every = 20

    @Option(
      name: .long,
      help: said("Làm bao nhiêu việc thì dừng; 0: không dừng.", "How many pieces of work before it ends; 0: never."))
    var rounds = 0

    @Option(name: .long, help: said("Cùng một số thì làm y như nhau.", "The same seed works the same."))
    var seed: UInt64 = 1

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (1...86_400).contains(every), rounds >= 0 else {
        throw ValidationError(said("--every phải từ 1 đến 86400.", "--every must be 1 to 86400."))
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      do throws(StoreError) {
        guard let enrolment = try workplace.store.exchange.enrolment() else {
          Output.message(SyncFailure.notEnrolled.wording(workplace.language, isForCommandLine: true))
          return
        }
        let simulator = try DeskSimulator(workplace: workplace, enrolment: enrolment, seed: seed, seconds: every) {
          Output.data($0)
        }
        let signals = Self.stopping(simulator)
        guard try simulator.run(seed: seed, rounds: rounds == 0 ? nil : rounds) else {
          return Output.message(
            workplace.language.pick(
              "Chỉ dùng cho đơn vị thử; chưa ghi gì.", "Only for demo offices; nothing was written."))
        }
        for signal in signals { signal.cancel() }
      } catch {
        Output.message(error.wording(workplace.language))
        throw ExitCode.storeUnavailable
      }
    }

    /// Stops the simulator between two pieces of work. This only avoids half-finished work, since acknowledged entries
    /// are safe in any case.
    private static func stopping(_ simulator: DeskSimulator) -> [any DispatchSourceSignal] {
      [SIGTERM, SIGINT].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { simulator.end() }
        source.resume()
        return source
      }
    }
  }
}
