/// Who certifies a paper and in whose right, as attestation and signature say it.
public struct Certifier: Hashable, Sendable {
  /// What stands above the signature (NĐ 30/2020/NĐ-CP, Phụ lục I).
  public enum Formula: Hashable, Sendable {
    /// The chair of the commune, who is competent in person.
    case chair
    /// The deputy chair.
    case deputy
    /// By written authorisation, with the position that she has.
    case authorised(position: String)
  }

  public var name: String
  /// With the agency's name, as it stands in the sentence “Tôi …, là …”.
  public var title: String
  public var formula: Formula

  public init(name: String, title: String, formula: Formula) {
    (self.name, self.title, self.formula) = (name, title, formula)
  }
}

extension Certifier.Formula {
  /// One below the other.
  public var lines: [String] {
    switch self {
    case .chair: ["CHỦ TỊCH"]
    case .deputy: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    case .authorised(let position): ["TUQ. CHỦ TỊCH"] + (position.isEmpty ? [] : [position.uppercased()])
    }
  }
}
