extension ProcedureVersion {
  /// The hash of this text identifies the version in an appointment, for as long as dossiers are kept. Every value is
  /// spelt out here, so that renaming something in the code never changes a hash. Each fact has one line, with `?` for
  /// an unknown value.
  public var canonicalText: String {
    [
      code, name, field, standing.canonicalText, validFrom.canonicalText(\.iso8601), validTo.canonicalText(\.iso8601),
      onlineLevel.canonicalText(\.rawValue), timeLimit.canonicalText, components.joined(separator: ";"),
      fee.canonicalText(\.description), isConfidential ? "confidential" : "open",
    ].joined(separator: "\n") + laterText
  }

  /// Facts that earlier versions of the program did not have. They are left out where nothing is known, so that the
  /// hashes of earlier versions stay the same.
  private var laterText: String {
    (bounds == ProcedureBounds() ? "" : "\nbounds " + bounds.canonicalText)
      + (hasPaperResult ? "" : "\nno paper result") + rules.canonicalText
  }
}

extension ProcedureBounds {
  var canonicalText: String { all.map { $0.canonicalText(\.description) }.joined(separator: " ") }
}

extension ProcedureVersion.Standing {
  fileprivate var canonicalText: String {
    switch self {
    case .inForce: "in_force"
    case .guidanceOnly: "guidance_only"
    case .ended(let replacement): "ended \(replacement ?? "-")"
    case .notYet(let from): "not_yet \(from.iso8601)"
    }
  }
}

extension TimeLimit {
  var canonicalText: String {
    switch self {
    case .sameDay: "same_day"
    case .workingDays(let count): "\(count) working_days"
    case .calendarDays(let count): "\(count) calendar_days"
    case .months(let count): "\(count) months"
    case .hours(let count): "\(count) hours"
    case .unknown: "?"
    }
  }
}

extension Known {
  fileprivate func canonicalText(_ text: (Value) -> String) -> String { value.map(text) ?? "?" }
}
