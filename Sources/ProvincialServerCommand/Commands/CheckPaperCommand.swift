import ArgumentParser
import Console
import Documents
import DossierDomain
import ProvincialServer

struct CheckPaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-paper",
    abstract: "Checks the seal of a paper by the text of its QR code, or prints the keys to check it with.",
    discussion: """
      Exit codes: 0 the signature is right, 1 it is wrong, 3 there is no seal, it cannot be read, or it is of a machine that the province does not know. \
      A copy has the code of the true paper: compare each line of it with what is shown, and ask the office.
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
      let code = SealedPaperCode(text)
      let verdict =
        try code.map {
          try $0.verdict { try administration.verdict(onSeal: $0, over: $1) }
        } ?? .noPaper
      Output.data(verdict.wording(.vi))
      Output.data(verdict.wording(.en))
      switch verdict {
      case .signed: code.map(show)
      case .wrong: throw ExitCode.notDone
      case .unknownMachine, .unreadable, .unsealed, .noPaper: throw ExitCode.notFound
      }
    }
  }

  private func show(_ code: SealedPaperCode) {
    let fields = code.fields
    let said = [
      ("paper", code.sealed.map { "\($0.form.wording(.vi)), \($0.number.text)" } ?? ""), ("dossier", fields.dossier),
      ("procedure", fields.procedure), ("personal number", fields.identity), ("issued", fields.issuedAt.clockAndDate),
      ("appointment", fields.due?.clockAndDate ?? ""),
    ]
    for (name, value) in said where !value.isEmpty { Output.data("  \(name): \(value)") }
  }
}
