import VietnameseText

/// The record of people's data that were read: with the command line, or as full numbers on a screen. It is an entry of
/// the journal, so that it can be shown who read what, when and for what purpose; author and time are those of the
/// entry.
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
  /// Empty if no purpose was required.
  public var purpose: String
  /// The number of dossiers whose people's data were shown; a person with two dossiers counts twice.
  public var persons: Int
  /// Numbers of people were shown in full.
  public var showsNumbers: Bool
  /// SHA-256 of the printed bytes; for numbers on a screen, of the dossier's id.
  public var hash: [UInt8]

  public static let hashLength = 32
  /// A day's ordinary work reads at most this many dossiers at once.
  public static let mostUnrecorded = 20

  public init(what: What, purpose: String = "", persons: Int, showsNumbers: Bool = false, hash: [UInt8]) {
    self.what = what
    self.purpose = purpose
    self.persons = persons
    self.showsNumbers = showsNumbers
    self.hash = hash
  }

  /// Whether the reading must be recorded. A scan always must be, because it shows everything on the paper.
  public var isRecorded: Bool { persons > Self.mostUnrecorded || showsNumbers || what == .scan }
}

extension DataReading {
  public static let purposeLength = 3...200
  /// In bytes of UTF-8. A limit in characters would not bound letters with many combining marks.
  public static let longestPurpose = 1000

  /// A typed purpose, cleaned; nil if it is too short or too long.
  public static func purpose(_ typed: String) -> String? {
    let words = typed.cleaned(maxLength: purposeLength.upperBound + 1).split(whereSeparator: \.isWhitespace)
    let purpose = words.joined(separator: " ")
    return purposeLength.contains(purpose.count) && purpose.utf8.count <= longestPurpose ? purpose : nil
  }
}

extension DataReading {
  /// What full numbers are usually needed for, the most frequent first. The Vietnamese words are recorded, whatever the
  /// language of the program is, so that the records of an office can be compared.
  public enum UsualPurpose: UInt8, CaseIterable, Sendable {
    case comparing = 1
    case handling = 2
    case correcting = 3
    case askedByPerson = 4
    case inspecting = 5

    public var recorded: String { wording(.vi) }

    public func wording(_ language: Language) -> String {
      switch self {
      case .comparing: language.pick("Đối chiếu với giấy tờ của công dân", "Comparing with the citizen's card")
      case .handling: language.pick("Giải quyết hồ sơ đang giữ", "Working on a dossier that she holds")
      case .correcting: language.pick("Kiểm tra, sửa số ghi sai", "Checking or correcting a wrong number")
      case .askedByPerson: language.pick("Công dân hỏi về hồ sơ của mình", "The person asks about the dossier")
      case .inspecting: language.pick("Kiểm tra việc giải quyết hồ sơ", "Inspecting how the dossier was handled")
      }
    }
  }
}
