/// The systemd units of a desk's machine, equal to those in scripts/systemd; a test compares them.
struct KioskUnit {
  var name: String
  var text: String

  static let all = [workplace, backup, backupTimer]

  /// The unit for a machine whose program runs as another user.
  func with(user: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "User=motcua" ? "User=\(user)" : String($0) }.joined(separator: "\n")
  }

  private static let workplace = KioskUnit(
    name: "dossier-kiosk@.service",
    text: """
      # A console that is the desk and nothing else: dossier-kiosk@tty1.service stands where getty@tty1.service stood. There is no
      # login and no shell behind the program; when it is left or ends by itself, systemd starts it again.

      [Unit]
      Description=Dossier desk on %I
      After=systemd-user-sessions.service plymouth-quit-wait.service getty-pre.target getty@%i.service
      Before=getty.target
      Conflicts=getty@%i.service rescue.service
      Before=rescue.service
      ConditionPathExists=/dev/%I
      # However often it ends, the desk comes back.
      StartLimitIntervalSec=0

      [Service]
      ExecStart=/usr/local/bin/dossier --data /var/lib/dossier
      Restart=always
      RestartSec=1
      User=motcua
      StateDirectory=dossier
      StateDirectoryMode=0700
      WorkingDirectory=/var/lib/dossier
      Environment=TERM=linux LANG=C.UTF-8 LC_ALL=C.UTF-8 HOME=/var/lib/dossier SHELL=/usr/sbin/nologin
      StandardInput=tty-force
      StandardOutput=tty
      StandardError=tty
      TTYPath=/dev/%I
      TTYReset=yes
      TTYVHangup=yes
      TTYVTDisallocate=yes
      UtmpIdentifier=%I
      UtmpMode=user
      IgnoreSIGPIPE=no
      # The program keeps what was typed when its terminal goes.
      SendSIGHUP=yes
      TimeoutStopSec=30
      LimitCORE=0
      UMask=0077

      # The desk needs its folder, its console, a disk or stick under /media and the line to the province.
      ProtectSystem=strict
      ReadWritePaths=-/media -/mnt
      ProtectHome=yes
      PrivateTmp=yes
      DevicePolicy=closed
      DeviceAllow=char-tty rw
      NoNewPrivileges=yes
      CapabilityBoundingSet=
      AmbientCapabilities=
      RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
      RestrictNamespaces=yes
      RestrictRealtime=yes
      RestrictSUIDSGID=yes
      LockPersonality=yes
      MemoryDenyWriteExecute=yes
      ProtectClock=yes
      ProtectControlGroups=yes
      ProtectHostname=yes
      ProtectKernelLogs=yes
      ProtectKernelModules=yes
      ProtectKernelTunables=yes
      ProtectProc=invisible
      ProcSubset=pid
      RemoveIPC=yes
      SystemCallArchitectures=native
      SystemCallFilter=@system-service
      SystemCallFilter=~@privileged @resources
      SystemCallErrorNumber=EPERM

      [Install]
      WantedBy=getty.target

      """)

  private static let backup = KioskUnit(
    name: "dossier-backup.service",
    text: """
      # The office's encrypted copy at the second place that settings.toml names (backup-folder), beside an open desk.

      [Unit]
      Description=Backup of the dossier desk
      ConditionPathExists=/var/lib/dossier/dossier.sqlite

      [Service]
      Type=oneshot
      ExecStart=/usr/local/bin/dossier --data /var/lib/dossier backup
      User=motcua
      StateDirectory=dossier
      StateDirectoryMode=0700
      WorkingDirectory=/var/lib/dossier
      Environment=LANG=C.UTF-8 LC_ALL=C.UTF-8 HOME=/var/lib/dossier
      StandardInput=null
      Nice=10
      IOSchedulingClass=idle
      LimitCORE=0
      UMask=0077

      ProtectSystem=strict
      ReadWritePaths=-/media -/mnt
      ProtectHome=yes
      PrivateTmp=yes
      PrivateDevices=yes
      PrivateNetwork=yes
      IPAddressDeny=any
      NoNewPrivileges=yes
      CapabilityBoundingSet=
      AmbientCapabilities=
      RestrictAddressFamilies=AF_UNIX
      RestrictNamespaces=yes
      RestrictRealtime=yes
      RestrictSUIDSGID=yes
      LockPersonality=yes
      MemoryDenyWriteExecute=yes
      ProtectClock=yes
      ProtectControlGroups=yes
      ProtectHostname=yes
      ProtectKernelLogs=yes
      ProtectKernelModules=yes
      ProtectKernelTunables=yes
      ProtectProc=invisible
      ProcSubset=pid
      RemoveIPC=yes
      SystemCallArchitectures=native
      SystemCallFilter=@system-service
      SystemCallFilter=~@privileged @resources
      SystemCallErrorNumber=EPERM

      """)

  private static let backupTimer = KioskUnit(
    name: "dossier-backup.timer",
    text: """
      # Twice a working day, when few people stand at the counter; the one that was missed is made up for at the next start.

      [Unit]
      Description=Backups of the dossier desk

      [Timer]
      OnCalendar=Mon..Sat 12:15
      OnCalendar=Mon..Sat 16:45
      Persistent=true
      AccuracySec=1min

      [Install]
      WantedBy=timers.target

      """)
}
