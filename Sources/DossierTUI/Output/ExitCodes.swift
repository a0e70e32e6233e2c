import ArgumentParser
import DossierStore

/// What the exit code of `dossier` says; documented in docs/manual.
extension ExitCode {
  /// The input or the data has faults that are listed in the output: rejected rows, a chain that does not verify.
  static let faultsFound = ExitCode(1)
  /// Nothing of that code, name or file.
  static let notFound = ExitCode(3)
  /// The database cannot be used: foreign, damaged, newer, held by another process, no permission.
  static let storeUnavailable = ExitCode(4)
  /// No terminal, or one that cannot show the program.
  static let terminalUnavailable = ExitCode(5)
  /// The province could not be reached, or did not take what was sent; nothing is lost.
  static let provinceUnavailable = ExitCode(6)
}

extension StoreError {
  /// What a rule does not allow is a fault of the input; everything else is the database's.
  var exitCode: ExitCode {
    if case .denied = self { .faultsFound } else { .storeUnavailable }
  }
}
