import ArgumentParser
import Console
import DossierDomain
import DossierStore
import Foundation
import Glibc
import Terminal

/// `dossier doctor`: checks the machine and says how to correct each fault.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: said(
        "Kiểm tra máy: bảng mã, màn hình, phông chữ, SQLite, ổ đĩa, quyền, cài đặt, bộ màu, sao lưu.",
        "Checks locale, terminal, console font, SQLite, disk, permissions, settings, theme and backups."))
  }

  @Flag(
    name: .long,
    help: said(
      "Khôi phục thử cả bản sao lưu mới nhất ở cạnh dữ liệu, kiểm tra rồi xóa; hỏi khóa phục hồi.",
      "Also restores the newest backup beside the data, verifies and removes it; asks for the recovery key."))
  var restoreDrill = false

  @Option(
    name: .long,
    help: said(
      "Đọc khóa phục hồi cho --restore-drill từ số hiệu tệp này.",
      "Reads the recovery key for --restore-drill from this file descriptor."))
  var keyFd: Int32?

  @Flag(name: .long, help: said("In ra JSON: name, isGood, found, advice.", "JSON: name, isGood, found, advice."))
  var json = false

  @OptionGroup var global: GlobalOptions

  struct Finding: Encodable {
    var name: String
    var isGood: Bool
    var found: String
    var advice: String
  }

  func run() throws {
    let language = global.language ?? .vi
    let locations = Locations(data: global.data, environment: ProcessEnvironment.values)
    let files = DoctorFiles(locations: locations, language: language, now: WallClock.machine.now)
    var findings = environment(language) + machine(language) + files.findings + data(locations, language)
    if restoreDrill {
      let key = try askedSecret(language.pick("Mã khôi phục: ", "Recovery key: "), from: keyFd, language)
      Output.message(
        language.pick("Đang khôi phục thử, có khi mất vài phút…", "Trying a restore; it may take some minutes…"))
      findings.append(
        DoctorDrill(locations: locations, language: language, clock: .machine, recoveryKey: key).finding())
    }
    if json {
      Output.json(findings)
    } else {
      for finding in findings {
        Output.data("\(finding.isGood ? "☑" : "✗") \(finding.name): \(finding.found)")
        if !finding.isGood { Output.data("    → \(finding.advice)") }
      }
    }
    if findings.contains(where: { !$0.isGood }) { throw ExitCode.faultsFound }
  }

  private func environment(_ language: Language) -> [Finding] {
    let variables = ProcessEnvironment.values
    let locale = variables[.allLocale] ?? variables[.characterLocale] ?? variables[.language] ?? ""
    let term = variables[.term] ?? ""
    return [
      Finding(
        name: "locale", isGood: locale.uppercased().contains("UTF"), found: locale.isEmpty ? "–" : locale,
        advice: language.pick(
          "Đặt LANG=C.UTF-8 trong ~/.profile (chương trình vẫn tự chọn UTF-8).",
          "Set LANG=C.UTF-8 in ~/.profile (the program falls back to UTF-8 by itself).")),
      Finding(
        name: "TERM", isGood: !["", "dumb", "unknown"].contains(term), found: term.isEmpty ? "–" : term,
        advice: language.pick(
          "Đặt TERM=xterm-256color, trên console: TERM=linux.", "Set TERM=xterm-256color, on a console TERM=linux.")),
      consoleFont(term, language),
    ]
  }

  private func consoleFont(_ term: String, _ language: Language) -> Finding {
    let setup =
      FileManager.default.contents(atPath: "/etc/default/console-setup").map { String(decoding: $0, as: UTF8.self) }
      ?? ""
    // Of Debian's fonts for this code set only Fixed has all the letters, and not in its size of 14 lines.
    let isVietnamese =
      setup.contains("CODESET=\"Viet\"") && setup.contains("FONTFACE=\"Fixed\"")
      && !setup.contains(/FONTSIZE="(8x)?14"/)
    return Finding(
      name: language.pick("phông chữ console", "console font"), isGood: term != "linux" || isVietnamese,
      found: isVietnamese
        ? "Vietnamese"
        : term == "linux" ? language.pick("không rõ", "unknown") : language.pick("không phải console", "not a console"),
      advice: language.pick(
        "Cài console-setup, đặt CODESET=\"Viet\" FONTFACE=\"Fixed\" (xem dossier kiosk-setup).",
        "Install console-setup with CODESET=\"Viet\" FONTFACE=\"Fixed\" (see dossier kiosk-setup)."))
  }

  private func machine(_ language: Language) -> [Finding] {
    [
      Finding(
        name: "SQLite", isGood: UpkeepStore.sqliteVersion.compare("3.38", options: .numeric) != .orderedAscending,
        found: UpkeepStore.sqliteVersion, advice: language.pick("Cập nhật libsqlite3-0.", "Update libsqlite3-0.")),
      diskEncryption(language),
    ]
  }

  /// The database relies on disk encryption. A mapped device of type CRYPT shows that it is on.
  private func diskEncryption(_ language: Language) -> Finding {
    let devices = (try? FileManager.default.contentsOfDirectory(atPath: "/sys/block")) ?? []
    let isOn = devices.contains { device in
      FileManager.default.contents(atPath: "/sys/block/\(device)/dm/uuid").map {
        String(decoding: $0, as: UTF8.self).hasPrefix("CRYPT-")
      } ?? false
    }
    return Finding(
      name: language.pick("mã hóa ổ đĩa", "disk encryption"), isGood: isOn,
      found: isOn ? "LUKS" : language.pick("không thấy", "not seen"),
      advice: language.pick(
        "Cài lại máy với ổ đĩa mã hóa (LUKS): dữ liệu cá nhân nằm trên ổ này.",
        "Install the machine with an encrypted disk (LUKS): it holds personal data."))
  }

  private func data(_ locations: Locations, _ language: Language) -> [Finding] {
    let manager = FileManager.default
    var findings: [Finding] = []
    let nearest = manager.fileExists(atPath: locations.data) ? locations.data : "/"
    let free = ((try? manager.attributesOfFileSystem(forPath: nearest))?[.systemFreeSize] as? Int) ?? 0
    findings.append(
      Finding(
        name: language.pick("ổ đĩa trống", "free disk"), isGood: free > 1 << 30, found: "\(free >> 20) MB",
        advice: language.pick("Cần ít nhất 1 GB trống: xóa bớt tệp khác.", "At least 1 GB is needed: free some space."))
    )
    guard manager.fileExists(atPath: locations.data) else {
      return findings + [
        Finding(
          name: language.pick("dữ liệu", "data"), isGood: false, found: locations.data,
          advice: language.pick("Chưa có đơn vị: dossier office create.", "There is no office: dossier office create."))
      ]
    }
    let mode = ((try? manager.attributesOfItem(atPath: locations.data))?[.posixPermissions] as? Int) ?? 0
    findings.append(
      Finding(
        name: language.pick("quyền thư mục", "folder permissions"), isGood: mode & 0o077 == 0,
        found: String(mode, radix: 8),
        advice: "chmod 700 \(locations.data)"))
    findings.append(writing(locations, language))
    do throws(StoreError) {
      let store = try LocalStore(folder: locations.data, access: .readOnly)
      findings.append(log(store, language))
      if let left = store.upkeep.copyLeft { findings.append(copy(left, language)) }
      findings.append(
        Finding(
          name: language.pick("dữ liệu", "data"), isGood: true,
          found: "\(try store.office.current().name), \(try store.office.entryCount())", advice: ""))
      findings.append(scans(try store.scans.survey(), language))
      let decided = Set(try store.office.decidedDays().keys)
      findings += yearsOfDays(now: WallClock.machine.now.civilDate).map { Self.days($0, decided: decided, language) }
    } catch {
      findings.append(
        Finding(
          name: language.pick("dữ liệu", "data"), isGood: false, found: locations.data, advice: error.wording(language))
      )
    }
    return findings
  }

  private func writing(_ locations: Locations, _ language: Language) -> Finding {
    let database = locations.data + "/" + LocalStore.fileName
    let closed = [locations.data, database].filter {
      FileManager.default.fileExists(atPath: $0) && access($0, W_OK) != 0
    }
    let isDisk = !closed.isEmpty && errno == EROFS
    return Finding(
      name: language.pick("ghi được", "can be written"), isGood: closed.isEmpty,
      found: closed.first ?? language.pick("có", "yes"),
      advice: isDisk
        ? language.pick(
          "Ổ đĩa đang ở chế độ chỉ đọc: kiểm tra ổ, gắn lại.", "The disk is read-only: check and remount it.")
        : language.pick(
          "Trả tệp về đúng người dùng: chown, rồi chmod u+rwX.",
          "Give the files to their user: chown, then chmod u+rwX."))
  }

  /// A growing log means that SQLite cannot checkpoint it, because a process still reads an old state.
  private func log(_ store: LocalStore, _ language: Language) -> Finding {
    Finding(
      name: language.pick("nhật ký SQLite", "write-ahead log"), isGood: store.upkeep.walBytes <= UpkeepStore.walAlarm,
      found: "\(store.upkeep.walBytes >> 20) MB",
      advice: language.pick(
        "Đóng mọi cửa sổ của chương trình rồi mở lại.", "Close all windows of the program, then open it again."))
  }

  private func copy(_ left: CopyLeft, _ language: Language) -> Finding {
    Finding(
      name: language.pick("bản chép trước khi lên bản mới", "copy before the upgrade"), isGood: false,
      found: language.pick("không có", "none"), advice: left.wording(language))
  }

  /// This year, and the next one from the date on which its decision has usually been published.
  private func yearsOfDays(now: CivilDate) -> [Int] {
    now.components.month == 12 ? [now.year, now.year + 1] : [now.year]
  }

  /// A year whose decision was published before this version was made needs no table of the office.
  static func days(_ year: Int, decided: Set<Int>, _ language: Language) -> Finding {
    let isDecided = decided.contains(year)
    let isPublished = WorkingCalendar.publishedYears.contains(year)
    return Finding(
      name: language.pick("lịch nghỉ \(year)", "days off \(year)"), isGood: isDecided || isPublished,
      found: isDecided
        ? language.pick("theo thông báo hằng năm", "as decided")
        : isPublished
          ? language.pick("theo thông báo đã công bố, có sẵn trong chương trình", "as published, known to the program")
          : language.pick("mặc định theo luật", "defaults of the law"),
      advice: language.pick(
        "Nhập thông báo lịch nghỉ: dossier office decide-days TỆP (mẫu: dossier office days --year \(year) --format csv).",
        "Take in the yearly decision: dossier office decide-days FILE (template: dossier office days --year \(year) --format csv)."
      ))
  }

  private func scans(_ survey: AttachmentSurvey, _ language: Language) -> Finding {
    Finding(
      name: language.pick("tệp quét", "scans"), isGood: survey.missing == 0 && survey.plain == 0,
      found: "\(survey.here), \(survey.bytes >> 20) MB"
        + (survey.missing > 0 ? language.pick(", thiếu \(survey.missing)", ", \(survey.missing) missing") : "")
        + (survey.plain > 0 ? language.pick(", chưa niêm phong \(survey.plain)", ", \(survey.plain) not sealed") : ""),
      advice: survey.missing > 0
        ? language.pick(
          "Cắm ổ sao lưu rồi chạy: dossier attachment mend.", "Plug in the backup disk, run: dossier attachment mend.")
        : language.pick("Chạy dossier backup: các tệp được niêm phong.", "Run dossier backup: it seals them."))
  }
}
