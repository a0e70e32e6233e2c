import DossierDomain
import Terminal

/// Something a clerk can do. Hint bar, key overlay, palette and manual are all made from these.
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

  /// Stable: it is what the palette and scripts call.
  public let id: String
  public let contexts: Set<Context>
  /// Letters are lower-case; the shift key makes no difference.
  public let keys: [Key]
  public let title: Words
  /// For the hint bar; nil keeps it out.
  public let hint: Words?
  public let group: Group
  /// The sentence that says why it cannot be done now; nil when it can.
  let reasonAgainst: @Sendable (App) -> String?
  let run: @Sendable (inout App, Instant) -> [Effect]
  /// For `:id argument`; nil when it takes none.
  let runWithArgument: (@Sendable (inout App, String, Instant) -> [Effect])?

  init(
    _ id: String, in contexts: Set<Context>, keys: [Key] = [], _ title: Words, hint: Words? = nil, group: Group,
    unless reasonAgainst: @escaping @Sendable (App) -> String? = { _ in nil },
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
    self.runWithArgument = argument
    self.run = run
  }
}
