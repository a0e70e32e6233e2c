import ArgumentParser
import Console

/// Prints how a console is set up so that the machine starts straight into the program. It changes nothing itself:
/// what touches the boot of a machine is done by a person who has read it.
struct KioskSetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk-setup",
    abstract: "Describes autologin on a console, so that the machine starts straight into the program.")

  @Option(name: .long, help: "The Unix user the desk runs as.")
  var user = "motcua"

  @Option(name: .long, help: "The console, 1 to 6.")
  var console = 1

  func validate() throws {
    guard (1...6).contains(console) else { throw ValidationError("--console must be 1 to 6.") }
    guard !user.isEmpty, user.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    else { throw ValidationError("--user must be a plain Unix user name.") }
  }

  func run() {
    Output.data(
      """
      # Run these as root on the desk's machine (Debian 12). Read them first.

      # 1. A user of its own, without a password login from outside.
      adduser --disabled-password --gecos "" \(user)

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

      # 3. Log the user in on console \(console) without asking.
      mkdir -p /etc/systemd/system/getty@tty\(console).service.d
      cat > /etc/systemd/system/getty@tty\(console).service.d/autologin.conf <<'EOF'
      [Service]
      ExecStart=
      ExecStart=-/sbin/agetty --autologin \(user) --noclear %I linux
      EOF

      # 4. Start the program at login and come back to it when it is left; the clerk's PIN guards the data.
      cat > /home/\(user)/.profile <<'EOF'
      if [ "$(tty)" = "/dev/tty\(console)" ]; then
        while dossier; do sleep 1; done
      fi
      EOF
      chown \(user): /home/\(user)/.profile

      # 5. Now, and at every start.
      systemctl daemon-reload
      systemctl restart getty@tty\(console).service

      # Then check the machine:
      su - \(user) -c 'dossier doctor'
      """)
  }
}
