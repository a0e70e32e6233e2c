import Documents
import DossierDomain
import DossierStore
import OfficeWork

/// Takes a register in, or only compares it with the data, a thousand rows at a time.
struct RegisterIntake {
  enum Purpose {
    case compare
    case take(by: ClerkID, rejects: RejectsFile?, ImportAgreement)
  }

  private(set) var report: RegisterReport
  var headings: [String] { reader.headings }
  private var reader: RegisterReader
  private let workplace: Workplace
  private var claims: ReceivedClaims?
  private var waiting: [(row: RowToImport, line: Int, fields: [String])] = []

  init(_ file: RegisterFile, _ workplace: Workplace) {
    reader = file.reader
    self.workplace = workplace
    report = RegisterReport(
      file.reader.understanding, sheetsLeftOut: file.sheetsLeftOut, workplace.language)
    report.usesRememberedChoices = file.remembered != nil
  }

  /// - Parameter progress: gets the bytes read and all bytes after each thousand rows.
  mutating func run(_ purpose: Purpose, progress: (Int, Int) -> Void = { _, _ in }) throws(StoreError) {
    try countClaims()
    while let row = reader.next() {
      switch row {
      case .dossier(let dossier, let line):
        waiting.append((RowToImport(dossier, codeAsWritten: reader.codeAsWritten), line, reader.fields))
        for remark in reader.remarks { report.note(remark, workplace.language) }
      case .repeated(let line):
        let reader = reader
        report.add(.unchanged, line: line, isAgreed: false, workplace.language) {
          reader.dossier(in: reader.fields, line: line)
        }
      case .problem(let problem): reject(problem, purpose)
      }
      if waiting.count >= 1000 {
        try pass(purpose)
        progress(reader.bytesRead, reader.bytesTotal)
      }
    }
    try pass(purpose)
    (report.linesBeside, report.firstLineBeside) = (reader.linesBeside, reader.firstLineBeside)
    if case .take = purpose { try workplace.store.upkeep.settleSearch() }
  }

  /// Beside another system a dossier that was received here may be in the file too, and which row it is can only be said
  /// when all are known.
  private mutating func countClaims() throws(StoreError) {
    var ahead = reader
    var rows: [RowToImport] = []
    var counted = ReceivedClaims()
    var isAtEnd = false
    while !isAtEnd {
      switch ahead.next() {
      case .dossier(let dossier, _): rows.append(RowToImport(dossier))
      case .repeated, .problem: break
      case nil: isAtEnd = true
      }
      guard isAtEnd || rows.count >= 1000 else { continue }
      guard let more = try workplace.store.decisions.claims(of: rows, adding: counted) else { return }
      counted = more
      rows = []
    }
    claims = counted
  }

  private mutating func pass(_ purpose: Purpose) throws(StoreError) {
    let rows = waiting.map(\.row)
    let outcomes: [ImportOutcome] =
      switch purpose {
      case .compare: try workplace.store.decisions.outcomes(ofImporting: rows, claims: claims)
      case .take(let clerk, _, let agreement):
        try workplace.store.decisions.importRegister(
          rows, claims: claims, agreement: agreement, by: clerk, at: workplace.clock.now)
      }
    let reader = reader
    for (outcome, row) in zip(outcomes, waiting) {
      report.add(outcome, line: row.line, isAgreed: purpose.agreement.contains(.sameDossiers), workplace.language) {
        reader.dossier(in: row.fields, line: row.line)
      }
      let reason: RegisterProblem.Reason
      switch outcome {
      case .codeTaken: reason = .codeTaken
      case .sameAsSeveral(let codes): reason = .sameAsSeveral(codes.map(\.text))
      case .imported, .updated, .unchanged, .readDifferently, .sameAs: continue
      }
      reject(
        RegisterProblem(
          line: row.line, column: reader.understanding.columns.first { $0.meaning == .code }?.heading ?? "",
          reason: reason, fields: row.fields),
        purpose)
    }
    waiting = []
  }

  private mutating func reject(_ problem: RegisterProblem, _ purpose: Purpose) {
    if case .take(_, let rejects?, _) = purpose { rejects.add(problem) }
    let reader = reader
    report.reject(problem, workplace.language) { reader.dossier(in: problem.fields, line: problem.line) }
  }
}

extension RegisterIntake.Purpose {
  fileprivate var agreement: ImportAgreement {
    switch self {
    case .compare: []
    case .take(_, _, let agreement): agreement
    }
  }
}
