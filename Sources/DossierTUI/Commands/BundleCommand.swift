import ArgumentParser
import Console
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import SyncClient
import Version

/// `dossier bundle`: the exchange by USB stick, for a place without a link.
struct BundleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bundle",
      abstract: said(
        "Trao đổi với tỉnh bằng tệp, ở nơi không có mạng.",
        "Exchanges with the province by a file, where there is no link."),
      discussion: said(
        """
        export ghi một tệp chỉ tỉnh đọc được; tỉnh trả lời bằng một tệp chỉ bàn này đọc được. Cả hai mang theo \
        bản quét, cần nhất trước. Nhận một tệp hai lần cũng không sao.
        """,
        """
        export writes a file that only the province can read; the province answers it with a file that only this \
        desk can read. Both carry scans too, the most wanted first. Taking one in twice is harmless.
        """),
      subcommands: [Export.self, Import.self])
  }

  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Ghi những gì đang chờ gửi vào một tệp cho tỉnh.", "Writes what waits into a file for the province."))
    }

    @Argument(help: said("Tệp sẽ ghi, ví dụ trên USB.", "The file to write, e.g. on a USB stick.", value: "tệp"))
    var file: String

    @Option(
      name: .long,
      help: said("Nhiều nhất bao nhiêu MB bản quét trong tệp; 0: không có.", "Most MB of scans in it; 0 for none."))
    var scans = DeskBundles.usualScanBytes >> 20

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
      guard (0...1 << 20).contains(scans) else {
        throw ValidationError(said("--scans phải từ 0 đến 1048576.", "--scans is 0 to 1048576."))
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      guard !FileManager.default.fileExists(atPath: file) else {
        Output.message(
          workplace.language.pick("\(file) đã có; không ghi đè.", "\(file) is there; nothing is overwritten."))
        throw ExitCode.faultsFound
      }
      try reading.reading(at: workplace) { reader in try export(for: reader) }
    }

    private func export(for reader: DataReader) throws {
      let workplace = reader.workplace
      let (bundles, written) = try BundleCommand.reporting(workplace.language) { () throws(DeskBundles.Fault) in
        let bundles = try DeskBundles(store: workplace.store, program: ProgramVersion.text)
        return (bundles, try bundles.write(to: file, scanBytes: scans << 20, at: workplace.clock.now))
      }
      do {
        try record(written.export, for: reader)
      } catch {
        try? FileManager.default.removeItem(atPath: file)
        throw error
      }
      try BundleCommand.reporting(workplace.language) { () throws(DeskBundles.Fault) in
        try bundles.expectAnswer(to: written, file)
      }
      Output.data(sentence(written.export, workplace.language))
    }

    /// The file itself tells the province what this office's machines can read, so it is exported even if some of them
    /// cannot read the record of it yet.
    private func record(_ export: DeskBundles.Export, for reader: DataReader) throws {
      let reading = reader.reading(.bundle, persons: export.dossiers, hash: try fileHash(file))
      try reader.requireName(for: reading)
      do throws(StoreError) {
        try reader.keep(reading)
      } catch {
        Output.message(error.wording(reader.workplace.language))
        guard case .denied(.machinesBehind) = error else { throw error.exitCode }
      }
    }

    private func sentence(_ export: DeskBundles.Export, _ language: Language) -> String {
      let more =
        export.hasMore ? language.pick(" Còn nữa: xuất tiếp lần sau.", " There is more for the next file.") : ""
      let left =
        export.scansLeft > 0
        ? language.pick(
          " Còn \(export.scansLeft) bản quét chưa vừa: xuất tiếp lần sau.",
          " \(export.scansLeft) scans did not fit: they go with the next file.") : ""
      let again =
        export.asksAgain
        ? language.pick(
          " Tệp này xin tỉnh gửi lại đầy đủ, vì nhật ký tại máy này chưa khớp với tỉnh.",
          " It asks the province to send everything in full, because the journal here does not fit to its own.")
        : ""
      return language.pick(
        """
        Đã ghi \(export.entries) mục và \(export.scans) bản quét vào \(file). Gửi tỉnh, rồi chạy dossier bundle import \
        với tệp trả lời.
        """,
        """
        Wrote \(export.entries) entries and \(export.scans) scans to \(file). Hand it to the province, then run \
        dossier bundle import with the answer.
        """
      ) + again + more + left
    }
  }

  struct Import: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: said("Nhận tệp trả lời của tỉnh.", "Takes in the province's answer."))
    }

    @Argument(help: said("Tệp tỉnh gửi lại.", "The file that came back.", value: "tệp"))
    var file: String

    @Flag(
      name: .long,
      help: said("In ra JSON: cùng các khóa như dossier sync --json.", "JSON: the keys of dossier sync --json."))
    var json = false

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      try BundleCommand.reporting(workplace.language) { () throws(DeskBundles.Fault) in
        let bundles = try DeskBundles(store: workplace.store, program: ProgramVersion.text)
        let outcome = try bundles.take(file, at: workplace.clock.now)
        let status: SyncStatus
        do throws(StoreError) { status = try workplace.store.exchange.status(now: workplace.clock.now) } catch {
          throw .store(error)
        }
        switch outcome {
        case .already:
          if json { Output.json(SyncReport(.success(SyncSummary()), status)) }
          Output.message(
            workplace.language.pick(
              "Tệp này đã nhập rồi; không đổi gì.", "This file was taken in before; nothing was changed."))
        case .taken(let taken):
          let report = SyncReport(.success(taken.summary), status)
          if json {
            Output.json(report)
          } else {
            Output.data(BundleCommand.sentence(report, taken, workplace.language))
          }
        }
      }
    }
  }

  private static func sentence(_ report: SyncReport, _ taken: DeskBundles.Taken, _ language: Language) -> String {
    let renewed =
      taken.summary.beganNewLife
      ? language.pick(
        """
         Dữ liệu này cũng chạy ở máy khác, hoặc là bản cũ chép lại: những việc tỉnh chưa có được đặt tên mới và giữ tại \
        máy. Xuất tệp mới, gửi tỉnh, và báo quản trị.
        """,
        """
         This data also runs elsewhere, or is an older copy that was put back: what the province lacks was given new names \
        and is kept here. Export a new file, hand it to the province, and tell the administrator.
        """) : ""
    let mended =
      taken.mended > 0
      ? language.pick(
        " \(taken.mended) mục hỏng tại máy này đã được thay bằng bản đúng như lúc ghi.",
        " \(taken.mended) entries that were damaged on this machine are as they were written again.") : ""
    return report.sentence(language)
      + language.pick(
        " Bản quét: tỉnh đã nhận \(taken.scansHeld), máy này nhận \(taken.scansReceived).",
        " Scans: the province has \(taken.scansHeld) more, this machine received \(taken.scansReceived).") + mended
      + renewed
  }

  private static func reporting<Value>(
    _ language: Language, _ body: () throws(DeskBundles.Fault) -> Value
  ) throws -> Value {
    do throws(DeskBundles.Fault) {
      return try body()
    } catch {
      Output.message(error.wording(language))
      throw error.exitCode
    }
  }
}
