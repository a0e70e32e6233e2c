/// Receives every operation that changes files or syncs them, in order, each after it was done. The program has none;
/// the crash tests' file system records a log with it.
protocol FileWitness: Sendable {
  func saw(_ change: FileChange)
}

/// An operation of `RawFile`. An open file is identified by its descriptor.
enum FileChange {
  /// - Parameters:
  ///   - isCreated: the name did not exist before.
  ///   - isEmptied: the earlier contents are gone.
  case opened(path: String, descriptor: Int32, isCreated: Bool, isEmptied: Bool)
  case wrote(descriptor: Int32, bytes: ArraySlice<UInt8>, offset: Int)
  case synchronised(descriptor: Int32)
  case closed(descriptor: Int32)
  case renamed(from: String, to: String)
  /// The file has both names.
  case linked(from: String, to: String)
  case removed(path: String)
  case madeFolder(path: String)
  /// The names in the folder are on the disk.
  case synchronisedFolder(path: String)
}
