import ReferenceData

/// The kind of a certification book (NĐ 23/2015 Đ.13). The raw values are stored in entries.
public enum BookKind: UInt8, CaseIterable, Sendable {
  case copies = 1
  case signatures = 2
  case translators = 3
  case transactions = 4
}

extension BookKind {
  /// As data and the command line name it.
  public var word: String { "\(self)" }

  public init?(word: String) {
    guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = kind
  }

  /// `SCT/BS`: what stands behind the volume in a number of that day. Papers of before a change keep the earlier sign.
  public func sign(on day: CivilDate) -> String {
    Self.signs.last { $0.kind == self && $0.from.map { $0 <= day } ?? true }?.sign ?? ""
  }

  /// The book in which the acts of a procedure are numbered; nil if it is not one of certification.
  public init?(procedure code: String) {
    guard let kind = Self.ofProcedures[code] else { return nil }
    self = kind
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .copies: language.pick("Sổ chứng thực bản sao", "Book of certified copies")
    case .signatures: language.pick("Sổ chứng thực chữ ký, điểm chỉ", "Book of certified signatures")
    case .translators: language.pick("Sổ chứng thực chữ ký người dịch", "Book of translators' signatures")
    case .transactions: language.pick("Sổ chứng thực giao dịch", "Book of certified transactions")
    }
  }

  private static let signs: [(kind: BookKind, from: CivilDate?, sign: String)] = CertificationBooks.signs
    .split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let kind = BookKind(word: cells[0]) else { return nil }
      return (kind, CivilDate(compact: cells[1]), cells[2])
    }

  private static let ofProcedures: [String: BookKind] = Dictionary(
    CertificationBooks.ofProcedures.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 2, let kind = BookKind(word: cells[1]) else { return nil }
      return (cells[0], kind)
    }
  ) { first, _ in first }
}
