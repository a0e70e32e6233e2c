import ArgumentParser
import Console
import Documents
import DossierDomain

/// Says what taking in a book of procedures would change, and changes nothing.
struct ProcedureCheck {
  let changes: [ProcedureBook.Change]
  let language: Language
  private static let mostProcedures = 50

  init(_ book: ProcedureBook, from catalogue: Catalogue, _ workplace: Workplace) {
    changes = book.changes(from: catalogue, on: workplace.clock.now.civilDate)
    language = workplace.language
  }

  func write() {
    let counts = ProcedureBook.Change.Kind.allCases.map { kind in
      "\(kind.wording(language)) \(changes.count { $0.kind == kind })"
    }
    Output.data(language.pick("Nếu ghi: ", "Taking it in would give: ") + counts.joined(separator: ", ") + ".")
    let told = changes.filter { $0.kind != .unchanged }
    for change in told.prefix(Self.mostProcedures) {
      Output.data("\(change.version.code)  \(change.version.name)  [\(change.kind.wording(language))]")
      for line in change.lines(language) { Output.data("  " + line) }
    }
    let more = told.count - Self.mostProcedures
    if more > 0 { Output.data(language.pick("… và \(more) thủ tục nữa", "… and \(more) procedures more")) }
    Output.message(
      language.pick("Chưa ghi gì. Bỏ --check để ghi.", "Nothing was taken in. Leave out --check to take it in."))
  }
}
