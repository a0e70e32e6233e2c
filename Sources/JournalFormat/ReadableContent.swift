import DossierDomain

/// The entries that a version of the program can read: the highest revision, and the kinds. A desk writes no entry that
/// another machine of its office could not read. Each machine therefore reports what it can read, and the province
/// reports what all of them can.
public struct ReadableContent: Hashable, Sendable {
  public private(set) var revision: UInt32
  /// In ascending order, without overlaps.
  public private(set) var kinds: [ClosedRange<UInt32>]

  /// - Parameter kinds: in any order; adjacent ranges are joined.
  public init(revision: UInt32, kinds: [ClosedRange<UInt32>]) {
    self.revision = revision
    self.kinds = kinds.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      guard let last = merged.last, range.lowerBound <= last.upperBound || range.lowerBound - last.upperBound == 1
      else {
        merged.append(range)
        return
      }
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
  }

  /// The content that this version can read.
  public static let own = ReadableContent(
    revision: EntryFormat.revision, kinds: EntryKind.allCases.map { $0.rawValue...$0.rawValue })

  /// The content that version 0.2 can read, which does not report it.
  public static let unsaid = ReadableContent(revision: 1, kinds: [1...33, 100...107])

  public func contains(kind: UInt32, revision: UInt32) -> Bool {
    revision <= self.revision && kinds.contains { $0.contains(kind) }
  }

  /// The content that both can read.
  public func intersection(_ other: ReadableContent) -> ReadableContent {
    ReadableContent(
      revision: min(revision, other.revision),
      kinds: kinds.flatMap { range in
        other.kinds.compactMap { range.overlaps($0) ? range.clamped(to: $0) : nil }
      })
  }

  public func isSuperset(of other: ReadableContent) -> Bool { intersection(other) == other }

  // MARK: As it is kept

  /// The revision, then the kinds, such as `1:1-33,100-108`.
  public var text: String {
    "\(revision):" + kinds.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }

  /// Nil for a text that `text` cannot give.
  public init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let revision = UInt32(parts[0]) else { return nil }
    var kinds: [ClosedRange<UInt32>] = []
    for part in parts[1].split(separator: ",") {
      let bounds = part.split(separator: "-").compactMap { UInt32($0) }
      guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
      kinds.append(bounds[0]...bounds[1])
    }
    self.init(revision: revision, kinds: kinds)
    guard self.text == text else { return nil }
  }
}

/// The content that the province and every desk of an office can read, and the machines that limit it.
public struct OfficeReads: Hashable, Sendable {
  /// Nil if everything that this desk can read can be read by all.
  public var content: ReadableContent?
  /// Names of the machines that cannot read everything that this desk can.
  public var behind: [String]
  public var isProvinceBehind: Bool

  public init(content: ReadableContent?, behind: [String] = [], isProvinceBehind: Bool = false) {
    self.content = content
    self.behind = behind
    self.isProvinceBehind = isProvinceBehind
  }

  /// Used for an older province, which does not report it. The province and its desks are then assumed to read what
  /// version 0.2 reads.
  public static let unsaid = OfficeReads(content: .unsaid, isProvinceBehind: true)

  /// The stored form, with one line for each part.
  public var text: String {
    ([content?.text ?? "", isProvinceBehind ? "province" : ""] + behind).joined(separator: "\n")
  }

  /// Nil for a text that `text` cannot give.
  public init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 2, ["", "province"].contains(lines[1]) else { return nil }
    let content = ReadableContent(text: lines[0])
    guard lines[0].isEmpty || content != nil else { return nil }
    self.init(content: content, behind: Array(lines[2...]), isProvinceBehind: !lines[1].isEmpty)
  }
}

extension EntryFormat {
  /// The lowest revision that contains all fields of the content. Revision 2 added: the items of a supplement that came
  /// in part, the reason of a further request, the bounds of a procedure and whether its result is a paper, the day
  /// from which an office gives its own codes, and the relative by whom a person is told apart. Revision 3 added the days
  /// that a clerk enters for an unknown time limit. Revision 4 added what a further row of a register says of the owner's
  /// birth, sex and relative. Revision 5 added the case of a reception, and which papers of a dossier are needed. Revision
  /// 6 added what a procedure gives, its steps, offices, links, law, names, the bounds of a case and the answer that a date
  /// of birth gives, the step of a dossier, and the case of an accepted online submission. Revision 7 added how people were
  /// identified and stand to the owner, what their cards say, who else a reception is about, counts of papers, help with
  /// an online submission, where the result goes, and the visit of a reception. Revision 8 added why a
  /// dossier was received on a blank receipt, the quantity, unit and unit amount of a line of its fee, the corrections of
  /// the owner's sex, the applicant's relation and the parents, an applicant who is taken away, the copies that are to be
  /// certified, and the last day that an office gives for a supplement.
  public static func revision(of content: EntryContent) -> UInt32 {
    switch content {
    case .dossier(.receive(let reception)) where !reception.blankReason.isEmpty: revisionOfBlanks
    case .dossier(.receive(let reception)) where !reception.certified.isEmpty: revisionOfCertified
    case .dossier(.receive(let reception)) where reception.caseRecord.hasCounts: revisionOfFeeCounts
    case .dossier(.acceptOnline(let acceptance)) where acceptance.caseRecord.hasCounts: revisionOfFeeCounts
    case .dossier(.correct(let field, let value, _)) where field.isLater(saying: value): revisionOfCorrections
    case .dossier(.requestSupplement(_, _, until: .some)): revisionOfSupplementDays
    case .dossier(let action) where action.hasLaterFacts: revisionOfPeople
    case .dossier(.receive(let reception)) where reception.visit != nil: revisionOfVisits
    case .dossier(let action) where action.namesStep: revisionOfSteps
    case .dossier(.receive(let reception)) where reception.hasCase: revisionOfCases
    case .dossier(.acceptOnline(let acceptance)) where acceptance.hasCase: revisionOfSteps
    case .dossier(let action) where action.appointment?.enteredDays != nil: revisionOfEnteredDays
    case .dossier(.importUpdate(let row)) where row.unsaid.contains(.saysPerson): revisionOfImportedPersons
    case .dossier(let action) where action.persons.contains { !$0.relative.isEmpty }: 2
    case .dossier(.receiveSupplement(_, let came, _)): came.isEmpty ? 1 : 2
    case .dossier(.requestSupplement(_, let reason, nil)): reason.isEmpty ? 1 : 2
    case .office(.setProcedure(let version)) where version.rules.hasLaterFacts: revisionOfSteps
    case .office(.setProcedure(let version)):
      version.bounds == ProcedureBounds() && version.hasPaperResult ? 1 : 2
    case .office(.setOffice(let office)): office.ownCodesFrom == nil ? 1 : 2
    case .dossier, .office, .unknown: 1
    }
  }

  public static let revisionOfEnteredDays: UInt32 = 3
  public static let revisionOfImportedPersons: UInt32 = 4
  public static let revisionOfCases: UInt32 = 5
  public static let revisionOfSteps: UInt32 = 6
  public static let revisionOfPeople: UInt32 = 7
  public static let revisionOfVisits: UInt32 = 7
  public static let revisionOfBlanks: UInt32 = 8
  public static let revisionOfCertified: UInt32 = 8
  public static let revisionOfFeeCounts: UInt32 = 8
  public static let revisionOfCorrections: UInt32 = 8
  public static let revisionOfSupplementDays: UInt32 = 8

  /// Whether a machine that reads `reads` can read an entry with this content.
  public static func isReadable(_ content: EntryContent, by reads: ReadableContent) throws(EntryFormatError) -> Bool {
    reads.contains(kind: try payload(of: content).kind, revision: revision(of: content))
  }
}

extension CaseRecord {
  fileprivate var hasCounts: Bool { fee.contains { $0.count != nil } }
}

extension Reception {
  fileprivate var hasCase: Bool { !caseRecord.isEmpty || components.contains { $0.need != .byName } }
}

extension Acceptance {
  fileprivate var hasCase: Bool { !caseRecord.isEmpty || !needs.isEmpty }
}

extension DossierAction {
  /// Whether it says something of a step of the internal procedure.
  fileprivate var namesStep: Bool {
    if appointment?.stepDueAt != nil { return true }
    return switch self {
    case .receive(let reception): reception.step != nil
    case .acceptOnline(let acceptance): acceptance.step != nil
    case .handOver(_, _, let fact): fact != nil
    case .submitOnline, .importRow, .importUpdate, .assign, .takeOver, .addComponent, .setComponentForm, .digitise,
      .reuse, .replaceByLookup, .requestSupplement, .receiveSupplement, .requestPayment, .recordPayment, .refuse,
      .withdraw, .stop, .extend, .verify, .complete, .reopen, .handBack, .note, .correct, .recomputeAppointment,
      .addCode, .void, .undo, .settleConflict, .release, .eraseScan, .issuePaper, .sendToSigner:
      false
    }
  }

  /// Whether it says what revision 7 added.
  fileprivate var hasLaterFacts: Bool {
    if persons.contains(where: \.hasLaterFacts) { return true }
    return switch self {
    case .receive(let reception): reception.hasLaterFacts
    case .submitOnline(let submission): submission.components.contains { $0.counts != nil }
    case .addComponent(let component): component.counts != nil
    case .acceptOnline, .importRow, .importUpdate, .assign, .handOver, .takeOver, .setComponentForm, .digitise,
      .reuse, .replaceByLookup, .requestSupplement, .receiveSupplement, .requestPayment, .recordPayment, .refuse,
      .withdraw, .stop, .extend, .verify, .complete, .reopen, .handBack, .note, .correct, .recomputeAppointment,
      .addCode, .void, .undo, .settleConflict, .release, .eraseScan, .issuePaper, .sendToSigner:
      false
    }
  }

  /// The persons that the action names with all their facts.
  fileprivate var persons: [Person] {
    switch self {
    case .receive(let reception): [reception.owner] + [reception.applicant].compactMap { $0 }
    case .submitOnline(let submission): [submission.owner] + [submission.applicant].compactMap { $0 }
    case .importRow(let row), .importUpdate(let row): [row.owner]
    case .acceptOnline, .assign, .handOver, .takeOver, .addComponent, .setComponentForm, .digitise, .reuse,
      .replaceByLookup, .requestSupplement, .receiveSupplement, .requestPayment, .recordPayment, .refuse, .withdraw,
      .stop,
      .extend, .verify, .complete, .reopen, .handBack, .note, .correct, .recomputeAppointment, .addCode, .void, .undo,
      .settleConflict, .release, .eraseScan, .issuePaper, .sendToSigner:
      []
    }
  }
}
