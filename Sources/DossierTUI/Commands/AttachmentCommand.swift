import ArgumentParser
import Console
import DossierDomain
import DossierStore
import Foundation
import OfficeWork

/// `dossier attachment`: lists, saves and erases the scans of a dossier, and erases the kept pages of its issued papers.
struct AttachmentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attachment",
      abstract: said(
        "Xem, lưu, hủy bản quét; hủy bản lưu của giấy đã lập; lấy lại bản quét hỏng từ bản sao lưu.",
        "Lists, saves and erases scans, erases kept pages of issued papers; mends scans from a backup."),
      subcommands: [List.self, Save.self, Erase.self, Mend.self])
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Các bản quét và bản lưu của giấy đã lập của một hồ sơ.",
          "The scans of a dossier, and the kept pages of its issued papers."))
    }

    @Argument(help: said("Mã hồ sơ.", "The dossier's code.", value: "mã-hồ-sơ")) var code: String
    @Flag(
      name: .long,
      help: said(
        "In ra JSON: number (bản quét) hoặc paper (giấy đã lập), name, hash, state, percent.",
        "JSON: number (a scan) or paper (an issued paper), name, hash, state, percent."))
    var json = false
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var number: Int?
      var paper: String?
      var name: String
      var hash: String
      var state: String
      var percent: Int?
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      try answering(workplace) { () throws(AttachmentError) in
        let card = try card(code, workplace)
        let (papers, progress) = try storing { () throws(StoreError) in
          let papers = try workplace.store.papers.issued(for: card.dossier.id, viewer: .commandLine)
          var progress = card.attachments
          // What is kept of a shared receipt belongs to the dossier on which it is recorded.
          for id in Set(papers.map(\.dossier)).subtracting([card.dossier.id]) {
            let other = try workplace.store.queue.card(id, viewer: .commandLine)
            progress.merge(other?.attachments ?? [:]) { own, _ in own }
          }
          return (papers, progress)
        }
        let records = records(of: card.dossier, papers.map(\.paper.issue), progress, workplace.language)
        if json { return Output.json(records) }
        for record in records {
          let state = progress[record.hash]?.wording(workplace.language) ?? workplace.language.pick("không có", "none")
          Output.data("\(record.number.map { "\($0)" } ?? record.paper ?? "")  \(record.name)  \(state)")
        }
      }
    }

    private func records(
      of dossier: Dossier, _ papers: [PaperIssue], _ progress: [String: AttachmentProgress], _ language: Language
    ) -> [Record] {
      let scans = dossier.components.filter { !$0.blobHash.isEmpty }.map { scan in
        let (state, percent) = record(progress[scan.blobHash])
        return Record(number: scan.number, name: scan.name, hash: scan.blobHash, state: state, percent: percent)
      }
      let papers = papers.map { paper in
        let (state, percent) = record(progress[paper.sealed])
        return Record(
          paper: paper.number.text, name: paper.form.wording(language), hash: paper.sealed, state: state,
          percent: percent)
      }
      return scans + papers
    }

    private func record(_ progress: AttachmentProgress?) -> (String, Int?) {
      switch progress {
      case .sending(let percent): ("sending", percent)
      case .sent: ("sent", nil)
      case .receiving(let percent): ("receiving", percent)
      case .here: ("here", nil)
      case .erased: ("erased", nil)
      case nil: ("unknown", nil)
      }
    }
  }

  struct Save: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: said("Lưu một bản quét thành tệp mới.", "Writes a scan into a new file."))
    }

    @Argument(help: said("Mã hồ sơ.", "The dossier's code.", value: "mã-hồ-sơ")) var code: String
    @Argument(help: said("Số thứ tự của giấy tờ trong hồ sơ.", "The paper's number.", value: "số")) var number: Int
    @Option(name: .long, help: said("Tệp mới.", "The new file.")) var to: String
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workplace = try global.openWorkplace()
      try reading.reading(at: workplace) { reader in
        let workplace = reader.workplace
        let expected = reader.reading(.scan, persons: 1)
        try reader.requireName(for: expected)
        try OfficeCommand.reporting(workplace) { () throws(StoreError) in try reader.check(expected) }
        let path = TypedPath.resolved(to)
        try answering(workplace) { () throws(AttachmentError) in
          try workplace.store.scans.save(scan("\(number)", of: card(code, workplace).dossier), to: path)
        }
        // If the reading cannot be recorded, the saved copy is removed again.
        do {
          try reader.record(reader.reading(.scan, persons: 1, hash: fileHash(path)))
        } catch {
          try? FileManager.default.removeItem(atPath: path)
          throw error
        }
      }
    }
  }

  struct Erase: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Hủy hẳn một bản quét, hoặc bản lưu của giấy đã lập: khóa và tệp ở máy này, và khóa ở bản sao lưu vào lần sao lưu sau.",
          """
          Destroys a scan, or the kept page of an issued paper, for good: its key, its file, and at the next backup its key \
          there.
          """),
        discussion: said(
          "Hủy một tờ khai thì các tờ khai lập sau của hồ sơ cũng bị hủy, vì được điền từ nó; số của các tờ ấy được in ra. "
            + "Ổ sao lưu nào không cắm lại thì vẫn giữ khóa của ngày sao lưu ấy: hãy cắm lại, hoặc hủy ổ đó.",
          "With a declaration the later ones of the dossier go too, because they were filled from it; their numbers are printed. "
            + "A backup disk that is not plugged in again keeps the key of its day: plug it in, or destroy it."))
    }

    @Argument(help: said("Mã hồ sơ.", "The dossier's code.", value: "mã-hồ-sơ")) var code: String
    @Argument(
      help: said(
        "Số thứ tự của giấy tờ trong hồ sơ, hoặc số của giấy đã lập, như 12/2026-7K3QZ0.",
        "The paper's number in the dossier, or the number on an issued paper, such as 12/2026-7K3QZ0.", value: "số"))
    var number: String
    @Option(name: .long, help: said("Lý do; ghi vào quá trình của hồ sơ.", "Why: goes into the dossier's timeline."))
    var reason: String
    @OptionGroup var author: WriterOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      try author.signedIn(at: workplace, as: ActionRule.of(.eraseScan).permittedRoles, isNamed: true) { clerk in
        try answering(workplace) { () throws(AttachmentError) in
          // Whoever may see a confidential dossier erases in it, too.
          let dossier = try card(code, workplace, viewer: Viewer(clerk)).dossier
          guard let paper = PaperNumber(number) else {
            return try workplace.store.scans.erase(
              scan(number, of: dossier), reason: reason, by: clerk.id, at: workplace.clock.now, isConfirmed: true)
          }
          let viewer = Viewer(clerk)
          let filed = try storing { () throws(StoreError) in
            try workplace.store.papers.find(paper, for: dossier.id, viewer: viewer)
          }
          guard let filed else { throw .unknown }
          let erased = try workplace.store.papers.erase(
            paper, of: filed.dossier, reason: reason, by: clerk.id, at: workplace.clock.now, isConfirmed: true)
          for number in erased { Output.data(number.text) }
        }
      }
    }
  }

  struct Mend: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Lấy lại bản quét thiếu hoặc hỏng từ thư mục sao lưu.",
          "Brings missing or damaged scans back from the folder of the backups."))
    }

    @Option(
      name: .long,
      help: said(
        "Thư mục sao lưu (mặc định: backup-folder trong settings.toml).",
        "The folder (default: backup-folder in settings.toml)."))
    var from: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      try answering(workplace) { () throws(AttachmentError) in
        guard let folder = from ?? workplace.settings.backupFolder else { throw .missing(path: "–") }
        let (mended, missing) = try workplace.store.backups.mendScans(from: TypedPath.resolved(folder))
        Output.data(
          workplace.language.pick(
            "Đã lấy lại \(mended) tệp quét, còn thiếu \(missing).", "Brought back \(mended) scans, \(missing) missing.")
        )
      }
    }
  }
}

private func answering(_ workplace: Workplace, _ body: () throws(AttachmentError) -> Void) throws {
  do throws(AttachmentError) { try body() } catch {
    Output.message(error.wording(workplace.language))
    throw error == .unknown ? ExitCode.notFound : ExitCode.faultsFound
  }
}

private func storing<Value>(_ body: () throws(StoreError) -> Value) throws(AttachmentError) -> Value {
  do throws(StoreError) { return try body() } catch { throw .store(error) }
}

/// The dossier with this code or these last four digits. Unless a clerk has signed in for the command, confidential dossiers are
/// refused.
private func card(
  _ code: String, _ workplace: Workplace, viewer: Viewer = .commandLine
) throws(AttachmentError) -> DossierCard {
  let found = try storing { () throws(StoreError) in
    let rows = try workplace.store.queue.findByCode(code, viewer: viewer)
    guard rows.count == 1 else { return DossierCard?.none }
    return try workplace.store.queue.card(rows[0].id, viewer: viewer)
  }
  guard let found else { throw .unknown }
  return found
}

/// The scan of the paper with this place in the dossier.
private func scan(_ number: String, of dossier: Dossier) throws(AttachmentError) -> BlobHash {
  guard let hash = dossier.components.first(where: { "\($0.number)" == number }).flatMap({ BlobHash($0.blobHash) })
  else { throw .unknown }
  return hash
}
