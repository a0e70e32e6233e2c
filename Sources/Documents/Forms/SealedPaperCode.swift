import DossierDomain
import VietnameseText

/// The text of a paper's QR code as it was scanned: the fields of `PaperCode`, and in a sealed one the paper's number, its form and
/// the seal. docs/PAPER-SEAL.md describes it for whoever checks it without this program.
public struct SealedPaperCode: Hashable, Sendable {
  public struct Sealed: Hashable, Sendable {
    public var number: PaperNumber
    public var form: PaperFormID
    /// As it stands there; it need not be one.
    public var seal: String
  }

  public var fields: PaperCode
  /// The text before number, form and seal, as it is in the page that was hashed.
  public var plainText: String
  /// What a seal signs of the text: all fields before it in their canonical form, so that Caps Lock, a scanner's capitals and lost
  /// marks make no true code a false one. Names of paper and system are left out, because an input method may take letters from
  /// them; the hash of the page covers both.
  public var signedText: String
  /// Whether a signed field has what no office's code has: something between the paper and the program has changed letters, perhaps
  /// with the digits beside them.
  public var isDisturbed: Bool
  /// Nil for a code without a seal.
  public var sealed: Sealed?

  private static let unsigned = 3...4
  /// Without an appointment and with one.
  private static let plain = 6...7
  private static let sealing = 3

  /// Nil for any other text.
  /// - Parameter text: as a scanner gives it, with what it adds at both ends.
  public init?(_ text: String) {
    guard let text = ScannedCode.content(of: text) else { return nil }
    let parts = Self.parts(of: text)
    let isSealed = parts.count > Self.plain.upperBound
    let count = isSealed ? parts.count - Self.sealing : parts.count
    guard Self.plain.contains(count), !parts[0].isEmpty, parts[0].utf8.count <= DossierCode.maximumLength * 4,
      let issuedAt = Instant(iso8601: parts[5].uppercased())
    else { return nil }
    let due = count == Self.plain.upperBound ? Instant(iso8601: parts[6].uppercased()) : nil
    guard (due != nil) == (count == Self.plain.upperBound) else { return nil }
    fields = PaperCode(
      dossier: parts[0], procedure: parts[1], identity: parts[2], paper: parts[3], system: parts[4], issuedAt: issuedAt,
      due: due)
    plainText = parts.prefix(count).joined(separator: "|")
    let signed = isSealed ? parts.dropLast() : parts[...]
    signedText = Self.signedText(of: signed)
    isDisturbed = signed.indices.contains { !Self.unsigned.contains($0) && Self.isDisturbed(signed[$0]) }
    guard isSealed else { return }
    guard let number = PaperNumber(parts[count]), number.text == parts[count].uppercased(),
      let form = PaperFormID(parts[count + 1].folded)
    else { return nil }
    sealed = Sealed(number: number, form: form, seal: parts[count + 2])
  }

  /// Whether both are the code of one paper.
  public func isSame(as other: SealedPaperCode) -> Bool {
    signedText == other.signedText && sealed?.seal == other.sealed?.seal
  }

  /// What the seal proves. A signature that does not fit says nothing against a code that was disturbed on its way.
  /// - Parameter check: asks whoever has the keys.
  public func verdict<Failure: Error>(
    by check: (_ seal: String, _ text: String) throws(Failure) -> SealVerdict
  ) throws(Failure) -> SealVerdict {
    let verdict = try check(sealed?.seal ?? "", signedText)
    return verdict == .wrong && isDisturbed ? .unreadable : verdict
  }

  /// - Parameter plain: the text of a `PaperCode`.
  public static func signedText(plain: String, number: PaperNumber, form: PaperFormID) -> String {
    signedText(of: parts(of: "\(plain)|\(number.text)|\(form.text)")[...])
  }

  /// By scalars: a mark after the stroke makes one character with it, and other programs divide there.
  private static func parts(of text: some StringProtocol) -> [String] {
    String(text).unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
  }

  private static func signedText(of fields: ArraySlice<String>) -> String {
    fields.enumerated().map { unsigned.contains($0) ? "" : $1.folded.uppercased() }.joined(separator: "|")
  }

  /// Scanners put the question mark in the place of letters that they do not have.
  private static func isDisturbed(_ field: String) -> Bool {
    field.utf8.contains { !(0x20...0x7E).contains($0) || $0 == UInt8(ascii: "?") }
  }
}
