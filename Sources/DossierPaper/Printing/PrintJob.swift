import CCups
import Glibc

/// `print [--server PATH] QUEUE MEDIA COPIES TITLE [TRAY]`, with a PDF on standard input, answers `job=ID`. The server has the paper then;
/// whether it was printed is told by `job [--server PATH] QUEUE ID`: `state` (pending, held, processing, stopped, cancelled, aborted,
/// completed), `title`, as often as needed `reason`, and unless the job has ended its queue, as `printers` has it.
/// `cancel [--server PATH] QUEUE ID TITLE` answers nothing. It cancels only a job of this user with this title: a server that was set up
/// again gives the numbers out a second time.
enum PrintJob {
  private static let maximumBytes = 64 << 20

  static func send(_ arguments: PrintArguments) throws(PrintFault) {
    let rest = arguments.rest
    guard (4...5).contains(rest.count), let media = PrintMedia(rawValue: rest[1]), let copies = Int32(rest[2]),
      (1...99).contains(copies), rest[3].utf8.count <= 255,
      rest.count < 5 || !rest[4].isEmpty && rest[4].utf8.count <= 255
    else { throw .malformed }
    guard let address = PrintServer.address(of: rest[0]) else { throw .unknownPrinter }
    let document = try document()
    guard let request = PrintServer.request(IPP_OP_PRINT_JOB, address: address) else { throw .serverFailed }
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nil, rest[3])
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nil, "application/pdf")
    ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", copies)
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nil, "none")
    add(media, tray: rest.count == 5 ? rest[4] : nil, to: request)
    let server = try PrintServer(socket: arguments.server)
    let answer = try server.ask(request, at: "/printers/" + rest[0], missing: .unknownPrinter, document: document)
    guard let id = PrintAttributes.each(of: answer, IPP_TAG_JOB, atMost: 1).first?.number("job-id") else {
      // It took the document and does not say under which number.
      throw .timeout
    }
    PrintOutput.say("job", String(id))
  }

  /// A tray can be named only beside the size, in one collection (PWG 5100.7).
  private static func add(_ media: PrintMedia, tray: String?, to request: OpaquePointer) {
    guard let tray, let size = ippNew(), let sheet = ippNew() else {
      ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nil, media.keyword)
      return
    }
    ippAddInteger(size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", media.size.width)
    ippAddInteger(size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", media.size.height)
    ippAddCollection(sheet, IPP_TAG_ZERO, "media-size", size)
    ippAddString(sheet, IPP_TAG_ZERO, IPP_TAG_KEYWORD, "media-source", nil, tray)
    ippAddCollection(request, IPP_TAG_JOB, "media-col", sheet)
  }

  static func show(_ arguments: PrintArguments) throws(PrintFault) {
    let (server, address, id) = try job(arguments, count: 2)
    let job = try attributes(server, address, id)
    let state = try state(job.number("job-state"))
    PrintOutput.say("state", state)
    PrintOutput.say("title", job.first("job-name") ?? "")
    for reason in job.reasons("job-state-reasons") { PrintOutput.say("reason", reason) }
    guard !["cancelled", "aborted", "completed"].contains(state) else { return }
    Printers.say(try Printers.queues(of: server, named: arguments.rest[0]))
  }

  static func cancel(_ arguments: PrintArguments) throws(PrintFault) {
    let (server, address, id) = try job(arguments, count: 3)
    let job = try attributes(server, address, id)
    guard job.first("job-name") == arguments.rest[2],
      job.first("job-originating-user-name") == String(cString: cupsUser())
    else { throw .unknownJob }
    _ = try server.ask(
      PrintServer.request(IPP_OP_CANCEL_JOB, address: address, job: id), at: "/jobs/", missing: .unknownJob)
  }

  private static func attributes(
    _ server: PrintServer, _ address: String, _ id: Int32
  ) throws(PrintFault) -> PrintAttributes {
    let wanted = ["job-state", "job-state-reasons", "job-name", "job-printer-uri", "job-originating-user-name"]
    let answer = try server.ask(
      PrintServer.request(IPP_OP_GET_JOB_ATTRIBUTES, address: address, job: id, wanted: wanted), missing: .unknownJob)
    // The server finds a job by its number alone.
    guard let job = PrintAttributes.each(of: answer, IPP_TAG_JOB, atMost: 1).first,
      let uri = job.first("job-printer-uri"), uri.split(separator: "/").last == address.split(separator: "/").last
    else { throw .unknownJob }
    return job
  }

  private static func job(
    _ arguments: PrintArguments, count: Int
  ) throws(PrintFault) -> (PrintServer, address: String, id: Int32) {
    guard arguments.rest.count == count, let id = Int32(arguments.rest[1]), id > 0 else { throw .malformed }
    guard let address = PrintServer.address(of: arguments.rest[0]) else { throw .unknownPrinter }
    return (try PrintServer(socket: arguments.server), address, id)
  }

  private static func state(_ number: Int?) throws(PrintFault) -> String {
    switch number.map({ ipp_jstate_t(rawValue: UInt32(truncatingIfNeeded: $0)) }) {
    case IPP_JSTATE_PENDING: "pending"
    case IPP_JSTATE_HELD: "held"
    case IPP_JSTATE_PROCESSING: "processing"
    case IPP_JSTATE_STOPPED: "stopped"
    case IPP_JSTATE_CANCELED: "cancelled"
    case IPP_JSTATE_ABORTED: "aborted"
    case IPP_JSTATE_COMPLETED: "completed"
    default: throw .serverFailed
    }
  }

  private static func document() throws(PrintFault) -> [UInt8] {
    var document: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      document += buffer[..<count]
      guard document.count <= maximumBytes else { throw .tooLarge }
    }
    guard document.starts(with: Array("%PDF-".utf8)) else { throw .malformed }
    return document
  }
}
