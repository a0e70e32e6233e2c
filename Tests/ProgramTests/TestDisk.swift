import Foundation
import Glibc
import Testing

/// A disk for a data folder, in an image file. On request the kernel treats it as a failing disk.
struct TestDisk {
  private let image = NSTemporaryDirectory() + "disk-\(UUID().uuidString).img"
  var path: String { image + ".mounted" }

  /// Mounting needs root, and an image needs a loop device.
  static let isPossible =
    geteuid() == 0 && access("/dev/loop-control", R_OK | W_OK) == 0 && access("/usr/sbin/mkfs.ext4", X_OK) == 0

  init(megabytes: Int) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: image, contents: nil))
    try #require(truncate(image, megabytes << 20) == 0)
    try Self.run("/usr/sbin/mkfs.ext4", "-q", "-F", "-m", "0", image)
    try mount()
  }

  /// Refuses every write from now on, even to open files; durable data stay. The kernel does the same to a disk with an
  /// error. An ordinary remount would wait until no file is open.
  func fail() throws {
    try Self.run("/usr/bin/mount", "-o", "remount,abort", path)
  }

  /// Repairs the disk and mounts it again. No file on it may be open.
  func repair() throws {
    try Self.run("/usr/bin/umount", path)
    // The code 1 means that something was repaired.
    #expect(try Self.code("/usr/sbin/e2fsck", "-fp", image) <= 1)
    try mount()
  }

  /// Remounts the disk, for example read-only. No file on it may be open for writing.
  func remount(_ mode: String) throws {
    try Self.run("/usr/bin/mount", "-o", "remount,\(mode)", path)
  }

  /// Fills the disk to the last block, or leaves some megabytes.
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
