import ArgumentParser
import Console
import Crypto
import Documents
import DossierDomain
import DossierStore
import Foundation

extension ExportCommand {
  /// `dossier export other-system FILE`: the dossiers that the system in use beside this program does not have yet, in the
  /// order of its columns.
  struct OtherSystem: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "other-system",
        abstract: said(
          "Sổ các hồ sơ mà hệ thống dùng song song chưa có, theo cột của hệ thống ấy.",
          "The register of dossiers that a system used beside this one does not have yet, in its columns."),
        discussion: said(
          """
          Cột lấy theo một tệp mà hệ thống ấy xuất ra (--like), nhớ cho lần sau. Tệp .csv hoặc .xlsx theo đuôi tên. \
          Hồ sơ đã có mã của hệ thống khác thì không ghi nữa: nhập lại sổ của hệ thống ấy bằng import register để ghi mã.
          """,
          """
          The columns are those of a file that the system has exported (--like), which are kept for the next time. A \
          .csv or .xlsx file by its name. Dossiers with a code of another system are left out: import register takes \
          that system's register in and adds its codes.
          """))
    }

    @Argument(help: said("Tệp sẽ ghi, chưa có.", "The file to write, which is not there yet.", value: "tệp"))
    var file: String

    @Option(
      name: .long, help: said("Một tệp do hệ thống ấy xuất ra.", "A file that the other system has exported."))
    var like: String?

    @Option(
      name: .long,
      help: said(
        "Chỉ các hồ sơ nhận từ ngày này (mặc định: mọi hồ sơ mà hệ thống ấy chưa có).",
        "Only dossiers received from this day on (default: all that the other system does not have)."))
    var from: DateArgument?

    @Flag(
      name: .long,
      help: said(
        "Số định danh đầy đủ: cho phụ trách bộ phận, kèm --purpose.",
        "Identity numbers as they are: for a head of desk, with --purpose."))
    var full = false

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      try reading.validate(full: full)
      guard isWorkbook || file.hasSuffix(".csv") else {
        throw ValidationError(said("Tên tệp phải có đuôi .csv hoặc .xlsx.", "The file's name ends with .csv or .xlsx."))
      }
    }

    private var isWorkbook: Bool { file.hasSuffix(".xlsx") }

    func run() throws {
      let workplace = try global.openWorkplace()
      guard !FileManager.default.fileExists(atPath: file) else {
        Output.message(
          workplace.language.pick(
            "\(file) đã có; hãy đặt tên khác.", "\(file) is there already; choose another name."))
        throw ExitCode.faultsFound
      }
      let form = try form(workplace)
      try reading.reading(at: workplace, as: full ? Clerk.Role.seeingNumbers : []) { reader in
        try export(form, for: reader)
      }
    }

    /// The columns of the file that was given, or those of the last time.
    private func form(_ workplace: Workplace) throws -> OtherSystemForm {
      let memory = RememberedForm(store: workplace.store.office)
      guard let like else {
        if let form = memory.form { return form }
        Output.message(
          workplace.language.pick(
            "Chưa biết cột của hệ thống ấy: thêm --like TỆP, một tệp do hệ thống ấy xuất ra.",
            "The columns of that system are not known: add --like FILE, a file that it has exported."))
        throw ExitCode.faultsFound
      }
      do throws(RegisterFile.Failure) {
        return OtherSystemForm(
          try RegisterFile(like, RegisterChoices(), usesRemembered: true, workplace).reader.understanding)
      } catch {
        Output.message(error.wording(workplace.language))
        if case .unreadable = error { throw ExitCode.notFound }
        throw ExitCode.faultsFound
      }
    }

    /// A column that is not understood stays empty, which must not be seen only in the other system.
    private func sayEmptyColumns(_ form: OtherSystemForm, _ workplace: Workplace) {
      let empty = form.columns.filter { $0.meaning == nil }.map { "\"\($0.heading)\"" }.joined(separator: ", ")
      guard !empty.isEmpty else { return }
      Output.message(
        workplace.language.pick(
          "Cột để trống vì chưa hiểu: \(empty). Chọn nghĩa khi nhập tệp mẫu ấy (import register, --column), rồi xuất lại.",
          "Left empty because they are not understood: \(empty). Say what they are when that file is imported (import register, --column), then export again."
        ))
    }

    private func export(_ form: OtherSystemForm, for reader: DataReader) throws {
      let workplace = reader.workplace
      let opening = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.office.opening()
      }
      let names = Dictionary(opening.clerks.map { ($0.id, $0.name) }) { name, _ in name }
      var writer = RegisterWriter(form, officeName: opening.office.name, showsNumbers: full) { names[$0] ?? "" }
      var text = writer.header
      var (written, confidential, onBlanks) = (0, 0, 0)
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.reports.forEachDossier(
          receivedFrom: from?.date, through: workplace.clock.now.civilDate, isOwnCodeFirst: true
        ) { dossier in
          guard dossier.isUnknownElsewhere else { return }
          // A row without a name is of no use to the other system.
          guard !dossier.isConfidential else {
            confidential += 1
            return
          }
          text += writer.row(dossier)
          written += 1
          if dossier.onBlank != nil { onBlanks += 1 }
        }
      }
      try reader.record(
        reader.reading(.export, persons: written, showsNumbers: full, hash: Array(SHA256.hash(data: Array(text.utf8)))))
      try write(Array(text.utf8), workplace)
      sayEmptyColumns(form, workplace)
      if like != nil, !RememberedForm.keep(form, in: workplace) {
        Output.message(
          workplace.language.pick(
            "Chưa nhớ được các cột, vì chương trình đang mở ở cửa sổ khác; lần sau lại thêm --like.",
            "The columns are not kept, because another window has the data; add --like again the next time."))
      }
      let since = from.map {
        workplace.language.pick(" nhận từ \($0.date.slashed)", " received from \($0.date.slashed) on")
      }
      Output.data(
        workplace.language.pick(
          "Đã ghi \(written) hồ sơ\(since ?? "") vào \(file).", "Wrote \(written) dossiers\(since ?? "") to \(file)."))
      if onBlanks > 0, !form.columns.contains(where: { $0.meaning == .note }) {
        Output.message(
          workplace.language.pick(
            "\(onBlanks) hồ sơ nhận trên phiếu dự phòng, ghi sau: tệp ấy không có cột ghi chú nên không ghi được điều này.",
            "\(onBlanks) were received on blank receipts and recorded later, which that file has no column of notes for."
          ))
      }
      if confidential > 0 {
        Output.message(
          workplace.language.pick(
            "\(confidential) hồ sơ kín không ghi; nhập tay ở hệ thống ấy.",
            "\(confidential) confidential dossiers are left out; enter them there by hand."))
      }
      Output.warnWhileRefolding(workplace)
    }

    private func write(_ csv: [UInt8], _ workplace: Workplace) throws {
      let language = workplace.language
      guard isWorkbook else {
        do {
          return try DurableFile.write(to: file) { put in try put(csv) }
        } catch {
          Output.message(language.pick("Không ghi được \(file).", "Cannot write \(file)."))
          throw ExitCode.faultsFound
        }
      }
      guard let input = SheetHelper.nameless(csv, in: workplace.locations.data) else {
        Output.message(
          language.pick(
            "Không ghi được vào thư mục dữ liệu. Hãy xuất ra .csv.",
            "The data folder cannot be written. Write a .csv file instead."))
        throw ExitCode.storeUnavailable
      }
      do throws(SheetHelper.WritingFailure) {
        try SheetHelper.write(csv: input, to: file)
      } catch {
        Output.message(error.wording(language))
        throw ExitCode.faultsFound
      }
    }
  }
}

extension Dossier {
  /// Whether it was received here and no other system has a code for it.
  fileprivate var isUnknownElsewhere: Bool {
    !isVoid && !isImported && !codes.contains { $0.origin.isOfAnotherSystem }
  }
}
