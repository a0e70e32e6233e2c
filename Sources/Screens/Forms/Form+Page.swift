import DossierDomain
import Terminal

/// A form as a page: all fields below each other, with the cursor in one of them.
extension Form {
  mutating func pressOnPage(_ key: Key, _ fields: [Field], _ session: Session, _ now: Instant) -> Change {
    if pressAfterAdvance(key, fields, session.typing) { return .moved }
    guard let field = focused(fields) else { return .unused }
    if let offer, let change = pressInOffer(key, offer, field) { return change }
    switch key {
    case .tab, .down, .enter: move(1, fields)
    case .backTab, .up: move(-1, fields)
    // A grid gives one field alone, and its page is the owner's.
    case .pageDown where fields.count > 1: move(session.bodyRows - 4, fields)
    case .pageUp where fields.count > 1: move(4 - session.bodyRows, fields)
    default:
      switch field.kind {
      case .choice(let options): return choose(key, field, options, fields, now)
      case .text: return change(key, goOnToDigits(key, field, fields), fields, session, now)
      }
    }
    return .moved
  }

  mutating func pasteOnPage(
    _ text: String, _ fields: [Field], _ session: Session, _ now: Instant
  ) -> Change {
    guard let field = focused(fields), field.options == nil else { return .moved }
    insert(text, field)
    suggest(for: field, session, now)
    return .edited(field.id)
  }

  private mutating func pressInOffer(_ key: Key, _ offer: Offer, _ field: Field) -> Change? {
    switch key {
    case .down: moveOffer(1)
    case .up: moveOffer(-1)
    case .enter, .tab:
      guard let chosen = offer.chosen else { return nil }
      accept(chosen, field)
      return .chosen(field.id, chosen)
    default: return nil
    }
    return .moved
  }

  /// Space and the arrows move through the options, and a digit chooses one.
  private mutating func choose(
    _ key: Key, _ field: Field, _ options: [Field.Option], _ fields: [Field], _ now: Instant
  ) -> Change {
    guard !options.isEmpty else { return .unused }
    guard case .character(let typed) = key else {
      isWordAtChoice = false
      return choose(byArrow: key, field, options)
    }
    // Neither the blanks nor the digits of a name or an address choose anything.
    let chosen = options.firstIndex { $0.digit == typed }
    isWordAtChoice = isWordAtChoice || typed != " " && chosen == nil
    guard !isWordAtChoice else { return .unused }
    choose(chosen ?? (chosenIndex(field) + 1) % options.count, field)
    if chosen != nil { goOnIfComplete(field, fields, now) }
    return .edited(field.id)
  }

  private mutating func choose(byArrow key: Key, _ field: Field, _ options: [Field.Option]) -> Change {
    switch key {
    case .right: choose((chosenIndex(field) + 1) % options.count, field)
    case .left: choose((chosenIndex(field) + options.count - 1) % options.count, field)
    default: return .unused
    }
    return .edited(field.id)
  }

  private mutating func change(
    _ key: Key, _ field: Field, _ fields: [Field], _ session: Session, _ now: Instant
  ) -> Change {
    let before = text(field)
    replaceDefault(before: key, field)
    guard edit(key, field, session.typing) else { return .unused }
    guard text(field) != before else { return .moved }
    suggest(for: field, session, now)
    if case .character = key {
      countTyped(now)
      goOnIfComplete(field, fields, now)
    }
    return .edited(field.id)
  }
}
