import DossierDomain

/// One answer of a choice, with the value that it stands for.
struct Choice<Value: Sendable>: Sendable {
  var value: Value
  /// The value as text. It must not change between versions, because drafts store it.
  var text: String
  var label: Words

  init(_ value: Value, _ text: String, _ label: Words) {
    self.value = value
    self.text = text
    self.label = label
  }
}

extension Choice where Value: RawRepresentable, Value.RawValue == UInt8 {
  /// The values in this order, with the domain's own wording.
  static func each(of values: [Value], _ wording: (Value, Language) -> String) -> [Choice] {
    values.map { value in Choice(value, String(value.rawValue), Words { wording(value, $0) }) }
  }
}

extension Choice {
  /// The same option for a choice that may also be left empty.
  var orNone: Choice<Value?> { Choice<Value?>(value, text, label) }
}

extension Choice<ClerkID> {
  static func clerk(_ clerk: Clerk, _ addition: Words = Words("", "")) -> Choice {
    Choice(clerk.id, clerk.id.hexadecimal, Words(clerk.name + addition.vi, clerk.name + addition.en))
  }
}

extension Choice<ClerkID?> {
  static func nobody(_ label: Words) -> Choice { Choice(nil, "", label) }

  /// The active clerks; the label says who is away today.
  /// - Parameter holder: who has the dossier already and is therefore the last to be chosen.
  static func clerks(_ session: Session, _ now: Instant, after holder: ClerkID? = nil) -> [Choice] {
    let away = session.absentClerks(on: now.civilDate)
    let clerks = session.activeClerks
    return (clerks.filter { $0.id != holder } + clerks.filter { $0.id == holder }).map { clerk in
      Choice<ClerkID>.clerk(clerk, away.contains(clerk.id) ? Words(" (vắng)", " (away)") : Words("", "")).orNone
    }
  }
}
