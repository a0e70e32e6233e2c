extension DecisionContext {
  /// A blank receipt as it is entered: its own code, the time on the paper, and the reason.
  ///
  /// The time on the paper counts to the minute. It lies in a silence of the desk, which is the strictest bound that the entries
  /// of a desk give: between two of them its program was opened anew, so that it had been closed.
  func usable(_ entry: BlankEntry) throws(Denial) -> (code: DossierCode, receivedAt: Instant, reason: String) {
    guard let reason = BlankReceipts.reason(entry.reason) else { throw .reasonMissing }
    let code = DossierCode.normalised(entry.code)
    if let replaced, replaced.onBlank != nil, replaced.code.text == code, replaced.receivedAt == entry.receivedAt {
      // Its facts were checked when it was entered, perhaps at another desk of the office, and stand on the citizen's paper.
      return (replaced.code, entry.receivedAt, reason)
    }
    guard let blank = blank(code) else { throw .blank(.unknown(code: code)) }
    switch blank.state {
    case .unused: break
    case .used: throw .blank(.used(code: code))
    case .struck(let reason): throw .blank(.struck(code: code, reason: reason))
    case .ofEarlierLife: throw .blank(.ofEarlierLife(code: code))
    }
    let at = entry.receivedAt
    if let denial = BlankDenial(of: at, printedAt: blank.printedAt, silences: silences, now: now) {
      throw .blank(denial)
    }
    return (blank.code, at, reason)
  }

  /// The context of a decision about what happened at another moment: time limits, holidays, ages and the version of the procedure are
  /// those of that moment, whatever has changed until it was recorded.
  func at(_ moment: Instant?) -> DecisionContext {
    var context = self
    context.now = moment ?? now
    return context
  }
}

extension Instant {
  /// Papers give minutes.
  var startOfMinute: Instant { civilDate.instant(atMinute: minuteOfDay) }
}
