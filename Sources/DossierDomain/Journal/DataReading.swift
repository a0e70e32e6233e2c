import VietnameseText

/// What somebody took out of people's data by the command line. Kept in the journal, so that it can be shown who read what, when
/// and what for: its author and its moment are the entry's.
public struct DataReading: Hashable, Sendable {
  public enum What: UInt8, CaseIterable, Sendable {
    case list = 1
    case show = 2
    case export = 3
    case backup = 4
    case bundle = 5
    case outbox = 6
    case scan = 7
  }

  public var what: What
  /// Empty where none had to be said.
  public var purpose: String
  /// Dossiers whose people are in it: somebody with two of them counts twice.
  public var persons: Int
  /// Numbers of people were not masked.
  public var showsNumbers: Bool
  /// SHA-256 of the bytes that were put out.
  public var hash: [UInt8]

  public static let hashLength = 32
  /// So many people are looked at in the work of a day.
  public static let mostUnrecorded = 20

  public init(what: What, purpose: String = "", persons: Int, showsNumbers: Bool = false, hash: [UInt8]) {
    self.what = what
    self.purpose = purpose
    self.persons = persons
    self.showsNumbers = showsNumbers
    self.hash = hash
  }

  /// Whether it leaves a record: a scan shows all that a paper does.
  public var isRecorded: Bool { persons > Self.mostUnrecorded || showsNumbers || what == .scan }
}

extension DataReading {
  public static let purposeLength = 3...200
  /// In bytes of UTF-8: letters with very many marks are no purpose.
  public static let longestPurpose = 1000

  /// What somebody typed as a purpose, cleaned; nil when it says too little or too much.
  public static func purpose(_ typed: String) -> String? {
    let words = typed.cleaned(maxLength: purposeLength.upperBound + 1).split(whereSeparator: \.isWhitespace)
    let purpose = words.joined(separator: " ")
    return purposeLength.contains(purpose.count) && purpose.utf8.count <= longestPurpose ? purpose : nil
  }
}
