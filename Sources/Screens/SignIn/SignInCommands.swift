import DossierDomain
import Terminal

enum SignInCommands {
  static let list: [Command] = [
    Command(
      "sign-in.choose", in: [.signIn], keys: [.enter],
      Words("Chọn người và vào làm việc", "Choose the clerk and go in"),
      hint: Words("Chọn", "Choose"), group: .go, isWorthAHint: { !$0.session.signInClerks.isEmpty }
    ) { app, now in
      app.onTop { screen, session in screen.press(.enter, &session, now: now) ?? [] }
    }
  ]
}
