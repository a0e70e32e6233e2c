import Crypto
import DossierDomain

/// The seal at the end of a paper's QR code: what the paper says, as a hash, and the signature of the machine that issued it.
/// docs/PAPER-SEAL.md has the bytes, with an example.
public struct PaperSeal: Hashable, Sendable {
  public static let machineLength = 4
  public static let hashLength = 16

  /// Names the machine's key, so that a wrong signature is told apart from one of a machine that nobody here knows.
  public var machine: [UInt8]
  /// Of the page description, as it is without the seal.
  public var pageHash: [UInt8]
  /// ECDSA P-256 with SHA-256 over `signedBytes`, raw: 64 bytes.
  public var signature: [UInt8]

  /// - Parameters:
  ///   - page: the bytes of the page description without the seal.
  ///   - text: what of the code's text is signed.
  /// - Throws: errors of the crypto library, which do not occur for a key in memory.
  public init(of page: [UInt8], text: String, office: OfficeID, key: P256.Signing.PrivateKey) throws {
    machine = Self.name(of: SigningPublicKey(key.publicKey))
    pageHash = Self.hash(of: page)
    let signed = Self.signedBytes(text, pageHash: pageHash, office: office)
    signature = Array(try key.signature(for: signed).rawRepresentation)
  }

  init(machine: [UInt8], pageHash: [UInt8], signature: [UInt8]) {
    (self.machine, self.pageHash, self.signature) = (machine, pageHash, signature)
  }

  public func isSigned(by key: SigningPublicKey, text: String, office: OfficeID) -> Bool {
    key.verifies(signature, for: Self.signedBytes(text, pageHash: pageHash, office: office))
  }

  /// - Parameter page: the bytes of a page description without its seal.
  public func isOf(_ page: [UInt8]) -> Bool { pageHash == Self.hash(of: page) }

  /// Whether a code is that of a recorded paper with the same number, by what the entry says alone; nil if that does not tell.
  /// - Parameters:
  ///   - seal: the text of the code's seal.
  ///   - form: of the code.
  ///   - isProven: the signature is right, so that the fields of the code are those over which the seal was made.
  public static func isSame(_ seal: String, _ form: PaperFormID, isProven: Bool, as paper: PaperIssue) -> Bool? {
    guard form == paper.form else { return false }
    // The hash of a page with answers has a salt in the entry and none in a seal.
    guard !paper.isSalted, let seal = PaperSeal(text: seal) else { return nil }
    guard seal.pageHash == paper.pageHash else { return false }
    return isProven ? true : nil
  }

  /// The first 4 bytes of SHA-256 over the compressed key.
  public static func name(of key: SigningPublicKey) -> [UInt8] {
    Array(SHA256.hash(data: key.bytes).prefix(machineLength))
  }

  private static func hash(of page: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: page).prefix(hashLength)) }

  private static func signedBytes(_ text: String, pageHash: [UInt8], office: OfficeID) -> [UInt8] {
    Array("dossier paper seal 1".utf8) + office.bytes + pageHash + text.utf8
  }
}
