import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// Who does it: a group that each command takes which writes in somebody's name, so that all of them ask in the same way.
struct AuthorOptions: ParsableArguments {
  @Option(name: .long, help: "Name of the clerk who does it; may be left out where only one clerk can be meant.")
  var by: String?

  @Option(
    name: .long, help: "Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise.")
  var pinFd: Int32?
}

extension AuthorOptions {
  /// Does something in the name of a clerk who has shown that it is her. In an office without PINs nobody has to, and where
  /// nobody is named the first clerk stands for it who could do it.
  /// - Parameters:
  ///   - roles: any one of them will do; an empty set means everybody.
  ///   - isNamed: nobody stands for another, also in an office without PINs.
  ///   - work: ends the command by what it throws.
  func signedIn(
    at workplace: Workplace, as roles: Set<Clerk.Role>, isNamed: Bool = false, _ work: (Clerk) throws -> Void
  ) throws {
    try withMeant(at: workplace, as: roles) { meant in
      if isNamed { try meant.requireName(workplace.language) }
      try work(meant.first)
    }
  }

  /// As `signedIn`, for what may turn out to need no name: only an office with PINs is told at once who it is.
  func withMeant(at workplace: Workplace, as roles: Set<Clerk.Role>, _ work: (Meant) throws -> Void) throws {
    let (meant, requiresPIN) = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      (try whom(at: workplace, with: roles), try workplace.store.office.current().requiresPIN)
    }
    guard requiresPIN else { return try work(meant) }
    try meant.requireName(workplace.language)
    try prove(meant.first, workplace)
    // She stays signed in for as long as the command works, and signs what it wrote in her name. What cannot be signed now
    // is signed when she is here again.
    defer { try? workplace.store.signIn.signOut(meant.first.id) }
    try work(meant)
  }

  /// Whom the command can mean: the one who is named, or all who could do it.
  struct Meant {
    var first: Clerk
    var others: ArraySlice<Clerk>

    /// Ends the command where several can be meant.
    func requireName(_ language: Language) throws {
      guard !others.isEmpty else { return }
      let names = ([first] + others).map(\.name).joined(separator: ", ")
      Output.message(
        language.pick(
          "Hãy cho biết ai làm việc này: --by \"HỌ TÊN\". Có thể là: \(names).",
          "Say who does it: --by NAME. It can be: \(names)."))
      throw ExitCode.faultsFound
    }
  }

  private func whom(at workplace: Workplace, with roles: Set<Clerk.Role>) throws(StoreError) -> Meant {
    let clerks = try workplace.store.office.clerks().filter(\.isActive)
    let able = clerks.filter { roles.isEmpty || !roles.isDisjoint(with: $0.roles) }
    let meant = able.filter { by == nil || $0.name == by }
    guard let first = meant.first else {
      if let by { _ = try workplace.clerk(named: by) }
      throw clerks.isEmpty ? .noOffice : .denied(.roleMissing(roles))
    }
    return Meant(first: first, others: by == nil ? meant.dropFirst() : [])
  }

  /// Her PIN, asked for in her name.
  private func prove(_ clerk: Clerk, _ workplace: Workplace) throws {
    let language = workplace.language
    let secret = try askedSecret(
      language.pick("Mã PIN của \(clerk.name): ", "PIN of \(clerk.name): "), from: pinFd, language)
    let outcome = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.signIn.attempt(clerk.id, secret: secret, at: workplace.clock.now)
    }
    guard let refusal = outcome.refusal(language, now: workplace.clock.now) else { return }
    Output.message(refusal)
    throw ExitCode.faultsFound
  }
}
