/// What is left of the copy of an earlier version's data, by which an upgrade can be reverted.
public enum CopyLeft: Sendable {
  /// It is still to be made: by the program that is open, or by the next one before it changes anything.
  case owed
  /// Another program changed the data before they were copied.
  case lost
}

extension UpkeepStore {
  /// Whether this opening has left the copy of the earlier version's data to be made.
  public var owesCopy: Bool { owed != nil }

  /// Makes that copy, while clerks work. Until then the log cannot be folded in, so bulk work waits for it.
  public func makeOwedCopy() throws(StoreError) {
    guard let owed else { return }
    try write.files?.check()
    do { try owed.make() } catch { throw StoreError(error, in: folder) }
  }

  /// Nil in the usual case: nothing was upgraded, or the copy is there.
  public var copyLeft: CopyLeft? {
    let path = folder + "/" + LocalStore.fileName
    return UpgradeCopy.isLost(path) ? .lost : UpgradeCopy.isOwed(path) ? .owed : nil
  }
}
