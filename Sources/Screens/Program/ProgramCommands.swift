import DossierDomain
import Terminal

/// Commands of the program itself, the same on every screen.
enum ProgramCommands {
  static let list: [Command] = [
    Command(
      "typing", in: Context.signedIn, keys: [.function(9)],
      Words("Bật, tắt gõ tiếng Việt", "Vietnamese typing on or off"),
      group: .program
    ) { app, _ in
      app.session.typing.isOn.toggle()
      let typing = app.session.typing
      app.session.say(
        typing.isOn
          ? Words("Đã bật gõ \(typing.label). F9 tắt.", "\(typing.label) is on. F9 turns it off.")
          : Words("Đã tắt bộ gõ của chương trình. F9 bật.", "The program's own typing is off. F9 turns it on."))
      return []
    },
    Command(
      "save-draft", in: Context.signedIn, keys: [.control("s")], Words("Lưu nháp", "Save the draft"), group: .program,
      unless: ActionCommands.readOnly
    ) { app, _ in
      app.session.say(
        Words("Nháp luôn được giữ, tắt máy cũng không mất.", "Drafts are always kept; they survive a power cut."))
      return app.saveSeat()
    },
    Command(
      "lock", in: Context.signedIn, keys: [.function(12)], Words("Khóa máy, đổi người", "Lock, change clerk"),
      hint: Words("Đổi người", "Change clerk"), group: .program
    ) { app, _ in app.lock() },
    Command(
      "theme", in: Context.everywhere, Words("Đổi bộ màu (:theme TÊN)", "Change the theme (:theme NAME)"),
      group: .program,
      argument: { _, name, _ in [.program(.setTheme(name))] },
      run: { app, _ in
        app.session.say(Words("Hãy gõ :theme rồi tên bộ màu.", "Type :theme and a name."))
        return []
      }),
    Command(
      "language", in: Context.everywhere, Words("Đổi ngôn ngữ Việt, Anh", "Switch Vietnamese, English"),
      group: .program,
      argument: { app, name, _ in
        guard let language = Language(rawValue: String(name.lowercased().prefix(2))) else {
          app.session.say(Words("Chỉ có vi và en.", "There are vi and en."))
          return []
        }
        return use(language, &app)
      },
      run: { app, _ in use(app.session.language == .vi ? .en : .vi, &app) }),
    Command(
      "save-screen", in: Context.everywhere,
      Words("Lưu màn hình ra tệp (:save-screen TỆP)", "Save the screen (:save-screen FILE)"), group: .program,
      argument: { _, path, _ in [.program(.saveScreen(path: path))] },
      run: { app, _ in
        app.session.say(Words("Hãy gõ :save-screen rồi tên tệp.", "Type :save-screen and a file name."))
        return []
      }),
    Command(
      "redraw", in: Context.everywhere, keys: [.control("l")], Words("Vẽ lại màn hình", "Redraw"), group: .program
    ) { _, _ in [.program(.redraw)] },
    Command(
      "suspend", in: Context.everywhere, Words("Tạm ra dấu nhắc lệnh", "Suspend"), group: .program,
      unless: { app in
        app.session.canSuspend
          ? nil
          : app.session.language.pick(
            "Máy này không cho tạm ra: đặt suspend = true trong settings.toml.",
            "Not on this machine: set suspend = true in settings.toml.")
      }
    ) { _, _ in [.program(.suspend)] },
    Command(
      "palette", in: Context.everywhere, keys: [.character(":")], Words("Gõ tên lệnh", "Type a command"),
      hint: Words("Lệnh", "Command"), group: .program
    ) { app, _ in
      app.top.overlay = PaletteState()
      return []
    },
    Command(
      "help", in: Context.everywhere, keys: [.character("?"), .function(1)],
      Words("Mọi phím và lệnh", "All keys and commands"),
      hint: Words("Phím", "Keys"), group: .program
    ) { app, _ in
      app.top.overlay = HelpState()
      return []
    },
    Command(
      "back", in: Context.signedIn.subtracting([.home]), keys: [.escape, .character("q"), .function(10)],
      Words("Quay lại", "Back"), hint: Words("Quay lại", "Back"), group: .go
    ) { app, now in app.close(now: now) },
    Command(
      "quit", in: [.entrance, .home], keys: [.function(10), .character("q")],
      Words("Thoát, mọi thứ được giữ", "Leave; all is kept"),
      hint: Words("Thoát", "Quit"), group: .program
    ) { app, _ in app.saveSeat() + [.program(.quit)] },
  ]

  private static func use(_ language: Language, _ app: inout App) -> [Effect] {
    app.session.language = language
    return [.program(.setLanguage(language))]
  }
}
