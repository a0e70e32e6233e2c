import Documents
import DossierDomain
import OfficeWork
import TOMLKit

/// `[print.FORM]` says how papers of one form go to a printer.
extension Settings {
  /// What `[print.declaration]` is for.
  private static let declarations = "declaration"

  /// How papers of a form go to a printer if nobody chooses otherwise.
  func printWay(of form: PaperFormID?) -> PrintWay {
    let own = form.flatMap { printWays[$0.text] }
    let shared = form.flatMap { FormKind(rawValue: $0.text) == nil ? printWays[Self.declarations] : nil }
    var way = own ?? shared ?? PrintWay()
    way.queue = way.queue ?? printer
    return way
  }

  func printWay(of kind: FormKind) -> PrintWay { printWay(of: PaperFormID(kind.rawValue)) }

  /// The printers that the file names, in the order of their names.
  var namedPrinters: [String] {
    Set([printer].compactMap { $0 } + printWays.values.compactMap(\.queue)).sorted()
  }

  /// - Parameter complain: about a key; the heading stands for a whole table.
  mutating func readPrintWays(
    _ value: (any TOMLValueConvertible)?, complain: (_ key: String, _ vi: String, _ en: String) -> Void
  ) {
    guard let tables = value?.table else {
      return complain("print", "bảng [print.MẪU]", "a table [print.FORM]")
    }
    for name in tables.keys {
      let heading = "[print.\(name)]"
      guard Self.isForm(name), let table = tables[name]?.table else {
        complain(
          heading, "[print.MẪU] với MẪU là một trong: \(Self.forms(.vi))",
          "[print.FORM] with one of: \(Self.forms(.en))")
        continue
      }
      var way = Self.printWay(table) { complain(heading, $0, $1) }
      if name == FormKind.blankReceipt.rawValue, way.copies > 1 {
        complain(
          heading, "copies = 1, vì hai tờ cùng một mã là của hai người", "copies = 1: two of one code are two citizens'"
        )
        way.copies = 1
      }
      printWays[name] = way
    }
  }

  /// The receipt and the slip of a reception are two papers, which only their names tell apart.
  private static func forms(_ language: Language) -> String {
    let kinds = FormKind.allCases.map { "\($0.rawValue) = \($0.wording(language))" }
    return (kinds + ["\(declarations) = \(language.pick("mọi tờ khai", "all declarations"))"]).joined(separator: "; ")
  }

  private static func isForm(_ name: String) -> Bool {
    name == declarations || FormKind(rawValue: name) != nil
      || (try? Declarations.all())?.contains { $0.id == name } == true
  }

  private static func printWay(_ table: TOMLTable, complain: (_ vi: String, _ en: String) -> Void) -> PrintWay {
    var way = PrintWay()
    for key in table.keys {
      let text = table[key]?.string.flatMap { (1...200).contains($0.utf8.count) ? $0 : nil }
      switch key {
      case "printer" where text != nil: way.queue = text
      case "tray" where text != nil: way.tray = text
      case "copies":
        guard let copies = table[key]?.int, (1...PrintWay.mostCopies).contains(copies) else {
          complain("copies = 1 đến \(PrintWay.mostCopies)", "copies = 1 to \(PrintWay.mostCopies)")
          continue
        }
        way.copies = copies
      default:
        complain(
          "printer = \"tên\", tray = \"tên\" hoặc copies = số", "printer = \"name\", tray = \"name\" or copies = number"
        )
      }
    }
    return way
  }
}
