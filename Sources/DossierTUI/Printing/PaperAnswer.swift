import OfficeWork
import VietnameseText

/// The lines of `key=value` in which `dossier-paper` answers. Their values come from print servers and printers.
struct PaperAnswer {
  /// Of a value, in characters.
  static let maximumText = 200
  private static let maximumPrinters = 64
  private static let maximumReasons = 64

  private(set) var printers: [Printer] = []
  /// The number of a job that was taken.
  private(set) var job: Int?
  private(set) var jobState: PrintJobState?
  private(set) var title = ""
  /// The queue whose printer answers, with what it has said so far.
  private var device: (queue: String, isReachable: Bool?, reasons: [PrinterReason])?

  init(_ output: [UInt8]) {
    for line in HelperProcess.Said.lines(output) {
      guard let equals = line.firstIndex(of: "=") else { continue }
      note(String(line[..<equals]), line[line.index(after: equals)...].cleaned(maxLength: Self.maximumText))
    }
    noteDevice()
  }

  private mutating func note(_ key: String, _ value: String) {
    switch key {
    case "job": job = Int(value)
    case "title": title = value
    case "state" where printers.isEmpty: jobState = PrintJobState(rawValue: value)
    case "printer":
      guard !value.isEmpty, printers.count < Self.maximumPrinters else { return }
      printers.append(Printer(name: value))
    case "device":
      noteDevice()
      device = (value, nil, [])
    default: noteOfPrinter(key, value)
    }
  }

  /// Of the printer that is being told of.
  private mutating func noteOfPrinter(_ key: String, _ value: String) {
    if device != nil {
      if key == "reachable" { device?.isReachable = value == "yes" }
      if key == "reason", (device?.reasons.count ?? 0) < Self.maximumReasons {
        device?.reasons.append(PrinterReason(value))
      }
      return
    }
    guard !printers.isEmpty else { return }
    let last = printers.count - 1
    switch key {
    case "info": printers[last].description = value
    case "state": printers[last].state = PrinterState(rawValue: value) ?? .stopped
    case "accepts": printers[last].acceptsJobs = value == "yes"
    case "default": printers[last].isDefault = value == "yes"
    case "reason" where printers[last].reasons.count < Self.maximumReasons:
      printers[last].reasons.append(PrinterReason(value))
    case "media": if let media = Media(rawValue: value) { printers[last].media.insert(media) }
    case "tray" where printers[last].trays.count < Self.maximumReasons: printers[last].trays.append(value)
    default: break
    }
  }

  private mutating func noteDevice() {
    guard let device, let isReachable = device.isReachable else { return }
    self.device = nil
    guard let place = printers.firstIndex(where: { $0.name == device.queue }) else { return }
    printers[place].note(isReachable: isReachable, reasons: device.reasons)
  }
}
