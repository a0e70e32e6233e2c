/// How many of one paper were handed in, by their forms (form 01: bản chính, bản chứng thực, bản photo).
public struct PaperCounts: Hashable, Sendable {
  public var originals: Int
  public var certifiedCopies: Int
  public var plainCopies: Int

  public init(originals: Int = 0, certifiedCopies: Int = 0, plainCopies: Int = 0) {
    self.originals = originals
    self.certifiedCopies = certifiedCopies
    self.plainCopies = plainCopies
  }

  /// Of each form.
  public static let most = 99

  public var total: Int { originals + certifiedCopies + plainCopies }

  /// Each form with its number, those that were handed in only.
  public var byForm: [(form: Component.Form, count: Int)] {
    [(.original, originals), (.certifiedCopy, certifiedCopies), (.photocopy, plainCopies)].filter { $0.1 > 0 }
  }

  public var isBounded: Bool { [originals, certifiedCopies, plainCopies].allSatisfy { (0...Self.most).contains($0) } }

  /// With one more of the form, up to `most`; other forms have no number.
  public func adding(_ form: Component.Form) -> PaperCounts {
    var counts = self
    switch form {
    case .original: counts.originals = min(originals + 1, Self.most)
    case .certifiedCopy: counts.certifiedCopies = min(certifiedCopies + 1, Self.most)
    case .photocopy: counts.plainCopies = min(plainCopies + 1, Self.most)
    case .missing, .electronic, .reused, .replacedByLookup, .notApplicable: break
    }
    return counts
  }
}

extension Component {
  /// How many of it were handed in on paper, by their forms.
  public var handedIn: PaperCounts {
    if let counts { return counts }
    return switch form {
    case .original: PaperCounts(originals: quantity)
    case .certifiedCopy: PaperCounts(certifiedCopies: quantity)
    case .photocopy: PaperCounts(plainCopies: quantity)
    case .missing, .electronic, .reused, .replacedByLookup, .notApplicable: PaperCounts()
    }
  }

  /// Sets form, quantity and, for a paper in several forms, the numbers. The form is the one of the highest value; nothing
  /// changes if nothing was handed in.
  public mutating func take(_ handedIn: PaperCounts) {
    let forms = handedIn.byForm
    guard let first = forms.first, handedIn.isBounded else { return }
    form = first.form
    quantity = handedIn.total
    counts = forms.count > 1 ? handedIn : nil
  }

  /// It is not here: the citizen has it.
  public mutating func giveBack() {
    guard handedIn.total > 0 || form == .electronic else { return }
    (form, counts, quantity) = (.missing, nil, max(1, quantity))
  }

  /// Whether `counts` say something that `take` sets.
  public var isCountedSoundly: Bool {
    guard let counts else { return true }
    // They are what `take` leaves alone.
    guard counts.isBounded, counts.total > 0 else { return false }
    var taken = self
    taken.take(handedIn)
    return taken == self
  }
}
