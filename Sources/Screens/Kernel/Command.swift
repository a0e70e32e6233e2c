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
  /// A key of several digits with Alt says which of the things is meant; nil for any other key.
  func argument(of key: Key) -> String? {
    guard runWithArgument != nil, case .alt(let digit) = key, digit.isNumber else { return nil }
    return String(digit)
  }

  /// The keys for a list; digits with Alt are one range.
  var keyLabels: [String] {
    let digits = keys.compactMap { key in if case .alt(let digit) = key, digit.isNumber { digit } else { nil } }
    guard let first = digits.first, let last = digits.last, digits.count > 1 else { return keys.map(\.label) }
    let others = keys.filter { key in if case .alt(let digit) = key { !digit.isNumber } else { true } }
    return others.map(\.label) + ["Alt+\(first)–\(last)"]
  }
}
