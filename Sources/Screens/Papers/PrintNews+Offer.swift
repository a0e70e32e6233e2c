import DossierDomain
import OfficeWork

extension PrintNews {
  /// What happened, and the key that sends the papers all the same where only the printer's state is against it.
  func wordingWithOffer(_ language: Language) -> String {
    canSendAnyway
      ? language.pick("^G: vẫn gửi. ", "^G: send anyway. ") + wording(language) : wording(language)
  }

  static func nothingHeldBack(_ language: Language) -> String {
    language.pick("Không có giấy nào bị máy in giữ lại.", "No paper is held back because of the printer.")
  }
}
