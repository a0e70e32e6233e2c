import CCups
import Glibc

/// `printers [--server PATH] [QUEUE]`: the queues with their states, or one of them.
///
/// `printer=NAME` begins a queue; then `info`, `state` (idle, processing, stopped), `accepts` and `default` (yes, no), and as often as needed
/// `reason`, `media` (a4, a5) and `tray`. Behind all queues, `device=NAME` begins what a printer itself answers, as far as it can be asked:
/// `reachable` (yes, no) and its `reason`s. A server knows only what it saw at the last job.
enum Printers {
  private static let most = 64
  private static let wanted = [
    "printer-name", "printer-info", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
    "printer-type",
    "media-supported", "media-source-supported", "device-uri",
  ]

  static func list(_ arguments: PrintArguments) throws(PrintFault) {
    guard arguments.rest.count <= 1 else { throw .malformed }
    let server = try PrintServer(socket: arguments.server)
    let queues = try queues(of: server, named: arguments.rest.first)
    say(queues)
  }

  static func say(_ queues: [PrintAttributes]) {
    for queue in queues { say(queue) }
    // From here on nothing is missing if the time is over.
    PrintOutput.limit(seconds: 5, isFault: false)
    for queue in queues { sayDevice(of: queue) }
  }

  static func queues(of server: PrintServer, named name: String?) throws(PrintFault) -> [PrintAttributes] {
    let answer: OpaquePointer
    if let name {
      guard let address = PrintServer.address(of: name) else { throw .unknownPrinter }
      answer = try server.ask(
        PrintServer.request(IPP_OP_GET_PRINTER_ATTRIBUTES, address: address, wanted: wanted), missing: .unknownPrinter)
    } else {
      do throws(PrintFault) {
        answer = try server.ask(PrintServer.request(IPP_OP_CUPS_GET_PRINTERS, wanted: wanted), missing: .unknownPrinter)
      } catch {
        // This is what a server without any queue says.
        if error == .unknownPrinter { return [] }
        throw error
      }
    }
    return PrintAttributes.each(of: answer, IPP_TAG_PRINTER, atMost: most)
  }

  private static func say(_ queue: PrintAttributes) {
    guard let name = queue.first("printer-name"), PrintServer.address(of: name) != nil else { return }
    PrintOutput.say("printer", name)
    PrintOutput.say("info", queue.first("printer-info") ?? "")
    PrintOutput.say("state", state(queue.number("printer-state")))
    PrintOutput.say("accepts", queue.first("printer-is-accepting-jobs") ?? "no")
    let kind = UInt32(truncatingIfNeeded: queue.number("printer-type") ?? 0)
    PrintOutput.say("default", kind & CUPS_PRINTER_DEFAULT.rawValue == 0 ? "no" : "yes")
    for reason in queue.reasons("printer-state-reasons") { PrintOutput.say("reason", reason) }
    let media = queue.all("media-supported")
    for sheet in PrintMedia.allCases where media.contains(sheet.keyword) { PrintOutput.say("media", sheet.rawValue) }
    for tray in queue.all("media-source-supported").prefix(16) { PrintOutput.say("tray", tray) }
  }

  private static func state(_ number: Int?) -> String {
    switch number.map({ ipp_pstate_t(rawValue: UInt32(truncatingIfNeeded: $0)) }) {
    case IPP_PSTATE_IDLE: "idle"
    case IPP_PSTATE_PROCESSING: "processing"
    default: "stopped"
    }
  }

  /// Asks the printer, if it speaks the same protocol as the server and has an address of its own.
  private static func sayDevice(of queue: PrintAttributes) {
    guard let name = queue.first("printer-name"), let uri = queue.first("device-uri"), let place = DeviceAddress(uri)
    else { return }
    PrintOutput.say("device", name)
    do throws(PrintFault) {
      let printer = try PrintServer(host: place.host, port: place.port, place.encryption, milliseconds: 1500)
      let request = PrintServer.request(
        IPP_OP_GET_PRINTER_ATTRIBUTES, address: place.address, wanted: ["printer-state", "printer-state-reasons"])
      let answer = try printer.ask(request, at: place.resource, missing: .serverFailed)
      PrintOutput.say("reachable", "yes")
      for found in PrintAttributes.each(of: answer, IPP_TAG_PRINTER, atMost: 1) {
        for reason in found.reasons("printer-state-reasons") { PrintOutput.say("reason", reason) }
      }
    } catch {
      // One that answers something else is there all the same.
      PrintOutput.say("reachable", error == .unreachable || error == .timeout ? "no" : "yes")
    }
  }
}
