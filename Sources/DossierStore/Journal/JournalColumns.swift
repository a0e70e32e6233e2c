import GRDB

// The columns of the journal's tables, by which their rows are read.

enum EntryColumn: String, ColumnExpression {
  case position, sequence, dossier, bytes, hash, delivery, verdict
  case officeSequence = "office_sequence"
}

enum EpochColumn: String, ColumnExpression {
  case id, epoch, acknowledged
  case lastSequence = "last_sequence"
  case lastHash = "last_hash"
  case lastAt = "last_at"
  case isOwn = "is_own"
  case isCurrent = "is_current"
}

/// The columns of lane blocks and of days.
enum LaneColumn: String, ColumnExpression {
  case first, last, highest, provisional
}

enum WithheldColumn: String, ColumnExpression {
  case hash, verdict
}
