import CCups
import Glibc

/// A connection to the server that has the queues (CUPS), or to a printer itself.
struct PrintServer {
  private let connection: OpaquePointer

  /// - Parameter socket: of the server; nil for the one that this machine is set up for.
  init(socket: String?) throws(PrintFault) {
    let encryption = socket == nil ? cupsEncryption() : HTTP_ENCRYPTION_IF_REQUESTED
    try self.init(
      host: socket ?? String(cString: cupsServer()), port: ippPort(), encryption, milliseconds: 3000)
  }

  init(host: String, port: Int32, _ encryption: http_encryption_t, milliseconds: Int32) throws(PrintFault) {
    // Nobody is there to be asked for a password, and the terminal is not this process's.
    cupsSetPasswordCB2({ _, _, _, _, _ in nil }, nil)
    guard let connection = httpConnect2(host, port, nil, AF_UNSPEC, encryption, 1, milliseconds, nil) else {
      throw .unreachable
    }
    httpSetTimeout(connection, Double(milliseconds) / 1000, { _, _ in 0 }, nil)
    self.connection = connection
  }

  /// The address of a queue; nil if the text cannot be the name of one.
  static func address(of queue: String) -> String? {
    let unfit = queue.unicodeScalars.contains {
      $0.value <= 0x20 || $0.value == 0x7F || "/#?".unicodeScalars.contains($0)
    }
    guard !queue.isEmpty, queue.utf8.count <= 127, !unfit else { return nil }
    var buffer = [CChar](repeating: 0, count: 1024)
    let status = httpAssembleURI(
      HTTP_URI_CODING_ALL, &buffer, Int32(buffer.count), "ipp", nil, "localhost", 0, "/printers/" + queue)
    guard status == HTTP_URI_STATUS_OK else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A request, which `ask` frees.
  static func request(_ operation: ipp_op_t, address: String? = nil, job: Int32? = nil, wanted: [String] = [])
    -> OpaquePointer?
  {
    guard let request = ippNewRequest(operation) else { return nil }
    if let address { ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nil, address) }
    if let job { ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job) }
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nil, cupsUser())
    if !wanted.isEmpty,
      let list = ippAddStrings(
        request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", Int32(wanted.count), nil, nil)
    {
      var list: OpaquePointer? = list
      for (place, name) in wanted.enumerated() { ippSetString(request, &list, Int32(place), name) }
    }
    return request
  }

  /// Sends a request and waits for its answer, which lives as long as this process.
  /// - Parameters:
  ///   - resource: the path for the request.
  ///   - missing: the fault if what the request names does not exist.
  ///   - document: what is sent after the request.
  /// - Throws: `.timeout` for every answer that does not come once the document is on its way.
  func ask(
    _ request: OpaquePointer?, at resource: String = "/", missing: PrintFault, document: [UInt8] = []
  ) throws(PrintFault) -> OpaquePointer {
    guard let request else { throw .serverFailed }
    let answer: OpaquePointer?
    var hasBegun = false
    if document.isEmpty {
      answer = cupsDoRequest(connection, request, resource)
    } else {
      defer { ippDelete(request) }
      let status = cupsSendRequest(connection, request, resource, ippLength(request) + document.count)
      hasBegun = status == HTTP_STATUS_CONTINUE
      if hasBegun { send(document) }
      answer = cupsGetResponse(connection, resource)
    }
    let status = answer.map { ippGetStatusCode($0) } ?? cupsLastError()
    if let answer, status.rawValue <= IPP_STATUS_OK_EVENTS_COMPLETE.rawValue { return answer }
    // Nobody can say that a server that has gone away meanwhile does not have the document. One that refuses it has not.
    if hasBegun, answer == nil, !Self.isRefusal(status) { throw .timeout }
    throw fault(status, isAnswered: answer != nil, missing)
  }

  /// What the library makes of the answers 400, 401, 403, 404 and 413 of HTTP, which have no answer of printing in them.
  private static func isRefusal(_ status: ipp_status_t) -> Bool {
    switch status {
    case IPP_STATUS_ERROR_BAD_REQUEST, IPP_STATUS_ERROR_FORBIDDEN, IPP_STATUS_ERROR_NOT_AUTHENTICATED,
      IPP_STATUS_ERROR_NOT_AUTHORIZED, IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED, IPP_STATUS_ERROR_NOT_FOUND,
      IPP_STATUS_ERROR_REQUEST_ENTITY, IPP_STATUS_ERROR_REQUEST_VALUE:
      true
    default: false
    }
  }

  private func send(_ document: [UInt8]) {
    document.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest.prefix(32 << 10))
        let address = part.baseAddress?.assumingMemoryBound(to: CChar.self)
        // What is wrong then is in the answer.
        guard cupsWriteRequestData(connection, address, part.count) == HTTP_STATUS_CONTINUE else { return }
        rest = rest.dropFirst(part.count)
      }
    }
  }

  private func fault(_ status: ipp_status_t, isAnswered: Bool, _ missing: PrintFault) -> PrintFault {
    switch status {
    case IPP_STATUS_ERROR_NOT_FOUND, IPP_STATUS_ERROR_GONE: missing
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS: .notAccepting
    case IPP_STATUS_ERROR_NOT_POSSIBLE: .ended
    case IPP_STATUS_ERROR_FORBIDDEN, IPP_STATUS_ERROR_NOT_AUTHENTICATED, IPP_STATUS_ERROR_NOT_AUTHORIZED,
      IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED:
      .forbidden
    case IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED, IPP_STATUS_ERROR_DOCUMENT_FORMAT_ERROR: .documentRefused
    case IPP_STATUS_ERROR_REQUEST_ENTITY: .tooLarge
    // This is how the library says 413.
    case IPP_STATUS_ERROR_REQUEST_VALUE where !isAnswered: .tooLarge
    case IPP_STATUS_ERROR_BAD_REQUEST: .serverFailed
    default: isAnswered ? .serverFailed : httpError(connection) == ETIMEDOUT ? .timeout : .unreachable
    }
  }
}
