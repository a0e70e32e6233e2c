import CZstd
import Glibc

/// Reads a file as one zstd frame. A piece of the file is in memory at a time.
final class CompressingReader {
  /// 256 MB take 0.6 s, and higher levels save little of a database.
  private static let level: Int32 = 3

  private let file: RawFile
  private let context: OpaquePointer
  private var piece: [UInt8] = []
  private var place = 0
  private var isLastPiece = false
  private var isDone = false

  init(_ file: RawFile) throws(BackupError) {
    guard let context = ZSTD_createCCtx() else { throw .fileSystem(path: file.path, code: ENOMEM) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Self.level)
    self.file = file
    self.context = context
  }

  deinit { ZSTD_freeCCtx(context) }

  /// Returns compressed bytes, fewer than requested only at the end.
  func read(upTo count: Int) throws(BackupError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, !isDone {
      if place == piece.count, !isLastPiece {
        piece = try file.read(upTo: SealedStream.chunkSize)
        place = 0
        isLastPiece = piece.count < SealedStream.chunkSize
      }
      bytes += try next(min(count - bytes.count, SealedStream.chunkSize))
    }
    return bytes
  }

  private func next(_ capacity: Int) throws(BackupError) -> [UInt8] {
    var left = 0
    let bytes = piece.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: place)
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: capacity, pos: 0)
        left = ZSTD_compressStream2(context, &output, &input, isLastPiece ? ZSTD_e_end : ZSTD_e_continue)
        place = input.pos
        count = output.pos
      }
    }
    guard ZSTD_isError(left) == 0 else { throw .copyUnsound(["zstd"]) }
    isDone = isLastPiece && left == 0
    return bytes
  }
}

/// Writes the contents of a zstd frame into a file. The frame may come from anybody who knows the recovery key, so its
/// window and the size of its contents are bounded.
final class DecompressingWriter {
  /// The logarithm of 8 MB, four times what `CompressingReader` uses.
  private static let largestWindow: Int32 = 23

  private let file: RawFile
  private let limit: Int64
  private let context: OpaquePointer
  private var written: Int64 = 0
  private var isWhole = false

  /// - Parameter limit: the largest number of bytes that are written.
  init(_ file: RawFile, limit: Int64) throws(BackupError) {
    guard let context = ZSTD_createDCtx() else { throw .fileSystem(path: file.path, code: ENOMEM) }
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.largestWindow)
    self.file = file
    self.limit = limit
    self.context = context
  }

  deinit { ZSTD_freeDCtx(context) }

  func write(_ bytes: [UInt8]) throws(BackupError) {
    let capacity = SealedStream.chunkSize
    var place = 0
    var isFull = false
    while place < bytes.count || isFull {
      var left = 0
      let piece = bytes.withUnsafeBytes { source in
        [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
          var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: place)
          var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: capacity, pos: 0)
          left = ZSTD_decompressStream(context, &output, &input)
          place = input.pos
          count = output.pos
        }
      }
      guard ZSTD_isError(left) == 0 else { throw .copyUnsound(["zstd"]) }
      written += Int64(piece.count)
      guard written <= limit else { throw .copyUnsound(["size"]) }
      try file.write(piece)
      isWhole = left == 0
      // A full buffer may mean that the frame has more to give without further input.
      isFull = piece.count == capacity && !isWhole
    }
  }

  /// Throws unless the frame was complete.
  func finish() throws(BackupError) {
    guard isWhole else { throw .copyUnsound(["zstd"]) }
  }
}
