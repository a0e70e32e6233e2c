import DossierDomain
import VietnameseText

/// What an attestation says of one certified paper. What is empty is a dotted line.
public struct AttestationFacts: Hashable, Sendable {
  /// Of signing.
  public var day: CivilDate?
  /// The minute of the day at which it was signed outside of the office; nil at the office.
  public var minuteOutside: Int?
  public var place = ""
  /// The agency whose seal it gets.
  public var agency = ""
  public var certifier: Certifier?
  public var number: Int?
  /// `01/2026`, as on the book's cover.
  public var volume = ""
  public var receiver: Receiver?
  /// Who sign or gave fingerprints, or the parties of a transaction.
  public var persons: [CertifiedPerson] = []
  /// The kind of transaction.
  public var matter = ""
  /// Of a translation.
  public var fromLanguage = ""
  public var toLanguage = ""
  /// Of a transaction; with the page of the attestation.
  public var originals: Originals?
  public var interpreter = ""
  /// Where one cannot read.
  public var witnesses: [String] = []
  /// How the office says dates in words.
  public var words = DateInWords()

  /// Who received the dossier, and before whom people signed.
  public struct Receiver: Hashable, Sendable {
    public var name: String
    public var sex: Sex?

    public init(name: String, sex: Sex?) { (self.name, self.sex) = (name, sex) }
  }

  public struct Originals: Hashable, Sendable {
    public struct Recipient: Hashable, Sendable {
      public var name: String
      public var copies: Int

      public init(name: String, copies: Int) { (self.name, self.copies) = (name, copies) }
    }

    public var count: Int
    public var sheets: Int
    public var pages: Int
    public var recipients: [Recipient]

    public init(count: Int, sheets: Int, pages: Int, recipients: [Recipient]) {
      (self.count, self.sheets, self.pages) = (count, sheets, pages)
      self.recipients = recipients
    }
  }

  public init() {}

  /// At the office on the day of issue: at the centre it is the agency itself, elsewhere the authority above it.
  public init(_ issue: PaperIssuer, for kind: AttestationKind) {
    day = issue.at.civilDate
    agency = kind.isAtCentre ? issue.desk : issue.authority
    place = agency
  }
}
