import ArgumentParser
import Console
import Dispatch
import DossierDomain
import DossierStore
import Glibc
import Screens

/// `dossier doctor --restore-drill`: whether the newest backup can be restored, and how long that takes on this machine.
struct DoctorDrill {
  var locations: Locations
  var language: Language
  var clock: WallClock
  /// As somebody has typed it.
  var recoveryKey: String

  private typealias Finding = DoctorCommand.Finding

  func finding() -> DoctorCommand.Finding {
    guard let target = Settings.load(from: locations.settingsFile).settings.backupFolder else {
      return failed(
        language.pick("chưa đặt nơi sao lưu", "no second place is set"),
        language.pick("Đặt backup-folder trước.", "Set backup-folder first."))
    }
    do throws(BackupError) {
      let drill = try RestoreDrill(of: target, recoveryKey: RecoveryKey(text: recoveryKey), data: locations.data)
      let signals = removedOnSignal(drill)
      defer {
        drill.remove()
        for signal in signals { signal.cancel() }
      }
      return try finding(of: drill)
    } catch {
      return failed(target, error.wording(language) + (isAboutTheCopy(error) ? " " + advice : ""))
    }
  }

  private func finding(of drill: RestoreDrill) throws(BackupError) -> DoctorCommand.Finding {
    let begun = ContinuousClock.now
    let restored = try drill.restore(at: clock.now)
    let seconds = Int((ContinuousClock.now - begun).components.seconds)
    let copy = copyText(drill.copy)
    let report: VerificationReport
    do throws(StoreError) { report = try drill.verify() } catch { return failed(copy, error.wording(language)) }
    guard report.faults.isEmpty, restored.attachmentsMissing == 0 else {
      let missing = language.pick(
        "Thiếu \(restored.attachmentsMissing) tệp quét ở nơi sao lưu.",
        "\(restored.attachmentsMissing) scans are missing at the second place.")
      let faults =
        report.faults.isEmpty ? missing : report.faults.prefix(3).map { $0.what(language) }.joined(separator: " ")
      return failed(copy, faults + " " + advice)
    }
    let duration = durationText(max(1, seconds), language)
    return Finding(
      name: name, isGood: true,
      found: language.pick(
        "\(copy): khôi phục mất \(duration); đủ và đúng \(report.entries) mục nhật ký, \(report.dossiers) hồ sơ, \(report.attachments) tệp quét",
        "\(copy): a restore takes \(duration); \(report.entries) entries, \(report.dossiers) dossiers and \(report.attachments) scans are complete and sound"
      ), advice: "")
  }

  private var name: String { language.pick("thử khôi phục", "restore drill") }

  private var advice: String {
    language.pick(
      "Chạy dossier backup để có bản mới, rồi thử lại.", "Run dossier backup for a new copy, then try again.")
  }

  private func failed(_ found: String, _ advice: String) -> DoctorCommand.Finding {
    Finding(name: name, isGood: false, found: found, advice: advice)
  }

  /// `bản 16:30 24/11/2026, 2 giờ trước, 76 MB`
  private func copyText(_ copy: Backup.Copy) -> String {
    let age = durationText(Int(max(0, clock.now.milliseconds - copy.createdAt.milliseconds) / 1000), language)
    let size = "\((copy.size + 1 << 19) >> 20) MB"
    return language.pick(
      "bản \(copy.createdAt.clockAndDate), \(age) trước, \(size)",
      "copy of \(copy.createdAt.clockAndDate), \(age) ago, \(size)")
  }

  /// Whether a new backup helps.
  private func isAboutTheCopy(_ error: BackupError) -> Bool {
    switch error {
    case .damaged, .truncated, .copyUnsound, .notABackup, .database: true
    case .targetMissing, .alreadyRunning, .noSpace, .noCopy, .newerVersion, .wrongKey, .keyMistyped, .folderNotEmpty,
      .fileSystem:
      false
    }
  }

  /// What was restored contains personal data, so it goes also if the drill is ended from outside.
  private func removedOnSignal(_ drill: RestoreDrill) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        drill.remove()
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }
}
