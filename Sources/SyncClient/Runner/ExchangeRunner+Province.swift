import DossierDomain
import DossierStore

extension ExchangeRunner {
  /// A runner that connects over TLS to the server at which this desk was enrolled.
  /// - Throws: `.damaged` if the enrolment cannot be read.
  public static func toProvince(
    store: LocalStore, enrolment: Enrolment, program: String, limits: HTTPSConnection.Limits = .init(),
    now: @escaping @Sendable () -> Instant, sequel: Sequel? = nil
  ) throws(StoreError) -> ExchangeRunner {
    guard let address = ServerAddress(enrolment.server) else { throw .damaged("enrolment.server") }
    return try ExchangeRunner(
      store: store, enrolment: enrolment, program: program, now: now,
      connect: {
        HTTPSConnection(
          to: address, trust: ProvinceTrust(.authority(enrolment.authority)),
          identity: DeviceIdentity(certificate: enrolment.certificate, privateKey: enrolment.privateKey),
          limits: limits, now: now)
      }, sequel: sequel)
  }
}
