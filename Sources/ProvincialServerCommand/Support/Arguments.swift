import ArgumentParser
import DossierDomain
import ProvincialServer

/// Resolves an identifier as lists print it: 32 hexadecimal digits, or a unique beginning of them.
func resolve<Subject>(
  _ text: String, among all: [Identifier<Subject>], else error: AdministrationError
) throws -> Identifier<Subject> {
  let found = all.filter { $0.hexadecimal.hasPrefix(text.lowercased()) }
  guard text.count >= 4, let first = found.first else { throw error }
  guard found.count == 1 else {
    throw Failure(.notDone, "\(found.count) begin with \(text): give more digits.")
  }
  return first
}

/// A day as it is written on a command line.
struct DayArgument: ExpressibleByArgument {
  var date: CivilDate

  init?(argument: String) {
    guard let date = CivilDate(text: argument) else { return nil }
    self.date = date
  }
}

/// `NAME:role+role`.
struct ClerkArgument: ExpressibleByArgument {
  var name: String
  var roles: Set<Clerk.Role>

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let roles = parts[1].split(separator: "+").map { text in Clerk.Role.allCases.first { "\($0)" == text } }
    guard !roles.isEmpty, !roles.contains(nil) else { return nil }
    name = String(parts[0])
    self.roles = Set(roles.compactMap { $0 })
  }
}

struct OfficeOption: ParsableArguments {
  @Option(name: .long, help: "The office's agency code, e.g. 000.19.45.H50.") var office: String
}
