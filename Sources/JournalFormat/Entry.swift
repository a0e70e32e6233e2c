import DossierDomain

/// The content of an entry, if this version of the program knows its kind.
public enum EntryContent: Hashable, Sendable {
  case dossier(DossierAction)
  case office(OfficeAction)
  /// Written by a newer version; it is kept raw and folded after an upgrade.
  case unknown(kind: UInt32, payload: [UInt8])
}

/// One decoded entry of the journal. Its bytes are made once, by `EntryFormat.encode`, and never again.
public struct Entry: Hashable, Sendable {
  public var reference: EntryReference
  /// SHA-256 of the bytes of the previous entry of the same epoch; empty for the first one.
  public var previousHash: [UInt8]
  public var clerk: ClerkID
  public var at: Instant
  /// Nil for an entry about the office.
  public var dossier: DossierID?
  /// The last place of the office's order that the author had seen.
  public var base: Int64
  public var group: GroupID?
  public var revision: UInt32
  /// The entry's earlier name, set when a restored machine issues an earlier entry of its own again.
  public var origin: EntryOrigin?
  public var content: EntryContent

  /// - Parameter revision: nil for the lowest one that contains all fields of the content.
  public init(
    reference: EntryReference, previousHash: [UInt8], clerk: ClerkID, at: Instant, dossier: DossierID?,
    base: Int64 = 0, group: GroupID? = nil, revision: UInt32? = nil, origin: EntryOrigin? = nil,
    content: EntryContent
  ) {
    self.reference = reference
    self.previousHash = previousHash
    self.clerk = clerk
    self.at = at
    self.dossier = dossier
    self.base = base
    self.group = group
    self.revision = revision ?? EntryFormat.revision(of: content)
    self.origin = origin
    self.content = content
  }

  /// The entry in the form that the fold of a dossier reads; nil for entries about the office or of unknown kind.
  public var recorded: RecordedAction? { recorded(as: .accepted) }

  public func recorded(as verdict: Verdict) -> RecordedAction? {
    guard case .dossier(let action) = content else { return nil }
    return RecordedAction(reference: reference, clerk: clerk, at: at, group: group, action: action, verdict: verdict)
  }
}

/// The name of the same entry in an earlier epoch of its machine. With it every side can drop the second copy.
public struct EntryOrigin: Hashable, Sendable {
  public var reference: EntryReference
  /// SHA-256 of the earlier entry's bytes.
  public var hash: [UInt8]

  public init(reference: EntryReference, hash: [UInt8]) {
    self.reference = reference
    self.hash = hash
  }
}

/// The entries of one group about one dossier, which take effect together or not at all.
public struct EntryAct: Hashable, Sendable {
  public var group: GroupID
  public var dossier: DossierID?

  public init(group: GroupID, dossier: DossierID?) {
    self.group = group
    self.dossier = dossier
  }
}

/// Why bytes are not an entry.
public enum EntryFormatError: Error, Hashable, Sendable {
  case tooLarge(Int)
  case malformed(String)
  /// The bytes decode, but encoding the result gives other bytes, so they are not canonical.
  case notCanonical
}
