extension ProcedureRules {
  /// What the procedure gives, how the office works on it, and where it belongs.
  func checkWhatFollows() throws(Fault) {
    try bound(results, Self.mostResults)
    try bound(steps, Self.mostSteps)
    try bound(offices, Self.mostOffices)
    try bound(links, Self.mostLinks)
    try bound(law, Self.mostTexts)
    try checkIDs(steps.map(\.id))
    for result in results { try check(result) }
    for step in steps { try check(step) }
    for office in offices { try check(office) }
    for link in links { try check(link) }
    for text in law { try check(text) }
    try check(names)
  }

  public func check(_ result: ResultRule) throws(Fault) {
    try check(result.name)
    for text in [result.series, result.portalCode] { try check(text, isRequired: false) }
    try check(result.applies)
    if case .months(let count)? = result.validity.value, !(1...Self.longestValidity).contains(count) {
      throw .validityOutOfRange(count)
    }
  }

  public func check(_ step: StepRule) throws(Fault) {
    try checkIDs([step.id])
    try check(step.name)
    for text in [step.signer, step.partner] { try check(text, isRequired: false) }
    try check(step.applies)
    if let hours = step.hours.value, !(1...Self.mostHours).contains(hours) { throw .hoursOutOfRange(hours) }
  }

  public func check(_ office: OfficeRule) throws(Fault) {
    try check(office.applies)
    switch office.who {
    case .communeOfResidence, .anyCommuneOfProvince, .anyCommune: break
    case .unit(let code):
      guard OfficeID.ofUnit(code) != nil else { throw .unitCodeMalformed(String(code.prefix(40))) }
    case .named(let name): try check(name)
    }
  }

  public func check(_ link: ProcedureLink) throws(Fault) {
    guard ProcedureVersion.isCode(link.code) else { throw .procedureCodeMalformed(String(link.code.prefix(40))) }
    if case .resultIsPaper(let paper) = link.kind { try check(paper) }
    try check(link.applies)
  }

  public func check(_ text: LegalText) throws(Fault) {
    try check(text.number)
    for text in [text.title, text.article] { try check(text, isRequired: false) }
    try check(text.applies)
  }

  public func check(_ names: ProcedureNames) throws(Fault) {
    for text in [names.short, names.sectorCode, names.portalID] { try check(text, isRequired: false) }
    for list in [names.initials, names.phrases] {
      try bound(list, Self.mostNames)
      var seen: Set<String> = []
      for text in list {
        try check(text)
        guard seen.insert(text).inserted else { throw .textTwice(String(text.prefix(40))) }
      }
    }
  }
}
