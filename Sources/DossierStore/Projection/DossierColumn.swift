import GRDB

/// Columns of a dossier's row. Pages of the queue read them by position instead: see `QueueRows`.
enum DossierColumn: String, ColumnExpression {
  case rid, id, code, origin, owner, status, channel, assignee, digitised, reused, confidential, bucket, decision,
    handed, version
  case dueAt = "due_at"
  case dueKey = "due_key"
  case receivedAt = "received_at"
  case receivedKey = "received_key"
  case resolvedAt = "resolved_at"
  case hasResultFile = "has_result_file"
  case missedDueAt = "missed_due_at"
  case lookedUp = "looked_up"
  case ownerMark = "owner_mark"
  case procedureCode = "procedure_code"
  case procedureName = "procedure_name"
}
