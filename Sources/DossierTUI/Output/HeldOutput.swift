import Console
import Crypto
import DossierStore
import Foundation
import Glibc
import OfficeWork
import VietnameseText

/// The output of a command, held back until its reading is recorded. Up to a megabyte is held in memory; more is held
/// in an unnamed file in the data folder, so that a large register needs little memory and leaves no file behind.
final class HeldOutput {
  private static let mostInMemory = 1 << 20

  private let folder: String
  private var waiting: [UInt8] = []
  /// Descriptor of the file; nil while the output is in memory.
  private var file: Int32?
  private var hash = SHA256()
  private var fault: StoreError?

  /// - Parameter folder: the data folder.
  init(folder: String) {
    self.folder = folder
  }

  deinit {
    if let file { close(file) }
  }

  func data(_ text: String, terminator: String = "\n") { add(text.printable + terminator) }

  func verbatim(_ own: String, terminator: String = "\n") { add(own + terminator) }

  func json(_ value: some Encodable) {
    if let text = Output.text(ofJSON: value) { data(text) }
  }

  /// SHA-256 of the whole output.
  /// - Throws: `.diskFull` and similar errors if the output could not be held completely.
  func digest() throws(StoreError) -> [UInt8] {
    if let fault { throw fault }
    return Array(hash.finalize())
  }

  /// Writes the output to standard output; may be called once.
  func putOut() throws(StoreError) {
    if let file {
      guard lseek(file, 0, SEEK_SET) == 0 else { throw Self.failure(folder) }
      var part = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = read(file, &part, part.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Self.failure(folder) }
        if count == 0 { break }
        Output.bytes(Array(part[..<count]))
      }
    }
    Output.bytes(waiting)
    waiting = []
  }

  private func add(_ text: String) {
    let bytes = Array(text.utf8)
    hash.update(data: bytes)
    waiting += bytes
    guard waiting.count > Self.mostInMemory, fault == nil else { return }
    do throws(StoreError) {
      try spill()
    } catch {
      fault = error
    }
  }

  private func spill() throws(StoreError) {
    let file: Int32
    if let known = self.file { file = known } else { file = try nameless() }
    self.file = file
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(folder) }
      rest = rest.dropFirst(count)
    }
    waiting = []
  }

  private func nameless() throws(StoreError) -> Int32 {
    var name = Array((folder + "/.put-out-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.failure(folder) }
    unlink(name)
    return descriptor
  }

  private static func failure(_ folder: String) -> StoreError {
    switch errno {
    case EROFS: .readOnlyDisk
    case ENOSPC: .diskFull
    case EACCES, EPERM: .noPermission(path: folder)
    case let code: .other(String(cString: strerror(code)))
    }
  }
}
