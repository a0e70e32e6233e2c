/// Is told of everything that changes files or puts changes on the disk, in order, each time after it was done. The
/// program has none; a crash file system keeps a log by it.
protocol FileWitness: Sendable {
  func saw(_ change: FileChange)
}

/// What `RawFile` did. A file is known by its descriptor while it is open.
enum FileChange {
  /// - Parameters:
  ///   - isCreated: there was no such name before.
  ///   - isEmptied: what it held is gone.
  case opened(path: String, descriptor: Int32, isCreated: Bool, isEmptied: Bool)
  case wrote(descriptor: Int32, bytes: ArraySlice<UInt8>, offset: Int)
  case synchronised(descriptor: Int32)
  case closed(descriptor: Int32)
  case renamed(from: String, to: String)
  /// It has both names.
  case linked(from: String, to: String)
  case removed(path: String)
  case madeFolder(path: String)
  /// The names in it are on the disk.
  case synchronisedFolder(path: String)
}
