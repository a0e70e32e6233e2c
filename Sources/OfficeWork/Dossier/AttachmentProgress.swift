import DossierDomain

/// How far a scan is on its way between this desk and the province.
public enum AttachmentProgress: Hashable, Sendable {
  /// Made here; the province has so much of it.
  case sending(percent: Int)
  /// Here and at the province.
  case sent
  /// Made elsewhere; so much of it is here.
  case receiving(percent: Int)
  case here
  /// Destroyed on purpose.
  case erased
}
