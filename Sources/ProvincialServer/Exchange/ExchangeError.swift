import DossierDomain

/// Why a request was refused as a whole. Nothing of it was stored, except for `clerksUnknown`.
public enum ExchangeError: Error, Hashable, Sendable {
  /// There is no device with this key, or the request names another device or office.
  case notEnrolled
  case malformed(String)
  /// The device is revoked. It may hand in entries and scans up to a limit, and receives nothing.
  case revoked
  /// The enrolment code is wrong, was used, or is too old.
  case wrongCode
  /// The device has places that this server does not have, or other places: the server was restored, and no operator
  /// has reported it.
  case positionUnknown
  /// The store is behind the state that this server has seen, and no operator has reported why.
  case restored
  /// The first desk of an office that worked alone would be nobody's: none of the clerks named for it works there. The
  /// entries that came are stored, so that an operator finds the office's clerks.
  case clerksUnknown([ClerkID], device: DeviceID, agencyCode: String)
  /// The rules of the procedure give such a submission to other offices.
  case receivedElsewhere([OfficeRule.Who])

  /// Ids of clerks as a problem document has them, and as many as a desk shows.
  static func detail(of clerks: [ClerkID]) -> String { clerks.prefix(3).map(\.hexadecimal).joined(separator: " ") }

  /// A sentence that a portal shows to the citizen.
  static func detail(of receivers: [OfficeRule.Who]) -> String { Denial.receivedElsewhere(receivers).wording(.vi) }

  /// What an operator has to do, if anything.
  public var advice: String? {
    switch self {
    case .positionUnknown:
      "a desk knows another order than this database; if it was restored, run `provincial-server log restored`"
    case .clerksUnknown(let clerks, let device, let agencyCode):
      """
      the office \(agencyCode) has no clerk \(clerks.map(\.hexadecimal).joined(separator: ", ")), and nobody could sign in \
      at its first desk; `provincial-server clerk list --office \(agencyCode)` lists its clerks, then run \
      `provincial-server device clerks --office \(agencyCode) \(device.hexadecimal) --clerk ID`
      """
    case .notEnrolled, .malformed, .revoked, .wrongCode, .restored, .receivedElsewhere: nil
    }
  }
}
