import ArgumentParser
import Console
import DossierDomain

/// Reads a secret that must not stand on the command line; ends the command with a sentence if none arrives.
/// - Parameter descriptor: the file descriptor that a script gives; nil to ask on the terminal.
func askedSecret(_ question: String, from descriptor: Int32?, _ language: Language) throws -> String {
  do throws(SecretInput.Fault) {
    return try SecretInput.read(question, from: descriptor)
  } catch {
    Output.message(error.wording(language))
    throw ExitCode.faultsFound
  }
}

extension SecretInput.Fault {
  fileprivate func wording(_ language: Language) -> String {
    switch self {
    case .none:
      language.pick("Chưa nhập mã; không đổi gì.", "Nothing was entered; nothing was changed.")
    case .unreadable:
      language.pick(
        "Không đọc được mã từ nơi đã chỉ; không đổi gì.", "Cannot read from that descriptor; nothing was changed.")
    case .tooLong:
      language.pick("Mã quá dài; không đổi gì.", "That is too long for a secret; nothing was changed.")
    }
  }
}
