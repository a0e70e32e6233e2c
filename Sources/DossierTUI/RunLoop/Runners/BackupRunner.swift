import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import Synchronization

/// Makes backups to the second place of the settings: at noon, at exit and on request. Only one runs at a time.
final class BackupRunner: Sendable {
  private let workplace: Workplace
  private let queue = DispatchQueue(label: "dossier.backup", qos: .background)
  private let current: Mutex<BackupStatus>

  init(workplace: Workplace) {
    self.workplace = workplace
    let target = workplace.settings.backupFolder
    let last = target.flatMap { try? workplace.store.backups.list(at: $0).first?.createdAt }
    current = Mutex(BackupStatus(isConfigured: target != nil, isRunning: false, lastAt: last))
  }

  var status: BackupStatus { current.withLock { $0 } }

  func isDue(now: Instant) -> Bool {
    let status = self.status
    return status.isConfigured && !status.isRunning && Backup.isDue(lastAt: status.lastAt, now: now)
  }

  /// - Parameter report: called when the backup begins and when it ends, from this runner's thread.
  func start(_ report: @escaping @Sendable (BackupStatus) -> Void) {
    queue.async { self.run(report) }
  }

  /// Called at exit: waits for a running backup, and makes today's if it is due.
  func finish(now: Instant) {
    queue.sync {
      if self.isDue(now: now) { self.run { _ in } }
    }
  }

  private func run(_ report: (BackupStatus) -> Void) {
    guard let target = workplace.settings.backupFolder else { return report(status) }
    change { $0.isRunning = true }
    report(status)
    do throws(BackupError) {
      let copy = try workplace.store.backups.makeForMachine(to: target, at: workplace.clock.now)
      change {
        $0.lastAt = copy.createdAt
        $0.failure = nil
        $0.note = copy.noteTrouble(workplace.language) ?? copy.scans?.trouble(workplace.language)
      }
    } catch {
      let failure: Failure =
        if case .targetMissing(let path) = error { .backupTargetMissing(path) } else {
          .other(error.wording(workplace.language))
        }
      change { $0.failure = failure }
    }
    change { $0.isRunning = false }
    report(status)
  }

  private func change(_ body: (inout BackupStatus) -> Void) {
    current.withLock { body(&$0) }
  }
}
