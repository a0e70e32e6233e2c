import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

/// `dossier paper list CODE` and `dossier paper show CODE NUMBER`: what was issued for a dossier.
enum IssuedPaperCommands {
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said("Các giấy đã lập của một hồ sơ.", "The papers that were issued for a dossier."))
    }

    @Argument(help: said("Mã hồ sơ.", "The dossier's code.", value: "mã-hồ-sơ")) var code: String
    @Flag(
      name: .long,
      help: said(
        "In ra JSON: number, form, name, issuedAt, clerk, replacedBy, dossiers, printed.",
        "JSON: number, form, name, issuedAt, clerk, replacedBy, dossiers, printed."))
    var json = false
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var number: String
      var form: String
      var name: String
      var issuedAt: String
      var clerk: String
      /// Absent if it is the last one of its kind.
      var replacedBy: String?
      /// The codes of all dossiers on it.
      var dossiers: [String]
      /// kept, sent, printed, doubtful or withdrawn; absent for a paper of another machine, and for one that was printed long ago.
      var printed: String?
    }

    private static func name(_ state: PrintState) -> String {
      switch state {
      case .kept: "kept"
      case .sent: "sent"
      case .printed: "printed"
      case .doubtful: "doubtful"
      case .withdrawn: "withdrawn"
      }
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      let language = workplace.language
      let row = try dossier(code, workplace)
      let papers = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        try workplace.store.papers.issued(for: row.id, viewer: .commandLine)
      }
      let names = Dictionary(
        try OfficeCommand.reporting(workplace) { () throws(StoreError) in try workplace.store.office.clerks() }
          .map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
      let states = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        var states: [PaperNumber: PrintState] = [:]
        for paper in papers { states[paper.number] = try workplace.store.papers.printState(of: paper.number) }
        return states
      }
      if json {
        return Output.json(
          papers.map { paper in
            Record(
              number: paper.number.text, form: paper.paper.issue.form.text,
              name: paper.paper.issue.form.wording(language), issuedAt: paper.paper.at.iso8601,
              clerk: names[paper.paper.by] ?? "", replacedBy: paper.replacement?.text,
              dossiers: paper.codes.map(\.text), printed: states[paper.number].map(Self.name))
          })
      }
      if papers.isEmpty {
        Output.message(language.pick("Hồ sơ này chưa có giấy nào được lập.", "No paper was issued for this dossier."))
      }
      for paper in papers {
        let replaced = paper.replacement.map {
          language.pick(" · đã thay bằng số \($0.text)", " · replaced by \($0.text)")
        }
        Output.data(
          "\(paper.number.text)  \(paper.paper.issue.form.wording(language))  \(paper.paper.at.clockAndDate)  "
            + (names[paper.paper.by] ?? "?") + (replaced ?? "")
            + (states[paper.number].map { " · " + $0.wording(language) } ?? ""))
      }
    }
  }

  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Nội dung một giấy, đúng như khi lập.", "What an issued paper says, as it was issued."))
    }

    @Argument(help: said("Mã hồ sơ.", "The dossier's code.", value: "mã-hồ-sơ")) var code: String
    @Argument(help: said("Số của giấy, ví dụ 12/2026-7K3QZ0.", "The paper's number, e.g. 12/2026-7K3QZ0.", value: "số"))
    var number: String
    @OptionGroup var disclosure: FullNumbersOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws { try reading.validate(full: disclosure.full) }

    func run() throws {
      let workplace = try global.openWorkplace()
      try reading.reading(at: workplace, as: disclosure.full ? Clerk.Role.seeingNumbers : []) { reader in
        let workplace = reader.workplace
        let row = try dossier(code, workplace)
        let text = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
          try PaperNumber(number).flatMap { number throws(StoreError) in
            try PaperDesk(workplace: workplace).text(of: .issued(number), row.id, viewer: .commandLine)
          }
        }
        guard let text else {
          Output.message(
            workplace.language.pick(
              "Hồ sơ này không có giấy số \(number), hoặc bản lưu chưa có ở máy này hay đã bị hủy.",
              "The dossier has no paper \(number), or what is kept of it is not here yet, or was erased."))
          throw ExitCode.notFound
        }
        let held = HeldOutput(folder: workplace.locations.data)
        for line in disclosure.full ? text.full : text.masked { held.data(line) }
        try reader.putOut(held, .show, persons: 1, showsNumbers: disclosure.full)
      }
    }
  }

  private static func dossier(_ code: String, _ workplace: Workplace) throws -> QueueRow {
    let rows = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.queue.findByCode(code, viewer: .commandLine)
    }
    guard rows.count == 1, let row = rows.first else {
      Output.message(
        workplace.language.pick(
          rows.isEmpty ? "Không có hồ sơ mã \(code)." : "Có \(rows.count) hồ sơ mã \(code); ghi cả mã.",
          rows.isEmpty
            ? "No dossier with the code \(code)." : "\(rows.count) dossiers have \(code); give the whole code."))
      throw ExitCode.notFound
    }
    return row
  }
}
