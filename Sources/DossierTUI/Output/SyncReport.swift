import DossierDomain
import OfficeWork

/// An exchange in the output of the command line. The keys are stable and documented in docs/manual.
struct SyncReport: Encodable {
  var entriesSent = 0
  var entriesReceived = 0
  var conflicts = 0
  var refused = 0
  var bytesUp = 0
  var bytesDown = 0
  var roundTrips = 0
  /// How many of the `own` entries the province has.
  var acknowledged: Int
  var own: Int
  /// The office's order is stored here up to this place; `head` is its last place.
  var completeUpTo: Int64
  var head: Int64
  var blobsComplete: Int
  var blobs: Int
  /// Absent if the exchange succeeded; otherwise a stable name.
  var failure: String?

  init(_ result: Result<SyncSummary, SyncFailure>, _ status: SyncStatus) {
    acknowledged = status.entriesAcknowledged
    own = status.entriesOwn
    completeUpTo = status.completeUpTo
    head = status.head
    blobsComplete = status.blobsComplete
    blobs = status.blobsAll
    switch result {
    case .success(let summary):
      entriesSent = summary.entriesSent
      entriesReceived = summary.entriesReceived
      conflicts = summary.conflicts
      refused = summary.refused
      bytesUp = summary.bytesUp
      bytesDown = summary.bytesDown
      roundTrips = summary.roundTrips
    case .failure(let failure): self.failure = failure.kept
    }
  }

  func sentence(_ language: Language) -> String {
    language.pick(
      """
      Đã gửi \(entriesSent), nhận \(entriesReceived) mục; \(conflicts) xung đột, \(refused) bị giữ lại. \
      Tỉnh đã có \(acknowledged)/\(own); nhật ký đủ đến \(completeUpTo)/\(head). \
      \(bytesUp) byte lên, \(bytesDown) byte xuống.
      """,
      """
      Sent \(entriesSent), received \(entriesReceived) entries; \(conflicts) in conflict, \(refused) kept back. \
      The province has \(acknowledged)/\(own); the journal is complete up to \(completeUpTo)/\(head). \
      \(bytesUp) bytes up, \(bytesDown) down.
      """)
  }
}
