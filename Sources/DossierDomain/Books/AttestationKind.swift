import ReferenceData

/// Which attestation (lời chứng) a certified paper gets. The raw value names it in an office's file.
///
/// At the public administrative centre people sign before whoever receives the dossier, elsewhere before the certifier (TT 01/2020
/// Đ.8, 20); each has a form of its own.
public enum AttestationKind: String, CaseIterable, Sendable {
  /// Of a copy of a paper, and of a copy of a certified transaction (NĐ 23/2015 Đ.20 k.2–3, Đ.40 k.3).
  case copy
  /// Of a copy as a PDF, in a book of its own.
  case electronicCopy = "electronic-copy"
  case signature
  case signatureAtCentre = "signature-at-centre"
  case fingerprint
  case fingerprintAtCentre = "fingerprint-at-centre"
  case cannotSign = "cannot-sign"
  case several
  case severalAtCentre = "several-at-centre"
  case translator
  /// Also of an amendment or cancellation (TT 01/2020 Đ.23 k.3).
  case transaction
  case transactionAtCentre = "transaction-at-centre"
  case division
  case divisionAtCentre = "division-at-centre"
  case will
  case willAtCentre = "will-at-centre"
  case refusal
  case refusalAtCentre = "refusal-at-centre"
}

extension AttestationKind {
  /// - Parameter persons: who sign, or have their signatures certified.
  /// - Returns: nil if the procedure is not one of certification.
  public init?(procedure code: String, persons: [CertifiedPerson], isAtCentre: Bool) {
    guard let book = BookKind(procedure: code) else { return nil }
    switch book {
    case .copies: self = .copy
    case .translators: self = .translator
    case .signatures:
      if persons.contains(where: { $0.manner == .neither }) {
        self = .cannotSign
      } else if persons.count > 1 {
        self = isAtCentre ? .severalAtCentre : .several
      } else if persons.first?.manner == .fingerprint {
        self = isAtCentre ? .fingerprintAtCentre : .fingerprint
      } else {
        self = isAtCentre ? .signatureAtCentre : .signature
      }
    case .transactions:
      switch code {
      case CertificationBooks.willProcedure: self = isAtCentre ? .willAtCentre : .will
      case CertificationBooks.refusalProcedure: self = isAtCentre ? .refusalAtCentre : .refusal
      case CertificationBooks.divisionProcedure: self = isAtCentre ? .divisionAtCentre : .division
      default: self = isAtCentre ? .transactionAtCentre : .transaction
      }
    }
  }

  /// In which its numbers are; nil if nobody has seen the sign of its book.
  public var book: BookKind? {
    switch self {
    case .copy: .copies
    case .electronicCopy: nil
    case .signature, .signatureAtCentre, .fingerprint, .fingerprintAtCentre, .cannotSign, .several, .severalAtCentre:
      .signatures
    case .translator: .translators
    case .transaction, .transactionAtCentre, .division, .divisionAtCentre, .will, .willAtCentre, .refusal,
      .refusalAtCentre:
      .transactions
    }
  }

  /// Who sign do so before whoever receives the dossier.
  public var isAtCentre: Bool {
    switch self {
    case .signatureAtCentre, .fingerprintAtCentre, .severalAtCentre, .transactionAtCentre, .divisionAtCentre,
      .willAtCentre, .refusalAtCentre:
      true
    case .copy, .electronicCopy, .signature, .fingerprint, .cannotSign, .several, .translator, .transaction,
      .division, .will, .refusal:
      false
    }
  }

  /// How many persons it names at least, which are dotted while they are not known.
  public var leastPersons: Int {
    switch self {
    case .several, .severalAtCentre, .transaction, .transactionAtCentre, .division, .divisionAtCentre: 2
    case .copy, .electronicCopy, .signature, .signatureAtCentre, .fingerprint, .fingerprintAtCentre, .cannotSign,
      .translator, .will, .willAtCentre, .refusal, .refusalAtCentre:
      1
    }
  }

  public func wording(_ language: Language) -> String {
    let name =
      switch self {
      case .copy: language.pick("Lời chứng bản sao từ bản chính", "Attestation of a copy")
      case .electronicCopy: language.pick("Lời chứng bản sao điện tử", "Attestation of an electronic copy")
      case .signature, .signatureAtCentre: language.pick("Lời chứng chữ ký", "Attestation of a signature")
      case .fingerprint, .fingerprintAtCentre: language.pick("Lời chứng điểm chỉ", "Attestation of a fingerprint")
      case .cannotSign:
        language.pick("Lời chứng người không ký, không điểm chỉ được", "Attestation for one who cannot sign")
      case .several, .severalAtCentre:
        language.pick("Lời chứng chữ ký, điểm chỉ của nhiều người", "Attestation of several signatures")
      case .translator: language.pick("Lời chứng chữ ký người dịch", "Attestation of a translator's signature")
      case .transaction, .transactionAtCentre: language.pick("Lời chứng giao dịch", "Attestation of a transaction")
      case .division, .divisionAtCentre:
        language.pick("Lời chứng văn bản phân chia di sản", "Attestation of the division of an estate")
      case .will, .willAtCentre: language.pick("Lời chứng di chúc", "Attestation of a will")
      case .refusal, .refusalAtCentre:
        language.pick("Lời chứng văn bản từ chối nhận di sản", "Attestation of the refusal of an inheritance")
      }
    return name + (isAtCentre ? language.pick(" tại Trung tâm", " at the centre") : "")
  }
}
