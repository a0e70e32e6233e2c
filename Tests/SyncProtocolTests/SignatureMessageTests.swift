import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import Testing

@testable import SyncProtocol

/// The proofs of authorship in messages.
@Suite struct SignatureMessageTests {
  private static let (office, device) = (OfficeID(high: 1, low: 1), DeviceID(high: 2, low: 2))
  private static let epoch = DeviceEpoch(high: 3, low: 3)
  private static let clerks = (1...4).map { ClerkID(high: 4, low: $0) }

  /// Bytes that cannot be compressed, like signatures.
  private static func noise(_ count: Int, _ seed: Int) -> [UInt8] {
    Array((0..<(count + 31) / 32).flatMap { Array(SHA256.hash(data: Array("\(seed) \($0)".utf8))) }.prefix(count))
  }

  private static func statements(_ count: Int, entries: Int = 800) -> [ClerkStatement] {
    (0..<count).map { index in
      let length = Int64(entries / max(1, count))
      let first = 40_000 + Int64(index) * length
      return ClerkStatement(
        clerk: clerks[index % clerks.count], epoch: epoch, first: first, last: first + length - 1,
        confirmed: [first, first + 3, first + length - 1], signature: noise(64, index))
    }
  }

  private static func request(_ statements: [ClerkStatement], head: Bool = false) -> ExchangeRequest {
    let key = P256.Signing.PrivateKey()
    var request = ExchangeRequest(
      office: office, device: device, program: "0.3.0", sentAt: Instant(milliseconds: 1_795_680_000_000),
      position: .beginning,
      epochs: [EpochHead(epoch: epoch, lastSequence: 41_000, lastHash: noise(32, -1))], statements: statements)
    if head {
      request.machineKey = SigningPublicKey(key.publicKey)
      request.machineHead = MachineHead(
        device: device, epoch: epoch, sequence: 41_000, hash: noise(32, -1), at: request.sentAt,
        signature: noise(64, -2))
    }
    return request
  }

  @Test func whatWasSaidIsHeard() throws {
    let key = SigningPublicKey(P256.Signing.PrivateKey().publicKey)
    var request = Self.request(Self.statements(7), head: true)
    request.signaturesThrough = 12
    request.credentials = [
      ClerkCredential(
        clerk: Self.clerks[0], salt: Self.noise(16, 1), digest: Self.noise(32, 2), key: key,
        wrappedKey: Self.noise(ClerkCredential.wrappedLength, 3), signature: Self.noise(64, 4))
    ]
    #expect(try ExchangeRequest(decoding: request.encoded()) == request)
    #expect(try ExchangeRequest(json: request.encodedAsJSON()) == request)
    let moment = Instant(milliseconds: 1_795_680_000_000)
    let response = ExchangeResponse(
      serverTime: moment, logEpoch: Self.noise(16, 5), base: 0, places: [], rolling: .zero, head: 0,
      credentials: [ClerkCredential(clerk: Self.clerks[1], salt: [], digest: [])],
      signatures: Signatures(
        statements: Self.statements(3),
        heads: [
          MachineHead(
            device: Self.device, epoch: Self.epoch, sequence: 9, hash: Self.noise(32, 6), at: moment,
            signature: Self.noise(64, 7))
        ], keys: [ClerkKey(clerk: Self.clerks[2], key: key, since: moment, until: moment)],
        machines: [
          Machine(device: Self.device, name: "Bàn 1", key: key),
          Machine(device: DeviceID(high: 9, low: 9), name: "Bàn 2", key: key, revokedAt: moment),
        ]),
      signaturesThrough: 31, machineClerks: .only(Set(Self.clerks)))
    #expect(try ExchangeResponse(decoding: response.encoded()) == response)
  }

  /// A day of 800 entries and 20 sessions takes at most 3 bytes per entry, and each further session at most 100 bytes.
  @Test func signaturesCostThreeBytesAnEntryAtMost() throws {
    func size(_ request: ExchangeRequest) throws -> Int {
      try SyncFrame.pack(request.encoded(), dictionary: .standard).count
    }
    let bare = try size(Self.request([]))
    let day = try size(Self.request(Self.statements(20), head: true))
    #expect(day - bare <= 3 * 800, "\(day - bare) bytes")
    let longer = try size(Self.request(Self.statements(40), head: true))
    #expect(longer - day <= 20 * 100, "\(longer - day) bytes for 20 sessions")
  }

  @Test func statementsThatNobodyWritesAreRefused() throws {
    let right = Self.statements(1)[0]
    for change: (inout ClerkStatement) -> Void in [
      { $0.first = 0 }, { $0.last = $0.first + ClerkStatement.longestSpan }, { $0.confirmed = [$0.last + 1] },
      { $0.confirmed = [$0.first + 1, $0.first + 1] }, { $0.signature = [1, 2, 3] },
      {
        $0.first = 1 << 53
        $0.last = $0.first + 1
      },
    ] {
      var wrong = right
      change(&wrong)
      let bytes = try Self.request([wrong]).encoded()
      #expect(throws: SyncProtocolError.self) { try ExchangeRequest(decoding: bytes) }
    }
  }
}
