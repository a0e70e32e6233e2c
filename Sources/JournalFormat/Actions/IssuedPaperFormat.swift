import DossierDomain
import SwiftProtobuf

/// The byte form of an issued paper.
enum IssuedPaperFormat {
  static func message(_ paper: PaperIssue) -> Dossier_Journal_IssuedPaper {
    .with {
      $0.form = paper.form.text
      $0.template = paper.template
      $0.number = message(paper.number)
      $0.pageHash = Wire.data(bytes: paper.pageHash)
      $0.sealed = paper.sealed
      if let replaced = paper.replaces { $0.replaces = message(replaced) }
      if let facts = paper.facts {
        $0.facts = .with {
          $0.sealed = facts.sealed
          $0.saltedHash = Wire.data(bytes: facts.saltedHash)
        }
      }
    }
  }

  static func issue(_ message: Dossier_Journal_IssuedPaper) throws(EntryFormatError) -> PaperIssue {
    guard let form = PaperFormID(message.form) else { throw .malformed("form of a paper") }
    let replaced = message.hasReplaces ? try number(message.replaces) : nil
    guard
      let paper = PaperIssue(
        form: form, template: message.template, number: try number(message.number), pageHash: Array(message.pageHash),
        sealed: message.sealed, replaces: replaced, facts: message.hasFacts ? try facts(message.facts) : nil)
    else { throw .malformed("issued paper") }
    return paper
  }

  private static func facts(_ message: Dossier_Journal_SealedFacts) throws(EntryFormatError) -> SealedFacts {
    guard let facts = SealedFacts(sealed: message.sealed, saltedHash: Array(message.saltedHash)) else {
      throw .malformed("facts of a declaration")
    }
    return facts
  }

  private static func message(_ number: PaperNumber) -> Dossier_Journal_PaperNumber {
    .with {
      $0.count = Wire.number(number.count)
      $0.year = Wire.number(number.year)
      $0.series = number.series.text
    }
  }

  private static func number(_ message: Dossier_Journal_PaperNumber) throws(EntryFormatError) -> PaperNumber {
    guard let series = PaperNumber.Series(message.series),
      let number = PaperNumber(count: Int(message.count), year: Int(message.year), series: series)
    else { throw .malformed("number of a paper") }
    return number
  }
}
