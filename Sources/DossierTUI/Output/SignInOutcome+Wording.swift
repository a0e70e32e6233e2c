import DossierDomain
import OfficeWork

extension SignInOutcome {
  /// A sentence that says why the command was not run and what to do; nil if the clerk is signed in.
  func refusal(_ language: Language, now: Instant) -> String? {
    switch self {
    case .accepted: nil
    case .wrong(let tries, let until):
      language.pick("Sai mã PIN (lần \(tries)); không đổi gì.", "Wrong PIN (try \(tries)); nothing was changed.")
        + (until.map { " " + Self.waiting(until: $0, now, language) } ?? "")
    case .mustWait(let until):
      language.pick("Đã sai mã PIN nhiều lần; không đổi gì. ", "Too many wrong PINs; nothing was changed. ")
        + Self.waiting(until: until, now, language)
    case .needsNewPIN(let clerk):
      language.pick(
        "\(clerk.name) chưa có mã PIN. Hãy mở chương trình (dossier), đăng nhập và đặt mã tại bàn trước, rồi làm lại.",
        "\(clerk.name) has no PIN yet. Open the program (dossier), sign in and choose your PIN at the desk first, then do it again."
      )
    case .mustChangePIN(let clerk, _):
      language.pick(
        "\(clerk.name) phải đổi mã PIN trước: mở chương trình (dossier), đăng nhập tại bàn và đặt mã mới, rồi làm lại.",
        "\(clerk.name) has to change her PIN first: open the program (dossier), sign in at the desk, then do it again.")
    case .pinTooWeak:
      language.pick(
        "Mã PIN quá ngắn; hãy đặt mã mới tại bàn trước.", "The PIN is too short; choose another at the desk first.")
    }
  }

  private static func waiting(until: Instant, _ now: Instant, _ language: Language) -> String {
    let seconds = max(1, (until.milliseconds - now.milliseconds + 999) / 1000)
    return language.pick(
      "Thử lại sau \(seconds) giây, từ \(until.clockAndDate).", "Try again in \(seconds) s, from \(until.clockAndDate)."
    )
  }
}
