/// The parts of the store, one for each trade.
extension LocalStore {
  /// Decides and records.
  public var decisions: DecisionStore { DecisionStore(read: read, write: write, random: random) }
  /// Rows and cards of dossiers.
  public var queue: QueueStore { QueueStore(read: read) }
  /// What the office is: settings, clerks, days.
  public var office: OfficeStore { OfficeStore(read: read, write: write) }
  /// What was typed and not recorded yet.
  public var drafts: DraftStore { DraftStore(read: read, write: write) }
  /// Counts over days and periods.
  public var reports: ReportStore { ReportStore(read: read) }
  /// Search for dossiers and people.
  public var search: SearchStore { SearchStore(connection: searcher) }
  /// Reads what is sent to the province and stores what it sends.
  public var exchange: ExchangeStore {
    ExchangeStore(read: read, write: write, random: random, unlocked: unlocked, folder: scanFolder)
  }
  /// Scanned papers, sealed in files beside the database.
  public var scans: ScanStore { ScanStore(read: read, write: write, folder: scanFolder) }
  /// Papers that the office issues.
  public var papers: PaperStore { PaperStore(read: read, write: write, scans: scans, random: random) }
  public var books: BookStore { BookStore(read: read, write: write) }
  /// Sign-in, and the signing of entries.
  public var signIn: SignInStore {
    SignInStore(read: read, write: write, lookingOn: lookingOn, tries: tries, unlocked: unlocked)
  }
  public var backups: BackupStore {
    BackupStore(read: read, write: write, folder: folder, scans: scans, spent: spent)
  }
  /// Checks the data and computes projections again.
  public var upkeep: UpkeepStore { UpkeepStore(read: read, write: write, folder: folder, scans: scans, owed: owed) }
}
