import CZip
import Glibc

/// Packs parts into a ZIP archive whose bytes depend on the parts only. It is not Sendable: libzip's handles belong to
/// one thread.
enum ArchiveWriter {
  /// - Throws: what a part or the file throws, or `.notWritable`.
  static func write(_ parts: [PartSource], to file: NewFile) throws(WorkbookWritingError) {
    let target = ArchiveTarget(file: file)
    let succeeded = withExtendedLifetime((target, parts)) { pack(parts, target) }
    for part in parts { if let failure = part.failure { throw failure } }
    if let failure = target.failure { throw failure }
    guard succeeded else { throw .notWritable }
  }

  private static func pack(_ parts: [PartSource], _ target: ArchiveTarget) -> Bool {
    guard let destination = zip_source_function_create(writeArchive, target.context, nil) else { return false }
    guard let archive = zip_open_from_source(destination, ZIP_CREATE, nil) else {
      zip_source_free(destination)
      return false
    }
    for part in parts where !add(part, to: archive) {
      zip_discard(archive)
      return false
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      return false
    }
    return true
  }

  private static func add(_ part: PartSource, to archive: OpaquePointer) -> Bool {
    guard let source = zip_source_function(archive, readPart, part.context) else { return false }
    let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    // libzip's own choice is level 9, which takes five times as long for 3 % fewer bytes of a register.
    return zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 6) == 0
      && zip_file_set_dostime(archive, zip_uint64_t(index), 0, firstDay, 0) == 0
  }

  /// 1 January 1980, where the calendar of ZIP begins.
  private static let firstDay: zip_uint16_t = 1 << 5 | 1
}

/// A part that is made piece by piece while libzip asks for it.
final class PartSource {
  let name: String
  /// In bytes. libzip would use the 64-bit form of ZIP for a part of unknown size, which not every reader knows.
  private let size: UInt64
  private let next: () throws(WorkbookWritingError) -> [UInt8]
  private var piece: ArraySlice<UInt8> = []
  private(set) var failure: WorkbookWritingError?

  /// - Parameter next: returns nothing at the end of the part.
  init(name: String, size: Int, next: @escaping () throws(WorkbookWritingError) -> [UInt8]) {
    (self.name, self.size, self.next) = (name, UInt64(size), next)
  }

  convenience init(name: String, xml: String) {
    var rest = Array(xml.utf8)
    self.init(name: name, size: rest.count) {
      defer { rest = [] }
      return rest
    }
  }

  fileprivate var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) -> zip_int64_t {
    if piece.isEmpty {
      do throws(WorkbookWritingError) { piece = try next()[...] } catch {
        failure = failure ?? error
        return -1
      }
    }
    let part = piece.prefix(buffer.count)
    buffer.copyBytes(from: part)
    piece = piece.dropFirst(part.count)
    return zip_int64_t(part.count)
  }

  fileprivate func describe(in status: UnsafeMutablePointer<zip_stat_t>) {
    zip_stat_init(status)
    status.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
    status.pointee.size = size
  }
}

/// The file that libzip writes the archive to.
private final class ArchiveTarget {
  private let file: NewFile
  private(set) var failure: WorkbookWritingError?

  init(file: NewFile) { self.file = file }

  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
  var position: zip_int64_t { file.position }

  /// - Returns: -1 if it failed, otherwise the result of the body.
  func attempt(_ body: (NewFile) throws(WorkbookWritingError) -> zip_int64_t) -> zip_int64_t {
    do throws(WorkbookWritingError) { return try body(file) } catch {
      failure = failure ?? error
      return -1
    }
  }
}

/// What libzip asks of a part, for `zip_source_function`.
private func readPart(
  _ context: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t,
  _ command: zip_source_cmd_t
) -> zip_int64_t {
  guard let context else { return -1 }
  let part = Unmanaged<PartSource>.fromOpaque(context).takeUnretainedValue()
  switch command {
  case ZIP_SOURCE_SUPPORTS:
    return mask([
      ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
    ])
  case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: return 0
  case ZIP_SOURCE_READ:
    return part.read(into: UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
  case ZIP_SOURCE_STAT:
    guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
    part.describe(in: data.assumingMemoryBound(to: zip_stat_t.self))
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  case ZIP_SOURCE_ERROR: return tell(ZIP_ER_READ, EIO, data, length)
  default: return -1
  }
}

/// What libzip asks of the archive's file. There is nothing to read: it says that the file does not exist yet.
private func writeArchive(
  _ context: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t,
  _ command: zip_source_cmd_t
) -> zip_int64_t {
  guard let context else { return -1 }
  let target = Unmanaged<ArchiveTarget>.fromOpaque(context).takeUnretainedValue()
  switch command {
  case ZIP_SOURCE_SUPPORTS:
    return mask([
      ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
      ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
      ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
    ])
  // The caller publishes the file, or removes it.
  case ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE, ZIP_SOURCE_FREE:
    return 0
  case ZIP_SOURCE_WRITE:
    return target.attempt { file throws(WorkbookWritingError) in
      try file.write(UnsafeRawBufferPointer(start: data, count: Int(length)))
      return zip_int64_t(length)
    }
  case ZIP_SOURCE_SEEK_WRITE:
    return target.attempt { file throws(WorkbookWritingError) in
      guard let data, length >= MemoryLayout<zip_source_args_seek_t>.size else { throw .notWritable }
      let place = data.load(as: zip_source_args_seek_t.self)
      try file.seek(place.offset, place.whence)
      return 0
    }
  case ZIP_SOURCE_TELL_WRITE: return target.position
  case ZIP_SOURCE_ERROR: return tell(ZIP_ER_READ, ENOENT, data, length)
  default: return -1
  }
}

private func mask(_ commands: [zip_source_cmd_t]) -> zip_int64_t {
  commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
}

/// Hands an error of libzip and one of the system over.
private func tell(
  _ error: Int32, _ system: Int32, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
) -> zip_int64_t {
  guard let data, length >= 2 * MemoryLayout<Int32>.size else { return -1 }
  data.storeBytes(of: error, as: Int32.self)
  data.storeBytes(of: system, toByteOffset: MemoryLayout<Int32>.size, as: Int32.self)
  return zip_int64_t(2 * MemoryLayout<Int32>.size)
}
