import DossierDomain

/// Reads the sheets of a book one after another and collects everything that is wrong with them.
struct BookReading {
  typealias Reason = ProcedureBook.Reason

  /// A version, its row in the table of procedures, and the rows of its rules.
  struct Entry {
    var version: ProcedureVersion
    var line: Int
    /// The rules of the version from which the facts come that the book does not say; nil if there is none.
    var known: ProcedureRules?
    var ruleLines: [ProcedureBook.Sheet: [Int]] = [:]
    /// Sheets with a row of it that cannot be read.
    var damaged: Set<ProcedureBook.Sheet> = []
  }

  private(set) var book = ProcedureBook()
  private var faults: [ProcedureBook.Fault] = []
  private var entries: [Entry] = []
  /// Places in `entries`.
  private var placesByCode: [String: [Int]] = [:]
  private var placesByVersion: [ProcedureTable.VersionKey: Int] = [:]
  /// Codes in the table of procedures whose rows cannot be read.
  private var damagedCodes: Set<String> = []
  private var sources: [ProcedureBook.Sheet: ProcedureBook.Source] = [:]
  private let hours: WorkingHours?

  init(_ hours: WorkingHours?) { self.hours = hours }

  /// The cells that the sheets to come may have.
  private var cellsLeft: Int { EditedTableLimits.cells - book.cellCount }

  mutating func report(_ source: ProcedureBook.Source?, _ error: TableReadError<Reason>) {
    // The sheets behind it are not read any more.
    if case .tooManyCells = error { book.cellCount = EditedTableLimits.cells }
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
      let (contents, problems) = try ProcedureTable.readable(source.bytes, mostCells: cellsLeft)
      book.cellCount += contents.cellCount
      book.remarks.append((source.name, contents.remarks))
      damagedCodes = contents.damagedCodes
      let (completed, unfit) = contents.completable(from: catalogue, on: today)
      book.table = completed
      for row in completed.rows {
        let version = row.version
        placesByCode[version.code, default: []].append(entries.count)
        placesByVersion[ProcedureTable.VersionKey(code: version.code, from: version.validFrom)] = entries.count
        entries.append(Entry(version: version, line: row.line, known: row.known))
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
    guard let source, cellsLeft > 0, let table = table(kind, source) else {
      if source == nil { book.sheetsMissing.append(Kind.sheet) }
      return
    }
    for place in entries.indices {
      entries[place].version.rules[keyPath: Kind.place] = []
      entries[place].ruleLines[Kind.sheet] = []
    }
    var problems = table.problems
    var read: [Int: [(rule: Kind.Rule, line: Int)]] = [:]
    for cells in table.rows {
      let line = cells.row.line
      do throws(RuleCells<Kind.Column>.Fault) {
        guard let place = try entry(of: cells) else { continue }
        // What is too much is not read.
        if read[place, default: []].count > Kind.most { continue }
        do throws(RuleCells<Kind.Column>.Fault) {
          read[place, default: []].append((try Kind.rule(cells, entries[place].version.rules), line))
        } catch {
          if damages(kind, place, error.reason) { throw error }
        }
      } catch {
        problems.append(TableProblem(line: line, column: error.column.flatMap { table.headings[$0] }, error.reason))
      }
    }
    var columns = ProcedureBook.MissingColumns(sheet: source.name, columns: table.missing.map(\.headingName))
    for place in entries.indices {
      guard let rows = read[place] else { continue }
      problems += take(kind, complete(kind, rows, at: place, table.missing, &columns), at: place)
    }
    if columns.isKept || !columns.lines.isEmpty { book.columnsMissing.append(columns) }
    if !problems.isEmpty { report(source, .problems(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })) }
  }

  /// Rows with what is known in the columns that the sheet does not have.
  private func complete<Kind: RuleSheet>(
    _ kind: Kind.Type, _ rows: [(rule: Kind.Rule, line: Int)], at place: Int, _ missing: [Kind.Column],
    _ columns: inout ProcedureBook.MissingColumns
  ) -> [(rule: Kind.Rule, line: Int)] {
    guard !missing.isEmpty, let known = entries[place].known else { return rows }
    let rules = KnownRules<Kind>(known, without: missing)
    guard rules.hasFacts else { return rows }
    return zip(rows, rules.completed(rows.map(\.rule), entries[place].version.rules)).map { row, completed in
      guard let completed else {
        columns.lines.append(row.line)
        return row
      }
      columns.isKept = columns.isKept || completed != row.rule
      return (completed, row.line)
    }
  }

  /// Takes the rules that can be used.
  /// - Returns: what is wrong with the others.
  private mutating func take<Kind: RuleSheet>(
    _ kind: Kind.Type, _ rows: [(rule: Kind.Rule, line: Int)], at place: Int
  ) -> [TableProblem<Reason>] {
    let rules = entries[place].version.rules
    var problems: [TableProblem<Reason>] = []
    for (number, row) in rows.enumerated() {
      do throws(ProcedureRules.Fault) {
        guard number < Kind.most else { throw .tooMany(maximum: Kind.most) }
        try Kind.check(row.rule, rules)
        entries[place].version.rules[keyPath: Kind.place].append(row.rule)
        entries[place].ruleLines[Kind.sheet, default: []].append(row.line)
      } catch {
        if damages(kind, place, .rule(error)) { problems.append(TableProblem(line: row.line, .rule(error))) }
      }
    }
    return problems
  }

  /// Notes that a row of a version cannot be used.
  /// - Returns: whether that is to be told; it may follow from a row before, which is told already.
  private mutating func damages<Kind: RuleSheet>(_ kind: Kind.Type, _ place: Int, _ reason: Reason) -> Bool {
    let mayFollow = reason.lacks.map(entries[place].damaged.contains) ?? false
    entries[place].damaged.insert(Kind.sheet)
    return !mayFollow
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
    guard let place = placesByVersion[ProcedureTable.VersionKey(code: code, from: day)] else {
      if damagedCodes.contains(code) { return nil }
      throw RuleCells<Column>.Fault(column: .from, reason: .versionUnknown(code: code, day: text))
    }
    return place
  }

  private mutating func table<Kind: RuleSheet>(
    _ kind: Kind.Type, _ source: ProcedureBook.Source
  ) -> RuleTable<Kind.Column>? {
    do throws(TableReadError<Reason>) {
      let table = try RuleTable<Kind.Column>(source.bytes, mostCells: cellsLeft, hours)
      book.cellCount += table.cellCount
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

  mutating func finish(_ catalogue: Catalogue) throws(ProcedureBook.ReadError) -> ProcedureBook {
    for entry in entries where entry.damaged.isEmpty {
      do throws(ProcedureVersion.Fault) { book.versions.append(try entry.version.checked()) } catch {
        let (sheet, line) = entry.place(of: error)
        report(sources[sheet], .problems([TableProblem(line: line, Reason(error))]))
      }
    }
    if faults.isEmpty { checkConsistency(with: catalogue) }
    guard faults.isEmpty else { throw ProcedureBook.ReadError(faults: faults) }
    book.keepsRules = book.versions.contains { version in
      book.sheetsMissing.contains { $0.rules.map { version.rules.count($0) } ?? 0 > 0 }
    }
    return book
  }

  /// What the versions of the book and of the catalogue say of each other.
  private mutating func checkConsistency(with catalogue: Catalogue) {
    let all = Catalogue(changes: catalogue.changes + book.versions).versions
    let found = CatalogueConsistency(all, about: Set(placesByCode.keys))
    for fault in found.faults {
      let (sheet, line) = place(of: fault)
      report(sources[sheet] ?? sources[.procedures], .problems([TableProblem(line: line, .consistency(fault))]))
    }
    for remark in found.remarks {
      let (sheet, line) = place(of: remark)
      let source = sources[sheet] ?? sources[.procedures]
      book.remarksOnOthers.append((source?.name ?? "", line, remark))
    }
  }

  private func place(of fault: CatalogueConsistency.Fault) -> (ProcedureBook.Sheet, line: Int?) {
    switch fault {
    case .replacedInCircle(let codes): (.procedures, codes.lazy.compactMap { entry($0)?.line }.first)
    case .containedInCircle(let codes): linkPlace(codes) { $0.kind == .contains && codes.contains($0.code) }
    case .firstDayTwice(let code, _): (.procedures, entry(code)?.line)
    }
  }

  private func place(of remark: CatalogueConsistency.Remark) -> (ProcedureBook.Sheet, line: Int?) {
    switch remark {
    case .replacementUnknown(let code, _), .overlap(let code, _, _): (.procedures, entry(code)?.line)
    case .linkUnknown(let code, let other): linkPlace([code]) { $0.code == other }
    case .paperNotAsked(let code, let paper, let other):
      linkPlace([code]) { $0.code == other && $0.kind == .resultIsPaper(paper) }
    }
  }

  /// The row of the first such link, if the book has one of these codes; otherwise the row of the code.
  private func linkPlace(
    _ codes: [String], _ isFound: (ProcedureLink) -> Bool
  ) -> (ProcedureBook.Sheet, line: Int?) {
    for code in codes {
      for entry in placesByCode[code, default: []].map({ entries[$0] }) {
        guard let lines = entry.ruleLines[.links], let place = entry.version.rules.links.firstIndex(where: isFound),
          lines.indices.contains(place)
        else { continue }
        return (.links, lines[place])
      }
    }
    return (.procedures, codes.lazy.compactMap { entry($0)?.line }.first)
  }

  /// The last row of a code.
  private func entry(_ code: String) -> Entry? { placesByCode[code]?.last.map { entries[$0] } }
}
