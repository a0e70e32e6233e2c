import VietnameseText

extension Decision {
  func addComponent(_ name: String, _ form: Component.Form, _ quantity: Int) throws(Denial) -> DossierAction {
    let number = (dossier.components.map(\.number).max() ?? 0) + 1
    return .addComponent(
      Component(number: number, name: try required(name, or: .itemsMissing), form: form, quantity: max(1, quantity)))
  }

  func setComponentForm(_ number: Int, _ form: Component.Form, _ quantity: Int) throws(Denial) -> DossierAction {
    try known(number)
    return .setComponentForm(number: number, form: form, quantity: max(0, quantity))
  }

  func digitise(_ number: Int, _ hash: String) throws(Denial) -> DossierAction {
    try known(number)
    return .digitise(number: number, blobHash: hash)
  }

  func reuse(_ number: Int, _ source: String, _ kind: Digitisation) throws(Denial) -> DossierAction {
    try known(number)
    return .reuse(number: number, source: try reason(source), from: kind)
  }

  func replaceByLookup(_ number: Int, _ method: LookupMethod, _ reference: String) throws(Denial) -> DossierAction {
    try known(number)
    return .replaceByLookup(number: number, method: method, reference: reference.cleaned(maxLength: 200))
  }

  func eraseScan(_ hash: String, _ reason: String) throws(Denial) -> DossierAction {
    guard !hash.isEmpty else { throw .itemsMissing }
    return .eraseScan(blobHash: hash, reason: try self.reason(reason))
  }

  func issue(_ paper: PaperIssue) throws(Denial) -> DossierAction {
    guard dossier.issuedPaper(paper.number) == nil else { throw .paperNumberInUse(paper.number) }
    if let replaced = paper.replaces {
      guard dossier.issuedPaper(replaced) != nil else { throw .paperUnknown(replaced) }
      if let other = dossier.replacement(of: replaced) { throw .paperReplaced(replaced, by: other) }
    }
    return .issuePaper(paper)
  }

  private func known(_ number: Int) throws(Denial) {
    guard dossier.components.contains(where: { $0.number == number }) else { throw .componentUnknown(number: number) }
  }
}
