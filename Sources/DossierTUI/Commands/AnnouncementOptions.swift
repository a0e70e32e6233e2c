import ArgumentParser
import Console
import DossierDomain
import Foundation

/// The decision of announcement with which procedures are recorded.
struct AnnouncementOptions: ParsableArguments {
  @Option(
    name: .long,
    help: said(
      "Số quyết định công bố, ví dụ 1234/QĐ-UBND: ghi thủ tục và quyết định thành một việc.",
      "The number of the decision of announcement: procedures and decision are recorded as one act.", value: "số"))
  var announcement: String?
  @Option(name: .long, help: said("Ngày của quyết định.", "The day of the decision.")) var date: DateArgument?
  @Option(name: .long, help: said("Trích yếu của quyết định.", "The title of the decision.")) var title: String?
  @Option(name: .long, help: said("Người ký.", "Who signed it.")) var signer: String?
  @Option(
    name: .customLong("file"),
    help: said(
      "Bản đã ký (PDF): chỉ ghi mã băm SHA-256, không giữ tệp.", "The signed file: only its SHA-256 is recorded.",
      value: "tệp"))
  var signedFile: String?
  @Option(
    name: .customLong("internal"),
    help: said(
      "Số quy trình nội bộ kèm theo quyết định.", "How many internal procedures the decision carries.", value: "số"))
  var internalProcedures: Int?

  func validate() throws {
    guard announcement != nil else {
      let isAlone = date == nil && title == nil && signer == nil && signedFile == nil && internalProcedures == nil
      guard isAlone else {
        throw ValidationError(
          said(
            "--date, --title, --signer, --file, --internal đi với --announcement.",
            "--date, --title, --signer, --file and --internal are for --announcement."))
      }
      return
    }
    guard date != nil, title != nil else {
      throw ValidationError(said("--announcement cần --date và --title.", "--announcement needs --date and --title."))
    }
  }

  /// The announcement, whose changes are not known yet; nil if none is named.
  func read(_ language: Language) throws -> Announcement? {
    guard let announcement, let date, let title else { return nil }
    return Announcement(
      number: announcement, date: date.date, title: title, signer: signer ?? "",
      fileHash: try signedFile.map { try Self.hash($0, language) }, internalProcedures: internalProcedures ?? 0
    ).tidied()
  }

  private static func hash(_ file: String, _ language: Language) throws -> [UInt8] {
    do {
      return try fileHash(TypedPath.existing(file))
    } catch {
      Output.message(language.pick("Không đọc được tệp \(file).", "Cannot read \(file)."))
      throw ExitCode.notFound
    }
  }
}
