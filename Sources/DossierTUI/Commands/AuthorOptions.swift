import ArgumentParser
import Console
import DossierDomain
import DossierStore

/// The options that name the author. Every command that works in a clerk's name uses this group, so that all ask in
/// the same way.
struct AuthorOptions: ParsableArguments {
  @Option(
    name: .long,
    help: said(
      "Họ tên cán bộ làm việc này; bỏ được khi chỉ có thể là một người.",
      "Name of the clerk who does it; may be left out where only one clerk can be meant."))
  var by: String?

  @Option(
    name: .long,
    help: said(
      "Ở đơn vị dùng mã PIN: đọc PIN của người đó từ số hiệu tệp này; không ghi thì chương trình hỏi.",
      "Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise."))
  var pinFd: Int32?
}

extension AuthorOptions {
  /// Does the work in the name of a clerk who has proved her identity. An office without PINs asks for no proof; if
  /// nobody is named there, the first clerk with a permitted role is taken. Work may turn out to need no name: only an
  /// office with PINs asks for it before the work begins.
  /// - Parameters:
  ///   - roles: the clerk needs one of them; an empty set permits every clerk.
  ///   - work: an error that it throws ends the command.
  func withMeant(at workplace: Workplace, as roles: Set<Clerk.Role>, _ work: (Meant) throws -> Void) throws {
    let (meant, requiresPIN) = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      (try whom(at: workplace, with: roles), try workplace.store.office.current().requiresPIN)
    }
    guard requiresPIN else { return try work(meant) }
    try meant.requireName(workplace.language)
    try prove(meant.first, workplace)
    // The clerk stays signed in while the command works, and her key signs the entries at the end. Entries that cannot
    // be signed now are signed at her next sign-in.
    defer { try? workplace.store.signIn.signOut(meant.first.id) }
    try work(meant)
  }

  /// The clerks that the command can mean: the named one, or all with a permitted role.
  struct Meant {
    var first: Clerk
    var others: ArraySlice<Clerk>

    /// Ends the command if several clerks can be meant.
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

  /// Asks for the clerk's PIN and checks it.
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
