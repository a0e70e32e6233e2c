import ArgumentParser
import Console

/// Prints how to set up a console that runs only this program: it replaces the login, and systemd starts it again
/// whenever it ends. The command changes nothing itself, because a change of the boot process should be made by a
/// person who has read it.
struct KioskSetupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kiosk-setup",
      abstract: said(
        "Hướng dẫn lập một máy chỉ chạy chương trình này, không đăng nhập và không có dòng lệnh phía sau.",
        "Describes a console that is the desk and nothing else, without a login or a shell behind it."))
  }

  @Option(name: .long, help: said("Người dùng Unix chạy chương trình.", "The Unix user the desk runs as."))
  var user = "motcua"

  @Option(name: .long, help: said("Màn hình dòng lệnh (console) số mấy, 1 đến 6.", "The console, 1 to 6."))
  var console = 1

  func validate() throws {
    guard (1...6).contains(console) else {
      throw ValidationError(said("--console phải từ 1 đến 6.", "--console must be 1 to 6."))
    }
    guard !user.isEmpty, user.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    else {
      throw ValidationError(
        said("--user chỉ gồm chữ cái không dấu, chữ số, - và _.", "--user must be a plain Unix user name."))
    }
  }

  func run() {
    Output.data(
      """
      # Run these as root on the desk's machine (Debian 12). Read them first.

      # 1. A user of its own that cannot log in. The data lie in /var/lib/dossier; an office that was at work under another
      #    user is moved there: dossier.sqlite, settings.toml and attachments, with the program closed.
      adduser --system --group --home /var/lib/dossier --no-create-home --shell /usr/sbin/nologin \(user)

      # 2. A console font with Vietnamese letters, and UTF-8.
      apt-get install -y console-setup kbd
      cat > /etc/default/console-setup <<'EOF'
      ACTIVE_CONSOLES="/dev/tty[1-6]"
      CHARMAP="UTF-8"
      CODESET="Viet"
      FONTFACE="Fixed"
      FONTSIZE="16"
      EOF
      setupcon --save

      # 3. The other consoles: none comes up by itself but number \(spare), where an administrator logs in with a password.
      mkdir -p /etc/systemd/logind.conf.d
      cat > /etc/systemd/logind.conf.d/dossier.conf <<'EOF'
      [Login]
      NAutoVTs=0
      ReserveVT=\(spare)
      EOF

      # 4. The program in place of the login on console \(console), and the backups.

      \(KioskUnit.all.map(installed).joined(separator: "\n\n"))

      # 5. Now, and at every start.
      systemctl daemon-reload
      systemctl disable --now getty@tty\(console).service
      systemctl enable --now dossier-kiosk@tty\(console).service dossier-backup.timer

      # Then check the machine:
      runuser -u \(user) -- dossier --data /var/lib/dossier doctor
      """)
  }

  /// The number of the console that keeps its login.
  private var spare: Int { console == 6 ? 5 : 6 }

  private func installed(_ unit: KioskUnit) -> String {
    "cat > /etc/systemd/system/\(unit.name) <<'EOF'\n" + unit.with(user: user) + "EOF"
  }
}
