import ProvincialServer
import SyncProtocol

/// Words errors as sentences that say what to do.
enum Wording {
  static func of(_ error: ServerStoreError) -> String {
    switch error {
    case .unreachable(let text):
      "The database cannot be reached: \(text). Check that it runs and that its address is right."
    case .diskFull: "The disk of the database is full. Make room; nothing was changed."
    case .readOnly: "The database cannot be written to. Check permissions, or whether this is a standby."
    case .contended: "Others were writing all the time. Try again."
    case .unexpectedRow(let column):
      "The database holds something unexpected (column \(column)). Restore it from a backup."
    case .refused(let text): "The database refused: \(text)."
    case .newerSchema:
      "The database was made by a newer version of provincial-server. Use that one; nothing was changed."
    }
  }

  static func of(_ error: AuthorityError) -> String {
    switch error {
    case .absent(let folder): "There are no keys of an authority in \(folder)."
    case .damaged(let file): "\(file) is damaged. Put it back from a backup; nothing was changed."
    case .notWritable(let file): "\(file) cannot be written. Nothing was changed."
    case .sealed(let file):
      "\(file) is sealed. Give its passphrase by --passphrase-fd, or by the systemd credential authority-passphrase."
    case .wrongPassphrase: "This passphrase does not open the authority's keys. Nothing was changed."
    }
  }

  static func of(_ error: AdministrationError) -> String {
    switch error {
    case .officeUnknown: "There is no office with this agency code. `provincial-server office list` shows them."
    case .officeExists: "There is an office with this agency code or this code of a commune already."
    case .unitCodeMalformed(let code):
      "\(code) is no code of a commune, which is a number such as 19594. Nothing was changed."
    case .unitCodeTaken(let code, let office):
      """
      \(code) is the code of the office \(office). Nothing was changed. If it has it no more: \
      `provincial-server office unit-code --office \(office) --remove \(code)`.
      """
    case .unitCodeNotRemovable(let code):
      "The office does not have the code \(code), or was made with it and keeps it. Nothing was changed."
    case .deviceUnknown: "There is no such device in this office. `provincial-server device list` shows them."
    case .clerkUnknown: "There is no such clerk in this office. `provincial-server clerk list` shows them."
    case .noClerks:
      """
      The list was not written: it has to be recorded in the order of the office, and the office has no clerks yet. Give the \
      command again after the first exchange of its first desk.
      """
    case .bookUnknown: "There is no such book, or its last number is higher than the one given."
    case .tooManyBooks:
      "An office has at most \(SyncLimits.books) books, and a desk could read no answer about more. Nothing was added."
    case .bookNameLength:
      "The name of a book has 1 to \(Administration.longestBookName) bytes (UTF-8). Nothing was added."
    case .notQuarantined: "Nothing is kept back at this place. `provincial-server entry quarantined` shows what is."
    case .notReleasable:
      "This entry is about the office itself, or cannot be read. An administrator of the office has to enter it again."
    case .procedureTooLarge(let code):
      "The texts of procedure \(code) are longer than one record can be, 250 KB. Shorten them. Nothing was recorded."
    case .machinesBehind(let names, let others):
      """
      Nothing was recorded: these machines came in the last 30 days and have earlier versions that cannot read it: \
      \(names.joined(separator: ", "))\(others > 0 ? " and \(others) more" : ""). Upgrade them first, exchange once with \
      each, then repeat the command.
      """
    case .weakPIN: "A PIN has 6 to 12 digits; a passphrase has 8 to 128 characters."
    }
  }
}

extension AdministrationError {
  var isAbsence: Bool {
    switch self {
    case .officeUnknown, .deviceUnknown, .clerkUnknown, .bookUnknown, .notQuarantined: true
    case .officeExists, .unitCodeMalformed, .unitCodeTaken, .unitCodeNotRemovable, .noClerks, .tooManyBooks,
      .bookNameLength, .notReleasable, .procedureTooLarge, .weakPIN, .machinesBehind:
      false
    }
  }
}
