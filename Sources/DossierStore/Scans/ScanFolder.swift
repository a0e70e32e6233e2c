import Synchronization

/// Where the sealed files lie, each under its name. Safe to use from any thread.
final class ScanFolder: Sendable {
  let path: String
  private let sealing = Mutex(())

  /// - Parameter data: the data folder.
  init(data: String) { path = data + "/attachments" }

  func path(of file: BlobHash) -> String { path + "/" + file.text }

  /// Of what has come so far of another desk's file.
  func fetchPath(of hash: BlobHash) -> String { path + "/.fetch-" + hash.text }

  /// Locked while a sealed file exists without its row, so that clean-up cannot delete it.
  func whileSealing<Value>(_ body: () throws(AttachmentError) -> Value) throws(AttachmentError) -> Value {
    try sealing.withLock { _ throws(AttachmentError) in try body() }
  }

  /// Removes sealed files whose keys are gone.
  func remove(_ files: [BlobHash]) {
    for file in files {
      RawFile.remove(path(of: file))
      RawFile.remove(fetchPath(of: file))
    }
  }
}
