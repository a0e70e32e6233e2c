import CZip

/// The parts of a workbook's ZIP archive, each read as a stream. It is not Sendable: libzip's handles belong to one
/// thread.
final class WorkbookArchive {
  private let archive: OpaquePointer
  private var unpacked: UInt64 = 0

  init(path: String) throws(WorkbookError) {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) ?? zip_open(path, ZIP_RDONLY, &code) else {
      throw .notAWorkbook
    }
    self.archive = archive
    guard zip_get_num_entries(archive, 0) <= WorkbookLimits.entries else { throw .tooLarge }
  }

  deinit { zip_discard(archive) }

  func has(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  /// Passes a part to the body, piece by piece.
  func read(_ name: String, _ body: (UnsafeRawBufferPointer, _ isLast: Bool) throws(WorkbookError) -> Void)
    throws(WorkbookError)
  {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat(archive, name, 0, &status) == 0 else { throw .damaged }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
    // What the archive says of its sizes is checked again while it is unpacked.
    guard status.size <= WorkbookLimits.unpackedBytes else { throw .tooLarge }
    guard let file = zip_fopen(archive, name, 0) else { throw .damaged }
    defer { zip_fclose(file) }
    let allowed = max(1 << 20, status.comp_size.multipliedReportingOverflow(by: WorkbookLimits.ratio).partialValue)
    var size: UInt64 = 0
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = zip_fread(file, &buffer, zip_uint64_t(buffer.count))
      guard count >= 0 else { throw .damaged }
      size += UInt64(count)
      unpacked += UInt64(count)
      guard size <= allowed, unpacked <= WorkbookLimits.unpackedBytes else { throw .tooLarge }
      var failure: WorkbookError?
      buffer.withUnsafeBytes { bytes in
        do throws(WorkbookError) {
          try body(UnsafeRawBufferPointer(rebasing: bytes[..<Int(count)]), count == 0)
        } catch { failure = error }
      }
      if let failure { throw failure }
      if count == 0 { return }
    }
  }
}
