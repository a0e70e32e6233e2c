import ArgumentParser
import Console
import Documents
import DossierDomain
import Foundation
import ProvincialServer

struct DeviceLostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lost",
    abstract: "The machine is gone: revoked, its numbers are others' from tomorrow on. Says whose data were on it.",
    discussion: "May be given again: it changes nothing then, and says the same.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var office: OfficeOption
  @Argument(help: "The machine, as `device list` names it; the first digits will do.") var device: String
  @Option(
    name: .long, help: "Write the codes of the dossiers that were on it to this new file, one a line, to notify people."
  )
  var codes: String?
  @Option(
    name: .long,
    help: """
      Write the people whose data were on it to this new file as CSV: name, year of birth, codes, kinds of data. Needs \
      --purpose, and is recorded in the order of the office.
      """)
  var list: String?
  @Option(name: .long, help: "What the list is for, 3 to 200 characters; recorded with it.")
  var purpose: String?
  @Flag(
    name: .long,
    help: "Print as JSON: seenAt, isBounded, dossiers, confidential, people, peopleWithNumber, scansAtMost.")
  var json = false

  struct Report: Encodable {
    var seenAt: String?
    /// False if the machine's last exchange was before its received places were recorded; then all dossiers of the
    /// office count.
    var isBounded: Bool
    var dossiers: Int
    var confidential: Int
    var people: Int
    var peopleWithNumber: Int
    var scansAtMost: Int
  }

  func validate() throws {
    guard purpose.map({ DataReading.purpose($0) != nil }) ?? (list == nil) else {
      throw ValidationError("--list needs --purpose, of 3 to 200 characters.")
    }
  }

  func run() throws {
    try DeviceCommand.change(store, office, device) { administration, device, office in
      // The machine is revoked first, so that it receives nothing more however long the list takes.
      try administration.declareLost(device, of: office, at: Clock.now)
      let contents = try administration.contents(of: device, in: office)
      if let codes { try write(contents.codes.map { $0 + "\n" }.joined(), to: codes) }
      if let list, let purpose = purpose.flatMap(DataReading.purpose) {
        let text = contents.peopleTable
        try store.placing {
          try $0.recordReading(
            of: Array(text.utf8), dossiers: contents.dossiers, purpose: purpose, in: office, at: Clock.now)
        }
        try write(text, to: list)
      }
      if json { return Output.json(Report(contents)) }
      Output.data(sentences(contents).joined(separator: "\n"))
    }
  }

  private func sentences(_ contents: DeviceContents) -> [String] {
    let until = contents.seenAt.map { "until its last exchange, \($0.iso8601)" } ?? "it has never come"
    return [
      "Revoked. Its numbers are others' from tomorrow on.",
      "On it, \(until): dossiers \(contents.dossiers), of them confidential \(contents.confidential); people "
        + "\(contents.people), of them with their identity number \(contents.peopleWithNumber); scans and "
        + "kept pages of issued papers at most \(contents.scans).",
      contents.through == nil && contents.seenAt != nil
        ? "Its last exchange was before the province recorded what each machine has: all of the office's dossiers are counted."
        : nil,
      "The province does not know what was received at it since then: ask its clerks, and compare with the paper receipts.",
      "Give every clerk who signed in there a new PIN.",
      codes.map { "The codes are in \($0)." } ?? "Which dossiers: give the command again with --codes FILE.",
      list.map { "The people are in \($0)." }
        ?? "Which people: give the command again with --list FILE --purpose TEXT.",
    ].compactMap { $0 }
  }

  /// Creates the file readable by its owner only; never overwrites a file.
  private func write(_ text: String, to file: String) throws {
    let descriptor = Foundation.open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw Failure(
        .notDone,
        "The machine is revoked, but \(file) cannot be made as a new file. Give the command again with another.")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch {
      throw Failure(
        .notDone, "The machine is revoked, but \(file) could not be written: \(error.localizedDescription).")
    }
  }
}

extension DeviceLostCommand.Report {
  init(_ contents: DeviceContents) {
    self.init(
      seenAt: contents.seenAt?.iso8601, isBounded: contents.through != nil || contents.seenAt == nil,
      dossiers: contents.dossiers, confidential: contents.confidential, people: contents.people,
      peopleWithNumber: contents.peopleWithNumber, scansAtMost: contents.scans)
  }
}

extension DeviceContents {
  /// The people, one a line. The byte-order mark is for spreadsheets.
  fileprivate var peopleTable: String {
    "\u{FEFF}" + csvLine(["Họ tên", "Năm sinh", "Mã hồ sơ", "Dữ liệu có trên máy"])
      + persons.map { person in
        let data = PersonOnMachine.Datum.allCases.filter(person.data.contains).map(\.vietnamese)
        return csvLine([
          person.name, person.yearOfBirth, person.codes.joined(separator: "; "), data.joined(separator: "; "),
        ])
      }.joined()
  }
}

extension PersonOnMachine.Datum {
  /// The list is sent on to people of the office, so its words are Vietnamese.
  fileprivate var vietnamese: String {
    switch self {
    case .identityNumber: "số giấy tờ"
    case .birth: "ngày sinh"
    case .sex: "giới tính"
    case .phone: "số điện thoại"
    case .address: "địa chỉ"
    case .email: "thư điện tử"
    case .relative: "tên người thân"
    case .scan: "bản quét giấy tờ"
    case .issuedPaper: "giấy đã lập"
    case .confidentialDossier: "hồ sơ kín"
    }
  }
}
