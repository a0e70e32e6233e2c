import DossierDomain

/// A blank receipt, found by the code on it.
public enum FoundBlank: Hashable, Sendable {
  /// This desk has printed it.
  case own(BlankReceipt)
  /// Another machine of the office has printed it, and it is entered there. The name is empty if it is not known here; the reason is
  /// that for which it was struck.
  case ofOther(machine: String, struck: String?)
}
