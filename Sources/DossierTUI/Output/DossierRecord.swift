import DossierDomain
import OfficeWork

/// A dossier in the output of the command line. The keys are stable and documented in docs/manual.
struct DossierRecord: Encodable {
  var code: String
  var procedureCode: String
  var procedureName: String
  /// Null if the dossier is confidential.
  var ownerName: String?
  var status: Int
  var statusName: String
  var step: Int
  /// The step of the internal procedure; absent if the procedure has none.
  var stepName: String?
  var stepDueAt: String?
  var receivedAt: String?
  var dueAt: String?
  var resolvedAt: String?
  var assignee: String?
  var componentsDigitised: Int
  var componentsCountable: Int
  var delivery: String
  var isVoid: Bool

  init(_ row: QueueRow, clerks: [ClerkID: String], language: Language) {
    code = row.code.text
    procedureCode = row.procedureCode
    procedureName = row.procedureName
    ownerName = row.ownerName
    status = row.status.rawValue
    statusName = row.isVoid ? language.pick("Đã hủy", "Void") : row.status.wording(language)
    step = Int(row.step.rawValue)
    stepName = row.stepName
    stepDueAt = row.stepDueAt?.iso8601
    receivedAt = row.receivedAt?.iso8601
    dueAt = row.dueAt?.iso8601
    resolvedAt = row.resolvedAt?.iso8601
    assignee = row.assignee.flatMap { clerks[$0] }
    componentsDigitised = row.componentsDigitised
    componentsCountable = row.componentsCountable
    delivery = "\(row.delivery)"
    isVoid = row.isVoid
  }
}
