import VietnameseText

/// Checks the details of a command, after status and clerk have been checked.
struct Decision {
  let dossier: Dossier
  let context: DecisionContext

  /// What the version of the reception says of this dossier's case; nil if that version is no longer known.
  var outcome: CaseOutcome? {
    guard let version = context.version(of: dossier.procedure) else { return nil }
    return version.outcome(dossier.answers.withUsual(of: version))
  }

  func required(_ text: String, or denial: Denial, limit: Int = 500) throws(Denial) -> String {
    let clean = text.cleaned(maxLength: limit)
    guard clean.contains(where: { !$0.isWhitespace }) else { throw denial }
    return clean
  }

  func reason(_ text: String) throws(Denial) -> String { try required(text, or: .reasonMissing) }
}
