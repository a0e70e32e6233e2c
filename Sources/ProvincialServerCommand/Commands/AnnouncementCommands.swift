import ArgumentParser
import Console
import DossierDomain
import Foundation
import ProvincialServer

/// The decision of announcement with which procedures are recorded.
struct AnnouncementOptions: ParsableArguments {
  @Option(help: "The number of the decision of announcement, such as 1234/QĐ-UBND.") var announcement: String?
  @Option(help: "Its day.") var date: DayArgument?
  @Option(help: "Its title.") var title: String?
  @Option(help: "Who signed it.") var signer: String?
  @Option(name: .customLong("file"), help: "The signed file; only its SHA-256 is recorded.") var signedFile: String?
  @Option(name: .customLong("internal"), help: "How many internal procedures it carries.") var internalProcedures: Int?

  func validate() throws {
    guard announcement != nil else {
      let isAlone = date == nil && title == nil && signer == nil && signedFile == nil && internalProcedures == nil
      guard isAlone else {
        throw ValidationError("--date, --title, --signer, --file and --internal are for --announcement.")
      }
      return
    }
    guard date != nil, title != nil else { throw ValidationError("--announcement needs --date and --title.") }
  }

  /// The announcement, whose changes are not known yet; nil if none is named.
  func read() throws -> Announcement? {
    guard let announcement, let date, let title else { return nil }
    return Announcement(
      number: announcement, date: date.date, title: title, signer: signer ?? "",
      fileHash: try signedFile.map { path in
        guard let bytes = FileManager.default.contents(atPath: path) else {
          throw Failure(.notFound, "Cannot read \(path).")
        }
        return Administration.hash(ofFile: Array(bytes))
      }, internalProcedures: internalProcedures ?? 0)
  }
}

/// Says what is wrong with an announcement.
func checking<Value>(_ body: () throws -> Value) throws -> Value {
  do { return try body() } catch let fault as Announcement.Fault { throw Failure(.notDone, fault.wording(.en)) }
}

extension ProceduresCommand {
  struct Announcements: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The decisions of announcement, the newest first, and what those that stand sum to.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Only this year.") var year: Int?

    func run() throws {
      try reporting {
        let records = try store.administration().announcements().filter { year == nil || $0.id.date.year == year }
        if !records.isEmpty { Output.data(AnnouncementRecord.headings(.en).joined(separator: "\t")) }
        for record in records { Output.data(record.cells(.en).joined(separator: "\t")) }
        Output.data(AnnouncementTotals(records).wording(.en))
      }
    }
  }

  struct Retract: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes a decision of announcement back, with the versions that it brought.",
      discussion: """
        What the versions had replaced counts again. Every office has it after its next exchange; dossiers keep the version of \
        their reception.
        """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "Its number.") var number: String
    @Option(help: "Its day.") var date: DayArgument
    @Option(help: "Why it is taken back.") var reason: String

    func run() throws {
      try reporting {
        let retraction = AnnouncementRetraction(number: number, date: date.date, reason: reason)
        let isKnown = try checking { try store.administration().retract(retraction, at: Clock.now) }
        Output.data(
          isKnown
            ? "The decision \(number) of \(date.date.slashed) is taken back."
            : "No decision \(number) of \(date.date.slashed) is known here: the retraction changes nothing.")
      }
    }
  }
}
