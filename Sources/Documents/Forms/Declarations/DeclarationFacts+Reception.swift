import DossierDomain

/// What the reception said when a declaration was answered. It is kept beside the answers, so that a later declaration of the dossier knows
/// which of them a clerk has changed: those stay, and everything else is as the reception says by then.
extension DeclarationFacts {
  /// Behind the id of the answer.
  private static let receptionEnding = ".reception"

  private func reception(_ id: String) -> String { self[id + Self.receptionEnding] }

  /// What the program knows by itself.
  public init(of sources: DeclarationSources) {
    self.init()
    for (group, known) in sources.people { fill(group, with: known) }
    set("office.name", to: sources.office)
    set("made.place", to: sources.place)
    set("made.date", to: sources.date.slashed)
  }

  /// These answers for the record, with what the reception says beside each.
  public func noting(_ reception: DeclarationFacts) -> DeclarationFacts {
    var facts = self
    for (id, text) in reception.values { facts.set(id + Self.receptionEnding, to: text) }
    return facts
  }

  /// What is known without asking. Ethnicity, home place and issuer are on no card, so they are not here; the rest of what can
  /// be worked out is a proposal (`DeclarationQuestions`).
  /// - Parameter recorded: what was asked for an earlier declaration of the dossier. What a clerk has changed or emptied in it stays; the
  ///   rest is as the dossier says by now.
  public static func prefilled(
    from sources: DeclarationSources, recorded: DeclarationFacts = DeclarationFacts()
  ) -> DeclarationFacts {
    let reception = DeclarationFacts(of: sources)
    var facts = recorded
    for group in sources.people.keys where facts.isOfAnother(group, than: reception) { facts.remove(group) }
    facts.forgetUnchanged(of: sources.named.union([.office, .made]))
    for (id, text) in reception.values where facts.values[id] == nil { facts.set(id, to: text) }
    return facts
  }

  /// The dossier has by now somebody with another number in this place. A number that only a clerk has changed is no other person.
  private func isOfAnother(_ group: DeclarationGroup, than reception: DeclarationFacts) -> Bool {
    let id = DeclarationField.PaperIDs(of: group).number
    let (earlier, now) = (self.reception(id).isEmpty ? self[id] : self.reception(id), reception[id])
    return !now.isEmpty && !earlier.isEmpty && earlier != now && self[id] != now
  }

  /// What was only taken over from the reception is no answer.
  private mutating func forgetUnchanged(of groups: Set<DeclarationGroup>) {
    let unchanged = values.keys.filter { id in
      let group = DeclarationGroup(rawValue: String(id.prefix { $0 != "." }))
      return group.map(groups.contains) == true && !self[id].isEmpty && self[id] == reception(id)
    }
    for id in unchanged {
      set(id, to: "")
      set(id + Self.receptionEnding, to: "")
    }
  }
}
