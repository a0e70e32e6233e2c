import DossierDomain

/// A fault that `verify` found.
public enum StoreFault: Hashable, Sendable {
  /// SQLite's integrity check of the file failed.
  case fileDamaged(String)
  /// Entries are missing before this one, or at the end of its epoch.
  case sequenceBroken(EntryReference)
  /// The bytes are not those that were hashed when the entry was written.
  case bytesChanged(EntryReference)
  /// The entry does not name the hash of the one before.
  case chainBroken(EntryReference)
  /// The bytes are not an entry in canonical form, or belong to another position of the journal.
  case notCanonical(EntryReference)
  /// The bytes of a folded dossier have changed since they came.
  case foldedChanged(DossierID)
  /// The row of the queue does not agree with the journal; `rebuild` repairs it and its dependants.
  case dossierDiffers(DossierID)
  case tallyDiffers
  /// Settings, clerks, absences or days off do not agree with the journal.
  case officeDiffers
  case searchDiffers(String)
  /// The signature of a clerk or a machine does not match the entries here, up to this one.
  case signatureWrong(EntryReference)
  /// A rebuild was interrupted.
  case rebuildUnfinished
  /// The sealed file is missing.
  case attachmentMissing(BlobHash)
  /// The sealed file was changed or cut off.
  case attachmentDamaged(BlobHash)
  /// The key is missing although nobody erased the attachment.
  case attachmentKeyMissing(BlobHash)

  /// It concerns only computed data: nothing is lost, and `rebuild` repairs it.
  public var isMendedByRebuild: Bool {
    switch self {
    case .fileDamaged, .sequenceBroken, .bytesChanged, .chainBroken, .notCanonical, .foldedChanged,
      .attachmentMissing,
      .attachmentDamaged, .attachmentKeyMissing, .signatureWrong:
      false
    case .dossierDiffers, .tallyDiffers, .officeDiffers, .searchDiffers, .rebuildUnfinished: true
    }
  }
}

extension StoreFault {
  /// The attachment of the fault; the second place may have a good copy.
  public var attachment: BlobHash? {
    switch self {
    case .attachmentMissing(let hash), .attachmentDamaged(let hash), .attachmentKeyMissing(let hash): hash
    case .fileDamaged, .sequenceBroken, .bytesChanged, .chainBroken, .notCanonical, .foldedChanged, .dossierDiffers,
      .tallyDiffers, .officeDiffers, .searchDiffers, .signatureWrong, .rebuildUnfinished:
      nil
    }
  }
}

/// What was checked and what was found; at most some hundred faults.
public struct VerificationReport: Hashable, Sendable {
  public var entries = 0
  public var dossiers = 0
  public var attachments = 0
  public var faults: [StoreFault] = []
  /// The number of dossiers that an upgrade has not computed again yet; nil if there is nothing left. Their rows are not
  /// compared.
  public var refoldingLeft: Int?
  /// Entries that are kept beside the journal, because another one has their name: copies of a database, or a province that
  /// was restored, have given a name twice. They are no fault.
  public var keptBeside = 0

  public init() {}
}
