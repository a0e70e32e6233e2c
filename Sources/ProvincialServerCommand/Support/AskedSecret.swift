import ArgumentParser
import Console

/// Reads a secret that must not stand on the command line.
/// - Parameter descriptor: the file descriptor that a script gives; nil to ask on the terminal, or to read the first
///   line of standard input.
func askedSecret(_ question: String, from descriptor: Int32?) throws(Failure) -> String {
  do throws(SecretInput.Fault) {
    return try SecretInput.read(question, from: descriptor)
  } catch {
    let what =
      switch error {
      case .none: "Nothing was entered"
      case .unreadable: "The secret cannot be read from this descriptor"
      case .tooLong: "That is too long for a secret"
      }
    throw Failure(.notDone, what + "; nothing was changed.")
  }
}
