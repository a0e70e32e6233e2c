extension CaseOutcome {
  /// Why this office does not receive such a dossier; nil if it may, or if nobody has said who does. Where a citizen lives
  /// is not known for certain, so nobody is sent away for it.
  public func denial(at office: Office) -> Denial? { denial { $0 == office.unitCode } }

  /// - Parameter isHere: whether the office is that of the unit with this code.
  public func denial(whereUnit isHere: (String) throws -> Bool) rethrows -> Denial? {
    let receivers = offices.filter { $0.task == .receives }.map(\.who)
    let mayReceive = try receivers.contains { who in
      switch who {
      case .communeOfResidence, .anyCommuneOfProvince, .anyCommune: true
      case .unit(let code): try isHere(code)
      case .named: false
      }
    }
    return receivers.isEmpty || mayReceive ? nil : .receivedElsewhere(receivers)
  }

  /// The unit that decides such a dossier wherever it is handed in; nil if that is not said, or may be one of several.
  public var decidingUnit: String? {
    let deciders = offices.filter { $0.task == .decides }.map(\.who)
    guard deciders.count == 1, case .unit(let code)? = deciders.first else { return nil }
    return code
  }
}

extension OfficeRule.Who {
  public func wording(_ language: Language) -> String {
    switch self {
    case .communeOfResidence: language.pick("xã nơi cư trú", "the commune of residence")
    case .anyCommuneOfProvince: language.pick("xã nào trong tỉnh cũng được", "any commune of the province")
    case .anyCommune: language.pick("xã nào cũng được", "any commune")
    case .unit(let code):
      AdministrativeUnits.quangTri.unit(code: code, era: .twoLevels)?.fullName
        ?? language.pick("đơn vị có mã \(code)", "the unit \(code)")
    case .named(let name): name
    }
  }
}
