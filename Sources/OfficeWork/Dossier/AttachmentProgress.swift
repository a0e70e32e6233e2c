import DossierDomain

/// How much of a scan has been transferred between this desk and the province.
public enum AttachmentProgress: Hashable, Sendable {
  /// It was made here, and the province has this share of it.
  case sending(percent: Int)
  /// It was made here, and the province has all of it.
  case sent
  /// It was made elsewhere, and this share of it is here.
  case receiving(percent: Int)
  case here
  /// It was destroyed on purpose.
  case erased
}
