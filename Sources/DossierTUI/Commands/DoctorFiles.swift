import DossierDomain
import DossierStore
import Foundation
import Terminal

/// What `dossier doctor` says of the files around the data: settings, theme, and the backups at the second place.
struct DoctorFiles {
  var locations: Locations
  var language: Language
  var now: Instant

  var findings: [DoctorCommand.Finding] {
    let (settings, problems) = Settings.load(from: locations.settingsFile)
    return [file(problems), theme(settings.theme), backups(settings.backupFolder)] + machineCopies
  }

  private func file(_ problems: [FileFault]) -> DoctorCommand.Finding {
    let isThere = FileManager.default.fileExists(atPath: locations.settingsFile)
    return DoctorCommand.Finding(
      name: language.pick("cài đặt", "settings"), isGood: problems.isEmpty,
      found: isThere ? locations.settingsFile : language.pick("mặc định", "defaults"),
      advice: problems.map { $0.wording(language) }.joined(separator: " "))
  }

  private func theme(_ name: String) -> DoctorCommand.Finding {
    var fault: FileFault?
    do throws(FileFault) { _ = try ThemeLibrary(locations: locations).theme(name) } catch { fault = error }
    return DoctorCommand.Finding(
      name: language.pick("bảng màu", "theme"), isGood: fault == nil, found: name,
      advice: fault?.wording(language) ?? "")
  }

  /// Copies of all data that nobody's name stands for in the journal; nothing if there are none.
  private var machineCopies: [DoctorCommand.Finding] {
    let copies = MachineCopies(folder: locations.data)
    let name = language.pick("bản sao do máy làm", "copies by the machine")
    do throws(BackupError) {
      let notes = try copies.all()
      guard let last = notes.last else { return [] }
      return [
        DoctorCommand.Finding(
          name: name, isGood: true,
          found: language.pick(
            "\(notes.count) bản, mới nhất \(last.at) với \(last.dossiers) hồ sơ; xem \(copies.path)",
            "\(notes.count), the newest of \(last.at) with \(last.dossiers) dossiers; see \(copies.path)"),
          advice: "")
      ]
    } catch {
      return [DoctorCommand.Finding(name: name, isGood: false, found: copies.path, advice: error.wording(language))]
    }
  }

  /// After a weekend the newest copy is three days old; an older one means that nobody plugs the disk in.
  private static let mostDays = 4

  private func backups(_ folder: String?) -> DoctorCommand.Finding {
    let name = language.pick("sao lưu", "backups")
    guard let folder else {
      return DoctorCommand.Finding(
        name: name, isGood: false, found: language.pick("chưa đặt nơi sao lưu", "no second place is set"),
        advice: language.pick(
          "Ghi backup-folder = \"/đường/dẫn/USB\" vào \(locations.settingsFile).",
          "Write backup-folder = \"/path/of/USB\" into \(locations.settingsFile)."))
    }
    let plug = language.pick(
      "Cắm ổ sao lưu rồi chạy: dossier backup.", "Plug in the backup disk, run: dossier backup.")
    let copies: [Backup.Copy]
    do throws(BackupError) {
      let key = try? LocalStore(folder: locations.data, access: .readOnly).backups.recoveryKey()
      copies = try Backup.list(target: folder, of: key)
    } catch {
      return DoctorCommand.Finding(name: name, isGood: false, found: folder, advice: error.wording(language))
    }
    guard let newest = copies.max(by: { $0.createdAt < $1.createdAt }) else {
      return DoctorCommand.Finding(
        name: name, isGood: false, found: language.pick("\(folder): chưa có bản nào", "\(folder): no copy"),
        advice: plug)
    }
    let days = now.civilDate.dayNumber - newest.createdAt.civilDate.dayNumber
    return DoctorCommand.Finding(
      name: name, isGood: days <= Self.mostDays,
      found: language.pick(
        "\(folder): \(copies.count) bản, mới nhất \(newest.createdAt.clockAndDate), \(newest.size >> 20) MB",
        "\(folder): \(copies.count) copies, the newest of \(newest.createdAt.clockAndDate), \(newest.size >> 20) MB"),
      advice: plug)
  }
}
