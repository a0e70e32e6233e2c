import DossierDomain
import Terminal

/// Something that a clerk can do. The hint bar, the key overlay, the palette and the manual are all made from these.
public struct Command: Sendable {
  public enum Group: Int, CaseIterable, Sendable {
    case move, view, mark, act, go, program

    public var title: Words {
      switch self {
      case .move: Words("Di chuyển", "Moving")
      case .view: Words("Danh sách", "Views")
      case .mark: Words("Chọn nhiều", "Marking")
      case .act: Words("Xử lý hồ sơ", "Dossiers")
      case .go: Words("Mở, tìm", "Going")
      case .program: Words("Chương trình", "Program")
      }
    }
  }

  /// The palette and scripts use it, so it must not change between versions.
  public let id: String
  public let contexts: Set<Context>
  /// Letters are in lower case; the shift key makes no difference.
  public let keys: [Key]
  public let title: Words
  /// The short title for the hint bar; nil if the bar does not show the command.
  public let hint: Words?
  public let group: Group
  /// Returns the sentence that says why the command is not available; nil if it is.
  let reasonAgainst: @Sendable (App) -> String?
  /// Whether the hint bar shows the command now, if it is available.
  let isWorthAHint: @Sendable (App) -> Bool
  let run: @Sendable (inout App, Instant) -> [Effect]
  /// Runs `:id argument`; nil if the command has no argument.
  let runWithArgument: (@Sendable (inout App, String, Instant) -> [Effect])?

  init(
    _ id: String, in contexts: Set<Context>, keys: [Key] = [], _ title: Words, hint: Words? = nil, group: Group,
    unless reasonAgainst: @escaping @Sendable (App) -> String? = { _ in nil },
    isWorthAHint: @escaping @Sendable (App) -> Bool = { _ in true },
    argument: (@Sendable (inout App, String, Instant) -> [Effect])? = nil,
    run: @escaping @Sendable (inout App, Instant) -> [Effect]
  ) {
    self.id = id
    self.contexts = contexts
    self.keys = keys
    self.title = title
    self.hint = hint
    self.group = group
    self.reasonAgainst = reasonAgainst
    self.isWorthAHint = isWorthAHint
    self.runWithArgument = argument
    self.run = run
  }
}

extension Command {
  /// A digit, alone or with Alt, says which of the things is meant; nil for any other key.
  func argument(of key: Key) -> String? {
    guard runWithArgument != nil else { return nil }
    switch key {
    case .alt(let digit) where digit.isNumber: return String(digit)
    case .character(let digit) where digit.isNumber: return String(digit)
    default: return nil
    }
  }

  /// The keys for a list; several digits, alone or with Alt, are one range.
  var keyLabels: [String] {
    func range(_ prefix: String, _ digit: (Key) -> Character?) -> (keys: Set<Key>, label: String)? {
      let found = keys.filter { digit($0)?.isNumber == true }
      guard found.count > 1, let first = found.first.flatMap(digit), let last = found.last.flatMap(digit) else {
        return nil
      }
      return (Set(found), "\(prefix)\(first)–\(last)")
    }
    let ranges = [
      range("Alt+") { key in if case .alt(let digit) = key { digit } else { nil } },
      range("") { key in if case .character(let digit) = key { digit } else { nil } },
    ].compactMap { $0 }
    return keys.filter { key in !ranges.contains { $0.keys.contains(key) } }.map(\.label) + ranges.map(\.label)
  }
}
