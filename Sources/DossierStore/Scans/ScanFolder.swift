import Synchronization

/// The folder of the sealed files, each with its hash as name. Safe to use from any thread.
final class ScanFolder: Sendable {
  let path: String
  private let sealing = Mutex(())

  /// - Parameter data: the data folder.
  init(data: String) { path = data + "/attachments" }

  func path(of file: BlobHash) -> String { path + "/" + file.text }

  /// The file with the part of another desk's attachment that has arrived.
  func fetchPath(of hash: BlobHash) -> String { path + "/.fetch-" + hash.text }

  /// Locked while a sealed file exists without its row, so that clean-up cannot delete it.
  func whileSealing<Value>(_ body: () throws(AttachmentError) -> Value) throws(AttachmentError) -> Value {
    try sealing.withLock { _ throws(AttachmentError) in try body() }
  }

  /// Removes the sealed files whose keys were destroyed.
  func remove(_ files: [BlobHash]) {
    for file in files {
      RawFile.remove(path(of: file))
      RawFile.remove(fetchPath(of: file))
    }
  }
}
