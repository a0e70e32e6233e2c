/// Why a backup was not made or not restored. In every case the earlier files are untouched.
public enum BackupError: Error, Hashable, Sendable {
  /// The second place is missing: the USB disk is not plugged in, or the folder was moved.
  case targetMissing(path: String)
  /// Another process is making or trying a backup.
  case alreadyRunning
  case noSpace(path: String, needed: Int64, available: Int64)
  /// No backup lies at that place yet.
  case noCopy(path: String)
  case notABackup(path: String)
  /// A newer program made it, in a format that this one does not know.
  case newerVersion(Int)
  case wrongKey
  /// The recovery key was mistyped: its checksum does not match.
  case keyMistyped
  /// The bytes of a chunk were changed; `chunk` counts from 0.
  case damaged(path: String, chunk: Int)
  case truncated(path: String)
  /// The copy could be decrypted, but SQLite's check or the journal's head does not match.
  case copyUnsound([String])
  /// The folder contains files, and a restore never overwrites.
  case folderNotEmpty(path: String)
  /// SQLite's result code.
  case database(code: Int32)
  /// `errno` of the file system.
  case fileSystem(path: String, code: Int32)
}
