import DossierDomain

/// Reads the sheets of a book one after another and collects everything that is wrong with them.
struct BookReading {
  typealias Reason = ProcedureBook.Reason

  /// A version, its row in the table of procedures, and the rows of its rules.
  fileprivate struct Entry {
    var version: ProcedureVersion
    var line: Int
    var ruleLines: [ProcedureBook.Sheet: [Int]] = [:]
    /// Sheets with a row of it that cannot be read.
    var damaged: Set<ProcedureBook.Sheet> = []
  }

  private var book = ProcedureBook()
  private var faults: [ProcedureBook.Fault] = []
  private var entries: [Entry] = []
  /// Places in `entries`.
  private var placesByCode: [String: [Int]] = [:]
  /// Codes in the table of procedures whose rows cannot be read.
  private var damagedCodes: Set<String> = []
  private var sources: [ProcedureBook.Sheet: ProcedureBook.Source] = [:]

  mutating func report(_ source: ProcedureBook.Source?, _ error: TableReadError<Reason>) {
    faults.append(ProcedureBook.Fault(sheet: source?.name, error: error))
  }

  mutating func sorted(_ sources: [ProcedureBook.Source]) -> [ProcedureBook.Sheet: ProcedureBook.Source] {
    if sources.count == 1 { return [.procedures: sources[0]] }
    var sheets: [ProcedureBook.Sheet: ProcedureBook.Source] = [:]
    for source in sources {
      guard let sheet = ProcedureBook.Sheet(named: source.name) else { continue }
      if let first = sheets[sheet] {
        report(source, .problems([TableProblem(line: nil, .sheetTwice(first.name))]))
      } else {
        sheets[sheet] = source
      }
    }
    return sheets
  }

  // MARK: Procedures

  mutating func takeProcedures(_ source: ProcedureBook.Source, from catalogue: Catalogue, on today: CivilDate) {
    sources[.procedures] = source
    do throws(ProcedureTable.ReadError) {
      let (contents, problems) = try ProcedureTable.readable(source.bytes)
      book.remarks.append((source.name, contents.remarks))
      damagedCodes = contents.damagedCodes
      let (completed, unfit) = contents.completable(from: catalogue, on: today)
      book.table = completed
      for row in completed.rows {
        placesByCode[row.version.code, default: []].append(entries.count)
        entries.append(Entry(version: row.version, line: row.line))
      }
      let all = (problems + unfit).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
      damagedCodes.formUnion(contents.versions.map(\.code).filter { placesByCode[$0] == nil })
      if !all.isEmpty {
        throw .problems(all)
      } else if entries.isEmpty {
        throw .empty
      }
    } catch {
      report(source, error.map { .procedure($0) })
    }
  }

  // MARK: Rules

  /// - Parameter source: nil if the book has no such sheet; the rules stay as they are known.
  mutating func take<Kind: RuleSheet>(_ kind: Kind.Type, _ source: ProcedureBook.Source?) {
    guard let source, let table = table(kind, source) else {
      if source == nil { book.sheetsMissing.append(Kind.sheet) }
      return
    }
    for place in entries.indices {
      entries[place].version.rules[keyPath: Kind.place] = []
      entries[place].ruleLines[Kind.sheet] = []
    }
    var problems = table.problems
    for cells in table.rows {
      let line = cells.row.line
      do throws(RuleCells<Kind.Column>.Fault) {
        guard let place = try entry(of: cells) else { continue }
        try take(kind, cells, at: place)
      } catch {
        problems.append(TableProblem(line: line, column: error.column.flatMap { table.headings[$0] }, error.reason))
      }
    }
    if !problems.isEmpty { report(source, .problems(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })) }
  }

  private mutating func take<Kind: RuleSheet>(
    _ kind: Kind.Type, _ cells: RuleCells<Kind.Column>, at place: Int
  ) throws(RuleCells<Kind.Column>.Fault) {
    let rules = entries[place].version.rules
    do throws(RuleCells<Kind.Column>.Fault) {
      let rule = try Kind.rule(cells, rules)
      do throws(ProcedureRules.Fault) { try Kind.check(rule, rules) } catch {
        throw RuleCells<Kind.Column>.Fault(column: nil, reason: .rule(error))
      }
      entries[place].version.rules[keyPath: Kind.place].append(rule)
      entries[place].ruleLines[Kind.sheet, default: []].append(cells.row.line)
    } catch {
      let mayFollow = error.reason.lacks.map(entries[place].damaged.contains) ?? false
      entries[place].damaged.insert(Kind.sheet)
      if !mayFollow { throw error }
    }
  }

  /// The place of the version that a row is about; nil if that row of the table of procedures cannot be read.
  private func entry<Column: RuleColumn>(of cells: RuleCells<Column>) throws(RuleCells<Column>.Fault) -> Int? {
    let code = cells.text(.code)
    guard !code.isEmpty else { throw RuleCells<Column>.Fault(column: nil, reason: .procedure(.codeMissing)) }
    guard let places = placesByCode[code] else {
      // Without its table no procedure is known.
      if entries.isEmpty || damagedCodes.contains(code) { return nil }
      throw RuleCells<Column>.Fault(column: .code, reason: .procedureUnknown(code))
    }
    let text = cells.text(.from)
    guard !text.isEmpty else {
      if places.count == 1 { return places[0] }
      if damagedCodes.contains(code) { return nil }
      throw RuleCells<Column>.Fault(column: .from, reason: .dayMissing(code: code))
    }
    let day = try cells.read(.from) { (text: String) throws(Reason) in
      do throws(ProcedureTable.Reason) { return try ProcedureTable.day(text) } catch { throw .procedure(error) }
    }
    guard let place = places.first(where: { entries[$0].version.validFrom == day }) else {
      if damagedCodes.contains(code) { return nil }
      throw RuleCells<Column>.Fault(column: .from, reason: .versionUnknown(code: code, day: text))
    }
    return place
  }

  private mutating func table<Kind: RuleSheet>(
    _ kind: Kind.Type, _ source: ProcedureBook.Source
  ) -> RuleTable<Kind.Column>? {
    do throws(TableReadError<Reason>) {
      let table = try RuleTable<Kind.Column>(source.bytes, Kind.sheet)
      book.remarks.append((source.name, table.remarks))
      sources[Kind.sheet] = source
      return table
    } catch {
      // A sheet that nobody has filled in says nothing.
      if error == .empty {
        book.sheetsMissing.append(Kind.sheet)
      } else {
        report(source, error)
        for place in entries.indices { entries[place].damaged.insert(Kind.sheet) }
      }
      return nil
    }
  }

  // MARK: The whole

  mutating func finish() throws(ProcedureBook.ReadError) -> ProcedureBook {
    for entry in entries where entry.damaged.isEmpty {
      do throws(ProcedureVersion.Fault) { book.versions.append(try entry.version.checked()) } catch {
        let (sheet, line) = entry.place(of: error)
        report(sources[sheet], .problems([TableProblem(line: line, Reason(error))]))
      }
    }
    guard faults.isEmpty else { throw ProcedureBook.ReadError(faults: faults) }
    book.keepsRules = book.versions.contains { version in
      book.sheetsMissing.contains { !version.rules.isEmpty($0) }
    }
    return book
  }
}

extension BookReading.Entry {
  /// The row that a fault of all rules together is about.
  fileprivate func place(of fault: ProcedureVersion.Fault) -> (sheet: ProcedureBook.Sheet, line: Int) {
    func row(_ sheet: ProcedureBook.Sheet, _ place: Int?) -> (ProcedureBook.Sheet, Int)? {
      guard let lines = ruleLines[sheet], let place, lines.indices.contains(place) else { return nil }
      return (sheet, lines[place])
    }
    guard case .rules(let fault) = fault else { return (.procedures, line) }
    let rules = version.rules
    let found: (ProcedureBook.Sheet, Int)? =
      switch fault {
      case .idTwice(let id):
        row(.questions, second(id, [CaseQuestion.channel] + rules.questions.map(\.id)).map { $0 - 1 })
          ?? row(.cases, second(id, rules.cases.map(\.id)))
          ?? row(.reductions, second(id, rules.reductions.map(\.id)))
      case .groupOfOne(let group): row(.papers, rules.papers.firstIndex { $0.need == .oneOf(group) })
      case .casesOverlap(_, let second, _): row(.cases, rules.cases.firstIndex { $0.id == second })
      case .caseMissing, .tooManyCombinations: row(.cases, rules.cases.indices.last)
      case .idMalformed, .textMalformed, .tooMany, .answersMissing, .questionUnknown, .answerUnknown, .caseUnknown,
        .limitMissing, .limitOutOfRange, .countOutOfRange, .amountOutOfRange, .ratesMissing, .percentOutOfRange:
        nil
      }
    return found ?? (.procedures, line)
  }

  private func second(_ id: String, _ ids: [String]) -> Int? { ids.indices.filter { ids[$0] == id }.dropFirst().first }
}

extension ProcedureRules {
  /// Whether the sheet would have no row.
  func isEmpty(_ sheet: ProcedureBook.Sheet) -> Bool {
    switch sheet {
    case .procedures: false
    case .questions: questions.isEmpty
    case .cases: cases.isEmpty
    case .papers: papers.isEmpty
    case .fees: fees.isEmpty
    case .reductions: reductions.isEmpty
    case .limits: limits.isEmpty
    }
  }
}
