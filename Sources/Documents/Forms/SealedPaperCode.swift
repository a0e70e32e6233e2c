import DossierDomain

/// The text of a paper's QR code as it was scanned: the fields of `PaperCode`, and in a sealed one the paper's number, its form and
/// the seal. docs/PAPER-SEAL.md describes it for whoever checks it without this program.
public struct SealedPaperCode: Hashable, Sendable {
  public struct Sealed: Hashable, Sendable {
    public var number: PaperNumber
    public var form: PaperFormID
    /// As it stands there; it need not be one.
    public var seal: String
    /// What the seal signs: all fields before it, without the paper's name. Scanners that type lose its letters, and the hash of
    /// the page covers it.
    public var signedText: String
  }

  /// Not signed is the paper's name only.
  public var fields: PaperCode
  /// The text before number, form and seal, as it is in the page that was hashed.
  public var plainText: String
  /// Nil for a code without a seal.
  public var sealed: Sealed?

  private static let nameField = 3
  /// Without an appointment and with one.
  private static let plain = 6...7
  private static let sealing = 3

  /// Nil for any other text.
  /// - Parameter text: as a scanner gives it, with what it adds at both ends.
  public init?(_ text: String) {
    guard let text = ScannedCode.content(of: text) else { return nil }
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let isSealed = parts.count > Self.plain.upperBound
    let count = isSealed ? parts.count - Self.sealing : parts.count
    guard Self.plain.contains(count), !parts[0].isEmpty, parts[0].utf8.count <= DossierCode.maximumLength * 4,
      let issuedAt = Instant(iso8601: parts[5])
    else { return nil }
    let due = count == Self.plain.upperBound ? Instant(iso8601: parts[6]) : nil
    guard (due != nil) == (count == Self.plain.upperBound) else { return nil }
    fields = PaperCode(
      dossier: parts[0], procedure: parts[1], identity: parts[2], paper: parts[Self.nameField], system: parts[4],
      issuedAt: issuedAt, due: due)
    plainText = parts.prefix(count).joined(separator: "|")
    guard isSealed else { return }
    guard let number = PaperNumber(parts[count]), number.text == parts[count], let form = PaperFormID(parts[count + 1])
    else { return nil }
    sealed = Sealed(
      number: number, form: form, seal: parts[count + 2],
      signedText: Self.signedText(of: parts.dropLast().map(\.self)))
  }

  /// Whether both are the code of one paper. The paper's name is left out, because a scanner that types loses its letters.
  public func isSame(as other: SealedPaperCode) -> Bool {
    var (one, another) = (fields, other.fields)
    (one.paper, another.paper) = ("", "")
    return one == another && sealed == other.sealed
  }

  /// - Parameter plain: the text of a `PaperCode`.
  public static func signedText(plain: String, number: PaperNumber, form: PaperFormID) -> String {
    signedText(
      of: (plain + "|\(number.text)|\(form.text)").split(separator: "|", omittingEmptySubsequences: false).map(
        String.init))
  }

  private static func signedText(of fields: [String]) -> String {
    fields.enumerated().map { $0 == nameField ? "" : $1 }.joined(separator: "|")
  }
}
