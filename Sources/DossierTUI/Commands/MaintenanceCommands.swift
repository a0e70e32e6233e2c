import ArgumentParser
import Console
import DossierDomain
import DossierStore
import JournalFormat

/// `dossier verify`: checks that no entry of the journal is missing or changed, and that all projections agree with it.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: said(
        "Kiểm tra tệp, chuỗi nhật ký, từng việc đã ghi, bản quét và các bảng tính sẵn.",
        "Checks file, journal chain, canonical bytes, attachments and projections."))
  }

  @Flag(
    name: .long,
    help: said(
      "Cho biết cả ai ghi gì, ở máy nào, lúc nào, và điều gì chứng tỏ.",
      "Also says who wrote what, at which machine, when, and what shows it."))
  var who = false

  @Flag(
    name: .long,
    help: said(
      """
      In ra JSON: entries, dossiers, attachments, signed, machineOnly, unsigned, faults, refoldingLeft, keptBeside; có --who thì \
      thêm who.
      """,
      "JSON: entries, dossiers, attachments, signed, machineOnly, unsigned, faults, refoldingLeft, keptBeside; with --who also who."
    )
  )
  var json = false

  @OptionGroup var global: GlobalOptions

  private struct Record: Encodable {
    var entries: Int
    var dossiers: Int
    var attachments: Int
    /// Counts of entries by the proof of their author: signed by the clerk's key, by the machine's key only, or not yet
    /// signed.
    var signed: Int
    var machineOnly: Int
    var unsigned: Int
    var faults: [String]
    /// The number of dossiers that an upgrade has not computed again yet.
    var refoldingLeft: Int?
    /// Entries of names that another entry has in the journal; absent if there are none.
    var keptBeside: Int?
    var who: [AuthoredRecord]?
  }

  func run() throws {
    let workplace = try global.openWorkplace(mending: true)
    let report: VerificationReport
    let authors: AuthorshipReport
    do throws(StoreError) {
      var bar = ProgressBar(total: 1000)
      report = try workplace.store.upkeep.verify { done, all in bar.show(done * 1000 / max(1, all)) }
      bar.finish()
      authors = try workplace.store.upkeep.authorship()
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.storeUnavailable
    }
    let faults =
      report.faults.map { $0.wording(workplace.language) }
      + authors.wrong.map { StoreFault.signatureWrong($0).wording(workplace.language) }
    let records = who ? try AuthoredRecord.all(authors, workplace) : nil
    if json {
      Output.json(
        Record(
          entries: report.entries, dossiers: report.dossiers, attachments: report.attachments,
          signed: authors.count(.clerk), machineOnly: authors.count(.machine), unsigned: authors.count(.none),
          faults: faults, refoldingLeft: report.refoldingLeft,
          keptBeside: report.keptBeside > 0 ? report.keptBeside : nil, who: records))
    } else if faults.isEmpty {
      Output.data(
        workplace.language.pick(
          "Đủ và đúng: \(report.entries) mục nhật ký, \(report.dossiers) hồ sơ, \(report.attachments) tệp quét.",
          "Complete and sound: \(report.entries) entries, \(report.dossiers) dossiers, \(report.attachments) scans."))
      Output.data(authors.summary(workplace.language))
    } else {
      for fault in faults { Output.data(fault) }
    }
    if !json, let left = report.refoldingLeft {
      Output.data(
        workplace.language.pick(
          "Đang tính lại sau nâng cấp: còn \(left) hồ sơ, chưa so được. Mở chương trình, hoặc: dossier rebuild.",
          "Computing again after an upgrade: \(left) dossiers left, not compared. Open the program, or: dossier rebuild."
        ))
    }
    if !json, report.keptBeside > 0 {
      Output.data(
        workplace.language.pick(
          "Giữ riêng \(report.keptBeside) mục cùng tên với mục khác trong nhật ký (máy đã bị chép hoặc khôi phục); không mất gì.",
          "Kept beside the journal: \(report.keptBeside) entries whose names others have there (copied or restored); nothing is lost."
        ))
    }
    if !json, let records { Output.data(AuthoredRecord.table(records, workplace.language)) }
    if !faults.isEmpty { throw ExitCode.faultsFound }
  }
}

/// `dossier rebuild`: computes all projections again from the journal.
struct RebuildCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rebuild",
      abstract: said(
        "Làm lại danh sách, số đếm và chỉ mục tìm kiếm từ nhật ký.",
        "Makes rows, counts and search index again from the journal."))
  }

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.openWorkplace(.readWrite, mending: true)
    do throws(StoreError) {
      var bar = ProgressBar(total: 1000)
      try workplace.store.upkeep.rebuild { done, all in bar.show(Int(done * 1000 / max(1, all))) }
      bar.finish()
      Output.data(workplace.language.pick("Đã dựng lại từ nhật ký.", "Made again from the journal."))
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.storeUnavailable
    }
  }
}

extension StoreFault {
  /// The findings, and what to do about them.
  func wording(_ language: Language) -> String {
    let remedy =
      isMendedByRebuild
      ? language.pick(" Chạy: dossier rebuild.", " Run: dossier rebuild.")
      : attachment != nil
        ? language.pick(
          " Cắm ổ sao lưu rồi chạy: dossier attachment mend.",
          " Plug in the backup disk and run: dossier attachment mend.")
        : language.pick(" Giữ nguyên tệp, khôi phục từ bản sao lưu.", " Keep the file; restore from a backup.")
    return what(language) + remedy
  }

  /// What was found.
  func what(_ language: Language) -> String {
    switch self {
    case .fileDamaged(let detail): language.pick("Tệp hỏng: \(detail).", "The file is damaged: \(detail).")
    case .sequenceBroken(let entry):
      language.pick(
        "Nhật ký thiếu mục trước số \(entry.sequence).", "Entries are missing before number \(entry.sequence).")
    case .bytesChanged(let entry):
      language.pick("Mục \(entry.sequence) đã bị sửa.", "Entry \(entry.sequence) was changed.")
    case .chainBroken(let entry):
      language.pick(
        "Mục \(entry.sequence) không nối với mục trước.", "Entry \(entry.sequence) does not follow the one before.")
    case .notCanonical(let entry):
      language.pick("Mục \(entry.sequence) không đúng dạng.", "Entry \(entry.sequence) is not in canonical form.")
    case .foldedChanged:
      language.pick(
        "Một hồ sơ cũ nhận từ tỉnh đã bị sửa.", "An old dossier that came from the province was changed.")
    case .dossierDiffers:
      language.pick("Một hồ sơ trong danh sách khác với nhật ký.", "A dossier in the lists differs from the journal.")
    case .officeDiffers:
      language.pick(
        "Cài đặt, cán bộ hoặc lịch nghỉ khác với nhật ký.", "Settings, clerks or days off differ from the journal.")
    case .tallyDiffers: language.pick("Số đếm khác với nhật ký.", "The counts differ from the journal.")
    case .searchDiffers:
      language.pick("Chỉ mục tìm kiếm khác với nhật ký.", "The search index differs from the journal.")
    case .attachmentMissing(let hash):
      language.pick("Thiếu tệp quét \(hash.text.prefix(8)).", "The scan \(hash.text.prefix(8)) is missing.")
    case .attachmentDamaged(let hash):
      language.pick("Tệp quét \(hash.text.prefix(8)) bị hỏng.", "The scan \(hash.text.prefix(8)) is damaged.")
    case .attachmentKeyMissing(let hash):
      language.pick(
        "Mất khóa của tệp quét \(hash.text.prefix(8)).", "The key of the scan \(hash.text.prefix(8)) is missing.")
    case .signatureWrong(let entry):
      language.pick(
        "Chữ ký đến mục \(entry.sequence) không đúng với nhật ký.",
        "The signature up to entry \(entry.sequence) does not agree with the journal.")
    case .rebuildUnfinished: language.pick("Lần dựng lại trước chưa xong.", "The last rebuild was cut off.")
    }
  }
}
