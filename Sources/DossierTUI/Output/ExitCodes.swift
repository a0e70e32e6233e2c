import ArgumentParser
import DossierStore

/// The meanings of the exit codes of `dossier`; they are documented in docs/manual.
extension ExitCode {
  /// The input or the data have faults, which the output lists: rejected rows, or a chain that does not verify.
  static let faultsFound = ExitCode(1)
  /// There is nothing with that code, name or file.
  static let notFound = ExitCode(3)
  /// The database cannot be used: it is foreign, damaged, newer, held by another process, or not permitted.
  static let storeUnavailable = ExitCode(4)
  /// There is no terminal, or it cannot show the program.
  static let terminalUnavailable = ExitCode(5)
  /// The province could not be reached or refused what was sent; nothing is lost.
  static let provinceUnavailable = ExitCode(6)
}

extension StoreError {
  /// A denial by a rule is a fault of the input; every other error concerns the database.
  var exitCode: ExitCode {
    if case .denied = self { .faultsFound } else { .storeUnavailable }
  }
}
