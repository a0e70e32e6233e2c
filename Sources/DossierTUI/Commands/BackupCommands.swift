import ArgumentParser
import Console
import DossierDomain
import DossierStore
import Foundation
import Glibc
import OfficeWork

/// `dossier backup`: an encrypted copy at a second place, verified by reading it back.
struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: said(
        "Sao lưu có mã hóa vào nơi thứ hai, rồi đọc lại để kiểm tra.",
        "Makes an encrypted copy at a second place and reads it back."))
  }

  @Option(
    name: .long,
    help: said(
      "Nơi thứ hai, ví dụ ổ USB (mặc định: backup-folder trong settings.toml).",
      "The second place, e.g. a USB disk (default: backup-folder in settings.toml)."))
  var to: String?

  @Flag(name: .long, help: said("Liệt kê các bản sao lưu đang có ở đó.", "Lists the copies that are there."))
  var list = false

  @Flag(
    name: .long,
    help: said(
      "Hiện khóa phục hồi của đơn vị bằng chữ và bằng mã QR; in ra rồi cất vào két.",
      "Shows the office's recovery key as text and as QR code; print it and keep it in the safe."))
  var showKey = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.openWorkplace()
    if showKey {
      return try reading.reading(at: workplace, as: Clerk.Role.holdingRecoveryKey) { reader in try showKey(to: reader) }
    }
    if !list, let place = to ?? workplace.settings.backupFolder,
      !isOfTimer(isUsualPlace: place == workplace.settings.backupFolder)
    {
      return try reading.reading(at: workplace) { reader in try backUp(to: place, for: reader) }
    }
    do throws(BackupError) {
      guard let target = to ?? workplace.settings.backupFolder else { throw .targetMissing(path: "–") }
      if list {
        for copy in try workplace.store.backups.list(at: target) {
          Output.data("\(copy.createdAt.clockAndDate)  \(copy.size >> 10) KB  \(copy.path)")
        }
        return
      }
      let copy = try workplace.store.backups.makeForMachine(to: target, at: workplace.clock.now)
      if let words = copy.noteTrouble(workplace.language) { Output.message(words) }
      report(copy, workplace.language)
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.faultsFound
    }
  }
}

extension BackupCommand {
  /// A timer makes copies at the place in the settings. It has no terminal and nobody to ask, so these are noted beside the
  /// journal as the machine's own (`MachineCopies`); whoever makes one by hand says who she is.
  private func isOfTimer(isUsualPlace: Bool) -> Bool {
    isUsualPlace && isatty(STDIN_FILENO) == 0 && reading.author.by == nil && reading.author.pinFd == nil
  }

  /// Writes a copy to a place that somebody named, and records who did it. A read-only disk does not prevent the copy,
  /// so that the data can still be saved.
  private func backUp(to place: String, for reader: DataReader) throws {
    let workplace = reader.workplace
    let persons = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.office.dossierCount()
    }
    let expected = reader.reading(.backup, persons: persons)
    try reader.requireName(for: expected)
    let isRecordable = try isDone(workplace) { () throws(StoreError) in try reader.check(expected) }
    let copy: Backup.Copy
    do throws(BackupError) {
      copy = try workplace.store.backups.make(to: place, at: workplace.clock.now)
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.faultsFound
    }
    if isRecordable {
      do {
        let reading = reader.reading(.backup, persons: persons, hash: try fileHash(copy.path))
        _ = try isDone(workplace) { () throws(StoreError) in try reader.keep(reading) }
      } catch {
        try? FileManager.default.removeItem(atPath: copy.path)
        throw error
      }
    }
    report(copy, workplace.language)
  }

  private func report(_ copy: Backup.Copy, _ language: Language) {
    Output.data(copy.path)
    if let words = copy.scans?.wording(language) { Output.message(words) }
  }

  /// Records the reading as if a copy had been taken, because the key opens every copy.
  private func showKey(to reader: DataReader) throws {
    let workplace = reader.workplace
    let persons = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.office.dossierCount()
    }
    let reading = reader.reading(.backup, persons: persons)
    try reader.requireName(for: reading)
    let key: RecoveryKey
    do throws(BackupError) {
      key = try workplace.store.backups.recoveryKey()
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.faultsFound
    }
    _ = try isDone(workplace) { () throws(StoreError) in try reader.keep(reading) }
    show(key)
  }

  /// Returns false if the disk of the data is read-only.
  private func isDone(_ workplace: Workplace, _ body: () throws(StoreError) -> Void) throws -> Bool {
    do throws(StoreError) {
      try body()
      return true
    } catch {
      guard [.diskFull, .readOnlyDisk].contains(error) else {
        Output.message(error.wording(workplace.language))
        throw error.exitCode
      }
      Output.message(
        workplace.language.pick(
          "Ổ đĩa dữ liệu không ghi được: không ghi lại được ai đã làm việc này.",
          "The disk of the data takes no writes: who did this could not be recorded."))
      return false
    }
  }

  /// The text stands first, because `restore` asks for that line only. The QR code has no dashes between the groups,
  /// which keeps it within 80 columns.
  private func show(_ key: RecoveryKey) {
    Output.data(key.text)
    guard let picture = QRPicture(key.text.filter { $0 != "-" }) else { return }
    Output.data("")
    for line in picture.lines(isatty(STDOUT_FILENO) == 1 ? .terminal : .paper) { Output.verbatim(line) }
  }
}

/// `dossier restore FILE`: restores an office on an empty machine.
struct RestoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restore",
      abstract: said(
        "Khôi phục đơn vị từ một bản sao lưu, vào thư mục dữ liệu còn trống.",
        "Brings an office back from a copy, into an empty data folder."),
      discussion: said(
        "Chương trình hỏi khóa phục hồi như đã in; không có màn hình dòng lệnh thì lấy dòng đầu của đầu vào chuẩn.",
        "Asks for the recovery key as it was printed; without a terminal it is the first line of standard input."))
  }

  @Argument(help: said("Bản sao lưu.", "The copy.", value: "tệp"))
  var file: String

  @Option(
    name: .long,
    help: said("Đọc khóa phục hồi từ số hiệu tệp này.", "Reads the recovery key from this file descriptor."))
  var keyFd: Int32?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let language = global.language ?? .vi
    let locations = Locations(data: global.data, environment: ProcessEnvironment.values)
    let key = try askedSecret(language.pick("Mã khôi phục: ", "Recovery key: "), from: keyFd, language)
    do throws(BackupError) {
      let restored = try BackupStore.restore(
        from: file, recoveryKey: RecoveryKey(text: key), into: locations.data, at: WallClock.machine.now)
      Output.data(
        language.pick(
          "Đã khôi phục bản \(restored.backupMadeAt.clockAndDate). Mã hồ sơ của các ngày \(restored.doubtfulDates.lowerBound.slashed)–\(restored.doubtfulDates.upperBound.slashed) là mã tạm cho đến khi nhập số cuối đã in.",
          "Restored the copy of \(restored.backupMadeAt.clockAndDate). Codes of \(restored.doubtfulDates.lowerBound.slashed)–\(restored.doubtfulDates.upperBound.slashed) are provisional until the last printed number is entered."
        ))
      if restored.attachments > 0 {
        Output.data(
          language.pick(
            "Đã lấy lại \(restored.attachments) tệp quét.", "Brought back \(restored.attachments) scans."))
      }
      if restored.attachmentsMissing > 0 {
        Output.message(
          language.pick(
            "Thiếu \(restored.attachmentsMissing) tệp quét: để tệp sao lưu trong thư mục cũ của nó (cùng thư mục attachments và tệp .keys) rồi chạy dossier attachment mend --from THƯ_MỤC.",
            "\(restored.attachmentsMissing) scans are missing: keep the backup in its folder (with attachments and the .keys file), then run dossier attachment mend --from FOLDER."
          ))
      }
    } catch {
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
  }
}
