/// Why a backup was not made or not restored. What was there before is untouched in every case.
public enum BackupError: Error, Hashable, Sendable {
  /// The second place is not there: the USB disk is not plugged in, or the folder was moved.
  case targetMissing(path: String)
  /// Another process is making one.
  case alreadyRunning
  case noSpace(path: String, needed: Int64, available: Int64)
  case notABackup(path: String)
  /// Made by a newer program, whose format this one does not know.
  case newerVersion(Int)
  case wrongKey
  /// A recovery key that was typed wrongly: its checksum does not agree.
  case keyMistyped
  /// A byte was changed; `chunk` counts from 0.
  case damaged(path: String, chunk: Int)
  case truncated(path: String)
  /// The copy opened, but SQLite or the journal's head disagrees with what was backed up.
  case copyUnsound([String])
  /// Restoring never overwrites.
  case folderNotEmpty(path: String)
  /// SQLite's result code.
  case database(code: Int32)
  /// `errno` of the file system.
  case fileSystem(path: String, code: Int32)
}
