import DossierDomain

/// What an entry is about, when its kind is known to this version of the program.
public enum EntryContent: Hashable, Sendable {
  case dossier(DossierAction)
  case office(OfficeAction)
  /// Written by a newer version: kept raw, folded after an upgrade.
  case unknown(kind: UInt32, payload: [UInt8])
}

/// One entry of the journal, decoded. Its bytes are made once, by `EntryFormat.encode`, and never again.
public struct Entry: Hashable, Sendable {
  public var reference: EntryReference
  /// SHA-256 of the previous entry's bytes of the same epoch; empty for the first one.
  public var previousHash: [UInt8]
  public var clerk: ClerkID
  public var at: Instant
  /// Nil for an entry about the office.
  public var dossier: DossierID?
  /// The office sequence that the author had seen.
  public var base: Int64
  public var group: GroupID?
  public var revision: UInt32
  /// Set when a restored device issues again what it had written before: the entry's earlier name.
  public var origin: EntryOrigin?
  public var content: EntryContent

  public init(
    reference: EntryReference, previousHash: [UInt8], clerk: ClerkID, at: Instant, dossier: DossierID?,
    base: Int64 = 0, group: GroupID? = nil, revision: UInt32 = EntryFormat.revision, origin: EntryOrigin? = nil,
    content: EntryContent
  ) {
    self.reference = reference
    self.previousHash = previousHash
    self.clerk = clerk
    self.at = at
    self.dossier = dossier
    self.base = base
    self.group = group
    self.revision = revision
    self.origin = origin
    self.content = content
  }

  /// As the fold of a dossier sees it; nil for entries about the office or of unknown kind.
  public var recorded: RecordedAction? { recorded(as: .accepted) }

  public func recorded(as verdict: Verdict) -> RecordedAction? {
    guard case .dossier(let action) = content else { return nil }
    return RecordedAction(reference: reference, clerk: clerk, at: at, group: group, action: action, verdict: verdict)
  }
}

/// The name of the same entry in an earlier epoch of its device; by it every side drops the second one.
public struct EntryOrigin: Hashable, Sendable {
  public var reference: EntryReference
  /// SHA-256 of its bytes.
  public var hash: [UInt8]

  public init(reference: EntryReference, hash: [UInt8]) {
    self.reference = reference
    self.hash = hash
  }
}

/// What stands or falls together: the entries of one group about one dossier.
public struct EntryAct: Hashable, Sendable {
  public var group: GroupID
  public var dossier: DossierID?

  public init(group: GroupID, dossier: DossierID?) {
    self.group = group
    self.dossier = dossier
  }
}

/// Why bytes are no entry.
public enum EntryFormatError: Error, Hashable, Sendable {
  case tooLarge(Int)
  case malformed(String)
  /// They decode, but would be written differently: not the canonical form.
  case notCanonical
}
