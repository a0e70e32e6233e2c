import ArgumentParser
import Console
import Documents
import DossierDomain
import ProvincialServer

struct CheckPaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-paper",
    abstract: "Checks an issued paper by the text of its QR code, or prints the keys to check its seal with.",
    discussion: """
      Exit codes, as of dossier check: 0 the paper holds, 1 it is changed, invented, replaced, of a void dossier or kept back, 3 it is not \
      known here. A copy has the code of the true paper: compare each line of it with what is shown.
      """)

  @OptionGroup var store: StoreOptions
  @Argument(help: "The text of the QR code.") var text: String?
  @Flag(
    name: .long,
    help: """
      Print the machines' public keys as JSON, for whoever checks papers elsewhere: list of key, name, machine, office, officeID, \
      revokedAt.
      """)
  var keys = false

  struct Row: Encodable {
    var key: String
    var name: String
    var machine: String
    var office: String
    var officeID: String
    var revokedAt: String?
  }

  func validate() throws {
    guard keys == (text == nil) else { throw ValidationError("Give the text of a code, or --keys.") }
  }

  func run() throws {
    try reporting {
      let administration = try store.administration()
      guard let text else {
        return Output.json(
          try administration.publishedSealKeys().map {
            Row(
              key: $0.key, name: $0.name, machine: $0.machine.name, office: $0.machine.office,
              officeID: $0.office.hexadecimal, revokedAt: $0.machine.revokedAt?.iso8601)
          })
      }
      let check = try PaperCheck(
        at: .province, text, prove: { try administration.verdict(onSeal: $0, over: $1) },
        find: { try record(of: $0, isProven: $1, administration) })
      for line in check.lines(.vi) + check.lines(.en) { Output.data(line) }
      switch check.answer {
      case .holds: return
      case .doesNotHold: throw ExitCode.notDone
      case .open: throw ExitCode.notFound
      }
    }
  }

  /// A code without a seal has no number to look for.
  private func record(
    of code: SealedPaperCode, isProven: Bool, _ administration: Administration
  ) throws -> PaperCheck.Record? {
    guard let sealed = code.sealed else { return nil }
    let paper = try administration.paper(
      sealed.number, of: code.fields.dossier, seal: sealed.seal, sealed.form, isProven: isProven)
    return paper.map { .here(PaperCheck.Recorded($0.filed, isSame: $0.isSame)) } ?? .notHere
  }
}
