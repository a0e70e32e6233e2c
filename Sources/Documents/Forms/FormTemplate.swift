import DossierDomain
import PageDescription

/// What of a form the law may change without a change of its fields: its number, the circular, and its fixed texts.
public struct FormTemplate: Hashable, Sendable {
  public var kind: FormKind
  /// Such as `01`; empty for a paper that no law numbers.
  public var number: String
  /// The text that prescribes it, such as `Thông tư 03/2025/TT-VPCP`; empty for a paper of the program's own.
  public var circular: String
  /// The version: the day of the circular, or of the office's change.
  public var date: CivilDate
  /// Somebody has compared it with the circular.
  public var isConfirmed: Bool
  public var sheet: PageDescription.Sheet
  /// The name of each copy (liên), in the order in which they are printed; empty for a paper of one copy without a name.
  public var copies: [String]
  public var title: String
  /// The fixed texts by their names.
  var texts: [String: String]

  init(kind: FormKind) {
    self.kind = kind
    (number, circular, title) = ("", "", "")
    date = CivilDate(dayNumber: 0)
    isConfirmed = false
    sheet = .a4
    (copies, texts) = ([], [:])
  }

  /// It is as large as half a sheet, or smaller.
  var isHalf: Bool {
    switch sheet {
    case .a5, .halvesOfA4: true
    case .a4, .a4Landscape: false
    }
  }

  /// Names the version in an entry: `receipt 15/09/2025`.
  public var version: String { "\(kind.rawValue) \(date.slashed)" }

  /// The line in small type at the end of the paper; empty if there is nothing to say.
  var footnote: String {
    guard !circular.isEmpty else { return "" }
    let name = number.isEmpty ? "" : "Mẫu số \(number); "
    return isConfirmed ? "\(name)\(circular)" : "\(name)mẫu chưa đối chiếu với \(circular)"
  }
}
