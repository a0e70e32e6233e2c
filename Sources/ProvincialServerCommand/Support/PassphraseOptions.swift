import ArgumentParser
import Foundation

/// The source of the passphrase for the authority's keys. It is never on the command line, which other users can see.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .long,
    help:
      "Descriptor from which the passphrase of sealed keys is read. Default: the systemd credential authority-passphrase."
  )
  var passphraseFd: Int32?

  private static let most = 1024
  private static let credential = "authority-passphrase"

  /// Nil if none is given. A newline at its end is ignored.
  func read() throws -> [UInt8]? {
    guard let bytes = try given() else { return nil }
    let text = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    guard !text.isEmpty, text.count <= Self.most else {
      throw Failure(.storeUnavailable, "The passphrase is empty, or longer than \(Self.most) bytes.")
    }
    return Array(text)
  }

  private func given() throws -> [UInt8]? {
    if let passphraseFd {
      let handle = FileHandle(fileDescriptor: passphraseFd, closeOnDealloc: false)
      guard let data = try? handle.read(upToCount: Self.most + 2) else {
        throw Failure(.storeUnavailable, "The passphrase cannot be read from descriptor \(passphraseFd).")
      }
      return Array(data)
    }
    guard let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] else { return nil }
    return FileManager.default.contents(atPath: folder + "/" + Self.credential).map { Array($0) }
  }
}
