import Foundation
import Glibc
import Testing

/// A disk of its own for a data folder, in an image file: one that the kernel takes for a failing one when told so.
struct TestDisk {
  private let image = NSTemporaryDirectory() + "disk-\(UUID().uuidString).img"
  var path: String { image + ".mounted" }

  /// Mounting needs root, and an image a loop device.
  static let isPossible =
    geteuid() == 0 && access("/dev/loop-control", R_OK | W_OK) == 0 && access("/usr/sbin/mkfs.ext4", X_OK) == 0

  init(megabytes: Int) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: image, contents: nil))
    try #require(truncate(image, megabytes << 20) == 0)
    try Self.run("/usr/sbin/mkfs.ext4", "-q", "-F", "-m", "0", image)
    try mount()
  }

  /// From now on every write is refused, also to files that are open; what was durable stays. This is what the kernel does
  /// to a disk on which it meets an error: remounting by hand waits until nobody has a file open.
  func fail() throws {
    try Self.run("/usr/bin/mount", "-o", "remount,abort", path)
  }

  /// Repaired and mounted again. Nobody may have a file open there.
  func repair() throws {
    try Self.run("/usr/bin/umount", path)
    // 1 says that something was repaired.
    #expect(try Self.code("/usr/sbin/e2fsck", "-fp", image) <= 1)
    try mount()
  }

  /// Read-only by hand, as long as nobody has a file open to write.
  func remount(_ mode: String) throws {
    try Self.run("/usr/bin/mount", "-o", "remount,\(mode)", path)
  }

  /// Takes all that is left, down to the last block, or down to some megabytes.
  func fill(leaving megabytes: Int = 0) throws {
    let ballast = open(path + "/ballast", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    try #require(ballast >= 0)
    defer { close(ballast) }
    for size in [1 << 20, 1 << 16, 1 << 12] {
      let bytes = [UInt8](repeating: 1, count: size)
      while write(ballast, bytes, size) > 0 {}
    }
    if megabytes > 0 {
      let size = Int(lseek(ballast, 0, SEEK_END))
      try #require(size >= 0 && ftruncate(ballast, max(0, size - megabytes << 20)) == 0)
    }
    fsync(ballast)
  }

  func free() throws { try FileManager.default.removeItem(atPath: path + "/ballast") }

  func remove() {
    umount2(path, Int32(MNT_DETACH))
    for name in [path, image] { try? FileManager.default.removeItem(atPath: name) }
  }

  private func mount() throws {
    try Self.run("/usr/bin/mount", "-o", "loop,errors=remount-ro", image, path)
  }

  private static func run(_ command: String, _ arguments: String...) throws {
    try #require(try code(command, arguments) == 0, "\(command) \(arguments)")
  }

  private static func code(_ command: String, _ arguments: String...) throws -> Int32 { try code(command, arguments) }

  private static func code(_ command: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
