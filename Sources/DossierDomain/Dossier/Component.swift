/// One required paper of a dossier (thành phần hồ sơ) and its state.
public struct Component: Hashable, Sendable {
  /// The form in which the paper was handed in; `missing` until then.
  public enum Form: UInt8, CaseIterable, Sendable {
    case missing = 0
    case original = 1
    case certifiedCopy = 2
    case photocopy = 3
    case electronic = 4
    /// Taken from another dossier or result, so that the citizen need not hand it in.
    case reused = 5
    /// Replaced by looking the fact up in a registry (NĐ 104/2022, Đ.14; NĐ 224/2026, Đ.15).
    case replacedByLookup = 6
    /// Not needed in this case.
    case notApplicable = 7
  }

  /// What the procedure's rules say of it in this case.
  public enum Need: Hashable, Sendable {
    /// Only the name is known, which may say "nếu có".
    case byName
    case required
    /// One paper of the group is enough.
    case oneOf(String)
    /// It is shown and given back, so nothing has to be handed in.
    case shown
    /// The office looks it up, so nothing has to be handed in.
    case lookedUp
  }

  /// Identifies the component within its dossier. It never changes and is never used again.
  public var number: Int
  public var name: String
  public var form: Form
  /// How many sheets or copies were handed in.
  public var quantity: Int
  public var digitisation: Digitisation
  /// SHA-256 of the digitised file in hexadecimal; empty if there is none. The file itself is a sealed blob. An erased
  /// file keeps its name here and is not `digitised` any more.
  public var blobHash: String
  /// The look-up method or the source dossier, if the component was reused or replaced.
  public var source: String
  public var lookupMethod: LookupMethod?
  public var need: Need = .byName
  /// How many of each form, where it was handed in in several; nil if form and quantity say it all.
  public var counts: PaperCounts?

  public init(
    number: Int, name: String, form: Form = .missing, quantity: Int = 1,
    digitisation: Digitisation = .none, blobHash: String = "", source: String = "",
    lookupMethod: LookupMethod? = nil, need: Need = .byName
  ) {
    self.number = number
    self.name = name
    self.form = form
    self.quantity = quantity
    self.digitisation = digitisation
    self.blobHash = blobHash
    self.source = source
    self.lookupMethod = lookupMethod
    self.need = need
  }

  /// Whether it was handed in, reused or replaced, or is not needed.
  public var isPresent: Bool { form != .missing }

  /// Whether it is required in this dossier. A paper that only certain cases need, by its name, is required once it was
  /// handed in; before that, nobody knows whether the case applies. Of a group of which one is enough, those that were
  /// handed in are; `[Component].settled` knows whether one was.
  public var isNeeded: Bool {
    switch form {
    case .notApplicable: false
    case .missing:
      switch need {
      case .byName: !Self.isConditional(name)
      case .required, .oneOf: true
      case .shown, .lookedUp: false
      }
    case .original, .certifiedCopy, .photocopy, .electronic, .reused, .replacedByLookup: true
    }
  }

  /// Whether it counts in the digitised share: it is present on paper or electronic already. A look-up gives no paper;
  /// it is counted apart (domain facts 14).
  public var countsForDigitisation: Bool {
    switch form {
    case .original, .certifiedCopy, .photocopy, .electronic, .reused: true
    case .missing, .replacedByLookup, .notApplicable: false
    }
  }

  /// Whether there is a file of it: its own scan, or the one of the dossier from which it was reused.
  public var isDigitised: Bool { digitisation == .digitised || isReused }

  /// Required, and neither handed in nor replaced.
  public var isMissing: Bool { form == .missing && isNeeded }

  /// Whether it was taken from another dossier. Without its source it is not counted (domain facts 14).
  public var isReused: Bool { form == .reused && !source.isEmpty }
}

extension Component {
  /// Whether the name of a paper says that only certain cases need it: "(nếu có)", "(trường hợp bỏ rơi)". What follows
  /// the first sentence is no condition, and "nếu không có thì …" names another paper for the same purpose.
  public static func isConditional(_ name: String) -> Bool {
    let clause = name.lowercased().prefix { $0 != ";" && $0 != "." }
    let words = clause.split { !$0.isLetter }
    for (place, word) in words.enumerated() {
      let after =
        switch (word, words.dropFirst(place + 1).first) {
        case ("nếu", _): place + 1
        case ("trường", "hợp"): place + 2
        default: -1
        }
      guard after > 0 else { continue }
      return place == 0 || words.dropFirst(after).prefix(2) != ["không", "có"]
    }
    return false
  }
}

extension Component {
  /// As machines know it that read no revision 7: the form of the highest value, and how many in all.
  var withoutCounts: Component {
    var component = self
    component.counts = nil
    return component
  }

  /// As earlier versions of the program know it.
  var withoutNeed: Component {
    var component = self
    component.need = .byName
    return component
  }
}

extension [Component] {
  /// What still has to be handed in.
  public var missing: [Component] { settled.filter(\.isMissing) }

  /// Without the papers that need not come any more, because another one of their group was handed in. Of a group of which
  /// none was, the first stands for all.
  public var settled: [Component] {
    var present: Set<String> = []
    for case .oneOf(let group) in lazy.filter({ $0.isPresent && $0.form != .notApplicable }).map(\.need) {
      present.insert(group)
    }
    return filter { component in
      guard case .oneOf(let group) = component.need, component.form == .missing else { return true }
      return present.insert(group).inserted
    }
  }

  /// As earlier versions of the program know papers, for which each name without a condition has to be handed in. What need
  /// not be is left out.
  var withoutNeeds: [Component] {
    settled.filter { $0.isPresent || ![.shown, .lookedUp].contains($0.need) }.map(\.withoutNeed)
  }
}

/// TrangThaiSoHoa (domain facts 3.4).
public enum Digitisation: UInt8, CaseIterable, Sendable {
  case none = 0
  case digitised = 1
  case reusedComponent = 2
  case reusedResult = 3
}

/// How data about residence and identity were obtained instead of a paper (phuong_thuc_khai_thac, domain facts 1.4).
public enum LookupMethod: UInt8, CaseIterable, Sendable {
  case cardSeen = 1
  case cardQR = 2
  case cardChip = 3
  case populationDatabase = 4
  case vneid = 5
  case residenceConfirmation = 6
  case personalNumberNotice = 7
}
