import DossierDomain

/// What `verify` found wrong.
public enum StoreFault: Hashable, Sendable {
  /// SQLite's own check of the file.
  case fileDamaged(String)
  /// Entries are missing before this one, or the epoch's last ones.
  case sequenceBroken(EntryReference)
  /// The bytes are not those that were hashed when the entry was written.
  case bytesChanged(EntryReference)
  /// The entry does not name the hash of the one before.
  case chainBroken(EntryReference)
  /// The bytes are no entry in canonical form, or one of another place in the journal.
  case notCanonical(EntryReference)
  /// The bytes of a dossier that came folded are not those that came.
  case foldedChanged(DossierID)
  /// The queue's row is not what the journal says: `rebuild` mends it, and what follows.
  case dossierDiffers(DossierID)
  case tallyDiffers
  /// Settings, clerks, absences or days off are not what the journal says.
  case officeDiffers
  case searchDiffers(String)
  /// A clerk's or a machine's signature is not over what is here, up to this entry.
  case signatureWrong(EntryReference)
  /// A rebuild was cut off.
  case rebuildUnfinished
  /// The sealed file is not there.
  case attachmentMissing(BlobHash)
  /// A byte of the sealed file was changed, or it was cut off.
  case attachmentDamaged(BlobHash)
  /// Nothing can open it any more, and nobody erased it.
  case attachmentKeyMissing(BlobHash)

  /// It concerns only what is derived: nothing is lost, and `rebuild` mends it.
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
  /// The attachment that it is about: a good copy may lie at the second place.
  public var attachment: BlobHash? {
    switch self {
    case .attachmentMissing(let hash), .attachmentDamaged(let hash), .attachmentKeyMissing(let hash): hash
    case .fileDamaged, .sequenceBroken, .bytesChanged, .chainBroken, .notCanonical, .foldedChanged, .dossierDiffers,
      .tallyDiffers, .officeDiffers, .searchDiffers, .signatureWrong, .rebuildUnfinished:
      nil
    }
  }
}

/// What was looked at, and what was found; at most some hundred faults.
public struct VerificationReport: Hashable, Sendable {
  public var entries = 0
  public var dossiers = 0
  public var attachments = 0
  public var faults: [StoreFault] = []

  public init() {}
}
