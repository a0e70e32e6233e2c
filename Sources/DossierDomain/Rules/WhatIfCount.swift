extension WhatIf {
  /// The ways in which a dossier would have been another.
  public enum Kind: CaseIterable, Hashable, Sendable {
    case noWay, earlier, later, appointmentLost, appointmentGained, late, inTime, fee, missing, dropped
  }

  public var kinds: [Kind] { Kind.allCases.filter(holds) }

  private func holds(_ kind: Kind) -> Bool {
    switch kind {
    case .noWay: noWay != nil
    case .earlier: order == true
    case .later: order == false
    case .appointmentLost: appointments.map { $0.old != nil && $0.new == nil } ?? false
    case .appointmentGained: appointments.map { $0.old == nil && $0.new != nil } ?? false
    case .late: turnsLate == true
    case .inTime: turnsLate == false
    case .fee: fees != nil
    case .missing: !missing.isEmpty
    case .dropped: !dropped.isEmpty
    }
  }

  /// Whether the new appointment is the earlier one; nil if there are not two different ones.
  private var order: Bool? {
    guard let old = appointments?.old, let new = appointments?.new, old != new else { return nil }
    return new < old
  }
}

/// The differences that the new versions of one procedure make. It keeps no dossier but a few examples, so that it may count
/// any number of them.
public struct WhatIfCount: Hashable, Sendable {
  public struct Example: Hashable, Sendable {
    /// Never a name: whoever tries rules out reads nobody's dossier.
    public var code: DossierCode
    public var difference: WhatIf
  }

  public struct OfKind: Hashable, Sendable {
    public fileprivate(set) var count = 0
    public fileprivate(set) var examples: [Example] = []
    /// The fewest and the most working days by which an appointment moves; nil for kinds that move none.
    public fileprivate(set) var days: ClosedRange<Int>?
  }

  public static let mostExamples = 3

  public private(set) var compared = 0
  public private(set) var different = 0
  /// Dossiers of which the version or the case of their reception is not known.
  public private(set) var unknown = 0
  private var kinds: [WhatIf.Kind: OfKind] = [:]

  public init() {}

  public subscript(kind: WhatIf.Kind) -> OfKind { kinds[kind] ?? OfKind() }

  /// - Parameter difference: nil if nothing can be said of the dossier.
  public mutating func add(_ code: DossierCode, _ difference: WhatIf?) {
    guard let difference else {
      unknown += 1
      return
    }
    compared += 1
    let found = difference.kinds
    if !found.isEmpty { different += 1 }
    for kind in found {
      var known = self[kind]
      known.count += 1
      if known.examples.count < Self.mostExamples {
        known.examples.append(Example(code: code, difference: difference))
      }
      if [.earlier, .later].contains(kind), let days = difference.appointments.map({ abs($0.workingDays) }) {
        known.days = known.days.map { min($0.lowerBound, days)...max($0.upperBound, days) } ?? days...days
      }
      kinds[kind] = known
    }
  }
}
