import CZstd

/// A message as it is sent: one zstd frame with its content size and a checksum. It is packed with the standard
/// dictionary if the other side is known to have it.
public enum SyncFrame {
  static let level: Int32 = 19
  /// Above this size the window is limited to 2 MB, because the tables of this level would take 90 MB for each frame.
  private static let large = 2 << 20
  private static let largeTables = [(ZSTD_c_windowLog, Int32(21)), (ZSTD_c_chainLog, 22), (ZSTD_c_hashLog, 21)]
  /// The logarithm of 8 MB. A frame that asks for a larger window is refused before memory is allocated for it.
  private static let largestWindow: Int32 = 23

  /// - Parameter dictionary: nil for a receiver that may not have it.
  public static func pack(
    _ bytes: [UInt8], dictionary: FrameDictionary? = FrameDictionary.standard
  ) throws(SyncProtocolError) -> [UInt8] {
    guard let context = ZSTD_createCCtx() else { throw .notAFrame }
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    if bytes.count > large { for (name, value) in largeTables { ZSTD_CCtx_setParameter(context, name, value) } }
    if let dictionary { _ = ZSTD_CCtx_refCDict(context, dictionary.tables.reference) }
    let bound = ZSTD_compressBound(bytes.count)
    var size = 0
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      size = ZSTD_compress2(context, buffer.baseAddress, bound, bytes, bytes.count)
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    guard ZSTD_isError(size) == 0 else { throw .notAFrame }
    return packed
  }

  /// Whether a frame was packed with a dictionary. Nothing else of the frame is checked.
  public static func usesDictionary(_ frame: [UInt8]) -> Bool { ZSTD_getDictID_fromFrame(frame, frame.count) != 0 }

  /// Unpacks exactly one whole frame; nothing may follow it.
  public static func unpack(
    _ frame: [UInt8], dictionaries: [FrameDictionary] = FrameDictionary.known, limits: SyncLimits = .standard
  ) throws(SyncProtocolError) -> [UInt8] {
    guard frame.count <= limits.frameBytes else { throw .tooLarge(frame.count) }
    let announced = ZSTD_getFrameContentSize(frame, frame.count)
    // The two highest values mean "size not written" and "not a frame".
    guard announced < UInt64.max - 1 else { throw .notAFrame }
    guard announced <= UInt64(limits.inflatedBytes) else { throw .tooLarge(Int(clamping: announced)) }
    guard ZSTD_findFrameCompressedSize(frame, frame.count) == frame.count else { throw .notAFrame }
    let identifier = ZSTD_getDictID_fromFrame(frame, frame.count)
    let dictionary = dictionaries.first { $0.identifier == identifier }
    guard identifier == 0 || dictionary != nil else { throw .unknownDictionary(identifier) }
    guard let context = ZSTD_createDCtx() else { throw .notAFrame }
    defer { ZSTD_freeDCtx(context) }
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, largestWindow)
    if let dictionary { _ = ZSTD_DCtx_loadDictionary(context, dictionary.bytes, dictionary.bytes.count) }
    let capacity = Int(announced)
    var size = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { buffer, count in
      size = ZSTD_decompressDCtx(context, buffer.baseAddress, capacity, frame, frame.count)
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    guard ZSTD_isError(size) == 0, size == capacity else { throw .notAFrame }
    return bytes
  }
}
