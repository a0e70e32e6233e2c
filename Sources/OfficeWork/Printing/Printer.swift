import DossierDomain

/// A queue of the print server, with what is known of the printer behind it at one moment.
public struct Printer: Hashable, Sendable {
  /// Of the queue, as it stands in settings.
  public var name: String
  /// What an administrator calls it; empty if nothing was entered.
  public var description: String
  public var state: PrinterState
  public var acceptsJobs: Bool
  public var isDefault: Bool
  /// Whether the printer itself answered; nil if it cannot be asked, for instance on a cable.
  public var isReachable: Bool?
  public var reasons: [PrinterReason]
  public var media: Set<Media>
  public var trays: [String]

  public init(
    name: String, description: String = "", state: PrinterState = .idle, acceptsJobs: Bool = true,
    isDefault: Bool = false,
    isReachable: Bool? = nil, reasons: [PrinterReason] = [], media: Set<Media> = [], trays: [String] = []
  ) {
    self.name = name
    self.description = description
    self.state = state
    self.acceptsJobs = acceptsJobs
    self.isDefault = isDefault
    self.isReachable = isReachable
    self.reasons = reasons
    self.media = media
    self.trays = trays
  }

  /// Adds what the printer itself answers. Of what the server noted at the last job only what concerns the queue still counts then.
  /// - Parameter reasons: its own, if it answered.
  public mutating func note(isReachable: Bool, reasons answered: [PrinterReason]) {
    self.isReachable = isReachable
    reasons.removeAll { !$0.concernsQueue }
    for reason in answered where !reasons.contains(reason) { reasons.append(reason) }
  }

  /// Whether a paper that is sent now is printed without anybody's help, as far as is known.
  public var isReady: Bool {
    acceptsJobs && state != .stopped && isReachable != false && !reasons.contains { $0.isStopping }
  }

  /// What a clerk should know before and after she sends a paper, what stops it first.
  public func remarks(_ language: Language) -> [String] {
    var remarks: [String] = []
    func add(_ remark: String) { if !remarks.contains(remark) { remarks.append(remark) } }
    if isReachable == false { add(PrinterReason.unreachable(language)) }
    for reason in reasons.filter(\.isStopping) + reasons.filter({ !$0.isStopping }) {
      if let remark = reason.wording(language) { add(remark) }
    }
    if state == .stopped, !reasons.contains(where: \.isStopping) { add(state.wording(language)) }
    if !acceptsJobs { add(language.pick("không nhận việc in mới", "takes no new jobs")) }
    return remarks
  }

  /// What becomes of a paper that was sent while the printer is not ready.
  func waitingWording(_ language: Language) -> String {
    language.pick(
      "Máy in \(name): \(wording(.vi)), in được thì giấy mới ra.",
      "Printer \(name): \(wording(.en)); it comes out once the printer can print.")
  }

  /// Who lets a closed queue print again; nil where whoever stands before the printer sees what to do.
  func remedy(_ language: Language) -> String? {
    let isPaused = state == .stopped || reasons.contains { $0.isPause }
    let commands = [isPaused ? "cupsenable" : nil, acceptsJobs ? nil : "cupsaccept"].compactMap(\.self)
    guard !commands.isEmpty else { return nil }
    let said = commands.map { "\"\($0) \(name)\"" }
    return language.pick(
      "Mở lại máy in: \(said.joined(separator: " và ")), hoặc nhờ quản trị.",
      "To open it again: \(said.joined(separator: " and ")), or ask the administrator.")
  }

  /// State and remarks in one line: "sẵn sàng", "đang in: hết giấy", "không liên lạc được máy in".
  public func wording(_ language: Language) -> String {
    let remarks = remarks(language).joined(separator: ", ")
    if remarks.isEmpty { return state.wording(language) }
    return isReady || state == .processing ? state.wording(language) + ": " + remarks : remarks
  }
}
