import DossierDomain

extension ProcedureTable.Contents {
  /// The versions of a table with the facts for which it has no column.
  public struct Completed: Sendable {
    public var versions: [ProcedureVersion] { rows.map(\.version) }
    /// `known` are the rules of the version from which the facts without a column come; nil if there is none.
    var rows: [(line: Int, version: ProcedureVersion, known: ProcedureRules?)] = []
    fileprivate var kept: [ProcedureTable.Column] = []
  }

  /// The versions with what is known already where the table has no column for it: a table of fees does not make the
  /// time limits unknown. An empty cell of a column that is there does.
  ///
  /// What is known comes from the version that the row replaces or, if it is a further version, from the one in force on
  /// its first day. Without a column of first days a row is about the version in force today. Standing, last day,
  /// audit and note belong to one version and do not go over to a further one; only that another office receives the
  /// procedure does, since the row would open it for reception otherwise. Of the rules the columns say only the names, so
  /// that all others go over.
  public func completed(from catalogue: Catalogue, on today: CivilDate) throws(ProcedureTable.ReadError) -> Completed {
    let (completed, problems) = completable(from: catalogue, on: today)
    guard problems.isEmpty else { throw .problems(problems) }
    return completed
  }

  /// The versions that can be used, and what is wrong with the others.
  func completable(
    from catalogue: Catalogue, on today: CivilDate
  ) -> (Completed, [TableProblem<ProcedureTable.Reason>]) {
    let known = Dictionary(grouping: catalogue.versions, by: \.code)
    var completed = Completed()
    var problems: [TableProblem<ProcedureTable.Reason>] = []
    for row in rows {
      let (version, rules) = version(row.version, known[row.version.code, default: []]) {
        catalogue.version(of: row.version.code, on: row.version.validFrom.value ?? today)
      }
      do throws(ProcedureVersion.Fault) {
        completed.rows.append((row.line, try version.checked(), rules))
        for column in ProcedureTable.Column.allCases where !completed.kept.contains(column) {
          let (said, taken) = (column.text(of: row.version, .cell(.vi)), column.text(of: version, .cell(.vi)))
          if said != taken { completed.kept.append(column) }
        }
      } catch {
        problems.append(TableProblem(line: row.line, .fault(error)))
      }
    }
    return (completed, problems)
  }

  private func version(
    _ said: ProcedureVersion, _ known: [ProcedureVersion], inForce: () -> ProcedureVersion?
  ) -> (ProcedureVersion, known: ProcedureRules?) {
    guard let inForce = inForce() else { return (said, nil) }
    var version = said
    if !columns.contains(.from) { version.validFrom = inForce.validFrom }
    if let replaced = known.first(where: { $0.validFrom == version.validFrom }) {
      keep(of: replaced, in: &version, isReplaced: true)
      return (version, replaced.rules)
    } else if case .notYet = inForce.standing {
      // Nothing is in force on the first day of the row, and a later version says nothing about that time.
      return (version, nil)
    } else {
      keep(of: inForce, in: &version, isReplaced: false)
      return (version, inForce.rules)
    }
  }

  private func keep(of known: ProcedureVersion, in version: inout ProcedureVersion, isReplaced: Bool) {
    for column in ProcedureTable.Column.allCases where !columns.contains(column) {
      switch column {
      case .code, .name, .from: break
      case .field: version.field = known.field
      case .level: version.onlineLevel = known.onlineLevel
      case .limit: version.timeLimit = known.timeLimit
      case .components: version.components = known.components
      case .fee: version.fee = known.fee
      case .through: if isReplaced { version.validTo = known.validTo }
      case .standing:
        // A code in the column "replaced by" says that the procedure has ended.
        if version.standing == .inForce, isReplaced || known.standing == .guidanceOnly {
          version.standing = known.standing
        }
      case .replacedBy:
        if isReplaced, case .ended(nil) = version.standing { version.standing = known.endedStanding }
      case .confidential: version.isConfidential = known.isConfidential
      case .checked: if isReplaced { version.isChecked = known.isChecked }
      case .note: if isReplaced { version.note = known.note }
      case .supplements: version.bounds.supplements = known.bounds.supplements
      case .waitingDays: version.bounds.waitingDays = known.bounds.waitingDays
      case .extensions: version.bounds.extensions = known.bounds.extensions
      case .extensionDays: version.bounds.extensionDays = known.bounds.extensionDays
      case .paperResult: version.hasPaperResult = known.hasPaperResult
      case .shortName: version.rules.names.short = known.rules.names.short
      case .initials: version.rules.names.initials = known.rules.names.initials
      case .phrases: version.rules.names.phrases = known.rules.names.phrases
      case .sectorCode: version.rules.names.sectorCode = known.rules.names.sectorCode
      case .portalID: version.rules.names.portalID = known.rules.names.portalID
      }
    }
    keepRules(of: known, in: &version)
  }

  /// Beside the names no column says rules. Those about a fact that the table changes end with it: the table's value would
  /// never count beside them.
  private func keepRules(of known: ProcedureVersion, in version: inout ProcedureVersion) {
    let names = version.rules.names
    version.rules = known.rules
    version.rules.names = names
    if version.components != known.components { version.rules.papers = [] }
    if version.timeLimit != known.timeLimit { version.rules.limits = [] }
    if version.fee != known.fee {
      version.rules.fees = []
      version.rules.reductions = []
    }
  }
}

extension ProcedureVersion {
  /// Ended, with the code to use instead if the version has one.
  fileprivate var endedStanding: Standing {
    switch standing {
    case .ended: standing
    case .inForce, .guidanceOnly, .notYet: .ended(replacedBy: nil)
    }
  }
}

extension ProcedureTable.Contents.Completed {
  /// What was kept, if anything was.
  public func sentence(_ language: Language) -> String? {
    guard !kept.isEmpty else { return nil }
    let columns = kept.map { "\"\(language.pick($0.heading.vi, $0.heading.en))\"" }.joined(separator: ", ")
    return language.pick(
      "Bảng không có cột \(columns): những điều đó giữ như đã biết.",
      "The table has no column \(columns): these facts stay as they were known.")
  }
}
