import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// The options that every command accepts, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .long,
    help: said(
      "Thư mục dữ liệu của đơn vị (mặc định: theo XDG, thường là ~/.local/share/dossier).",
      "The office's data folder (default: the XDG data folder)."))
  var data: String?

  @Option(
    name: .long,
    help: said(
      "Tên bộ màu: default, dark, light, high-contrast, mono, hoặc bộ màu riêng.",
      "Name of a theme: default, dark, light, high-contrast, mono, or your own."))
  var theme: String?

  @Option(name: .long, help: said("Ngôn ngữ: vi (tiếng Việt) hoặc en (tiếng Anh).", "vi or en."))
  var language: Language?

  @Option(
    name: .long,
    help: said(
      "Giờ mà đơn vị thử lấy làm bây giờ, ví dụ 2026-11-25T08:42; dữ liệu thật thì không nhận.",
      "ISO 8601 time that a demo office takes for now; refused for real data."))
  var now: InstantArgument?

  @Flag(
    name: .long,
    help: said("Chỉ dùng ký tự ASCII cho khung và ký hiệu.", "Only ASCII characters for boxes and symbols."))
  var ascii = false

  @Flag(
    name: .long,
    help: said(
      "Không khung, chữ thay ký hiệu: cho trình đọc màn hình và chữ nổi.",
      "No boxes, words for symbols: for screen readers and braille."))
  var plain = false

  var workplace: WorkplaceOptions {
    WorkplaceOptions(data: data, theme: theme, language: language, now: now?.instant, isASCII: ascii, isPlain: plain)
  }
}

extension Language: ExpressibleByArgument {}

/// An instant on a command line, such as `2026-11-25T08:42`, with seconds and offset if wanted; the default offset is
/// +07:00.
struct InstantArgument: ExpressibleByArgument {
  var instant: Instant

  init?(argument: String) {
    guard let instant = Instant(iso8601: argument) else { return nil }
    self.instant = instant
  }
}

extension GlobalOptions {
  /// Opens the office's data. If the store cannot be used, the command ends with a sentence and its exit code.
  /// - Parameters:
  ///   - creating: creates the data if there are none.
  ///   - mending: also opens data whose rebuild was interrupted.
  func openWorkplace(
    _ access: LocalStore.Access = .readOnly, creating: Bool = false, mending: Bool = false
  ) throws -> Workplace {
    do throws(StoreError) {
      if !creating { try Workplace.demandOffice(self.workplace) }
      let workplace = try Workplace.open(self.workplace, access: access)
      if !mending, try workplace.store.upkeep.hasUnfinishedRebuild() { throw .rebuildUnfinished }
      for problem in workplace.problems { Output.message(problem.wording(workplace.language)) }
      return workplace
    } catch {
      Output.message(error.wording(language ?? .vi))
      throw ExitCode.storeUnavailable
    }
  }
}
