import Crypto
import DossierDomain
import GRDB
import OfficeWork

/// Papers that the office issues: their numbers, their sealed page descriptions, and how far the printing of each has come.
public struct PaperStore: Sendable {
  /// The largest page description and the largest record of facts, with their salt, in bytes.
  public static let limit = 200 << 10
  /// The longest list of what is not printed.
  public static let mostOpen = 500

  let read: ReadingConnection
  let write: WritingConnection
  let scans: ScanStore
  let random: @Sendable () -> (UInt64, UInt64)
  /// Names the present start of the machine.
  var startOfMachine: @Sendable () -> String = PaperSeries.startOfMachine

  /// What was issued here and is not known to be printed, the oldest first.
  public func toPrint() throws(StoreError) -> [PaperToPrint] {
    try read { db in
      try PrintTable.open(db, limit: Self.mostOpen).map { paper in
        var paper = paper
        paper.codes = try Self.codes(on: paper, db)
        return paper
      }
    }
  }

  public func toPrintCount() throws(StoreError) -> Int { try read { try PrintTable.count($0) } }

  /// Nil for a paper of another machine, for one that was taken off the list, and for one whose printing is long ago.
  public func printState(of paper: PaperNumber) throws(StoreError) -> PrintState? { try printing(of: paper)?.state }

  /// The same with the job at the print server.
  public func printing(of paper: PaperNumber) throws(StoreError) -> PrintStanding? {
    try read { try PrintTable.standing($0, of: paper) }
  }

  /// - Parameter job: what the print server has taken; nil for a paper of which it has nothing that can be asked for.
  public func note(
    _ state: PrintState, of paper: PaperNumber, job: PrintJobID? = nil, at now: Instant
  ) throws(StoreError) {
    try write { try PrintTable.set($0, paper, state, job: job, at: now) }
  }

  /// Takes what became of a job, unless the paper was sent again since or is off the list.
  public func report(
    _ state: PrintState, of job: PrintJobID, for paper: PaperNumber, at now: Instant
  ) throws(StoreError) {
    try write { try PrintTable.report($0, paper, state, of: job, at: now) }
  }

  /// Takes a paper off the list of what is not printed as soon as no print server has it any more: `toCancel` names its job until then.
  public func withdraw(_ paper: PaperNumber) throws(StoreError) { try write { try PrintTable.withdraw($0, paper) } }

  /// The jobs of papers that nobody needs any more, and of void dossiers.
  public func toCancel() throws(StoreError) -> [JobToCancel] { try read { try PrintTable.toCancel($0) } }

  /// Takes a paper off the list of what is not printed. It stays issued and can be printed again.
  public func drop(_ paper: PaperNumber) throws(StoreError) { try write { try PrintTable.drop($0, paper) } }

  /// The bytes of the page description as they were when the paper was issued.
  /// - Parameter unsealed: takes the seal out of a page's bytes. The seal names the hash over the rest, and so does the entry: whoever has
  ///   the entry and a code needs no page to see that they belong together.
  /// - Throws: `.damaged` if they are not those that the entry names.
  public func page(
    of paper: PaperIssue, unsealed: ([UInt8]) -> [UInt8] = { $0 }
  ) throws(AttachmentError) -> [UInt8] {
    let page = try record(named: paper.sealed)
    guard paper.isSalted else {
      guard Self.hash(of: unsealed(page)) == paper.pageHash else { throw .damaged }
      return page
    }
    guard let salted = SaltedRecord(page), salted.hash == paper.pageHash else { throw .damaged }
    return salted.contents
  }

  /// What a declaration was filled with.
  /// - Throws: `.damaged` if it is not what the entry names.
  public func facts(of sealed: SealedFacts) throws(AttachmentError) -> [UInt8] {
    guard let salted = SaltedRecord(try record(named: sealed.sealed)), salted.hash == sealed.saltedHash else {
      throw .damaged
    }
    return salted.contents
  }

  private func record(named name: String) throws(AttachmentError) -> [UInt8] {
    guard let hash = BlobHash(name) else { throw .unknown }
    var record: [UInt8] = []
    try scans.open(hash) { bytes throws(AttachmentError) in
      guard record.count + bytes.count <= Self.limit else { throw .damaged }
      record += bytes
    }
    return record
  }

  static func hash(of page: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: page).prefix(PaperIssue.hashLength)) }
}
