extension Decision {
  /// The batch goes to the signer, and takes its numbers for this day.
  func sendToSigner(_ typed: String) throws(Denial) -> DossierAction {
    guard BookKind(procedure: dossier.procedure.code) != nil else { throw .book(.nothingCertified) }
    guard !dossier.certified.isEmpty else { throw .book(.linesMissing) }
    if let numbering = dossier.standingNumbering { throw .book(.numberedBefore(numbering)) }
    let signer = try required(
      typed.cleaned(within: Numbering.longestSigner), or: .book(.signerMissing), limit: Numbering.longestSigner)
    try believed(context)
    let open = try context.openVolume.get()
    if let denial = open.denial { throw .book(denial) }
    let date = context.now.civilDate
    if let last = open.lastDate, date < last { throw .book(.dateBackwards(before: last)) }
    let numbers = dossier.certified.placesOfNumbers.map { open.lastNumber + 1 + $0 }
    guard let numbering = Numbering(volume: open.volume, date: date, numbers: numbers, signer: signer) else {
      throw .book(.full)
    }
    return .sendToSigner(numbering)
  }
}

/// The lines of a reception, checked. A procedure that certifies nothing has none.
func certifiedLines(of form: ReceptionForm) throws(Denial) -> [CertifiedLine] {
  guard !form.certified.isEmpty else { return [] }
  guard BookKind(procedure: form.procedureCode) == .copies else { throw .book(.nothingCertified) }
  guard form.certified.count <= CertifiedLine.most else { throw .book(.tooManyLines) }
  let lines = form.certified.map(\.tidied)
  guard lines.allSatisfy(\.isBounded) else { throw .book(.lineInvalid) }
  return lines
}
