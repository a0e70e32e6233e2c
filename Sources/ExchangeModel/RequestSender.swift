import DossierDomain
import JournalFormat

/// The machine that sends a request, and the time by its clock.
public struct RequestSender: Hashable, Sendable {
  public var office: OfficeID
  public var device: DeviceID
  /// The version of its program.
  public var program: String
  public var sentAt: Instant
  public var reads: ReadableContent

  public init(
    office: OfficeID, device: DeviceID, program: String, sentAt: Instant, reads: ReadableContent = .own
  ) {
    self.office = office
    self.device = device
    self.program = program
    self.sentAt = sentAt
    self.reads = reads
  }
}
